package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Test;

/** Clocks that are two days off, run backwards, or change to summer time: nothing moves. */
class ClockTest {
  private static final List<Duration> JUMPS =
      List.of(
          Duration.ofDays(-2),
          Duration.ofDays(2),
          Duration.ofHours(-1),
          Duration.ofHours(1),
          Duration.ofSeconds(-1));

  @Test
  void theDefaultIsTheLatestNumberOfTheLatestDayWhateverTheClockSays() {
    int wrong = 0;
    int weaker = 0;
    for (Duration jump : JUMPS) {
      ModelStore store = new ModelStore();
      Trial.publish(store, Trial.NIGHT, 1);
      store.setClock(store.clock().plus(jump));
      Trial.publish(store, Trial.NIGHT, 2);
      History history = Trial.report(store).history();
      wrong += history.head().orElseThrow().seq() == 2 ? 0 : 1;
      weaker += byTime(history).seq() == 2 ? 0 : 1;
      Trial.checkHistory(store);
    }
    assertThat(wrong).isZero();
    Proof.PUBLISH_CLOCK.record(Counts.of(JUMPS.size(), wrong).control(JUMPS.size(), weaker));
  }

  @Test
  void aClockThatRunsBackwardsWhileARunComputesDoesNotStopIt() throws Exception {
    ModelStore store = new ModelStore();
    Attempt attempt = Trial.report(store).begin(Trial.NIGHT);
    attempt.write(Trial.frame("a", 1));
    attempt.write(Trial.frame("b", 1));
    store.setClock(store.clock().minus(Duration.ofDays(2)));
    attempt.commit(Trial.inputs(1), java.util.Map.of());

    assertThat(Trial.visible(store)).isEqualTo(1);
  }

  @Test
  void aLeaseFromTheFutureIsLiveAndGarbageFromTheFutureIsYoung() {
    ModelStore store = new ModelStore();
    Report report = Trial.report(store);
    Trial.publish(store, Trial.NIGHT, 1);
    report.begin(Trial.NIGHT).write(Trial.frame("a", 9));
    Lease lease = report.lease();
    store.setClock(store.clock().minus(Duration.ofDays(2)));

    assertThat(report.garbage()).isEmpty();
    lease.close();
    assertThat(report.garbage()).isEmpty();
  }

  @Test
  void theDriversOwnClockDecidesNothing() {
    ModelStore store = new ModelStore();
    store.setClock(Instant.parse("1999-12-31T23:59:59Z"));
    Trial.night(store, Trial.NIGHT, 1);
    Trial.night(store, Trial.NIGHT.minusDays(1), 2);
    Report report = Trial.report(store);

    assertThat(report.freshness().orElseThrow().age()).isZero();
    assertThat(report.garbage()).isEmpty();
    assertThat(report.head().orElseThrow().seq()).isEqualTo(1);
  }

  /** The control. */
  private static Commit byTime(History history) {
    return history.commits().stream()
        .max(Comparator.comparing(commit -> Instant.parse(commit.committedAt())))
        .orElseThrow();
  }
}
