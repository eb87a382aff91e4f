package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Test;

/** Loss of power at a random step, with everything lost that was not forced. */
class PowerLossTest {
  private static final int SEEDS = 500;

  @Test
  void whatWasAcknowledgedIsThereAfterPowerLoss() throws Exception {
    List<String> failures = failures(store -> store);
    assertThat(failures).isEmpty();
    Proof.PUBLISH_POWER_LOSS.record(
        Counts.of(SEEDS, failures.size()).control(SEEDS, failures(WeakStore::withoutForce).size()));
  }

  @Test
  void aPublisherThatForcesNothingFailsTheSameTest() throws Exception {
    assertThat(failures(WeakStore::withoutForce)).hasSizeGreaterThan(SEEDS / 10);
  }

  @Test
  void sayingAlreadyPublishedMakesTheOtherWritersRecordDurable() throws Exception {
    int linked = firstVisibleStep();
    for (int seed = 0; seed < 50; seed++) {
      ModelStore store = new ModelStore();
      FaultStore dying = FaultStore.failing(store, linked, FaultStore.Fault.KILL_AFTER);
      assertThat(killed(dying)).isTrue();
      Outcome outcome = Trial.publish(store, Trial.NIGHT, 1);
      assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ALREADY);
      assertThat(Trial.visible(store.afterPowerLoss(new Random(seed)))).isEqualTo(1);
    }
  }

  private static List<String> failures(UnaryOperator<Store> weakened) throws IOException {
    FaultStore counting = FaultStore.counting(new ModelStore());
    Trial.publish(counting, Trial.NIGHT, 1);
    Trial.publish(counting, Trial.NIGHT, 2);
    List<String> failures = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
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
