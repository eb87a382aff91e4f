package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two writers at once; the second runs as a whole between any two steps of the first. */
class RaceTest {
  private static final LocalDate NEXT_NIGHT = Trial.NIGHT.plusDays(1);

  @Test
  void twoNightsAtOnceAreBothInHistoryWithTheLaterAsTheDefault() throws Exception {
    List<String> lost = lostUpdates(store -> store);
    assertThat(lost).isEmpty();
    Proof.PUBLISH_RACE.record(
        Counts.of(steps(), lost.size())
            .control(steps(), lostUpdates(WeakStore::withoutExclusiveCreation).size()));
  }

  @Test
  void withoutExclusiveCreationAnUpdateIsLost() throws Exception {
    assertThat(lostUpdates(WeakStore::withoutExclusiveCreation)).isNotEmpty();
  }

  @Test
  void theSameNightTwiceAtOnceIsOneCommit() throws Exception {
    for (int step = 1; step <= steps(); step++) {
      ModelStore store = new ModelStore();
      Trial.publish(
          FaultStore.interrupted(store, step, () -> Trial.publish(store, Trial.NIGHT, 1)),
          Trial.NIGHT,
          1);
      assertThat(Trial.report(store).history().commits()).hasSize(1);
      assertThat(Trial.visible(store)).isEqualTo(1);
    }
    Proof.PUBLISH_SAME_NIGHT.record(Counts.of(steps(), 0));
  }

  @Test
  void aRunThatSleptThroughACorrectionDoesNotReplaceIt() throws Exception {
    int overtaken = 0;
    for (int step = 1; step <= steps(); step++) {
      ModelStore store = new ModelStore();
      Trial.publish(store, Trial.NIGHT, 1);
      Store sleeper =
          FaultStore.interrupted(store, step, () -> Trial.publish(store, Trial.NIGHT, 3));
      try {
        Trial.publish(sleeper, Trial.NIGHT, 2);
      } catch (InputException e) {
        assertThat(e.exit()).isEqualTo(ExitCode.TEMPORARY);
        assertThat(e.problems().get(0).code()).isEqualTo("OVERTAKEN");
        assertThat(Trial.visible(store)).isEqualTo(3);
        overtaken++;
      }
      Trial.checkHistory(store);
    }
    assertThat(overtaken).isGreaterThan(10);
  }

  @Test
  void ofManyThreadsExactlyOneCreatesAName(@TempDir Path folder) throws Exception {
    Store store = new LocalStore(folder);
    for (int round = 0; round < 20; round++) {
      assertThat(StoreContract.winners(store, "r/" + round + ".json")).isEqualTo(1);
    }
    Proof.PUBLISH_THREADS.record(Counts.of(20, 0));
  }

  private static List<String> lostUpdates(UnaryOperator<Store> weakened) throws IOException {
    List<String> lost = new ArrayList<>();
    for (int step = 1; step <= steps(); step++) {
      ModelStore store = new ModelStore();
      Store weak = weakened.apply(store);
      Runnable other = () -> Trial.publish(weak, NEXT_NIGHT, 2);
      try {
        Trial.publish(FaultStore.interrupted(weak, step, other), Trial.NIGHT, 1);
        assertThat(Trial.report(store).history().commits())
            .extracting(Commit::asOf)
            .containsExactly(Trial.NIGHT, NEXT_NIGHT);
        assertThat(Trial.visible(store)).isEqualTo(2);
        Trial.checkHistory(store);
      } catch (AssertionError e) {
        lost.add("step " + step + ": " + e.getMessage());
      }
    }
    return lost;
  }

  private static int steps() {
    FaultStore counting = FaultStore.counting(new ModelStore());
    Trial.publish(counting, Trial.NIGHT, 1);
    return counting.steps();
  }
}
