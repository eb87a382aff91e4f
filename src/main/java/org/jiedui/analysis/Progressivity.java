package org.jiedui.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jiedui.stats.CompensatedSum;
import org.jiedui.stats.ConcentrationIndex;
import org.jiedui.stats.Shares;
import org.jiedui.stats.WeightedValues;
import org.jiedui.table.Status;

/**
 * Aid per head beside income per head (Kakwani, Suits), and how much few counties have of all aid.
 *
 * @param status of Kakwani and Suits
 */
record Progressivity(
    Double meanAid,
    Double kakwani,
    Double suits,
    Status status,
    Double herfindahl,
    Double topShare) {
  static final Progressivity NONE = new Progressivity(null, null, null, Status.NO_DATA, null, null);
  private static final double TOP = .1;

  static Progressivity of(AidConcentration found) {
    List<AidedCounty> counties = found.counties();
    if (found.value().isEmpty()) {
      return new Progressivity(null, null, null, found.absence(), null, null);
    }
    WeightedValues aid = AidConcentration.aid(counties);
    WeightedValues income = AidConcentration.income(counties);
    boolean positive = income.smallest() > 0;
    double[] totals = counties.stream().mapToDouble(AidedCounty::total).toArray();
    return new Progressivity(
        aid.mean(),
        positive ? boxed(ConcentrationIndex.kakwani(aid, income)) : null,
        positive ? boxed(ConcentrationIndex.suits(aid, income)) : null,
        positive ? Status.OK : Status.NEGATIVE_VALUE,
        boxed(new Shares(totals).herfindahl()),
        topShare(totals));
  }

  /** Of the tenth of counties with most aid, rounded up. */
  private static double topShare(double[] totals) {
    double[] sorted = totals.clone();
    Arrays.sort(sorted);
    int top = (int) Math.ceil(TOP * sorted.length);
    double[] most = Arrays.copyOfRange(sorted, sorted.length - top, sorted.length);
    return CompensatedSum.of(most) / CompensatedSum.of(sorted);
  }

  private static Double boxed(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }
}
