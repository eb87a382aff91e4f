package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Reference values: statistics.md section 3.2, computed in R 4.2 from plm 2.6-2 ({@code Grunfeld}),
 * clubSandwich for CR2; others as the comment beside them says.
 */
class RegressionTest {
  private static final Fit TWO_WAY = Regression.ols(GrunfeldPanel.twoWay());

  private static void errors(Vcov kind, double value, double capital) {
    Covariance v = TWO_WAY.covariance(kind);
    assertThat(v.standardError("value")).isCloseTo(value, within(2e-10));
    assertThat(v.standardError("capital")).isCloseTo(capital, within(2e-10));
  }

  @Test
  void twoWayEffectsGiveTheKnownSlopes() {
    assertThat(TWO_WAY.names()).containsExactly("value", "capital");
    assertThat(TWO_WAY.coefficient(0)).isCloseTo(.1177158551, within(5e-11));
    assertThat(TWO_WAY.coefficient(1)).isCloseTo(.3579162731, within(5e-11));
    // R 4.2: summary(lm(inv ~ value + capital + factor(firm) + factor(year), Grunfeld))$r.squared
    assertThat(TWO_WAY.r2().orElseThrow()).isCloseTo(.951693399681, within(1e-9));
    // plm 2.6-2: summary(plm(..., effect = "twoways", model = "within"))$r.squared[1]
    assertThat(TWO_WAY.withinR2().orElseThrow()).isCloseTo(.720145212924, within(1e-9));
  }

  @Test
  void everyNamedVarianceIsTheKnownOne() {
    Factor firm = GrunfeldPanel.firm();
    errors(Vcov.iid(), .0137512830, .0227190109);
    errors(Vcov.cr0(firm), .0097120237, .0429311089);
    errors(Vcov.cr1(firm), .0108244295, .0478483966);
    errors(Vcov.cr1s(firm), .0111089155, .0491059410);
    errors(Vcov.cv3(firm), .0523302123, .2465632844);
    errors(Vcov.cv3Mean(firm), .0504487212, .2378425016);
  }

  @Test
  void levelsOfEffectsNestedInClustersAreNotCounted() {
    assertThat(TWO_WAY.covariance(Vcov.cr1(GrunfeldPanel.firm())).method())
        .isEqualTo("CR1(firm) K=22");
    assertThat(TWO_WAY.covariance(Vcov.cr1s(GrunfeldPanel.firm())).method())
        .isEqualTo("CR1S(firm) K=31");
  }

  @Test
  void oneWayEffectsGiveTheKnownSlopes() {
    Fit fit = Regression.ols(GrunfeldPanel.investment().effect(GrunfeldPanel.firm()));
    Covariance v = fit.covariance(Vcov.cr1(GrunfeldPanel.firm()));
    assertThat(fit.coefficient(0)).isCloseTo(.1101238041, within(5e-11));
    assertThat(fit.coefficient(1)).isCloseTo(.3100653413, within(5e-11));
    assertThat(v.standardError(0)).isCloseTo(.0151944939, within(5e-11));
    assertThat(v.standardError(1)).isCloseTo(.0527517718, within(5e-11));
    assertThat(v.method()).endsWith("K=3");
  }

  @Test
  void biasReducedErrorsHaveTheirOwnDegreesOfFreedom() {
    Covariance v = TWO_WAY.covariance(Vcov.cr2(GrunfeldPanel.firm()));
    assertThat(v.standardError(0)).isCloseTo(.0208, within(5e-5));
    assertThat(v.standardError(1)).isCloseTo(.1002, within(5e-5));
    assertThat(v.degreesOfFreedom()[0]).isCloseTo(2.39, within(5e-3));
    assertThat(v.degreesOfFreedom()[1]).isCloseTo(1.84, within(5e-3));
  }

  @Test
  void heteroskedasticityRobustErrorsAreThoseOfSandwich() {
    // sandwich 3.0-2: vcovHC(lm(inv ~ value + capital + factor(firm) + factor(year)), type = ...)
    errors(Vcov.hc1(), .0191799205213, .0544026642585);
    errors(Vcov.hc3(), .0236237890271, .0801154970836);
  }

  @Test
  void twoWayClustersAreThoseOfSandwich() {
    // sandwich 3.0-2: vcovCL(m, ~ firm + year, type = "HC0", cadjust = FALSE); our factor is min(G)
    double c = Math.sqrt(10 / 9.0 * 199 / 197);
    errors(
        Vcov.cr1(GrunfeldPanel.firm(), GrunfeldPanel.year()),
        .0106338232407 * c,
        .0426562329875 * c);
  }

  @Test
  void negativeEigenvaluesOfTwoWayClustersAreSetToZeroAndFlagged() {
    double[] y = {1, 4, 2, 6, 3, 5};
    double[] x = {1, 2, 3, 4, 5, 7};
    Factor a = Factor.of("a", 1, 1, 2, 2, 3, 3);
    Factor b = Factor.of("b", 1, 2, 1, 2, 1, 2);
    Fit fit = Regression.ols(Design.of(y).constant().regressor("x", x));
    Covariance v = fit.covariance(Vcov.cr1(a, b));
    assertThat(v.repaired()).isTrue();
    assertThat(v.matrix()[0][0]).isNotNegative();
    assertThat(v.matrix()[1][1]).isNotNegative();
    assertThat(TWO_WAY.covariance(Vcov.cr1(GrunfeldPanel.firm(), GrunfeldPanel.year())).repaired())
        .isFalse();
  }

  @Test
  void driscollKraayIsThatOfPlm() {
    // plm 2.6-2: vcovSCC(plm(inv ~ value + capital, effect = "twoways"), type = "HC0", maxlag = 2)
    errors(Vcov.driscollKraay(GrunfeldPanel.year(), 2), .020436322948, .0558105306258);
  }

  @Test
  void neweyWestIsThatOfSandwich() {
    // sandwich 3.0-2: NeweyWest(lm(inv ~ value + capital, firm == 1), lag = 3, prewhite = FALSE,
    // adjust = FALSE)
    int[] first = IntStream.range(0, 20).toArray();
    Covariance v =
        Regression.ols(GrunfeldPanel.investment().constant().only(first))
            .covariance(Vcov.neweyWest(3));
    assertThat(v.standardError("value")).isCloseTo(.0298041247391, within(1e-12));
    assertThat(v.standardError("capital")).isCloseTo(.0492852815529, within(1e-12));
  }

  @Test
  void weightsAreThoseOfLm() {
    // R 4.2: lm(inv ~ value + capital + factor(firm) + factor(year), weights = 1 + (1:200) %% 3)
    double[] weights = IntStream.rangeClosed(1, 200).mapToDouble(i -> 1 + i % 3).toArray();
    Fit fit = Regression.ols(GrunfeldPanel.twoWay().weights(weights));
    assertThat(fit.coefficient(0)).isCloseTo(.120443343324, within(1e-10));
    assertThat(fit.coefficient(1)).isCloseTo(.372125758578, within(1e-10));
    Covariance cr0 = fit.covariance(Vcov.cr0(GrunfeldPanel.firm()));
    assertThat(cr0.standardError(0)).isCloseTo(.00961760733282, within(1e-11));
    assertThat(cr0.standardError(1)).isCloseTo(.0394240018872, within(1e-11));
    assertThat(fit.covariance(Vcov.iid()).standardError(0))
        .isCloseTo(.0137479284574, within(1e-11));
    assertThat(fit.covariance(Vcov.hc3()).standardError(1))
        .isCloseTo(.0954533459974, within(1e-10));
  }

  @Test
  void theJointTestIsThatOfWaldtest() {
    // lmtest 0.9-40: waldtest(lm(inv ~ value + capital, firm == 1), . ~ 1)
    int[] first = IntStream.range(0, 20).toArray();
    Covariance v =
        Regression.ols(GrunfeldPanel.investment().constant().only(first)).covariance(Vcov.iid());
    Covariance.Joint joint = v.joint(List.of("value", "capital"));
    assertThat(joint.f()).isCloseTo(99.5792700117, within(1e-8));
    assertThat(joint.p()).isCloseTo(4.104407e-10, within(1e-15));
  }

  @Test
  void aVarianceThatCannotBeInvertedGivesNoJointTest() {
    Factor two = Factor.of("half", IntStream.range(0, 200).map(row -> row / 100).toArray());
    Covariance v = TWO_WAY.covariance(Vcov.cr0(two));
    reason(NotEstimable.Reason.SINGULAR_VCOV, () -> v.joint(List.of("value", "capital")));
  }

  @Test
  void absorbedAndCollinearRegressorsAreDroppedByName() {
    double[] size = new double[200];
    double[] twice = new double[200];
    for (int row = 0; row < 200; row++) {
      size[row] = GrunfeldPanel.firm().code(row);
      twice[row] = 2 * GrunfeldPanel.investment().regressor("capital")[row];
    }
    Fit fit =
        Regression.ols(GrunfeldPanel.twoWay().regressor("size", size).regressor("twice", twice));
    assertThat(fit.dropped().collinear()).containsExactly("size", "twice");
    assertThat(fit.coefficient("size")).isEmpty();
    assertThat(fit.coefficient(0)).isCloseTo(TWO_WAY.coefficient(0), within(1e-12));
    reason(
        NotEstimable.Reason.COLLINEAR,
        () ->
            Regression.ols(
                Design.of(GrunfeldPanel.inv())
                    .regressor("size", size)
                    .effect(GrunfeldPanel.firm())));
  }

  @Test
  void groupsOfOneAreDroppedRepeatedlyAndCounted() {
    double[] y = {1, 2, 4, 5, 9, 7};
    double[] x = {1, 3, 2, 5, 4, 8};
    Factor unit = Factor.of("unit", 1, 1, 2, 2, 3, 4);
    Factor time = Factor.of("time", 1, 2, 1, 2, 3, 3);
    Fit fit = Regression.ols(Design.of(y).regressor("x", x).effect(unit).effect(time));
    assertThat(fit.dropped().singletons()).isEqualTo(2);
    assertThat(fit.size()).isEqualTo(4);
    reason(NotEstimable.Reason.NO_DF, () -> fit.covariance(Vcov.iid()));
  }

  @Test
  void oneClusterHasNoVariance() {
    Factor one = Factor.of("all", new int[200]);
    reason(NotEstimable.Reason.SINGLE_CLUSTER, () -> TWO_WAY.covariance(Vcov.cr1(one)));
  }

  @Test
  void unitsOfMeasurementChangeNothingButTheUnits() {
    double[] thousands = Arrays.stream(GrunfeldPanel.inv()).map(y -> 1000 * y).toArray();
    Fit fit = Regression.ols(GrunfeldPanel.twoWay().outcome(thousands));
    assertThat(fit.coefficient(0)).isCloseTo(1000 * TWO_WAY.coefficient(0), within(1e-9));
    assertThat(fit.covariance(Vcov.cr1(GrunfeldPanel.firm())).standardError(0))
        .isCloseTo(10.8244295, within(1e-6));
  }

  @Test
  void threeEffectsAreThoseOfDummies() {
    // R 4.2: coef(lm(inv ~ value + capital + factor(firm) + factor(year) + factor((1:200) %% 7)))
    Factor third = Factor.of("third", IntStream.rangeClosed(1, 200).map(i -> i % 7).toArray());
    Fit fit = Regression.ols(GrunfeldPanel.twoWay().effect(third));
    assertThat(fit.coefficient(0)).isCloseTo(0.118413921206, within(1e-9));
    assertThat(fit.coefficient(1)).isCloseTo(0.354347242843, within(1e-9));
  }

  /** A ring of groups that hang together by one row each: means travel one link a sweep. */
  @Test
  void effectsThatHangTogetherByAThreadDoNotConverge() {
    int links = 1500;
    int[] first = IntStream.range(0, 2 * links).map(row -> row / 2).toArray();
    int[] second = IntStream.range(0, 2 * links).map(row -> (row + 1) / 2 % links).toArray();
    double[] y = IntStream.range(0, 2 * links).mapToDouble(row -> row < links ? 0 : 1).toArray();
    double[] x = IntStream.range(0, 2 * links).mapToDouble(row -> row * (double) row).toArray();
    Design ring =
        Design.of(y)
            .regressor("x", x)
            .effect(Factor.of("first", first))
            .effect(Factor.of("second", second));
    reason(NotEstimable.Reason.NO_CONVERGENCE, () -> Regression.ols(ring));
  }

  private static void reason(NotEstimable.Reason expected, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            NotEstimable.class, refused -> assertThat(refused.reason()).isEqualTo(expected));
  }
}
