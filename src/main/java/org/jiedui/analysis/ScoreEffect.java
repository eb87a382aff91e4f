package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jiedui.stats.Covariance;
import org.jiedui.stats.Design;
import org.jiedui.stats.Factor;
import org.jiedui.stats.Fit;
import org.jiedui.stats.Interval;
import org.jiedui.stats.NotEstimable;
import org.jiedui.stats.Ppml;
import org.jiedui.stats.Vcov;
import org.jiedui.table.Frame;
import org.jiedui.table.ScorecardEffectRow;
import org.jiedui.table.ScorecardRow;
import org.jiedui.table.Status;

/**
 * Do the funds of a pair follow its score of the year before?
 *
 * <p>Formula: PPML of next year's funds on ln(score) with effects of pairs and years; effects of
 * years take up what versions of the assessment differ by. Variance: cluster jackknife (CV3) by
 * pair, CR1 from 30 pairs on; none below 5. A score of 0 has no logarithm and is left out
 * (ZERO_VALUE). It describes who gave more after a better score and identifies no effect by itself.
 * Source: Santos Silva and Tenreyro (2006), Review of Economics and Statistics 88, 641–658.
 */
public final class ScoreEffect {
  public static final String TABLE = "scorecard_effect";
  private static final int FEW = 30;
  private static final int TOO_FEW = 5;
  private static final String SCORE = "ln_score";

  private final List<Double> funds = new ArrayList<>();
  private final List<Double> scores = new ArrayList<>();
  private final List<String> pairs = new ArrayList<>();
  private final List<String> years = new ArrayList<>();
  private final Set<String> flags = new TreeSet<>();
  private final double confidence;

  private ScoreEffect(double confidence) {
    this.confidence = confidence;
  }

  /**
   * @param scorecard table {@code scorecard}
   * @param pairYear table {@code pair_year}
   * @param indicator of funds
   */
  public static Frame of(
      Frame scorecard,
      Frame pairYear,
      String indicator,
      Map<String, Measure> measures,
      double confidence) {
    ScoreEffect effect = new ScoreEffect(confidence);
    effect.read(scorecard, PairQuantities.of(pairYear, measures), List.of(indicator));
    return Frame.of(TABLE, ScorecardEffectRow.values(), List.<Object[]>of(effect.row(indicator)));
  }

  private void read(Frame scorecard, PairQuantities flows, List<String> indicator) {
    Set<Integer> reached = flows.years(indicator);
    int zeros = 0;
    for (int row = 0; row < scorecard.size(); row++) {
      Double score = (Double) scorecard.value(row, ScorecardRow.SCORE);
      int next = (Integer) scorecard.value(row, ScorecardRow.YEAR) + 1;
      boolean total = scorecard.text(row, ScorecardRow.DIMENSION).equals(Assessment.ALL);
      if (total && score != null && reached.contains(next)) {
        if (score > 0) {
          Link link =
              new Link(
                  scorecard.text(row, ScorecardRow.DONOR_CODE),
                  scorecard.text(row, ScorecardRow.RECIPIENT_CODE));
          funds.add(flows.sum(indicator, link, Set.of(next)));
          scores.add(StrictMath.log(score));
          pairs.add(link.donor() + "→" + link.recipient());
          years.add(Integer.toString(next));
        } else {
          zeros++;
        }
      }
    }
    if (zeros > 0) {
      flags.add(Status.ZERO_VALUE.name() + "=" + zeros);
    }
  }

  private Object[] row(String indicator) {
    if (funds.isEmpty()) {
      return row(indicator, null, Status.NO_DATA, null, Status.NO_DATA);
    }
    try {
      Design design =
          Design.of(column(funds))
              .regressor(SCORE, column(scores))
              .effect(Factor.of("pair", pairs))
              .effect(Factor.of("year", years));
      Fit fit = Ppml.fit(design);
      flags.addAll(EstimateRows.flags(fit));
      int at = fit.names().indexOf(SCORE);
      return at < 0
          ? row(indicator, null, Status.COLLINEAR, null, Status.COLLINEAR)
          : estimated(indicator, fit, at);
    } catch (NotEstimable refused) {
      Status why = Status.valueOf(refused.reason().name());
      return row(indicator, null, why, null, why);
    }
  }

  private Object[] estimated(String indicator, Fit fit, int at) {
    double value = fit.coefficient(at);
    Factor clusters = Factor.of("pair", pairs);
    int g = fit.levels(clusters);
    if (g < TOO_FEW) {
      Status few = g == 1 ? Status.SINGLE_CLUSTER : Status.TOO_FEW_CLUSTERS;
      return row(indicator, value, Status.OK, null, few);
    }
    try {
      Covariance v = fit.covariance(g < FEW ? Vcov.cv3(clusters) : Vcov.cr1(clusters));
      Object[] row = row(indicator, value, Status.OK, v.interval(at, confidence), Status.OK);
      row[ScorecardEffectRow.STD_ERROR.ordinal()] = v.standardError(at);
      row[ScorecardEffectRow.CI_METHOD.ordinal()] = v.method();
      return row;
    } catch (NotEstimable refused) {
      return row(indicator, value, Status.OK, null, Status.valueOf(refused.reason().name()));
    }
  }

  private Object[] row(
      String indicator, Double value, Status status, Interval interval, Status ciStatus) {
    return new Object[] {
      indicator,
      value,
      status.name(),
      null,
      interval == null ? null : (Double) interval.low(),
      interval == null ? null : (Double) interval.high(),
      ciStatus.name(),
      "",
      funds.size(),
      new TreeSet<>(pairs).size(),
      String.join(";", flags)
    };
  }

  private static double[] column(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
