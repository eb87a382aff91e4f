package org.jiedui.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory this process has had: of the machine's where it tells, else of Java's pools. */
final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmHWM:";

  private PeakMemory() {}

  static long bytes() {
    if (Files.isReadable(STATUS)) {
      try {
        return Files.readAllLines(STATUS).stream()
            .filter(line -> line.startsWith(RESIDENT))
            .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseGet(PeakMemory::pools);
      } catch (IOException e) {
        return pools();
      }
    }
    return pools();
  }

  private static long pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
        .sum();
  }
}
