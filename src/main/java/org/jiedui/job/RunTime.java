package org.jiedui.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jiedui.publish.Json;
import org.jiedui.publish.Storage;
import org.jiedui.publish.Version;

/**
 * How long the run took that published a version, as its account tells.
 *
 * @param seconds of all its phases, rounded up
 * @param mebibytes highest use of memory
 */
record RunTime(long seconds, OptionalLong mebibytes) {
  /** Empty when the account is not there. */
  static Optional<RunTime> of(Version version) {
    Path report = version.path().getParent().getParent();
    String name = version.commit().asOf() + "-" + version.commit().attempt() + ".json";
    Path account = report.resolve("_runs").resolve(name);
    if (!Files.isRegularFile(account)) {
      return Optional.empty();
    }
    Map<String, Object> tree = Storage.call(() -> Json.object(Files.readString(account)));
    return tree.get("phaseSeconds") instanceof Map<?, ?> phases
        ? Optional.of(new RunTime(seconds(phases), memory(tree.get("peakMemoryBytes"))))
        : Optional.empty();
  }

  private static long seconds(Map<?, ?> phases) {
    double sum = phases.values().stream().mapToDouble(s -> ((Number) s).doubleValue()).sum();
    return (long) Math.ceil(sum);
  }

  private static OptionalLong memory(Object bytes) {
    return bytes instanceof Number number
        ? OptionalLong.of(number.longValue() >> 20)
        : OptionalLong.empty();
  }

  /** The memory between two words; nothing when it was not measured. */
  String memory(String before, String after) {
    return mebibytes.isPresent() ? before + mebibytes.getAsLong() + after : "";
  }
}
