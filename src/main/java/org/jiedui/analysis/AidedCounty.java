package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.analysis.GapParams.Years;

/**
 * One county in one period: its income at the beginning, its people on average, and the aid of each
 * donor over the period.
 *
 * @param income of the first year of the period that has it, so that aid has not yet changed it
 * @param delay years from the period's first year to that of the income
 * @param cluster recipient province with all its donors of any year
 * @param aid by donor code, in the unit of the flows; empty where nobody is paired with it
 * @param years of the period that the records reach
 */
record AidedCounty(
    String code,
    String province,
    String prefecture,
    String cluster,
    double income,
    int delay,
    double people,
    TreeMap<String, Double> aid,
    int years) {

  /** Counties of a period, and how many with aid have no income or population. */
  record Period(List<AidedCounty> counties, int leftOut) {}

  double total() {
    return aid.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  double perHead() {
    return total() / (people * years);
  }

  /** The same with the aid of one donor only. */
  AidedCounty of(String donor) {
    TreeMap<String, Double> own = new TreeMap<>();
    own.put(donor, aid.get(donor));
    return new AidedCounty(code, province, prefecture, cluster, income, delay, people, own, years);
  }

  /** Reads counties off flows and levels. */
  static final class Reader {
    private final TreeMap<String, TreeMap<String, TreeMap<Integer, Double>>> flows =
        new TreeMap<>();
    private final AidFlows aid;
    private final RegionLevels levels;
    private final TargetingParams params;

    Reader(AidFlows aid, List<RegionValue> values, TargetingParams params) {
      this.aid = aid;
      this.params = params;
      this.levels = RegionLevels.of(values, List.of(params.need(), params.population()));
      for (AidFlows.Flow flow : aid.flows()) {
        flows
            .computeIfAbsent(flow.recipient(), r -> new TreeMap<>())
            .computeIfAbsent(flow.donor(), d -> new TreeMap<>())
            .merge(flow.year(), flow.amount(), Double::sum);
      }
    }

    Period of(Years period) {
      List<AidedCounty> counties = new ArrayList<>();
      int reached = (int) aid.years().stream().filter(period::contains).count();
      TreeSet<String> codes = new TreeSet<>(levels.byRegion().keySet());
      codes.addAll(flows.keySet());
      int leftOut = 0;
      for (String code : codes) {
        if (params.places().level(code).filter(Places.COUNTY::equals).isPresent()) {
          TreeMap<String, Double> given = reached == 0 ? new TreeMap<>() : given(code, period);
          int year = incomeYear(code, period);
          double income = levels.values(code, year)[0];
          double people = people(code, period);
          boolean known = !Double.isNaN(income) && people > 0;
          leftOut += known || given.isEmpty() ? 0 : 1;
          if (known) {
            counties.add(county(code, income, year - period.from(), people, given, reached));
          }
        }
      }
      return new Period(counties, leftOut);
    }

    private AidedCounty county(
        String code,
        double income,
        int delay,
        double people,
        TreeMap<String, Double> given,
        int reached) {
      String province = params.places().province(code);
      return new AidedCounty(
          code,
          province,
          params.places().prefecture(code),
          province + ":" + String.join(";", donors(code)),
          income,
          delay,
          people,
          given,
          reached);
    }

    private TreeSet<String> donors(String code) {
      TreeSet<String> donors = new TreeSet<>(flows.getOrDefault(code, new TreeMap<>()).keySet());
      aid.years().forEach(year -> donors.addAll(params.donors().of(code, year)));
      return donors;
    }

    private TreeMap<String, Double> given(String code, Years period) {
      TreeMap<String, Double> given = new TreeMap<>();
      TreeMap<String, TreeMap<Integer, Double>> own = flows.getOrDefault(code, new TreeMap<>());
      own.forEach(
          (donor, years) ->
              years.forEach(
                  (year, amount) -> {
                    if (period.contains(year)) {
                      given.merge(donor, amount, Double::sum);
                    }
                  }));
      if (params.absent() == EffectRatio.Absent.ZERO) {
        aid.years().stream()
            .filter(period::contains)
            .forEach(
                year -> params.donors().of(code, year).forEach(d -> given.putIfAbsent(d, 0.0)));
      }
      return given;
    }

    /** The first that has an income; the period's last where none has. */
    private int incomeYear(String code, Years period) {
      int year = period.from();
      while (year < period.to() && Double.isNaN(levels.values(code, year)[0])) {
        year++;
      }
      return year;
    }

    /** Mean over the years that have it; 1 where nobody is counted. */
    private double people(String code, Years period) {
      if (params.population().isEmpty()) {
        return 1;
      }
      double sum = 0;
      int years = 0;
      for (int year = period.from(); year <= period.to(); year++) {
        double people = levels.values(code, year)[1];
        sum += Double.isNaN(people) ? 0 : people;
        years += Double.isNaN(people) ? 0 : 1;
      }
      return years == 0 ? Double.NaN : sum / years;
    }
  }
}
