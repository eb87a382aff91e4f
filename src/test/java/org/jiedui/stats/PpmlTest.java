package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Reference values: statistics.md section 3.3, computed in R 4.2 ({@code glm}, plm 2.6-2). */
class PpmlTest {
  private static final Offset<Double> DIGITS = within(2e-10);

  private static Design postOnly() {
    return Design.of(GrunfeldPanel.inv())
        .regressor("post", GrunfeldPanel.post())
        .effect(GrunfeldPanel.firm());
  }

  private static double[] trend() {
    return Arrays.stream(GrunfeldPanel.years()).map(year -> year - 1945).toArray();
  }

  @Test
  void theMultipleIsThePostCoefficient() {
    Fit fit = Ppml.fit(postOnly());
    assertThat(fit.coefficient(0)).isCloseTo(.5481394260, DIGITS);
    assertThat(StrictMath.exp(fit.coefficient(0))).isCloseTo(1.730031171, within(5e-10));
    assertThat(fit.covariance(Vcov.cr0(GrunfeldPanel.firm())).standardError(0))
        .isCloseTo(.0822529529, DIGITS);
    Covariance cr1 = fit.covariance(Vcov.cr1(GrunfeldPanel.firm()));
    assertThat(cr1.standardError(0)).isCloseTo(.0869208944, DIGITS);
    assertThat(cr1.method()).endsWith("K=2");
  }

  @Test
  void aTrendTurnsTheSign() {
    Fit fit = Ppml.fit(postOnly().regressor("trend", trend()));
    assertThat(fit.coefficient(0)).isCloseTo(-.1736392799, DIGITS);
    assertThat(StrictMath.exp(fit.coefficient(0))).isCloseTo(.8406000643, DIGITS);
    assertThat(fit.coefficient(1)).isCloseTo(.0721778706, DIGITS);
    assertThat(fit.covariance(Vcov.cr1(GrunfeldPanel.firm())).standardError(0))
        .isCloseTo(.0709773669, DIGITS);
  }

  @Test
  void aChangeOfSlopeIsTheKnownOne() {
    double[] trend = trend();
    double[] after =
        IntStream.range(0, 200).mapToDouble(i -> GrunfeldPanel.post()[i] * trend[i]).toArray();
    Fit fit = Ppml.fit(postOnly().regressor("trend", trend).regressor("after", after));
    Covariance cr1 = fit.covariance(Vcov.cr1(GrunfeldPanel.firm()));
    assertThat(fit.coefficient(0)).isCloseTo(-.1165755287, DIGITS);
    assertThat(cr1.standardError(0)).isCloseTo(.0624368854, DIGITS);
    assertThat(fit.coefficient(2)).isCloseTo(.0453299776, DIGITS);
    assertThat(cr1.standardError(2)).isCloseTo(.0107934696, DIGITS);
  }

  @Test
  void theTwoWayExampleIsTheKnownOne() {
    Factor id = Factor.of("id", 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4);
    Factor t = Factor.of("t", 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3);
    Fit fit =
        Ppml.fit(
            Design.of(0, 2, 3, 5, 1, 4, 0, 6, 9, 2, 3, 8)
                .regressor("D", 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0)
                .effect(id)
                .effect(t));
    assertThat(fit.coefficient(0)).isCloseTo(-.5688494639, DIGITS);
    assertThat(fit.covariance(Vcov.iid()).standardError(0)).isCloseTo(.6462118563, DIGITS);
    assertThat(fit.covariance(Vcov.cr0(id)).standardError(0)).isCloseTo(.2535552244, DIGITS);
    Covariance cr1 = fit.covariance(Vcov.cr1(id));
    assertThat(cr1.standardError(0)).isCloseTo(.3433153968, DIGITS);
    assertThat(cr1.method()).endsWith("K=4");
    assertThat(StrictMath.expm1(fit.coefficient(0))).isCloseTo(-.4338235294, DIGITS);
    double onTreated = (3 + 4) - (3 + 4) / StrictMath.exp(fit.coefficient(0));
    assertThat(onTreated).isCloseTo(-5.363636364, within(5e-9));
  }

  /**
   * e^β is the annual multiple and the error that of the ratio of totals, for windows of any size.
   */
  @Test
  void withUnitEffectsAndAPostDummyItIsTheRatioOfTotals() {
    SplitMix64 random = new SeedSequence(42, "test.identity").generator(0);
    int units = 30;
    int years = 12;
    for (int cut : new int[] {3, 6, 8, 11}) {
      double[] y = new double[units * years];
      double[] post = new double[units * years];
      double[] before = new double[units];
      double[] after = new double[units];
      int[] unit = new int[y.length];
      for (int row = 0; row < y.length; row++) {
        unit[row] = row / years;
        post[row] = row % years >= cut ? 1 : 0;
        y[row] = Math.floor(StrictMath.exp(3 * random.nextUniform()) * 1000);
        (post[row] == 1 ? after : before)[unit[row]] += y[row];
      }
      Factor id = Factor.of("unit", unit);
      Fit fit = Ppml.fit(Design.of(y).regressor("post", post).effect(id));
      RatioOfTotals ratio = RatioOfTotals.of(before, after).orElseThrow();
      double annual = ratio.ratio() * cut / (years - cut);
      double error =
          fit.covariance(Vcov.cr0(id)).standardError(0) * Math.sqrt(units / (units - 1.0));
      assertThat(StrictMath.exp(fit.coefficient(0)) / annual).isCloseTo(1, within(1e-10));
      assertThat(error / ratio.logStandardError().orElseThrow()).isCloseTo(1, within(1e-10));
    }
  }

  @Test
  void separatedRowsAreDroppedAndCounted() {
    double[] y = {0, 0, 0, 1, 2, 3};
    Fit simple = Ppml.fit(Design.of(y).constant().regressor("x", 1, 1, 0, 0, 0, 0));
    assertThat(simple.dropped().separated()).isEqualTo(2);
    assertThat(simple.dropped().collinear()).containsExactly("x");
    assertThat(simple.coefficient(0)).isCloseTo(StrictMath.log(1.5), within(1e-10));
  }

  @Test
  void separationByACombinationIsFoundByTheRectifier() {
    Design design =
        Design.of(0, 0, 0, 1, 2, 3)
            .constant()
            .regressor("x1", 2, -1, 0, 0, 5, 6)
            .regressor("x2", -1, 2, 0, 0, -10, -12);
    assertThat(Separation.without(design)).containsExactly(1, 2, 3, 4, 5);
    assertThat(Ppml.fit(design).dropped().separated()).isEqualTo(1);
  }

  @Test
  void groupsOfZeroesAreDroppedAndAllOfThemLeaveNothing() {
    Factor id = Factor.of("id", 1, 1, 2, 2, 3, 3);
    double[] x = {0, 1, 0, 1, 0, 1};
    Fit fit = Ppml.fit(Design.of(0, 0, 2, 6, 1, 3).regressor("x", x).effect(id));
    assertThat(fit.dropped().separated()).isEqualTo(2);
    assertThat(fit.coefficient(0)).isCloseTo(StrictMath.log(3), within(1e-10));
    reason(
        NotEstimable.Reason.SEPARATED,
        () -> Ppml.fit(Design.of(0, 0, 0, 0, 0, 0).regressor("x", x).effect(id)));
  }

  @Test
  void negativeOutcomesAreRefused() {
    reason(NotEstimable.Reason.NEGATIVE_VALUE, () -> Ppml.fit(Design.of(1, -2, 3).constant()));
  }

  @Test
  void offsetsShiftTheConstantOnly() {
    double[] y = {3, 5, 2, 8, 9, 4};
    double[] x = {0, 0, 0, 1, 1, 1};
    double[] heads = new double[6];
    Arrays.fill(heads, StrictMath.log(10));
    Fit plain = Ppml.fit(Design.of(y).constant().regressor("x", x));
    Fit rate = Ppml.fit(Design.of(y).constant().regressor("x", x).offset(heads));
    assertThat(rate.coefficient(0))
        .isCloseTo(plain.coefficient(0) - StrictMath.log(10), within(1e-10));
    assertThat(rate.coefficient(1)).isCloseTo(plain.coefficient(1), within(1e-10));
    assertThat(plain.coefficient(1)).isCloseTo(StrictMath.log(21 / 10.0), within(1e-10));
  }

  @Test
  void weightsCountRowsManifold() {
    double[] y = {3, 5, 2, 8, 9, 4};
    double[] x = {0.5, 1, 0, 1, 2, 1};
    Fit weighted = Ppml.fit(Design.of(y).constant().regressor("x", x).weights(1, 2, 1, 1, 2, 1));
    Fit repeated =
        Ppml.fit(
            Design.of(3, 5, 2, 8, 9, 4, 5, 9).constant().regressor("x", 0.5, 1, 0, 1, 2, 1, 1, 2));
    assertThat(weighted.coefficient(1)).isCloseTo(repeated.coefficient(1), within(1e-10));
  }

  private static void reason(NotEstimable.Reason expected, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            NotEstimable.class, refused -> assertThat(refused.reason()).isEqualTo(expected));
  }
}
