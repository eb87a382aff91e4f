package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.analysis.AidConcentration.Spread;
import org.jiedui.analysis.AidedCounty.Period;
import org.jiedui.analysis.GapParams.Years;
import org.jiedui.stats.SimultaneousBand;
import org.jiedui.stats.TargetingVerdict;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.jiedui.table.PanelRow;
import org.jiedui.table.Status;
import org.jiedui.table.TargetingCurveRow;
import org.jiedui.table.TargetingRow;

/**
 * Does aid per head go to poor or to rich counties, in which windows and eras, from which donors
 * and in which recipient provinces, and did that change?
 *
 * <p>Sources: O'Donnell et al. (2008), Analyzing Health Equity Using Household Survey Data; Park,
 * Wang and Wu (2002), Journal of Public Economics 86, 123–153; Schuirmann (1987) for the verdict.
 */
public final class Targeting {
  static final String CHANGE = "change";
  private static final String BEFORE = "before";
  private static final String AFTER = "after";

  private final TargetingParams params;
  private final Map<String, Period> periods = new LinkedHashMap<>();
  private final List<Object[]> rows = new ArrayList<>();
  private final List<Object[]> curves = new ArrayList<>();

  private Targeting(AidFlows aid, List<RegionValue> values, TargetingParams params) {
    this.params = params;
    AidedCounty.Reader reader = new AidedCounty.Reader(aid, values, params);
    Map<String, Years> spans = new LinkedHashMap<>();
    spans.put(BEFORE, params.before());
    spans.put(AFTER, params.after());
    params.eras().forEach(era -> spans.put(era.word(), era.years()));
    spans.forEach((period, years) -> periods.put(period, reader.of(years)));
  }

  /** The tables {@code targeting} and {@code targeting_curve}. */
  public record Result(Frame groups, Frame curves) {
    public List<Frame> tables() {
      return List.of(groups, curves);
    }
  }

  /**
   * @param aid what went to counties, by donor and year
   * @param values income per head and population of counties, in any order
   */
  public static Result of(AidFlows aid, List<RegionValue> values, TargetingParams params) {
    Targeting targeting = new Targeting(aid, values, params);
    targeting.groups().forEach(targeting::add);
    return new Result(
        Frame.of("targeting", TargetingRow.values(), targeting.rows),
        Frame.of("targeting_curve", TargetingCurveRow.values(), targeting.curves));
  }

  /** The nation, every donor that is known, every recipient province that is more than a county. */
  private List<TargetingGroup> groups() {
    TreeSet<String> donors = new TreeSet<>();
    TreeSet<String> provinces = new TreeSet<>();
    for (Period period : periods.values()) {
      for (AidedCounty county : period.counties()) {
        donors.addAll(county.aid().keySet());
        if (!county.aid().isEmpty() && !county.province().equals(county.code())) {
          provinces.add(county.province());
        }
      }
    }
    donors.remove(PanelRow.UNASSIGNED);
    List<TargetingGroup> groups = new ArrayList<>();
    groups.add(new TargetingGroup("nation", EffectRatioRow.NATION));
    donors.forEach(code -> groups.add(new TargetingGroup("donor_province", code)));
    provinces.forEach(code -> groups.add(new TargetingGroup("recipient_province", code)));
    return groups;
  }

  private void add(TargetingGroup group) {
    TreeMap<String, List<AidedCounty>> aided = new TreeMap<>();
    periods.forEach(
        (name, period) -> {
          List<AidedCounty> counties = group.aided(period.counties());
          aided.put(name, counties);
          AidConcentration concentration = new AidConcentration(null, counties);
          NeedSlope slope = NeedSlope.of(counties);
          Spread spread = concentration.spread();
          String dominance = curve(group, name, concentration, spread);
          TargetedGroup targeted = TargetedGroup.of(group.all(period.counties()), counties);
          rows.add(
              row(
                  group,
                  name,
                  concentration,
                  spread,
                  slope,
                  dominance,
                  targeted,
                  period.leftOut()));
        });
    AidConcentration change = new AidConcentration(aided.get(BEFORE), aided.get(AFTER));
    NeedSlope slope = NeedSlope.change(aided.get(BEFORE), aided.get(AFTER));
    rows.add(row(group, CHANGE, change, change.spread(), slope, "", TargetedGroup.NONE, 0));
  }

  /** Adds the points of the curve and says on which side of the diagonal its band lies. */
  private String curve(TargetingGroup group, String period, AidConcentration found, Spread spread) {
    boolean known = found.value().isPresent();
    double[] shares = known ? found.curve() : null;
    SimultaneousBand band =
        spread.isKnown() ? found.band(params.confidence(), params.seed()) : null;
    boolean above = band != null;
    boolean below = band != null;
    for (int q = 0; q < AidConcentration.QUANTILES; q++) {
      double p = AidConcentration.at(q);
      above &= band != null && band.low()[q] > p;
      below &= band != null && band.high()[q] < p;
      curves.add(
          new Object[] {
            group.level(),
            group.code(),
            period,
            (int) Math.round(100 * p),
            known ? (Double) shares[q] : null,
            (known ? Status.OK : found.absence()).name(),
            band == null ? null : (Double) band.low()[q],
            band == null ? null : (Double) band.high()[q],
            spread.status().name()
          });
    }
    return above ? "above" : below ? "below" : "none";
  }

  private Object[] row(
      TargetingGroup group,
      String period,
      AidConcentration found,
      Spread spread,
      NeedSlope slope,
      String dominance,
      TargetedGroup targeted,
      int leftOut) {
    Double value = found.value().isPresent() ? (Double) found.value().getAsDouble() : null;
    boolean interval = spread.isKnown();
    double half = interval ? spread.standardError() * found.critical(params.confidence()) : 0;
    boolean level = !period.equals(CHANGE);
    Progressivity shape = level ? Progressivity.of(found) : Progressivity.NONE;
    return new Object[] {
      group.level(),
      group.code(),
      period,
      params.places().name(group.code()),
      found.counties().size(),
      found.clusters(),
      shape.meanAid(),
      value,
      (value == null ? found.absence() : Status.OK).name(),
      spread.standardError(),
      interval ? (Double) (value - half) : null,
      interval ? (Double) (value + half) : null,
      spread.status().name(),
      shape.kakwani(),
      shape.suits(),
      shape.status().name(),
      shape.herfindahl(),
      shape.topShare(),
      dominance,
      slope.value(),
      slope.status().name(),
      slope.standardError(),
      slope.at90() == null ? null : (Double) slope.at90().low(),
      slope.at90() == null ? null : (Double) slope.at90().high(),
      slope.at95() == null ? null : (Double) slope.at95().low(),
      slope.at95() == null ? null : (Double) slope.at95().high(),
      slope.method(),
      slope.clusters(),
      slope.intervalStatus().name(),
      params.band(),
      level ? slope.verdict(params.band()).name() : "",
      targeted.universe(),
      targeted.treated(),
      targeted.countGap(),
      targeted.incomeGap(),
      targeted.error(),
      targeted.coverageIndex(),
      targeted.status().name(),
      flags(found, spread, slope, level, leftOut)
    };
  }

  private String flags(
      AidConcentration found, Spread spread, NeedSlope slope, boolean level, int leftOut) {
    TreeSet<String> flags = new TreeSet<>(slope.flags());
    if (found.isBelowAssignment() && spread.isKnown()) {
      flags.add(Status.CLUSTER_BELOW_ASSIGNMENT.name());
    }
    int delay = found.counties().stream().mapToInt(AidedCounty::delay).max().orElse(0);
    if (level && delay > 0) {
      flags.add(Status.MISSING_YEARS.name() + "=" + delay);
    }
    if (leftOut > 0) {
      flags.add(Status.MISSING_INDICATOR.name() + "=" + leftOut);
    }
    boolean significant =
        slope.at95() != null && (slope.at95().low() > 0 || slope.at95().high() < 0);
    if (level && significant && slope.verdict(params.band()) == TargetingVerdict.BALANCED) {
      flags.add(Status.SIGNIFICANT_WITHIN_BAND.name());
    }
    return String.join(";", flags);
  }
}
