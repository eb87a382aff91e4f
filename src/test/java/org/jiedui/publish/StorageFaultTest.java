package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.function.Supplier;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Test;

/** Disks that are full and file systems that fail: the old version stays and the end is honest. */
class StorageFaultTest {
  private static final int STRIDE = 97;

  @Test
  void aDiskFullAtAnyByteEndsInExit6WithPathNeededAndFree() throws Exception {
    ModelStore published = new ModelStore();
    Trial.publish(published, Trial.NIGHT, 1);
    long bytes = written(published);
    int points = 0;
    int weaker = 0;
    for (long k = 0; k < bytes; k += STRIDE) {
      ModelStore store = published.copy();
      Store full = WeakStore.full(store, k, false);
      assertThatThrownBy(() -> Trial.publish(full, Trial.NIGHT, 2))
          .isInstanceOfSatisfying(
              InputException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.STORAGE))
          .hasMessageContainingAll("DISK_FULL", "trial/data/", "needed >", "free 0 KiB");
      assertThat(Trial.visible(store)).isEqualTo(1);
      weaker += isTornByOverwriting(k, false) ? 1 : 0;
      points++;
    }
    assertThat(points).isGreaterThan(40);
    assertThat(weaker).isPositive();
    Proof.PUBLISH_DISK_FULL.record(Counts.of(points, 0).control(points, weaker));
  }

  @Test
  void bytesLostWithoutAWordAreFoundByReadingBack() throws Exception {
    ModelStore published = new ModelStore();
    Trial.publish(published, Trial.NIGHT, 1);
    long bytes = written(published);
    int points = 0;
    int weaker = 0;
    for (long k = 0; k < bytes; k += STRIDE) {
      ModelStore store = published.copy();
      Store lossy = WeakStore.full(store, k, true);
      try {
        Trial.publish(lossy, Trial.NIGHT, 2);
      } catch (InputException e) {
        assertThat(e.exit()).isEqualTo(ExitCode.STORAGE);
      }
      assertThat(Trial.visible(store)).as("byte " + k).isIn(1, 2);
      weaker += isTornByOverwriting(k, true) ? 1 : 0;
      points++;
    }
    Proof.PUBLISH_SHORT_WRITE.record(Counts.of(points, 0).control(points, weaker));
  }

  @Test
  void errorsOfEveryKindOnceOrForEverLeaveTheOldVersionOrTheNewOne() throws Exception {
    List<Supplier<IOException>> kinds =
        List.of(
            () -> new IOException("Input/output error"),
            () -> new AccessDeniedException("file"),
            () -> new NoSuchFileException("file"),
            () -> new FileSystemException("file", null, "Read-only file system"),
            () -> new FileSystemException("file", null, "Stale file handle"));
    ModelStore published = new ModelStore();
    Trial.night(published, Trial.NIGHT, 1);
    FaultStore counting = FaultStore.counting(published.copy());
    Trial.night(counting, Trial.NIGHT, 2);
    int cases = 0;
    for (Supplier<IOException> kind : kinds) {
      for (int step = 1; step <= counting.steps(); step++) {
        fail(published.copy(), step, FaultStore.Fault.ERROR_ONCE, kind);
        cases++;
      }
    }
    for (int step = 1; step <= counting.steps(); step++) {
      fail(published.copy(), step, FaultStore.Fault.ERROR_FOR_EVER, kinds.get(0));
      cases++;
    }
    Proof.PUBLISH_ERRORS.record(
        Counts.of(cases, 0).control(overwritingSteps(), swallowingIsTorn()));
  }

  private static void fail(
      ModelStore store, int step, FaultStore.Fault fault, Supplier<IOException> kind)
      throws IOException {
    boolean acknowledged = false;
    try {
      Trial.night(FaultStore.failing(store, step, fault).with(kind), Trial.NIGHT, 2);
      acknowledged = true;
    } catch (InputException e) {
      assertThat(e.exit()).isIn(ExitCode.STORAGE, ExitCode.TEMPORARY);
    }
    assertThat(Trial.visible(store)).as(fault + " at " + step).isIn(acknowledged ? 2 : 1, 2);
    Trial.loseLease(store);
    Trial.night(store, Trial.NIGHT, 2);
    assertThat(Trial.visible(store)).isEqualTo(2);
    Trial.checkHistory(store);
  }

  /** The control: new bytes over the old ones, and nobody reads them back. */
  private static boolean isTornByOverwriting(long k, boolean silent) {
    ModelStore store = new ModelStore();
    try {
      Trial.OVERWRITE.publish(store, 1);
      tryToOverwrite(WeakStore.full(store, k, silent));
      return Trial.OVERWRITE.visible(store) == 0;
    } catch (AssertionError | IOException | RuntimeException torn) {
      return true;
    }
  }

  /** The control: what readers find when a publisher goes on after errors from a step on. */
  private static int swallowingIsTorn() throws IOException {
    int torn = 0;
    for (int step = 1; step <= overwritingSteps(); step++) {
      ModelStore store = new ModelStore();
      Trial.OVERWRITE.publish(store, 1);
      tryToOverwrite(FaultStore.failing(store, step, FaultStore.Fault.ERROR_FOR_EVER));
      try {
        torn += Trial.OVERWRITE.visible(store) == 0 ? 1 : 0;
      } catch (AssertionError | IOException | RuntimeException found) {
        torn++;
      }
    }
    return torn;
  }

  private static int overwritingSteps() throws IOException {
    ModelStore store = new ModelStore();
    Trial.OVERWRITE.publish(store, 1);
    FaultStore counting = FaultStore.counting(store);
    Trial.OVERWRITE.publish(counting, 2);
    return counting.steps();
  }

  private static void tryToOverwrite(Store store) {
    try {
      Trial.OVERWRITE.publish(store, 2);
    } catch (IOException | RuntimeException swallowed) {
      // What the weaker program does.
    }
  }

  private static long written(ModelStore published) throws IOException {
    ModelStore store = published.copy();
    long before = new Tree(store).bytes(Trial.ID);
    Trial.publish(store, Trial.NIGHT, 2);
    return new Tree(store).bytes(Trial.ID) - before;
  }
}
