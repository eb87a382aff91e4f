package org.jiedui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.EraName;
import org.jiedui.table.Frame;
import org.jiedui.table.GapPairRow;

/** Gaps of recipient provinces before, after and in each era, one panel a measure. */
public final class GapPairReport {
  private static final List<String> MEASURES =
      List.of("donor_ratio", "donor_difference", "median_difference", "frontier_difference");

  private GapPairReport() {}

  public static PaperTable of(Frame pairs) {
    TreeSet<String> eras = new TreeSet<>();
    for (int row = 0; row < pairs.size(); row++) {
      String period = pairs.text(row, GapPairRow.PERIOD);
      if (EraName.firstYear(period).isPresent()) {
        eras.add(period);
      }
    }
    return new PaperTable(
        "gap-pair",
        Text.of("与支援方、中位数和前沿的差距", "Gaps to the donors, the median and the frontier"),
        columns(eras),
        rows(pairs, eras),
        notes(pairs));
  }

  private static List<Text> notes(Frame pairs) {
    List<Text> notes = new ArrayList<>();
    if (pairs.rows().stream().anyMatch(row -> isBroken(row[GapPairRow.FLAGS.ordinal()]))) {
      notes.add(
          Text.of(
              "部分地区或支援方的指标口径有变(DEFINITION_BREAK,如户籍人口改为常住人口),其前后变化含口径变化;见表中标记列。",
              "Series of some regions or donors change their definition (DEFINITION_BREAK, such as"
                  + " registered to resident population): their changes hold that of the"
                  + " definition; see the column flags."));
    }
    notes.add(
        Text.of(
            "各地区先取年均值,再取地区均值;比为几何均值,其变化为后期与前期之比。变化只计两期都有的地区;区间为逐一剔除结对组的刀切法 t 区间,"
                + "描述结对单元间差异,以超总体假设为前提,并非抽样误差。",
            "Means of regions, each its mean over years; ratios are geometric means,"
                + " their change is after over before. The change"
                + " is of regions that have both sides; intervals are t, leaving out one pairing"
                + " at a time: they describe variation between pairing units under a"
                + " superpopulation reading, not sampling error."));
    return notes;
  }

  private static boolean isBroken(Object flags) {
    return flags != null && flags.toString().contains("DEFINITION_BREAK");
  }

  private static List<PaperTable.Column> columns(TreeSet<String> eras) {
    List<PaperTable.Column> columns = new ArrayList<>();
    columns.add(PaperTable.Column.of("recipient", "受援方", "Recipient"));
    columns.add(PaperTable.Column.of("regions", "地区数", "Regions"));
    for (String era : eras) {
      int year = EraName.firstYear(era).orElseThrow();
      columns.add(
          PaperTable.Column.of(era.replace(' ', '_'), year + " 起", "from " + year)
              .under("结对时期", "Era"));
    }
    columns.add(PaperTable.Column.of("before", "前期", "Before"));
    columns.add(PaperTable.Column.of("after", "后期", "After"));
    columns.add(PaperTable.Column.of("change", "变化", "Change"));
    columns.add(PaperTable.Column.of("interval", "区间", "Interval"));
    columns.add(PaperTable.Column.of("clusters", "结对组数", "Pairings"));
    return columns;
  }

  private static List<PaperTable.Row> rows(Frame pairs, TreeSet<String> eras) {
    List<PaperTable.Row> rows = new ArrayList<>();
    for (String measure : MEASURES) {
      TreeMap<String, Map<String, Integer>> recipients = new TreeMap<>();
      for (int row = 0; row < pairs.size(); row++) {
        if (measure.equals(pairs.text(row, GapPairRow.MEASURE))
            && pairs.text(row, GapPairRow.DONOR_CODE).isEmpty()) {
          recipients
              .computeIfAbsent(
                  pairs.text(row, GapPairRow.LEVEL)
                      + " "
                      + pairs.text(row, GapPairRow.RECIPIENT_CODE),
                  key -> new TreeMap<>())
              .put(pairs.text(row, GapPairRow.PERIOD), row);
        }
      }
      recipients
          .values()
          .forEach(periods -> rows.add(row(pairs, Wording.of(measure), periods, eras)));
    }
    return rows;
  }

  private static PaperTable.Row row(
      Frame pairs, Text panel, Map<String, Integer> periods, TreeSet<String> eras) {
    int change = periods.get("change");
    List<Cell> cells = new ArrayList<>();
    cells.add(recipient(pairs, change));
    cells.add(new Cell.Count((Integer) pairs.value(change, GapPairRow.REGIONS)));
    eras.forEach(era -> cells.add(value(pairs, periods.get(era))));
    cells.add(value(pairs, periods.get("before")));
    cells.add(value(pairs, periods.get("after")));
    cells.add(value(pairs, change));
    Double low = (Double) pairs.value(change, GapPairRow.CI_LOW);
    cells.add(
        low == null
            ? new Cell.Absent(pairs.text(change, GapPairRow.CI_STATUS))
            : new Cell.Interval(low, (Double) pairs.value(change, GapPairRow.CI_HIGH), 3));
    cells.add(new Cell.Count((Integer) pairs.value(change, GapPairRow.CLUSTERS)));
    return new PaperTable.Row(panel, cells);
  }

  private static Cell recipient(Frame pairs, int row) {
    return "nation".equals(pairs.text(row, GapPairRow.LEVEL))
        ? Cell.words("全国", "All")
        : Cell.words(pairs.text(row, GapPairRow.RECIPIENT_NAME));
  }

  private static Cell value(Frame pairs, int row) {
    return Cell.estimate(
        (Double) pairs.value(row, GapPairRow.VALUE), 3, pairs.text(row, GapPairRow.STATUS));
  }
}
