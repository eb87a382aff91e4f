package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Reference values: statistics.md sections 2.2 to 2.5, computed in R 4.2 or by hand. */
class RatioEngineTest {
  private static final Offset<Double> DIGITS = within(5e-10);

  /** R, boot 1.3-28.1: {@code city}, u and x. */
  private static final double[][] CITY = {
    {138, 93, 61, 179, 48, 37, 29, 23, 30, 2}, {143, 104, 69, 260, 75, 63, 50, 48, 111, 50}
  };

  private static RatioBootstrap bootstrap(double[][] totals, int replicates) {
    SeedSequence seeds = new SeedSequence(42, "boot.effect_ratio");
    double[] ratios =
        IntStream.range(0, replicates)
            .mapToDouble(r -> RatioBootstrap.replicate(new double[][][] {totals}, seeds.seed(r))[0])
            .toArray();
    return RatioBootstrap.of(RatioOfTotals.of(totals[0], totals[1]).orElseThrow(), ratios);
  }

  private static double[][] grunfeld() {
    double[][] totals = new double[2][10];
    for (int row = 0; row < 200; row++) {
      totals[(int) GrunfeldPanel.post()[row]][GrunfeldPanel.firm().code(row)] +=
          GrunfeldPanel.inv()[row];
    }
    return totals;
  }

  @Test
  void theBootstrapOfCityAgreesWithBoot() {
    assertThat(RatioOfTotals.of(CITY[0], CITY[1]).orElseThrow().acceleration().orElseThrow())
        .isCloseTo(-.0055526, within(5e-8));
    RatioBootstrap bootstrap = bootstrap(CITY, 9_999);
    Interval percentile = bootstrap.percentile(0.95).orElseThrow();
    Interval bca = bootstrap.bca(0.95).orElseThrow();
    assertThat(percentile.low()).isCloseTo(1.25, within(.02));
    assertThat(percentile.high()).isCloseTo(2.12, within(.02));
    // R 4.2: quantile(b$t, pnorm(z0 + (z0 + z) / (1 - a * (z0 + z)))), a = -.0055526, 399,999 draws
    assertThat(bca.low()).isCloseTo(1.248889, within(.02));
    assertThat(bca.high()).isCloseTo(2.098039, within(.02));
  }

  @Test
  void tooManyResamplesWithoutABaseGiveNoInterval() {
    double[][] lone = {{0, 0, 0, 0, 0, 0, 0, 9}, {1, 2, 3, 4, 5, 6, 7, 8}};
    RatioBootstrap bootstrap = bootstrap(lone, 500);
    assertThat(bootstrap.undefined()).isGreaterThan(50);
    assertThat(bootstrap.percentile(0.95)).isEmpty();
    assertThat(bootstrap.bca(0.95)).isEmpty();
  }

  @Test
  void theJackknifeIntervalIsOnTheLogScale() {
    RatioOfTotals city = RatioOfTotals.of(CITY[0], CITY[1]).orElseThrow();
    Interval interval = city.jackknifeLog(0.95, ReferenceDistribution.T).orElseThrow();
    double half = .1274464661 * 2.262157162854099; // R 4.2: qt(.975, 9)
    assertThat(interval.low()).isCloseTo(1.5203125 * Math.exp(-half), within(1e-9));
    assertThat(interval.high()).isCloseTo(1.5203125 * Math.exp(half), within(1e-9));
  }

  @Test
  void countsHaveTheExactConditionalInterval() {
    RateRatio rate = new RateRatio(143, 40, 167, 60);
    Interval interval = rate.interval(0.95).orElseThrow();
    assertThat(rate.ratio()).isCloseTo(.7785547786, DIGITS);
    assertThat(interval.low()).isCloseTo(.6189984128, DIGITS);
    assertThat(interval.high()).isCloseTo(.9802818849, DIGITS);
    assertThat(rate.p()).isCloseTo(.0317926449, DIGITS);
    assertThat(new RateRatio(0, 1, 5, 1).interval(0.95)).isEmpty();
    assertThat(new RateRatio(5, 1, 0, 1).interval(0.95).orElseThrow().low()).isZero();
  }

  @Test
  void unitRatiosTellOfTheTypicalUnit() {
    double[][] totals = grunfeld();
    UnitRatios units = UnitRatios.of(totals[0], totals[1]).orElseThrow();
    assertThat(units.units()).isEqualTo(10);
    assertThat(units.mean()).isCloseTo(1.879698621, DIGITS);
    assertThat(units.geometricMean()).isCloseTo(1.837901172, DIGITS);
    assertThat(units.median()).isCloseTo(1.835476747, DIGITS);
    assertThat(units.low()).isCloseTo(1.363745888, DIGITS);
    assertThat(units.high()).isCloseTo(2.698875204, DIGITS);
    assertThat(units.shareAbove()).isEqualTo(1);
  }

  private static final double[] PRE = {10, 20, 30, 0, 40, 0};
  private static final double[] POST = {30, 30, 90, 50, 0, 0};

  @Test
  void entryAndExitMultiplyToTheWhole() {
    EntryExit parts = EntryExit.of(PRE, POST).orElseThrow();
    assertThat(parts.ratio()).isEqualTo(2.5);
    assertThat(parts.exit()).isEqualTo(.6);
    assertThat(parts.entry()).isCloseTo(4 / 3.0, within(1e-15));
    assertThat(parts.total()).isCloseTo(2, within(1e-12));
    assertThat(new int[] {parts.continuing(), parts.entering(), parts.leaving()})
        .containsExactly(3, 1, 1);
    UnitRatios units = UnitRatios.of(PRE, POST).orElseThrow();
    assertThat(units.mean()).isEqualTo(2.5);
    assertThat(units.geometricMean()).isCloseTo(2.381101578, DIGITS);
    assertThat(units.median()).isEqualTo(3);
    assertThat(EntryExit.of(new double[] {1, 0}, new double[] {0, 1})).isEmpty();
    assertThat(UnitRatios.of(new double[] {1, 0}, new double[] {0, 1})).isEmpty();
  }

  @Test
  void aCovarianceLeadsFromTheMeanOfRatiosToTheRatioOfTotals() {
    double[][] totals = grunfeld();
    double pre = CompensatedSum.of(totals[0]);
    UnitRatios units = UnitRatios.of(totals[0], totals[1]).orElseThrow();
    double sum = units.mean();
    for (int i = 0; i < 10; i++) {
      double ratio = totals[1][i] / totals[0][i];
      sum += (totals[0][i] / pre - .1) * (ratio - units.mean());
    }
    EntryExit parts = EntryExit.of(totals[0], totals[1]).orElseThrow();
    assertThat(sum).isCloseTo(parts.ratio(), within(1e-12));
  }

  @Test
  void contributionsAddUpToTheChange() {
    double sum =
        IntStream.range(0, PRE.length)
            .mapToDouble(i -> EntryExit.contribution(PRE[i], POST[i], 100).orElseThrow())
            .sum();
    assertThat(sum).isCloseTo(1, within(1e-12));
    assertThat(EntryExit.contribution(1, 2, 0)).isEmpty();
  }

  @Test
  void signedRanksAreThoseOfWilcox() {
    PairedTest test = PairedTest.signedRank(PRE, POST).orElseThrow();
    assertThat(test.statistic()).isEqualTo(12);
    assertThat(test.p()).isCloseTo(.2807127, within(5e-8));
    // R 4.2: wilcox.test(c(1, 2, 3, 5), c(3, 4, 3, 2), paired = TRUE, exact = FALSE): V 3, p 1
    PairedTest ties =
        PairedTest.signedRank(new double[] {3, 4, 3, 2}, new double[] {1, 2, 3, 5}).orElseThrow();
    assertThat(ties.statistic()).isEqualTo(3);
    assertThat(ties.p()).isEqualTo(1);
    assertThat(PairedTest.signedRank(PRE, PRE)).isEmpty();
  }

  @Test
  void thePairedTestIsThatOfStudent() {
    // R 4.2: t.test(extra ~ group, data = sleep, paired = TRUE): t = -4.062127683382037, p =
    // .00283289019738427
    double[] first = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    double[] second = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
    PairedTest test = PairedTest.t(first, second).orElseThrow();
    assertThat(test.statistic()).isCloseTo(4.062127683382037, within(1e-12));
    assertThat(test.p()).isCloseTo(.00283289019738427, within(1e-13));
    assertThat(PairedTest.t(first, Arrays.stream(first).map(x -> x + 1).toArray()))
        .satisfiesAnyOf(
            found -> assertThat(found).isEmpty(),
            found -> assertThat(found.orElseThrow().p()).isLessThan(1e-12));
  }

  @Test
  void aBreakIsRankedAmongThoseOfOtherYears() {
    double[] placebos = {.1, -.3, .2, -.6, .05};
    PlaceboCuts cuts = PlaceboCuts.of(.5, placebos);
    assertThat(cuts.rank()).isEqualTo(2);
    assertThat(cuts.p()).isCloseTo(2 / 6.0, within(1e-15));
    assertThatThrownBy(() -> PlaceboCuts.of(.5, new double[4])).hasMessage("TOO_SHORT");
  }
}
