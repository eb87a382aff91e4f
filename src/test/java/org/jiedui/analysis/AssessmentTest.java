package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.message.Text;
import org.jiedui.reference.Indicator.Polarity;
import org.jiedui.reference.ScoreValue;
import org.jiedui.reference.Scorecard;
import org.jiedui.table.Frame;
import org.jiedui.table.PairYearRow;
import org.jiedui.table.ScorecardEffectRow;
import org.jiedui.table.ScorecardRow;
import org.junit.jupiter.api.Test;

/** Scores of a made-up assessment, worked by hand, and the funds that follow them. */
class AssessmentTest {
  private static final Scorecard CARD =
      new Scorecard(
          "2017",
          Text.same("trial"),
          2017,
          2020,
          new TreeMap<>(Map.of("org", Text.same("org"), "out", Text.same("out"))),
          List.of(
              item("plan", "org", Polarity.BENEFIT, 0, 100, 1),
              item("delay", "out", Polarity.COST, 0, 10, 2),
              item("jobs", "out", Polarity.BENEFIT, 0, 50, 1)),
          .7,
          List.of(grade("good", 75), grade("average", 60), grade("poor", 0)));

  private final List<ScoreValue> values = new ArrayList<>();
  private final Set<Link> inForce = new TreeSet<>();

  @Test
  void aScoreIsTheWeightedMeanOnItsGoalposts() {
    pair("A", 2017, 80, 4, 40.0);
    Object[] all = row("A", "all");
    // (1 × .8 + 2 × .6 + 1 × .8) / 4 = .7
    assertThat((Double) all[ScorecardRow.SCORE.ordinal()]).isCloseTo(70, within(1e-12));
    assertThat(all[ScorecardRow.GRADE_EN.ordinal()]).isEqualTo("average");
    // (2 × .6 + 1 × .8) / 3
    assertThat((Double) row("A", "out")[ScorecardRow.SCORE.ordinal()])
        .isCloseTo(200 / 3.0, within(1e-12));
    assertThat(row("A", "out")[ScorecardRow.GRADE_EN.ordinal()]).isEqualTo("");
  }

  @Test
  void gradesHaveClosedLowerBoundsAndScoresAreNotRoundedBefore() {
    pair("A", 2017, 75, 2.5, 37.5);
    pair("B", 2017, 74.999, 2.5, 37.5);
    assertThat(row("A", "all")[ScorecardRow.GRADE_EN.ordinal()]).isEqualTo("good");
    assertThat(row("B", "all")[ScorecardRow.GRADE_EN.ordinal()]).isEqualTo("average");
  }

  @Test
  void aValueBeyondItsScaleCountsAsItsEndAndIsFlagged() {
    pair("A", 2017, 130, 0, 50.0);
    Object[] all = row("A", "all");
    assertThat((Double) all[ScorecardRow.SCORE.ordinal()]).isCloseTo(100, within(1e-12));
    assertThat(all[ScorecardRow.FLAGS.ordinal()]).isEqualTo("OUT_OF_GOALPOSTS=1");
    assertThat(row("A", "out")[ScorecardRow.FLAGS.ordinal()]).isEqualTo("");
  }

  @Test
  void tooLittleWeightIsNoScore() {
    pair("A", 2017, 80, 4, null);
    pair("B", 2017, 80, null, 40.0);
    Object[] enough = row("A", "all");
    // 3 of 4 of the weight: (.8 + 2 × .6) / 3
    assertThat((Double) enough[ScorecardRow.SCORE.ordinal()]).isCloseTo(200 / 3.0, within(1e-12));
    assertThat(enough[ScorecardRow.SHARE_PRESENT.ordinal()]).isEqualTo(.75);
    Object[] few = row("B", "all");
    assertThat(few[ScorecardRow.SCORE.ordinal()]).isNull();
    assertThat(few[ScorecardRow.STATUS.ordinal()]).isEqualTo("INCOMPLETE_SCORECARD");
    assertThat(few[ScorecardRow.RANK.ordinal()]).isNull();
  }

  @Test
  void aPairThatIsNotInForceHasNoScore() {
    pair("A", 2017, 80, 4, 40.0);
    inForce.clear();
    assertThat(row("A", "all")[ScorecardRow.STATUS.ordinal()]).isEqualTo("NO_DONOR");
  }

  @Test
  void ranksAreTheHighestScoreFirstWithinTheirRange() {
    pair("A", 2017, 90, 1, 45.0);
    pair("B", 2017, 50, 5, 25.0);
    pair("C", 2017, 10, 9, 5.0);
    for (String donor : List.of("A", "B", "C")) {
      Object[] row = row(donor, "all");
      double rank = "ABC".indexOf(donor) + 1;
      // One is ahead of the other on every indicator: no choice changes the order.
      assertThat(row[ScorecardRow.RANK.ordinal()]).isEqualTo(rank);
      assertThat(row[ScorecardRow.RANK_LOW.ordinal()]).isEqualTo(rank);
      assertThat(row[ScorecardRow.RANK_HIGH.ordinal()]).isEqualTo(rank);
      assertThat(row[ScorecardRow.RANKED.ordinal()]).isEqualTo(3);
    }
  }

  @Test
  void valuesInAnotherOrderGiveTheSameBits() {
    for (int i = 0; i < 12; i++) {
      pair("D" + i, 2017, 40 + 37 * i % 60, i % 10, 7.0 * i % 50);
    }
    String first = DrawnPanel.bits(scorecard());
    Collections.reverse(values);
    assertThat(DrawnPanel.bits(scorecard())).isEqualTo(first);
  }

  /** Funds made as score^0.5 × a size of the pair × a level of the year. */
  @Test
  void aPlantedElasticityOfFundsToTheScoreIsFound() {
    List<Object[]> flows = new ArrayList<>();
    for (int pair = 0; pair < 8; pair++) {
      for (int year = 2017; year <= 2020; year++) {
        double score = 50 + 13 * (pair + 2 * year) % 40;
        pair("D" + pair, year, score, 10 - score / 10, score / 2);
        double funds = 1e6 * (1 + pair) * Math.sqrt(score) * (year - 2010);
        flows.add(
            new Object[] {
              "D" + pair,
              "x",
              "fiscal",
              "E2W",
              "none",
              "paid",
              year + 1,
              "",
              "",
              null,
              Math.round(100 * funds),
              1L
            });
      }
    }
    Frame pairYear = Frame.of("pair_year", PairYearRow.values(), flows);
    Frame effect =
        ScoreEffect.of(scorecard(), pairYear, "fiscal", Map.of("fiscal", Measure.MONEY), .95);
    Object[] row = effect.rows().get(0);
    assertThat((Double) row[ScorecardEffectRow.ELASTICITY.ordinal()]).isCloseTo(.5, within(1e-6));
    assertThat(row[ScorecardEffectRow.OBSERVATIONS.ordinal()]).isEqualTo(32);
    assertThat(row[ScorecardEffectRow.CLUSTERS.ordinal()]).isEqualTo(8);
    assertThat(row[ScorecardEffectRow.CI_STATUS.ordinal()]).isEqualTo("OK");
    Frame nothing = Frame.of("pair_year", PairYearRow.values(), List.of());
    Object[] none =
        ScoreEffect.of(scorecard(), nothing, "fiscal", Map.of("fiscal", Measure.MONEY), .95)
            .rows()
            .get(0);
    assertThat(none[ScorecardEffectRow.STATUS.ordinal()]).isEqualTo("NO_DATA");
  }

  private void pair(String donor, int year, double plan, Number delay, Double jobs) {
    inForce.add(new Link(donor, "x"));
    values.add(new ScoreValue(year, donor, "x", "plan", plan));
    if (delay != null) {
      values.add(new ScoreValue(year, donor, "x", "delay", delay.doubleValue()));
    }
    if (jobs != null) {
      values.add(new ScoreValue(year, donor, "x", "jobs", jobs));
    }
  }

  private Frame scorecard() {
    return Assessment.of(
        values,
        new Assessment.Params(List.of(CARD), Places.BY_CODE, year -> inForce, 200, .95, 42));
  }

  private Object[] row(String donor, String dimension) {
    return scorecard().rows().stream()
        .filter(row -> row[ScorecardRow.DONOR_CODE.ordinal()].equals(donor))
        .filter(row -> row[ScorecardRow.DIMENSION.ordinal()].equals(dimension))
        .findFirst()
        .orElseThrow();
  }

  private static Scorecard.Item item(
      String id, String dimension, Polarity polarity, double low, double high, double weight) {
    return new Scorecard.Item(id, Text.same(id), dimension, polarity, low, high, weight);
  }

  private static Scorecard.Grade grade(String id, double from) {
    return new Scorecard.Grade(id, Text.same(id), from);
  }
}
