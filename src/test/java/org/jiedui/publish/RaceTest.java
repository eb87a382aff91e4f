package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
    Consumer<Store> night = store -> Trial.publish(store, Trial.NIGHT, 1);
    int twice = twice(night);
    assertThat(twice).isZero();
    int weaker = twice(RaceTest::lookingBeforeOnly);
    assertThat(weaker).isPositive();
    Proof.PUBLISH_SAME_NIGHT.record(
        Counts.of(stepsOf(night), twice).control(stepsOf(RaceTest::lookingBeforeOnly), weaker));
  }

  /** How often a night was published twice that another run published between two steps. */
  private static int twice(Consumer<Store> night) throws IOException {
    int twice = 0;
    for (int step = 1; step <= stepsOf(night); step++) {
      ModelStore store = new ModelStore();
      Runnable other = () -> Trial.publish(store, Trial.NIGHT, 1);
      try {
        night.accept(FaultStore.interrupted(store, step, other));
      } catch (InputException e) {
        assertThat(e.exit()).isEqualTo(ExitCode.TEMPORARY);
      }
      assertThat(Trial.visible(store)).isEqualTo(1);
      twice += Trial.report(store).history().commits().size() == 1 ? 0 : 1;
    }
    return twice;
  }

  @Test
  void aRunThatSleptThroughACorrectionDoesNotReplaceIt() throws Exception {
    int begun = stepsOf(store -> Trial.report(store).begin(Trial.NIGHT));
    int steps = stepsOf(RaceTest::remembering);
    List<Integer> undone = undone(RaceTest::remembering, begun, steps);
    assertThat(undone).isEmpty();
    int late = undone(RaceTest::forgetting, begun, steps).size();
    assertThat(late).isPositive();
    Proof.PUBLISH_SLEEPER.record(
        Counts.of(steps - begun, undone.size()).control(steps - begun, late));
  }

  /** Steps of an older run before which a correction came that readers do not see in the end. */
  private static List<Integer> undone(Consumer<Store> sleeper, int begun, int steps)
      throws IOException {
    List<Integer> undone = new ArrayList<>();
    for (int step = begun + 1; step <= steps; step++) {
      ModelStore store = new ModelStore();
      Trial.publish(store, Trial.NIGHT, 1);
      Runnable correction = () -> Trial.publish(store, Trial.NIGHT, 3);
      try {
        sleeper.accept(FaultStore.interrupted(store, step, correction));
      } catch (InputException e) {
        assertThat(e.exit()).isEqualTo(ExitCode.TEMPORARY);
        assertThat(e.problems().get(0).code()).isEqualTo("OVERTAKEN");
      }
      Trial.checkHistory(store);
      if (Trial.visible(store) != 3) {
        undone.add(step);
      }
    }
    return undone;
  }

  /** Knows from before its work which version it is going to correct. */
  private static void remembering(Store store) {
    Attempt attempt = Trial.report(store).begin(Trial.NIGHT);
    work(store);
    Trial.finish(attempt, 2, Trial.inputs(2));
  }

  /** The control: corrects whatever is there after its work. */
  private static void forgetting(Store store) {
    work(store);
    Trial.finish(Trial.report(store).begin(Trial.NIGHT), 2, Trial.inputs(2));
  }

  /** The control: what was not there before the work is published, whatever came meanwhile. */
  private static void lookingBeforeOnly(Store store) {
    if (Trial.report(store).published(Trial.NIGHT, Trial.inputs(1)).isEmpty()) {
      work(store);
      Trial.finish(Trial.report(store).begin(Trial.NIGHT), 1, Trial.salted(1));
    }
  }

  /** What a run does before it has anything to publish. */
  private static void work(Store store) {
    Report report = Trial.report(store);
    report.preflight(1_000);
    report.lease().close();
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
    return stepsOf(store -> Trial.publish(store, Trial.NIGHT, 1));
  }

  private static int stepsOf(Consumer<Store> night) {
    FaultStore counting = FaultStore.counting(new ModelStore());
    night.accept(counting);
    return counting.steps();
  }
}
