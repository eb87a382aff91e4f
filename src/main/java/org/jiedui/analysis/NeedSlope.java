package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jiedui.stats.Covariance;
import org.jiedui.stats.Design;
import org.jiedui.stats.Factor;
import org.jiedui.stats.Fit;
import org.jiedui.stats.Interval;
import org.jiedui.stats.NotEstimable;
import org.jiedui.stats.Ppml;
import org.jiedui.stats.TargetingVerdict;
import org.jiedui.stats.Vcov;
import org.jiedui.table.Status;

/**
 * Need elasticity: by how many per cent is aid per head higher where income is one per cent higher?
 *
 * <p>Formula: PPML of aid on ln(income) with offset ln(population) and donor effects, one row a
 * county and donor. The change between two periods is the coefficient of ln(income) × later, donor
 * effects of each period apart. Variance: by pair of donor and recipient province CR1, below 30
 * pairs the cluster jackknife, t with G − 1 degrees of freedom; below 5 pairs by prefecture
 * (CLUSTER_BELOW_ASSIGNMENT). Source: Santos Silva and Tenreyro (2006), Review of Economics and
 * Statistics 88, 641–658.
 *
 * @param value null with the reason in {@code status}
 * @param at90 null with the reason in {@code intervalStatus}, as is {@code at95}
 */
record NeedSlope(
    Double value,
    Status status,
    Double standardError,
    Interval at90,
    Interval at95,
    String method,
    Integer clusters,
    Status intervalStatus,
    List<String> flags) {
  private static final int FEW = 30;
  private static final int TOO_FEW = 5;
  private static final String INCOME = "ln_income";
  private static final String CHANGE = "ln_income:after";

  static NeedSlope of(List<AidedCounty> counties) {
    return new Rows().add(counties, "").estimate(INCOME);
  }

  static NeedSlope change(List<AidedCounty> before, List<AidedCounty> after) {
    return new Rows().add(before, "before").add(after, "after").estimate(CHANGE);
  }

  /** The verdict; UNDETERMINED without intervals. */
  TargetingVerdict verdict(double band) {
    return at90 == null ? TargetingVerdict.UNDETERMINED : TargetingVerdict.of(at90, at95, band);
  }

  private static NeedSlope absent(Status why) {
    return new NeedSlope(null, why, null, null, null, "", null, why, List.of());
  }

  /** County by donor. */
  private static final class Rows {
    private final List<Double> aid = new ArrayList<>();
    private final List<Double> income = new ArrayList<>();
    private final List<Double> later = new ArrayList<>();
    private final List<Double> people = new ArrayList<>();
    private final List<String> effect = new ArrayList<>();
    private final List<String> pair = new ArrayList<>();
    private final List<String> prefecture = new ArrayList<>();
    private boolean positive = true;

    Rows add(List<AidedCounty> counties, String period) {
      for (AidedCounty county : counties) {
        positive &= county.income() > 0;
        double ln = county.income() > 0 ? StrictMath.log(county.income()) : 0;
        county
            .aid()
            .forEach(
                (donor, amount) -> {
                  aid.add(amount);
                  income.add(ln);
                  later.add(period.equals("after") ? ln : 0);
                  people.add(StrictMath.log(county.people() * county.years()));
                  effect.add(donor + " " + period);
                  pair.add(donor + "→" + county.province());
                  prefecture.add(county.prefecture());
                });
      }
      return this;
    }

    NeedSlope estimate(String term) {
      if (aid.isEmpty()) {
        return absent(Status.NO_DATA);
      }
      if (!positive) {
        return absent(Status.NEGATIVE_VALUE);
      }
      try {
        return estimated(Ppml.fit(design(term)), term);
      } catch (NotEstimable refused) {
        return absent(Status.valueOf(refused.reason().name()));
      }
    }

    private Design design(String term) {
      Design design =
          Design.of(column(aid)).regressor(INCOME, column(income)).offset(column(people));
      design = term.equals(CHANGE) ? design.regressor(CHANGE, column(later)) : design;
      return new TreeSet<>(effect).size() > 1
          ? design.effect(Factor.of("donor", effect))
          : design.constant();
    }

    private NeedSlope estimated(Fit fit, String term) {
      int at = fit.names().indexOf(term);
      if (at < 0) {
        return absent(Status.COLLINEAR);
      }
      List<String> flags = new ArrayList<>(EstimateRows.flags(fit));
      Factor clusters = Factor.of("pair", pair);
      if (fit.levels(clusters) < TOO_FEW) {
        clusters = Factor.of("prefecture", prefecture);
        flags.add(Status.CLUSTER_BELOW_ASSIGNMENT.name());
      }
      int g = fit.levels(clusters);
      if (g < TOO_FEW) {
        Status few = g == 1 ? Status.SINGLE_CLUSTER : Status.TOO_FEW_CLUSTERS;
        return withoutInterval(fit.coefficient(at), g, few, flags);
      }
      try {
        Covariance v = fit.covariance(g < FEW ? Vcov.cv3(clusters) : Vcov.cr1(clusters));
        return new NeedSlope(
            fit.coefficient(at),
            Status.OK,
            v.standardError(at),
            v.interval(at, TargetingVerdict.EQUIVALENCE_LEVEL),
            v.interval(at, TargetingVerdict.SIGN_LEVEL),
            v.method(),
            g,
            Status.OK,
            flags);
      } catch (NotEstimable refused) {
        Status why = Status.valueOf(refused.reason().name());
        return withoutInterval(fit.coefficient(at), g, why, flags);
      }
    }

    private static NeedSlope withoutInterval(
        double value, int clusters, Status why, List<String> flags) {
      return new NeedSlope(value, Status.OK, null, null, null, "", clusters, why, flags);
    }

    private static double[] column(List<Double> values) {
      return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }
}
