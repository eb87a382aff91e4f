package org.jiedui.analysis;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.stats.CompensatedSum;
import org.jiedui.table.Frame;
import org.jiedui.table.PairYearRow;

/**
 * Named quantities of pairs of provinces, year by year: flows by indicator, and counts of whatever
 * else is recorded of a pair. What went from west to east is {@code indicator:W2E}, agreed funds
 * are {@code indicator:agreed}.
 */
final class PairQuantities {
  static final String WEST_TO_EAST = ":W2E";
  static final String AGREED = ":" + FundStage.AGREED;

  private final Map<String, TreeMap<Link, TreeMap<Integer, Double>>> values = new HashMap<>();

  /** Flows of the table {@code pair_year}, in units of their indicators. */
  static PairQuantities of(Frame pairYear, Map<String, Measure> measures) {
    Map<String, Set<String>> stages = new HashMap<>();
    for (int row = 0; row < pairYear.size(); row++) {
      stages
          .computeIfAbsent(pairYear.text(row, PairYearRow.INDICATOR), i -> new HashSet<>())
          .add(pairYear.text(row, PairYearRow.STATUS));
    }
    PairQuantities found = new PairQuantities();
    Map<String, TreeMap<Link, TreeMap<Integer, Long>>> sums = new TreeMap<>();
    for (int row = 0; row < pairYear.size(); row++) {
      String indicator = pairYear.text(row, PairYearRow.INDICATOR);
      String stage = pairYear.text(row, PairYearRow.STATUS);
      boolean agreed = stage.equals(FundStage.AGREED);
      boolean flow = stage.equals(FundStage.nearestToPayment(stages.get(indicator)));
      if (measures.containsKey(indicator) && (agreed || flow)) {
        boolean west = pairYear.text(row, PairYearRow.DIRECTION).equals("W2E");
        String name = indicator + (west ? WEST_TO_EAST : "") + (agreed ? AGREED : "");
        Link link =
            new Link(
                pairYear.text(row, PairYearRow.DONOR_CODE),
                pairYear.text(row, PairYearRow.RECIPIENT_CODE));
        sums.computeIfAbsent(name, n -> new TreeMap<>())
            .computeIfAbsent(link, l -> new TreeMap<>())
            .merge(
                (Integer) pairYear.value(row, PairYearRow.YEAR),
                (Long) pairYear.value(row, PairYearRow.AMOUNT),
                Math::addExact);
      }
    }
    sums.forEach(
        (name, links) -> {
          double unit = measures.get(name.replaceFirst(":.*", "")).minorPerUnit();
          links.forEach(
              (link, years) ->
                  years.forEach((year, sum) -> found.add(name, link, year, sum / unit)));
        });
    return found;
  }

  void add(String name, Link link, int year, double value) {
    values
        .computeIfAbsent(name, n -> new TreeMap<>())
        .computeIfAbsent(link, l -> new TreeMap<>())
        .merge(year, value, Double::sum);
  }

  /** Pairs that any of these quantities is recorded of. */
  TreeSet<Link> links(Collection<String> names) {
    TreeSet<Link> links = new TreeSet<>();
    names.forEach(name -> links.addAll(values.getOrDefault(name, new TreeMap<>()).keySet()));
    return links;
  }

  /** Years in which any of these quantities is recorded of any pair. */
  TreeSet<Integer> years(Collection<String> names) {
    TreeSet<Integer> years = new TreeSet<>();
    names.forEach(
        name ->
            values
                .getOrDefault(name, new TreeMap<>())
                .values()
                .forEach(y -> years.addAll(y.keySet())));
    return years;
  }

  boolean recorded(List<String> names, Link link, int year) {
    return names.stream().anyMatch(name -> yearly(name, link).containsKey(year));
  }

  /** Sum of the quantities of one pair over some years; what is not recorded adds nothing. */
  double sum(List<String> names, Link link, Set<Integer> years) {
    CompensatedSum sum = new CompensatedSum();
    for (String name : names) {
      yearly(name, link)
          .forEach(
              (year, value) -> {
                if (years.contains(year)) {
                  sum.add(value);
                }
              });
    }
    return sum.value();
  }

  private TreeMap<Integer, Double> yearly(String name, Link link) {
    return values.getOrDefault(name, new TreeMap<>()).getOrDefault(link, new TreeMap<>());
  }
}
