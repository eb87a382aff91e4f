package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real disk of 2 MiB that has less and less room. */
class SmallDiskTest {
  @TempDir private Path folder;

  /** Words before a program that give it a disk of its own, which goes with the process. */
  private List<String> onSmallDisk() {
    String mount = "mount -t tmpfs -o size=2m tmpfs '" + folder + "' && exec \"$@\"";
    return List.of("unshare", "--map-root-user", "--mount", "sh", "-c", mount, "sh");
  }

  @Test
  void aFullDiskLeavesTheOldNightAndIsToldHonestly() throws Exception {
    assumeTrue(canMount(), "no disks of one's own on this machine: real full disks are not tried");
    try (var other =
        JavaProcess.start(onSmallDisk(), SmallDisk.class, List.of(), folder.toString())) {
      String[] words = other.await("tried").split(" ");
      long[] tried = Arrays.stream(words).skip(1).mapToLong(Long::parseLong).toArray();
      assertThat(tried[1]).isZero();
      assertThat(tried[2]).isPositive();
      Proof.PUBLISH_SMALL_DISK.record(Counts.of(tried[0], tried[1]).control(tried[0], tried[2]));
    }
  }

  private boolean canMount() throws InterruptedException {
    try {
      List<String> words = new ArrayList<>(onSmallDisk());
      words.add("true");
      return new ProcessBuilder(words).start().waitFor() == 0;
    } catch (IOException unknown) {
      return false;
    }
  }
}
