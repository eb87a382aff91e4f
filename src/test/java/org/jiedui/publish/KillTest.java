package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Death and I/O errors at every step of publishing. */
class KillTest {
  @Test
  void afterDeathAtAnyStepReadersSeeTheOldOrTheNewVersionAndARerunPublishes() throws Exception {
    int steps = steps(Trial.COMMIT_LOG, new ModelStore());
    assertThat(steps).isGreaterThan(40);
    List<String> failures = new ArrayList<>();
    for (var fault : List.of(FaultStore.Fault.KILL_BEFORE, FaultStore.Fault.KILL_AFTER)) {
      failures.addAll(failures(Trial.COMMIT_LOG, ModelStore::new, fault, steps));
    }
    assertThat(failures).isEmpty();
    int weaker = steps(Trial.OVERWRITE, new ModelStore());
    List<String> found =
        failures(Trial.OVERWRITE, ModelStore::new, FaultStore.Fault.KILL_AFTER, weaker);
    Proof.PUBLISH_KILL.record(Counts.of(2L * steps, failures.size()).control(weaker, found.size()));
  }

  @Test
  void aPublisherThatOverwritesInPlaceFailsTheSameTest() throws Exception {
    var fault = FaultStore.Fault.KILL_AFTER;
    int steps = steps(Trial.OVERWRITE, new ModelStore());

    assertThat(failures(Trial.OVERWRITE, ModelStore::new, fault, steps)).isNotEmpty();
  }

  @Test
  void theSameHoldsOnADiskAtEveryFourthStep(@TempDir Path folder) throws Exception {
    int[] next = {0};
    Supplier<Store> fresh = () -> new LocalStore(folder.resolve("root" + next[0]++));
    int steps = steps(Trial.COMMIT_LOG, fresh.get());

    for (int step = 1; step <= steps; step += 4) {
      killAndCheck(Trial.COMMIT_LOG, fresh.get(), FaultStore.Fault.KILL_AFTER, step);
    }
    Proof.PUBLISH_KILL_ON_DISK.record(Counts.of((steps + 3) / 4, 0));
  }

  @Test
  void anInputOutputErrorAtAnyStepEndsInStorageFailureOrAPublishedVersion() throws Exception {
    int steps = steps(Trial.COMMIT_LOG, new ModelStore());
    for (int step = 1; step <= steps; step++) {
      Store store = new ModelStore();
      Trial.publish(store, Trial.NIGHT, 1);
      Store failing = FaultStore.failing(store, step, FaultStore.Fault.ERROR_ONCE);
      try {
        Trial.night(failing, Trial.NIGHT, 2);
        assertThat(Trial.visible(store)).isEqualTo(2);
      } catch (InputException e) {
        assertThat(e.exit()).isEqualTo(ExitCode.STORAGE);
      }
      Trial.loseLease(store);
      Trial.publish(store, Trial.NIGHT, 2);
      assertThat(Trial.visible(store)).isEqualTo(2);
      Trial.checkHistory(store);
    }
    Proof.PUBLISH_IO_ERROR.record(Counts.of(steps, 0));
  }

  @Test
  void aStoreThatFailsForEverLeavesTheOldVersionAndExitCode6() throws Exception {
    Store store = new ModelStore();
    Trial.publish(store, Trial.NIGHT, 1);
    Store failing = FaultStore.failing(store, 1, FaultStore.Fault.ERROR_FOR_EVER);

    assertThatThrownBy(() -> Trial.publish(failing, Trial.NIGHT, 2))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.STORAGE));
    assertThat(Trial.visible(store)).isEqualTo(1);
  }

  private static int steps(Trial.Protocol protocol, Store store) throws IOException {
    protocol.publish(store, 1);
    FaultStore counting = FaultStore.counting(store);
    protocol.publish(counting, 2);
    return counting.steps();
  }

  /** One line for each step at which something is wrong. */
  private static List<String> failures(
      Trial.Protocol protocol, Supplier<? extends Store> fresh, FaultStore.Fault fault, int steps) {
    List<String> failures = new ArrayList<>();
    for (int step = 1; step <= steps; step++) {
      try {
        killAndCheck(protocol, fresh.get(), fault, step);
      } catch (AssertionError | IOException | RuntimeException e) {
        failures.add(fault + " at step " + step + ": " + e);
      }
    }
    return failures;
  }

  private static void killAndCheck(
      Trial.Protocol protocol, Store store, FaultStore.Fault fault, int step) throws IOException {
    protocol.publish(store, 1);
    try {
      protocol.publish(FaultStore.failing(store, step, fault), 2);
      throw new AssertionError("nothing was killed");
    } catch (FaultStore.Killed killed) {
      assertThat(protocol.visible(store)).isIn(1, 2);
    }
    Trial.loseLease(store);
    protocol.publish(store, 2);
    assertThat(protocol.visible(store)).isEqualTo(2);
    Trial.checkHistory(store);
  }
}
