package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jiedui.analysis.GapParams.Years;
import org.jiedui.table.ContentRow;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.jiedui.table.Status;

/**
 * Tells statistics of pairs for the nation, each province and each pair, by year and window, with
 * the change between the windows.
 *
 * <p>Where no record means no flow, a year counts when every source has a record of some pair;
 * where it means missing, a pair's year counts when every source has a record of that pair.
 */
final class PairRatios {
  static final String CHANGE = "change";
  static final String BEFORE = "before";
  static final String AFTER = "after";

  private final PairQuantities quantities;
  private final ContentParams params;
  private final PairSpread.Maker spreads;
  private final List<Object[]> rows = new ArrayList<>();

  private PairRatios(PairQuantities quantities, ContentParams params) {
    this.quantities = quantities;
    this.params = params;
    this.spreads = new PairSpread.Maker(params.confidence(), params.seed());
  }

  static Frame of(
      String table,
      PairQuantities quantities,
      List<PairStatistic> statistics,
      ContentParams params) {
    PairRatios ratios = new PairRatios(quantities, params);
    statistics.forEach(ratios::add);
    return Frame.of(table, ContentRow.values(), ratios.rows);
  }

  /** Pairs told together; a side that is {@code all} is not told apart. */
  private record Group(EffectLevel level, String donor, String recipient) {
    boolean holds(Link link) {
      return (donor.equals(EffectRatioRow.ALL) || donor.equals(link.donor()))
          && (recipient.equals(EffectRatioRow.ALL) || recipient.equals(link.recipient()));
    }
  }

  private void add(PairStatistic statistic) {
    TreeSet<Link> links = quantities.links(statistic.quantities());
    Map<String, Set<Integer>> periods = periods(statistic);
    boolean reached = periods.values().stream().anyMatch(years -> !years.isEmpty());
    for (Group group : groups(reached ? links : new TreeSet<>())) {
      List<Link> own = links.stream().filter(group::holds).toList();
      Map<String, double[][]> sums = new LinkedHashMap<>();
      periods.forEach((period, years) -> sums.put(period, sums(statistic, own, years)));
      periods.forEach(
          (period, years) -> level(statistic, group, period, years.size(), sums.get(period)));
      boolean both = !periods.get(BEFORE).isEmpty() && !periods.get(AFTER).isEmpty();
      change(statistic, group, both ? joined(sums.get(BEFORE), sums.get(AFTER)) : new double[0][]);
    }
  }

  /** The nation even without any record, so that its absence is said. */
  private static List<Group> groups(TreeSet<Link> links) {
    TreeSet<String> donors = new TreeSet<>();
    TreeSet<String> recipients = new TreeSet<>();
    links.forEach(link -> donors.add(link.donor()));
    links.forEach(link -> recipients.add(link.recipient()));
    String all = EffectRatioRow.ALL;
    List<Group> groups = new ArrayList<>();
    groups.add(new Group(EffectLevel.NATION, all, all));
    donors.forEach(d -> groups.add(new Group(EffectLevel.DONOR_PROVINCE, d, all)));
    recipients.forEach(r -> groups.add(new Group(EffectLevel.RECIPIENT_PROVINCE, all, r)));
    links.forEach(l -> groups.add(new Group(EffectLevel.PAIR, l.donor(), l.recipient())));
    return groups;
  }

  /** Both windows and every year of them, each with its years that count. */
  private Map<String, Set<Integer>> periods(PairStatistic statistic) {
    TreeSet<Integer> reached = quantities.years(statistic.sources().get(0));
    statistic.sources().forEach(source -> reached.retainAll(quantities.years(source)));
    Map<String, Set<Integer>> periods = new LinkedHashMap<>();
    periods.put(BEFORE, within(reached, params.before()));
    periods.put(AFTER, within(reached, params.after()));
    TreeSet<Integer> told = new TreeSet<>(periods.get(BEFORE));
    told.addAll(periods.get(AFTER));
    told.forEach(year -> periods.put(Integer.toString(year), Set.of(year)));
    return periods;
  }

  private static Set<Integer> within(Set<Integer> years, Years window) {
    TreeSet<Integer> kept = new TreeSet<>(years);
    kept.removeIf(year -> !window.contains(year));
    return kept;
  }

  private double[][] sums(PairStatistic statistic, List<Link> links, Set<Integer> years) {
    return links.stream()
        .map(
            link -> {
              Set<Integer> own = counted(statistic, link, years);
              return statistic.parts().stream()
                  .mapToDouble(part -> quantities.sum(part, link, own))
                  .toArray();
            })
        .toArray(double[][]::new);
  }

  private Set<Integer> counted(PairStatistic statistic, Link link, Set<Integer> years) {
    TreeSet<Integer> own = new TreeSet<>(years);
    if (params.absent() == EffectRatio.Absent.MISSING) {
      own.removeIf(
          year ->
              statistic.sources().stream()
                  .anyMatch(source -> !quantities.recorded(source, link, year)));
    }
    return own;
  }

  private static double[][] joined(double[][] before, double[][] after) {
    double[][] both = new double[before.length][];
    for (int g = 0; g < both.length; g++) {
      both[g] = Arrays.copyOf(before[g], before[g].length + after[g].length);
      System.arraycopy(after[g], 0, both[g], before[g].length, after[g].length);
    }
    return both;
  }

  private void level(
      PairStatistic statistic, Group group, String period, int years, double[][] sums) {
    boolean recorded = years > 0 && sums.length > 0;
    double[] total = recorded ? PairSpread.total(sums) : null;
    Status status = recorded ? statistic.status(total) : Status.NO_DATA;
    boolean shown = recorded && statistic.isFraction();
    row(
        statistic,
        group,
        period,
        shown ? (Double) total[0] : null,
        shown ? (Double) total[1] : null,
        status == Status.OK ? (Double) statistic.of(total) : null,
        status,
        status == Status.OK ? spreads.of(sums, statistic::of) : PairSpread.none(status),
        sums.length,
        years);
  }

  private void change(PairStatistic statistic, Group group, double[][] both) {
    boolean recorded = both.length > 0;
    double[] total = recorded ? PairSpread.total(both) : null;
    Status status = recorded ? statistic.changeStatus(total) : Status.NO_DATA;
    row(
        statistic,
        group,
        CHANGE,
        null,
        null,
        status == Status.OK ? (Double) statistic.change(total) : null,
        status,
        status == Status.OK ? spreads.of(both, statistic::change) : PairSpread.none(status),
        both.length,
        null);
  }

  private void row(
      PairStatistic statistic,
      Group group,
      String period,
      Double amount,
      Double total,
      Double value,
      Status status,
      PairSpread spread,
      int clusters,
      Integer years) {
    rows.add(
        new Object[] {
          group.level().code(),
          group.donor(),
          group.recipient(),
          period,
          statistic.measure(),
          statistic.part(),
          params.places().name(group.donor()),
          params.places().name(group.recipient()),
          amount,
          total,
          value,
          status.name(),
          spread.error(),
          spread.interval() == null ? null : (Double) spread.interval().low(),
          spread.interval() == null ? null : (Double) spread.interval().high(),
          spread.status().name(),
          spread.method(),
          clusters,
          years,
          missing(period, years)
        });
  }

  private String missing(String period, Integer years) {
    boolean window = period.equals(BEFORE) || period.equals(AFTER);
    Years span = period.equals(BEFORE) ? params.before() : params.after();
    int gap = window ? span.to() - span.from() + 1 - years : 0;
    return gap > 0 ? Status.MISSING_YEARS.name() + "=" + gap : "";
  }
}
