package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import org.jiedui.stats.LinkTurnover.Link;
import org.junit.jupiter.api.Test;

/** Targeting and pairing: worked cases of the statistical specification, sections 7 to 9. */
class TargetingTest {
  private static final Offset<Double> TIGHT = within(5.1e-11);
  private static final double[] INCOME = {
    541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261
  };
  private static final double[] AID = {900, 700, 650, 0, 500, 420, 300, 250, 100, 0};
  private static final WeightedValues GIVEN = WeightedValues.unweighted(AID);
  private static final WeightedValues EARNED = WeightedValues.unweighted(INCOME);

  @Test
  void aidOfTheSpecificationFavoursThePoor() {
    assertThat(ConcentrationIndex.of(GIVEN, INCOME).getAsDouble()).isCloseTo(-.352879581152, TIGHT);
    assertThat(ConcentrationIndex.standardError(AID, INCOME).getAsDouble())
        .isCloseTo(.0926957857, TIGHT);
    assertThat(ConcentrationIndex.kakwani(GIVEN, EARNED).getAsDouble())
        .isCloseTo(-.814970711419, TIGHT);
    assertThat(ConcentrationIndex.suits(GIVEN, EARNED).getAsDouble())
        .isCloseTo(-.750153326887, TIGHT);
  }

  @Test
  void theJackknifeRanksAgain() {
    double[] leftOut =
        IntStream.range(0, AID.length)
            .mapToDouble(
                i -> {
                  int[] kept = IntStream.range(0, AID.length).filter(j -> j != i).toArray();
                  return ConcentrationIndex.of(GIVEN.at(kept), EARNED.at(kept).values())
                      .getAsDouble();
                })
            .toArray();
    assertThat(Jackknife.standardError(leftOut)).isCloseTo(.1013641829, TIGHT);
  }

  @Test
  void theConcentrationOfIncomeByItselfIsTheGini() {
    assertThat(ConcentrationIndex.of(EARNED, INCOME).getAsDouble())
        .isEqualTo(Gini.of(EARNED).getAsDouble());
    assertThat(ConcentrationIndex.of(WeightedValues.unweighted(0, 0), new double[] {1, 2}))
        .isEmpty();
  }

  @Test
  void aBoundedOutcomeIsScaledByItsRange() {
    WeightedValues outcome = WeightedValues.unweighted(.2, .4, .6);
    double[] rank = {1, 2, 3};
    double c = ConcentrationIndex.of(outcome, rank).getAsDouble();
    assertThat(ConcentrationIndex.erreygers(outcome, rank, 0, 1).getAsDouble())
        .isCloseTo(4 * .4 * c, within(1e-15));
  }

  @Test
  void missedCountiesAreCountedInNumberAndIncome() {
    boolean[] treated = {true, true, false, true, false, true, false, false, false, false};
    TargetingGap gap = TargetingGap.of(INCOME, treated).orElseThrow();
    assertThat(gap.countGap()).isEqualTo(.25);
    assertThat(gap.incomeGap().getAsDouble()).isCloseTo(1992 / 9861.0, within(1e-15));
    assertThat(gap.error()).isEqualTo(.2);
    assertThat(TargetingGap.of(INCOME, new boolean[10])).isEmpty();
  }

  @Test
  void theCheapestAssignmentIsThatOfTheSpecification() {
    double[][] costs = {{4, 1, 3}, {2, 0, 5}, {3, 2, 2}};
    assertThat(Assignment.cheapest(costs).cost()).isEqualTo(5);
    assertThat(MatchingEfficiency.efficiency(costs).orElseThrow())
        .isCloseTo((22 / 3.0 - 6) / (22 / 3.0 - 5), within(1e-15));
    assertThat(MatchingEfficiency.efficiency(new double[][] {{1, 1}, {1, 1}})).isEmpty();
  }

  @Test
  void noPermutationIsCheaper() {
    SplitMix64 random = new SplitMix64(11);
    for (int trial = 0; trial < 50; trial++) {
      double[][] costs = new double[5][6];
      for (double[] row : costs) {
        for (int j = 0; j < row.length; j++) {
          row[j] = random.nextIndex(20);
        }
      }
      assertThat(Assignment.cheapest(costs).cost()).isEqualTo(cheapestByTrying(costs, 0, 0));
    }
  }

  private static double cheapestByTrying(double[][] costs, int row, int taken) {
    double best = row == costs.length ? 0 : Double.MAX_VALUE;
    for (int j = 0; row < costs.length && j < costs[row].length; j++) {
      if ((taken >> j & 1) == 0) {
        double rest = cheapestByTrying(costs, row + 1, taken | 1 << j);
        best = Math.min(best, costs[row][j] + rest);
      }
    }
    return best;
  }

  @Test
  void strengthAndNeedAreAssociatedAsInTheSpecification() {
    double[] strength = {1, 2, 3, 4, 4};
    double[] need = {2, 1, 4, 3, 5};
    // R 4.2: cor(c(1,2,3,4,4), c(2,1,4,3,5), method = "kendall"); "spearman" .7181848465
    assertThat(MatchingEfficiency.tauB(strength, need).orElseThrow()).isCloseTo(.5270462767, TIGHT);
    assertThat(new SpearmansCorrelation().correlation(strength, need))
        .isCloseTo(.7181848465, TIGHT);
    assertThat(MatchingEfficiency.tauB(new double[] {1, 1}, new double[] {1, 2})).isEmpty();
  }

  @Test
  void smallNetworksAreEnumerated() {
    // Of the 6 orders of three, two have |tau| = 1.
    double[] up = {1, 2, 3};
    assertThat(MatchingEfficiency.p(up, up, 1, 99).orElseThrow()).isCloseTo(2 / 6.0, within(1e-15));
    double[] many = IntStream.range(0, 12).asDoubleStream().toArray();
    assertThat(MatchingEfficiency.p(many, many, 42, 999).orElseThrow()).isEqualTo(1 / 1000.0);
  }

  @Test
  void linksAreKeptRewiredOrGoneWithTheirNodes() {
    Set<Link> before = Set.of(link("A", "x"), link("A", "y"), link("B", "y"), link("C", "z"));
    Set<Link> after = Set.of(link("A", "x"), link("B", "x"), link("A", "y"), link("D", "x"));
    LinkTurnover turnover = LinkTurnover.of(before, after);
    assertThat(turnover).isEqualTo(new LinkTurnover(2, 1, 1, 1, 1));
    assertThat(turnover.jaccard().getAsDouble()).isEqualTo(2 / 6.0);
    assertThat(turnover.dissimilarity().getAsDouble())
        .isEqualTo(turnover.rewiring().getAsDouble() + turnover.nodeTurnover().getAsDouble());
    assertThat(LinkTurnover.of(Set.of(), Set.of()).jaccard()).isEmpty();
  }

  @Test
  void sharesHaveTheDiversityOfTheSpecification() {
    Shares channels = new Shares(new double[] {6, 3, 1});
    assertThat(channels.entropy().getAsDouble()).isCloseTo(.8979457249, TIGHT);
    assertThat(channels.evenness().getAsDouble()).isCloseTo(.8173454221, TIGHT);
    assertThat(channels.herfindahl().getAsDouble()).isCloseTo(.46, within(1e-15));
    assertThat(new Shares(new double[] {5}).evenness()).isEmpty();
    assertThat(new Shares(new double[] {0, 0}).entropy()).isEmpty();
  }

  private static Link link(String donor, String recipient) {
    return new Link(donor, recipient);
  }
}
