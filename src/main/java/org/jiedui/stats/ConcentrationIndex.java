package org.jiedui.stats;

import java.util.OptionalDouble;

/**
 * Does aid go to the poor or to the rich? Twice the covariance of aid per head with the rank by
 * income, relative to mean aid.
 *
 * <p>Formula: {@code C = (2/μ) cov_w(a, R)}, R the weighted mid-rank (ties share their mean rank),
 * population covariance; below 0 for aid that favours the poor; C(x, x) is the Gini coefficient.
 * Standard error of Kakwani, Wagstaff and van Doorslaer: {@code Var = [mean(b²) − (1 + C)²] / n},
 * {@code b_i = (a_i/μ)(2R_i − 1 − C) + 2 − q_{i−1} − q_i}, q the concentration curve; for units
 * that count once each and differ in rank. Unit: none. Empty (ZERO_MEAN) where mean aid is 0.
 * Source: Kakwani, Wagstaff and van Doorslaer (1997), Journal of Econometrics 77, 87–103; O'Donnell
 * et al. (2008), Analyzing Health Equity Using Household Survey Data, World Bank.
 */
public final class ConcentrationIndex {
  private ConcentrationIndex() {}

  /**
   * @param aid per head, with population weights
   * @param rank income per head or another measure of need, from poor to rich
   */
  public static OptionalDouble of(WeightedValues aid, double[] rank) {
    return aid.size() == 0 || aid.total() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(LorenzCurve.of(aid, rank).index());
  }

  /** Standard error for units that count once each; empty for fewer than two. */
  public static OptionalDouble standardError(double[] aid, double[] rank) {
    WeightedValues units = WeightedValues.unweighted(aid);
    OptionalDouble index = of(units, rank);
    if (index.isEmpty() || aid.length < 2) {
      return OptionalDouble.empty();
    }
    double c = index.getAsDouble();
    LorenzCurve curve = LorenzCurve.of(units, rank);
    double[] middle = midRanks(rank);
    CompensatedSum squares = new CompensatedSum();
    for (int i = 0; i < aid.length; i++) {
      double half = .5 / aid.length;
      double shares = curve.at(middle[i] - half) + curve.at(middle[i] + half);
      double b = aid[i] / units.mean() * (2 * middle[i] - 1 - c) + 2 - shares;
      squares.add(b * b);
    }
    double variance = squares.value() / aid.length - (1 + c) * (1 + c);
    return OptionalDouble.of(Math.sqrt(Math.max(0, variance) / aid.length));
  }

  /** {@code μ}-scaled form for a bounded outcome: {@code 4 μ C / (max − min)} (Erreygers 2009). */
  public static OptionalDouble erreygers(
      WeightedValues outcome, double[] rank, double min, double max) {
    OptionalDouble index = of(outcome, rank);
    return index.isEmpty()
        ? index
        : OptionalDouble.of(4 * outcome.mean() * index.getAsDouble() / (max - min));
  }

  /** {@code C_aid − G_income}: above 0 where aid is less equal than income. */
  public static OptionalDouble kakwani(WeightedValues aid, WeightedValues income) {
    OptionalDouble c = of(aid, income.values());
    OptionalDouble gini = Gini.of(income);
    return c.isEmpty() || gini.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(c.getAsDouble() - gini.getAsDouble());
  }

  /** {@code 1 − 2 ∫ L_aid dL_income} by trapezoids. Source: Suits (1977), AER 67, 747–752. */
  public static OptionalDouble suits(WeightedValues aid, WeightedValues income) {
    if (of(aid, income.values()).isEmpty() || income.total() == 0) {
      return OptionalDouble.empty();
    }
    LorenzCurve given = LorenzCurve.of(aid, income.values());
    LorenzCurve earned = LorenzCurve.of(income);
    CompensatedSum area = new CompensatedSum();
    for (int i = 1; i < given.share().length; i++) {
      double width = earned.share()[i] - earned.share()[i - 1];
      area.add(width * (given.share()[i] + given.share()[i - 1]));
    }
    return OptionalDouble.of(1 - area.value());
  }

  /** Mid-ranks as shares of the number of units. */
  private static double[] midRanks(double[] rank) {
    double[] ranks = RankUncertainty.midRanks(rank);
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = (ranks[i] - .5) / ranks.length;
    }
    return ranks;
  }
}
