package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reference values: statistics.md section 3.5, all 1,024 sign vectors in R 4.2. */
class WildClusterBootstrapTest {
  private static final SeedSequence SEEDS = new SeedSequence(42, "test.wild");

  private static WildClusterBootstrap.Result of(Design design, String name, Factor clusters) {
    return WildClusterBootstrap.of(Regression.ols(design), name, clusters, SEEDS, 0.95);
  }

  @Test
  void allSignVectorsGiveTheKnownShares() {
    var value = of(GrunfeldPanel.twoWay(), "value", GrunfeldPanel.firm());
    var capital = of(GrunfeldPanel.twoWay(), "capital", GrunfeldPanel.firm());
    assertThat(value.enumerated()).isTrue();
    assertThat(value.vectors()).isEqualTo(1024);
    assertThat(value.statistic()).isCloseTo(12.12063097, within(5e-8));
    assertThat(value.p()).isEqualTo(2 / 1024.0);
    assertThat(capital.statistic()).isCloseTo(8.336991084, within(5e-8));
    assertThat(capital.p()).isEqualTo(52 / 1024.0);
  }

  /** Slow and plain: every draw is a panel of its own, estimated from the start. */
  @Test
  void addingUpProjectedClustersIsTheSameAsEstimatingEveryDraw() {
    assertThat(share(GrunfeldPanel.twoWay(), GrunfeldPanel.twoWay())).isEqualTo(52 / 1024.0);
  }

  @Test
  void leavingOutTheProjectionOnYearsWouldBeSeen() {
    Design once = GrunfeldPanel.investment().effect(GrunfeldPanel.firm());
    assertThat(share(GrunfeldPanel.twoWay(), once)).isNotEqualTo(52 / 1024.0);
  }

  /** p of capital with draws made under one design and estimated under another. */
  private static double share(Design drawn, Design estimated) {
    Factor firm = GrunfeldPanel.firm();
    Fit restricted = Regression.ols(drawn.without("capital"));
    double[] residual = restricted.residuals();
    double[] y = GrunfeldPanel.inv();
    double actual = statistic(Regression.ols(drawn), firm);
    int beyond = 0;
    for (int vector = 0; vector < 1024; vector++) {
      int signs = vector;
      double[] star =
          IntStream.range(0, y.length)
              .mapToDouble(
                  row ->
                      y[row]
                          - residual[row]
                          + ((signs >> firm.code(row)) % 2 == 0 ? 1 : -1) * residual[row])
              .toArray();
      double t = statistic(Regression.ols(estimated.outcome(star)), firm);
      beyond += Math.abs(t) >= actual * (1 - 1e-10) ? 1 : 0;
    }
    return beyond / 1024.0;
  }

  private static double statistic(Fit fit, Factor firm) {
    Covariance v = fit.covariance(Vcov.cr0(firm));
    return v.statistic(fit.names().indexOf("capital"));
  }

  /**
   * R 4.2, all 1,024 vectors by hand: glm(inv ~ capital + factor(firm), quasipoisson), mu; r = (inv
   * - mu)/mu; with B = solve(crossprod(X, mu * X)) of the full X each w[firm] * r gives b = B %*%
   * crossprod(X, mu * r) and t = b/sqrt(CR0). The second tests post beside a trend.
   */
  @Test
  void thePoissonScoreBootstrapHasTheSharesThatRGives() {
    Design levels = Design.of(GrunfeldPanel.inv()).effect(GrunfeldPanel.firm());
    Design values = GrunfeldPanel.investment().effect(GrunfeldPanel.firm());
    score(values, "value", 6.218217464, 378);
    score(values, "capital", 11.09432274, 244);
    double[] trend = Arrays.stream(GrunfeldPanel.years()).map(year -> year - 1945).toArray();
    score(
        levels.regressor("post", GrunfeldPanel.post()).regressor("trend", trend),
        "post",
        -2.63944839,
        244);
  }

  private static void score(Design design, String name, double t, int beyond) {
    var found = WildClusterBootstrap.of(Ppml.fit(design), name, GrunfeldPanel.firm(), SEEDS, 0.95);
    assertThat(found.statistic()).as(name).isCloseTo(t, within(1e-6));
    assertThat(found.p()).as(name).isEqualTo(beyond / 1024.0);
    assertThat(found.method()).isEqualTo("score_cluster all 1024");
    assertThat(found.interval()).isEmpty();
  }

  /** With effects alone under the null, as in a multiple that is nothing but before and after. */
  @Test
  void aLoneRegressorOfAPoissonFitIsTestedToo() {
    Design design =
        Design.of(GrunfeldPanel.inv())
            .effect(GrunfeldPanel.firm())
            .regressor("post", GrunfeldPanel.post());
    var found =
        WildClusterBootstrap.of(Ppml.fit(design), "post", GrunfeldPanel.firm(), SEEDS, 0.95);
    assertThat(found.p()).isBetween(2 / 1024.0, 0.05);
  }

  @Test
  void theIntervalHoldsWhatTheTestDoesNotReject() {
    Design design = GrunfeldPanel.twoWay();
    Interval interval = of(design, "capital", GrunfeldPanel.firm()).interval().orElseThrow();
    for (double bound : new double[] {interval.low(), interval.high()}) {
      double inside = shifted(design, bound + (bound == interval.low() ? 1 : -1) * 1e-4).p();
      double outside = shifted(design, bound - (bound == interval.low() ? 1 : -1) * 1e-4).p();
      assertThat(inside).isGreaterThan(0.05);
      assertThat(outside).isLessThanOrEqualTo(0.05);
    }
  }

  /** Whether capital's slope is b, tested as a slope of 0 of the outcome less b times capital. */
  private static WildClusterBootstrap.Result shifted(Design design, double b) {
    double[] y = design.outcome();
    double[] capital = design.regressor("capital");
    double[] less = IntStream.range(0, y.length).mapToDouble(i -> y[i] - b * capital[i]).toArray();
    return of(design.outcome(less), "capital", GrunfeldPanel.firm());
  }

  @Test
  void fewClustersTakeWebbsSixPoints() {
    int[] some = IntStream.range(0, 100).toArray();
    var five = of(GrunfeldPanel.twoWay().only(some), "value", GrunfeldPanel.firm().only(some));
    assertThat(five.enumerated()).isTrue();
    assertThat(five.vectors()).isEqualTo(7776);
  }

  @Test
  void manyClustersAreDrawnAndGiveTheSameShareEveryTime() {
    Design design = GrunfeldPanel.twoWay();
    var first = of(design, "capital", GrunfeldPanel.year());
    assertThat(first.enumerated()).isFalse();
    assertThat(first.vectors()).isEqualTo(9999);
    assertThat(of(design, "capital", GrunfeldPanel.year())).isEqualTo(first);
  }
}
