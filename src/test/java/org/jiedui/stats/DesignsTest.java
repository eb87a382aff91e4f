package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.jiedui.stats.SegmentedSeries.Shape;
import org.junit.jupiter.api.Test;

/** Reference values: statistics.md sections 3.4 and 3.6, computed in R 4.2 from base R. */
class DesignsTest {
  private static final Offset<Double> DIGITS = within(5e-10);

  /** R 4.2: {@code Nile}, 1871 to 1970. */
  private static final double[] NILE = {
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180,
    799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833,
    701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845,
    864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649,
    846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815,
    1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
  };

  /** R 4.2: {@code discoveries}, 1860 to 1959. */
  private static final double[] DISCOVERIES = {
    5, 3, 0, 2, 0, 3, 2, 3, 6, 1, 2, 1, 2, 1, 3, 3, 3, 5, 2, 4, 4, 0, 2, 3, 7, 12, 3, 10, 9, 2, 3,
    7, 7, 2, 3, 3, 6, 2, 4, 3, 5, 2, 2, 4, 0, 4, 2, 5, 2, 3, 3, 6, 5, 8, 3, 6, 6, 0, 5, 2, 2, 2, 6,
    3, 4, 4, 2, 2, 4, 7, 5, 3, 3, 0, 2, 2, 2, 1, 3, 4, 2, 2, 1, 1, 1, 2, 1, 4, 4, 3, 2, 1, 4, 1, 1,
    1, 0, 0, 2, 0
  };

  private static double[] years(int from) {
    return IntStream.range(from, from + 100).asDoubleStream().toArray();
  }

  private static Design nile(Shape shape) {
    return new SegmentedSeries(years(1871), 1899).terms(Design.of(NILE).constant(), shape);
  }

  private static Fit discoveries(Shape shape) {
    return Ppml.fit(
        new SegmentedSeries(years(1860), 1900).terms(Design.of(DISCOVERIES).constant(), shape));
  }

  private static void term(Fit fit, Vcov kind, String name, double estimate, double error) {
    Covariance v = fit.covariance(kind);
    assertThat(fit.coefficient(name).orElseThrow()).isCloseTo(estimate, within(5e-8));
    assertThat(v.standardError(name)).isCloseTo(error, within(5e-8));
  }

  @Test
  void theNileFellInEveryShape() {
    Vcov newey = Vcov.neweyWest(4);
    term(Regression.ols(nile(Shape.LEVEL)), newey, "post", -247.7777778, 31.3394487);
    term(Regression.ols(nile(Shape.TREND)), newey, "post", -283.6023791, 48.0680498);
    Fit slope = Regression.ols(nile(Shape.SLOPE_CHANGE));
    term(slope, newey, "post", -289.1026854, 61.7759389);
    term(slope, newey, "post:trend", -.4690887676, 2.7015774);
  }

  @Test
  void theSignOfDiscoveriesDependsOnTheTrend() {
    assertThat(StrictMath.exp(post(discoveries(Shape.LEVEL)))).isCloseTo(.7785547786, DIGITS);
    assertThat(StrictMath.exp(post(discoveries(Shape.TREND)))).isCloseTo(1.058233914, DIGITS);
    Fit slope = discoveries(Shape.SLOPE_CHANGE);
    assertThat(StrictMath.exp(post(slope))).isCloseTo(.8143178299, DIGITS);
    assertThat(slope.coefficient("post:trend").orElseThrow()).isCloseTo(-.0386192404, DIGITS);
    assertThat(slope.dispersion()).isCloseTo(1.345579336, DIGITS);
  }

  private static double post(Fit fit) {
    return fit.coefficient("post").orElseThrow();
  }

  @Test
  void aSeriesThatIsTooShortIsRefused() {
    SegmentedSeries three = new SegmentedSeries(new double[] {1, 2, 3, 4, 5, 6, 7}, 5);
    Design design = Design.of(1, 2, 3, 4, 5, 6, 7).constant();
    assertThat(three.terms(design, Shape.TREND).names()).hasSize(3);
    reason(NotEstimable.Reason.TOO_SHORT, () -> three.terms(design, Shape.SLOPE_CHANGE));
    SegmentedSeries two = new SegmentedSeries(new double[] {1, 2, 3, 4, 5, 6, 7}, 6);
    reason(NotEstimable.Reason.TOO_SHORT, () -> two.terms(design, Shape.LEVEL));
  }

  @Test
  void harmonicsTakeOutTheSeasons() {
    double[] months = IntStream.range(0, 48).asDoubleStream().toArray();
    double[] y =
        Arrays.stream(months)
            .map(t -> 3 * StrictMath.sin(2 * Math.PI * t / 12) + (t >= 24 ? 5 : 0))
            .toArray();
    SegmentedSeries series = new SegmentedSeries(months, 24);
    Design design = series.harmonics(series.terms(Design.of(y).constant(), Shape.TREND), 12, 1);
    Fit fit = Regression.ols(design);
    assertThat(fit.coefficient("post").orElseThrow()).isCloseTo(5, within(1e-10));
    assertThat(fit.coefficient("sin1").orElseThrow()).isCloseTo(3, within(1e-10));
  }

  @Test
  void twoByTwoIsTheDifferenceOfDifferences() {
    PanelT panel = new PanelT(3, 0);
    Design design = panel.design().regressor("D", panel.treated());
    assertThat(Regression.ols(design).coefficient(0)).isCloseTo(4.305555556, within(5e-10));
    // ratio of ratios of totals: 2.444444444/1.887850467 = 1.294829483
    assertThat(StrictMath.exp(Ppml.fit(design).coefficient(0)))
        .isCloseTo(1.294829483, within(5e-10));
  }

  @Test
  void staggeredTwoWayEffectsAreTheKnownMixture() {
    PanelT panel = new PanelT(3, 4, 0);
    Fit fit = Regression.ols(panel.design().regressor("D", panel.treated()));
    assertThat(fit.coefficient(0)).isCloseTo(4.119047619, DIGITS);
    assertThat(fit.covariance(Vcov.cr0(panel.unit())).standardError(0))
        .isCloseTo(.2307291057, DIGITS);
    Covariance cr1 = fit.covariance(Vcov.cr1(panel.unit()));
    assertThat(cr1.standardError(0)).isCloseTo(.2518986205, DIGITS);
    assertThat(cr1.method()).endsWith("K=6");
  }

  @Test
  void theEventStudyIsTheKnownOne() {
    PanelT panel = new PanelT(3, 0);
    EventStudy study = new EventStudy(panel.years(), panel.firstTreated(), -5, 5);
    Fit fit = Regression.ols(study.terms(panel.design()));
    Covariance v = fit.covariance(Vcov.cr1(panel.unit()));
    double[] effects = {-.1666666667, 3, 4.5, 5.166666667};
    double[] errors = {.6432520098, .6770032004, .4583333333, .5808478796};
    assertThat(fit.names()).containsExactly("e=-2", "e=0", "e=1", "e=2");
    for (int k = 0; k < 4; k++) {
      assertThat(fit.coefficient(k)).isCloseTo(effects[k], DIGITS);
      assertThat(v.standardError(k)).isCloseTo(errors[k], DIGITS);
    }
    assertThat(v.method()).endsWith("K=9");
  }

  @Test
  void leadsAreTestedJointly() {
    PanelT panel = new PanelT(4, 0);
    EventStudy study = new EventStudy(panel.years(), panel.firstTreated(), -5, 5);
    Fit fit = Regression.ols(study.terms(panel.design()));
    Covariance.Joint joint = study.preTrends(fit.covariance(Vcov.cr1(panel.unit())));
    assertThat(joint.q()).isEqualTo(2);
    assertThat(joint.df()).isEqualTo(8);
    assertThat(joint.f()).isCloseTo(.1454545455, DIGITS);
    assertThat(joint.p()).isCloseTo(.8668647341, DIGITS);
  }

  @Test
  void thePoissonEventStudyGivesRatiosOfRatios() {
    PanelT panel = new PanelT(3, 0);
    EventStudy study = new EventStudy(panel.years(), panel.firstTreated(), -2, 2);
    Fit fit = Ppml.fit(study.terms(panel.design()));
    // year 5 against year 2: (57/33) / (73/56)
    assertThat(StrictMath.exp(fit.coefficient("e=2").orElseThrow()))
        .isCloseTo(57.0 / 33 / (73.0 / 56), within(1e-9));
  }

  @Test
  void timesBeyondTheEndsGoIntoBins() {
    PanelT panel = new PanelT(4, 0);
    EventStudy study = new EventStudy(panel.years(), panel.firstTreated(), -2, 0);
    assertThat(study.terms(panel.design()).names()).isEqualTo(List.of("e<=-2", "e>=0"));
  }

  @Test
  void withoutContrastControlOrPreTimeThereIsNoEventStudy() {
    int[] years = {1, 2, 1, 2};
    reason(NotEstimable.Reason.NO_CONTRAST, () -> new EventStudy(years, new int[4], -2, 2));
    reason(
        NotEstimable.Reason.NO_CONTROL, () -> new EventStudy(years, new int[] {2, 2, 2, 2}, -2, 2));
    reason(
        NotEstimable.Reason.NO_PRE_PERIOD,
        () -> new EventStudy(years, new int[] {1, 1, 0, 0}, -2, 2));
  }

  private static void reason(NotEstimable.Reason expected, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            NotEstimable.class, refused -> assertThat(refused.reason()).isEqualTo(expected));
  }
}
