package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Loss of power at a random step, with everything lost that was not forced. */
class PowerLossTest {
  private static final int SEEDS = 500;

  /** So many seeds are enough to tell how often the control fails. */
  private static final int WEAKLY = 2_000;

  private static final int ALREADY = 100;

  @Test
  void whatWasAcknowledgedIsThereAfterPowerLoss() throws Exception {
    lose(Proof.PUBLISH_POWER_LOSS, SEEDS);
  }

  @Test
  @Tag("thorough")
  void overAHundredThousandSeeds() throws Exception {
    lose(Proof.PUBLISH_POWER_LOSS_THOROUGH, 100_000);
  }

  private static void lose(Proof proof, int seeds) throws IOException {
    List<String> failures = failures(store -> store, seeds);
    assertThat(failures).isEmpty();
    int weakly = Math.min(seeds, WEAKLY);
    int weaker = failures(WeakStore::withoutForce, weakly).size();
    assertThat(weaker).isGreaterThan(weakly / 5);
    proof.record(Counts.of(seeds, failures.size()).control(weakly, weaker));
  }

  @Test
  void sayingAlreadyPublishedMakesTheOtherWritersRecordDurable() throws Exception {
    int lost = alreadyAndLost(store -> store);
    assertThat(lost).isZero();
    int weaker = alreadyAndLost(WeakStore::withoutForce);
    assertThat(weaker).isPositive();
    Proof.PUBLISH_ALREADY.record(Counts.of(ALREADY, lost).control(ALREADY, weaker));
  }

  /** The first writer dies when its record has its name; the second says "already". */
  private static int alreadyAndLost(UnaryOperator<Store> weakened) throws IOException {
    int linked = firstVisibleStep();
    int lost = 0;
    for (int seed = 0; seed < ALREADY; seed++) {
      ModelStore store = new ModelStore();
      assertThat(killed(FaultStore.failing(store, linked, FaultStore.Fault.KILL_AFTER))).isTrue();
      Outcome outcome = Trial.publish(weakened.apply(store), Trial.NIGHT, 1);
      assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ALREADY);
      lost += Trial.visible(store.afterPowerLoss(new Random(seed))) == 1 ? 0 : 1;
    }
    return lost;
  }

  private static List<String> failures(UnaryOperator<Store> weakened, int seeds)
      throws IOException {
    FaultStore counting = FaultStore.counting(new ModelStore());
    Trial.publish(counting, Trial.NIGHT, 1);
    Trial.publish(counting, Trial.NIGHT, 2);
    List<String> failures = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      try {
        loseAndCheck(weakened, counting.steps(), new Random(seed));
      } catch (AssertionError | IOException | RuntimeException e) {
        failures.add("seed " + seed + ": " + e);
      }
    }
    return failures;
  }

  /** Content 0 is the empty report; what was acknowledged last, or what was under way, is seen. */
  private static void loseAndCheck(UnaryOperator<Store> weakened, int steps, Random random)
      throws IOException {
    ModelStore store = new ModelStore();
    int step = 1 + random.nextInt(steps + 1);
    FaultStore dying = FaultStore.failing(store, step, FaultStore.Fault.KILL_AFTER);
    int acknowledged = 0;
    try {
      Trial.publish(weakened.apply(dying), Trial.NIGHT, 1);
      acknowledged = 1;
      Trial.publish(weakened.apply(dying), Trial.NIGHT, 2);
      acknowledged = 2;
    } catch (FaultStore.Killed killed) {
      // Whatever was acknowledged before counts.
    }
    ModelStore left = store.afterPowerLoss(random);
    assertThat(Trial.visible(left)).isIn(acknowledged, acknowledged + 1);
    Trial.publish(left, Trial.NIGHT, 3);
    assertThat(Trial.visible(left)).isEqualTo(3);
    Trial.checkHistory(left);
  }

  private static boolean killed(Store store) {
    try {
      Trial.publish(store, Trial.NIGHT, 1);
      return false;
    } catch (FaultStore.Killed killed) {
      return true;
    }
  }

  /** The first step after which a reader sees the version: the record has its name. */
  private static int firstVisibleStep() throws IOException {
    for (int step = 1; ; step++) {
      ModelStore store = new ModelStore();
      killed(FaultStore.failing(store, step, FaultStore.Fault.KILL_AFTER));
      if (Trial.visible(store) == 1) {
        return step;
      }
    }
  }
}
