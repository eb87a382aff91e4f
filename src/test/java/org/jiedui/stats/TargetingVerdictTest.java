package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Verdicts and bands of targeting: section 7 of the statistical specification. */
class TargetingVerdictTest {
  private static final double[] INCOME = {
    541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261
  };
  private static final double[] AID = {900, 700, 650, 0, 500, 420, 300, 250, 100, 0};

  /**
   * R 4.2: glm(aid ~ log(income), quasipoisson), sandwich::vcovCL by unit; figures of section 7, to
   * 1e-6.
   */
  @Test
  void theNeedElasticityOfTheSpecificationIsProPoor() {
    double[] logs = Arrays.stream(INCOME).map(StrictMath::log).toArray();
    Fit fit = Ppml.fit(Design.of(AID).constant().regressor("ln_income", logs));
    Covariance v = fit.covariance(Vcov.cr1(Factor.rows(AID.length)));
    int at = fit.names().indexOf("ln_income");
    assertThat(fit.coefficient(at)).isCloseTo(-.5845196306, within(3e-7));
    assertThat(v.standardError(at)).isCloseTo(.1153201245, within(3e-7));
    Interval sign = v.interval(at, TargetingVerdict.SIGN_LEVEL);
    Interval equivalence = v.interval(at, TargetingVerdict.EQUIVALENCE_LEVEL);
    assertThat(sign.low()).isCloseTo(-.8453918763, within(3e-7));
    assertThat(sign.high()).isCloseTo(-.3236474850, within(3e-7));
    assertThat(equivalence.low()).isCloseTo(-.7959144423, within(3e-7));
    assertThat(equivalence.high()).isCloseTo(-.3731248190, within(3e-7));
    assertThat(TargetingVerdict.of(equivalence, sign, .1)).isEqualTo(TargetingVerdict.PRO_POOR);
  }

  @Test
  void equivalenceComesBeforeTheSignAndDoubtBeforeNothing() {
    Interval small = new Interval(-.09, -.02);
    assertThat(TargetingVerdict.of(small, new Interval(-.1, -.01), .1))
        .isEqualTo(TargetingVerdict.BALANCED);
    assertThat(TargetingVerdict.of(small, new Interval(-.1, -.01), .05))
        .isEqualTo(TargetingVerdict.PRO_POOR);
    assertThat(TargetingVerdict.of(new Interval(.1, .4), new Interval(.05, .45), .1))
        .isEqualTo(TargetingVerdict.PRO_RICH);
    assertThat(TargetingVerdict.of(new Interval(-.3, .2), new Interval(-.4, .3), .1))
        .isEqualTo(TargetingVerdict.UNDETERMINED);
  }

  @Test
  void aBandOfOnePointIsItsNormalInterval() {
    double[][] leftOut = {{1}, {2}, {4}, {7}, {3}};
    int draws = 20_000;
    SimultaneousBand band =
        SimultaneousBand.of(new double[] {3}, leftOut, .95, new SeedSequence(1, "band"), draws);
    // Density of |Z| at 1.96 is .1169: four Monte-Carlo standard errors of the quantile.
    double error = 4 * Math.sqrt(.95 * .05 / draws) / .1169;
    assertThat(band.critical()).isCloseTo(1.959963985, within(error));
    double se = Jackknife.standardError(new double[] {1, 2, 4, 7, 3});
    assertThat(band.high()[0]).isEqualTo(3 + band.critical() * se);
  }

  @Test
  void moreIndependentPointsNeedAWiderBand() {
    double[][] one = new double[40][1];
    double[][] many = new double[40][10];
    SplitMix64 random = new SplitMix64(3);
    for (int g = 0; g < 40; g++) {
      for (int q = 0; q < 10; q++) {
        many[g][q] = random.nextUniform();
      }
      one[g][0] = many[g][0];
    }
    SeedSequence seeds = new SeedSequence(2, "band");
    double wide = SimultaneousBand.of(new double[10], many, .95, seeds, 2_000).critical();
    double narrow = SimultaneousBand.of(new double[1], one, .95, seeds, 2_000).critical();
    // Of ten independent normals: Φ(c)^10 with two tails gives c = 2.80.
    assertThat(wide).isBetween(narrow + .4, 3.1);
  }
}
