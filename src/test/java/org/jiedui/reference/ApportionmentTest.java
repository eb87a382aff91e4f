package org.jiedui.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jiedui.message.InputException;
import org.junit.jupiter.api.Test;

class ApportionmentTest {
  @Test
  void aHundredByThirdsGivesTheSpareOneToTheSmallestCode() {
    // Specification, "Geography through time": 100 by thirds is 34, 33, 33.
    double third = 1.0 / 3;

    assertThat(Apportionment.of(100, Map.of("c", third, "a", third, "b", third)))
        .containsExactly(Map.entry("a", 34L), Map.entry("b", 33L), Map.entry("c", 33L));
  }

  @Test
  void theLargerRemainderGetsTheSpareOne() {
    // Specification: 1,000,003 by (.6, .4) is 600,002 and 400,001. Quotas 600,001.8 and 400,001.2.
    assertThat(Apportionment.of(1_000_003, Map.of("a", .6, "b", .4)))
        .containsExactly(Map.entry("a", 600_002L), Map.entry("b", 400_001L));
  }

  @Test
  void aCorrectionIsSharedAsItsAmount() {
    assertThat(Apportionment.of(-1_000_003, Map.of("a", .6, "b", .4)))
        .containsExactly(Map.entry("a", -600_002L), Map.entry("b", -400_001L));
  }

  @Test
  void theWholeRangeOfAmountsIsSharedExactly() {
    for (long total : new long[] {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertThat(sum(Apportionment.of(total, Map.of("a", .1, "b", .2, "c", .7)))).isEqualTo(total);
    }
    assertThat(Apportionment.of(Long.MAX_VALUE, Map.of("a", 1.0, "b", 0.0)))
        .containsExactly(Map.entry("a", Long.MAX_VALUE), Map.entry("b", 0L));
  }

  @Test
  void sharesAddUpAndLieWithinOneOfTheirQuotaForAnyWeights() {
    for (long seed = 0; seed < 500; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      SortedMap<String, Double> weights = weights(random);
      long total = random.nextLong(-9_000_000_000_000L, 9_000_000_000_000L);

      SortedMap<String, Long> shares = Apportionment.of(total, weights);

      assertThat(sum(shares)).as("seed %d", seed).isEqualTo(total);
      shares.forEach(
          (code, share) ->
              assertThat(Math.abs(share - total * weights.get(code))).isLessThan(1.01));
    }
  }

  @Test
  void weightsThatDoNotSumToOneAreRefused() {
    assertRefused(Map.of("a", .6, "b", .4 + 2e-9));
    assertRefused(Map.of("a", 1.2, "b", -.2));
    assertRefused(Map.of("a", Double.NaN));
    assertRefused(Map.of());
    assertThat(Apportionment.of(10, Map.of("a", .6, "b", .4 + 5e-10))).hasSize(2);
  }

  private static void assertRefused(Map<String, Double> weights) {
    assertThatThrownBy(() -> Apportionment.of(100, weights))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("WEIGHTS_NOT_ONE");
  }

  private static SortedMap<String, Double> weights(SplittableRandom random) {
    double[] drawn = random.doubles(random.nextInt(1, 9), .001, 1).toArray();
    double sum = java.util.Arrays.stream(drawn).sum();
    SortedMap<String, Double> weights = new TreeMap<>();
    for (int i = 0; i < drawn.length; i++) {
      weights.put("u" + i, drawn[i] / sum);
    }
    return weights;
  }

  private static long sum(SortedMap<String, Long> shares) {
    return shares.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
  }
}
