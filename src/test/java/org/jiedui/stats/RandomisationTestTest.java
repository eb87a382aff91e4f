package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class RandomisationTestTest {
  private static final SeedSequence SEEDS = new SeedSequence(42, "test.randomisation");
  private static final double[] Y = {7, 9, 8, 1, 2, 3};
  private static final Factor ONE = Factor.of("all", new int[6]);

  private static final ToDoubleFunction<boolean[]> DIFFERENCE =
      treated -> {
        double sum = 0;
        for (int i = 0; i < Y.length; i++) {
          sum += treated[i] ? Y[i] : -Y[i];
        }
        return sum;
      };

  /** Of 20 ways to treat 3 of 6 only this one and its mirror are as extreme. */
  @Test
  void allAssignmentsGiveTheExactShare() {
    boolean[] treated = {true, true, true, false, false, false};
    var result = RandomisationTest.of(treated, ONE, DIFFERENCE, SEEDS, 999);
    assertThat(result.assignments()).isEqualTo(20);
    assertThat(result.p()).isEqualTo(0.1);
  }

  /** One treated in each of two strata: 3 · 3 ways, and no other is as far from balance. */
  @Test
  void treatmentStaysWithinStrata() {
    boolean[] treated = {true, false, false, true, false, false};
    Factor strata = Factor.of("half", 1, 1, 1, 2, 2, 2);
    var result = RandomisationTest.of(treated, strata, DIFFERENCE, SEEDS, 999);
    assertThat(result.assignments()).isEqualTo(9);
    // T = 2(7 + 1) − 30 = −14; the others are −12 to −6
    assertThat(result.p()).isEqualTo(1 / 9.0);
  }

  @Test
  void drawsComeNearTheExactShare() {
    boolean[] treated = {true, true, true, false, false, false};
    var result = RandomisationTest.of(treated, ONE, DIFFERENCE, SEEDS, 19);
    assertThat(result.enumerated()).isFalse();
    int draws = 4000;
    int beyond = 0;
    for (int r = 0; r < draws / 19; r++) {
      var again = RandomisationTest.of(treated, ONE, DIFFERENCE, new SeedSequence(r, "test"), 19);
      beyond += (int) Math.round(again.p() * 20 - 1);
    }
    assertThat(beyond / (19.0 * (draws / 19))).isCloseTo(0.1, within(0.02));
  }

  @Test
  void oneAssignmentOnlyIsNoTest() {
    assertThatThrownBy(() -> RandomisationTest.of(new boolean[6], ONE, DIFFERENCE, SEEDS, 99))
        .hasMessage("NO_CONTRAST");
  }
}
