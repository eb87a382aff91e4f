package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jiedui.spark.Columns;
import org.jiedui.table.PanelRow;

/**
 * What went from donors to recipients of one indicator, year by year, in the indicator's own unit.
 *
 * <p>Of the stages of funds that the records have one counts, see {@link FundStage}.
 *
 * @param years years the records are of, ascending
 */
public record AidFlows(String indicator, String stage, List<Integer> years, List<Flow> flows) {
  /** Records of one recipient, donor and year; cash and kind together. */
  public record Flow(String recipient, String donor, int year, double amount) {}

  public AidFlows {
    years = List.copyOf(years);
    flows = List.copyOf(flows);
  }

  /** From the panel: donors to recipients only, indicators in the order of their ids. */
  public static List<AidFlows> of(
      Dataset<Row> panel, Map<String, Measure> measures, int from, int to) {
    int[] years = IntStream.rangeClosed(from, to).toArray();
    Dataset<Row> asked =
        panel
            .where(Columns.of(PanelRow.INDICATOR).isin(measures.keySet().toArray()))
            .where(Columns.of(PanelRow.DIRECTION).equalTo("E2W"));
    TreeMap<String, List<Series>> byIndicator = new TreeMap<>();
    measures.keySet().forEach(id -> byIndicator.put(id, new ArrayList<>()));
    for (Series one : PanelTotals.of(asked, years, EffectRatio.CELL_BUDGET)) {
      byIndicator.get(one.indicator()).add(one);
    }
    List<AidFlows> found = new ArrayList<>();
    byIndicator.forEach((id, series) -> found.add(of(id, measures.get(id), series, years)));
    return found;
  }

  private static AidFlows of(String indicator, Measure measure, List<Series> all, int[] years) {
    TreeSet<String> stages = new TreeSet<>();
    all.forEach(series -> stages.add(series.status()));
    String stage = FundStage.nearestToPayment(stages);
    TreeMap<String, TreeMap<Integer, Long>> sums = new TreeMap<>();
    for (Series series : all) {
      if (series.status().equals(stage)) {
        add(series, years, sums);
      }
    }
    List<Flow> flows = new ArrayList<>();
    sums.forEach(
        (key, yearly) -> {
          String[] ends = key.split(" ");
          yearly.forEach(
              (year, minor) ->
                  flows.add(
                      new Flow(ends[0], ends[1], year, minor / (double) measure.minorPerUnit())));
        });
    return new AidFlows(indicator, stage, IntStream.of(years).boxed().toList(), flows);
  }

  private static void add(
      Series series, int[] years, TreeMap<String, TreeMap<Integer, Long>> sums) {
    String key = series.recipient() + " " + series.donor();
    for (int i = 0; i < years.length; i++) {
      if (series.records()[i] > 0) {
        sums.computeIfAbsent(key, k -> new TreeMap<>())
            .merge(years[i], series.amounts()[i], Math::addExact);
      }
    }
  }

  /** Whether the records reach any of these years. */
  boolean reach(GapParams.Years asked) {
    return years.stream().anyMatch(asked::contains);
  }
}
