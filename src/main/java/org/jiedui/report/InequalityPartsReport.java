package org.jiedui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.Frame;
import org.jiedui.table.InequalityPartsRow;
import org.jiedui.table.Status;

/** How much of a year's inequality lies between zones, between provinces and within them. */
public final class InequalityPartsReport {
  private static final Map<String, Text> METHODS =
      Map.of(
          "dagum", Text.of("基尼系数(Dagum,按省)", "Gini (Dagum, by province)"),
          "theil_t", Text.of("泰尔指数 T(嵌套)", "Theil T (nested)"),
          "theil_l", Text.of("泰尔指数 L(嵌套)", "Theil L (nested)"));
  private static final Map<String, Text> PARTS =
      Map.of(
          "total", Text.of("总体", "Total"),
          "between", Text.of("组间净值", "Net between"),
          "within", Text.of("组内", "Within"),
          "transvariation", Text.of("超变密度", "Transvariation"),
          "between_zones", Text.of("地带间", "Between zones"),
          "between_provinces", Text.of("地带内省间", "Between provinces of a zone"));
  private static final List<String> ORDER =
      List.of("total", "between_zones", "between_provinces", "between", "within", "transvariation");

  private InequalityPartsReport() {}

  /** First and last year that the table holds, weighted by population where there are weights. */
  public static PaperTable of(Frame parts, Map<String, Text> labels) {
    int[] years =
        IntStream.range(0, parts.size())
            .map(row -> (Integer) parts.value(row, InequalityPartsRow.YEAR))
            .sorted()
            .distinct()
            .toArray();
    List<PaperTable.Row> rows = new ArrayList<>();
    for (List<String> key : keys(parts)) {
      rows.add(row(parts, key, labels, years[0], years[years.length - 1]));
    }
    return new PaperTable(
        "inequality-parts",
        Text.of("地区差异的分解", "Parts of the inequality of regions"),
        columns(years),
        rows,
        List.of(
            Text.of(
                "各组成部分之和等于总体,每年核对。组间净值与超变密度之和为 Dagum 的组间总差异。",
                "The parts sum to the total, checked every year. Net between and transvariation"
                    + " together are Dagum's gross inequality between groups.")));
  }

  private static List<PaperTable.Column> columns(int[] years) {
    List<PaperTable.Column> columns = new ArrayList<>();
    columns.add(PaperTable.Column.of("method", "方法", "Method"));
    columns.add(PaperTable.Column.of("part", "组成部分", "Part"));
    for (int year : years.length == 0 ? years : new int[] {years[0], years[years.length - 1]}) {
      String word = Integer.toString(year);
      columns.add(PaperTable.Column.of("value_" + year, "数值", "Value").under(word, word));
      columns.add(
          PaperTable.Column.of("share_" + year, "比重", "Share").unit("%", "%").under(word, word));
    }
    return columns;
  }

  /** Indicator, method and part in the order they are printed. */
  private static List<List<String>> keys(Frame parts) {
    boolean weighted =
        IntStream.range(0, parts.size())
            .anyMatch(row -> parts.text(row, InequalityPartsRow.WEIGHTING).equals("population"));
    return IntStream.range(0, parts.size())
        .filter(
            row ->
                parts
                    .text(row, InequalityPartsRow.WEIGHTING)
                    .equals(weighted ? "population" : "none"))
        .mapToObj(
            row ->
                List.of(
                    parts.text(row, InequalityPartsRow.INDICATOR),
                    parts.text(row, InequalityPartsRow.METHOD),
                    parts.text(row, InequalityPartsRow.PART),
                    parts.text(row, InequalityPartsRow.WEIGHTING)))
        .distinct()
        .sorted(
            (a, b) -> {
              int order = (a.get(0) + a.get(1)).compareTo(b.get(0) + b.get(1));
              return order != 0 ? order : ORDER.indexOf(a.get(2)) - ORDER.indexOf(b.get(2));
            })
        .toList();
  }

  private static PaperTable.Row row(
      Frame parts, List<String> key, Map<String, Text> labels, int first, int last) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Words(METHODS.get(key.get(1))));
    cells.add(new Cell.Words(PARTS.get(key.get(2))));
    for (int year : new int[] {first, last}) {
      int row = find(parts, key, year);
      cells.add(number(parts, row, InequalityPartsRow.VALUE, 4, 1));
      cells.add(number(parts, row, InequalityPartsRow.SHARE, 1, 100));
    }
    return new PaperTable.Row(labels.getOrDefault(key.get(0), Text.same(key.get(0))), cells);
  }

  private static int find(Frame parts, List<String> key, int year) {
    return IntStream.range(0, parts.size())
        .filter(row -> parts.value(row, InequalityPartsRow.YEAR).equals(year))
        .filter(row -> parts.text(row, InequalityPartsRow.INDICATOR).equals(key.get(0)))
        .filter(row -> parts.text(row, InequalityPartsRow.METHOD).equals(key.get(1)))
        .filter(row -> parts.text(row, InequalityPartsRow.PART).equals(key.get(2)))
        .filter(row -> parts.text(row, InequalityPartsRow.WEIGHTING).equals(key.get(3)))
        .findFirst()
        .orElse(-1);
  }

  private static Cell number(
      Frame parts, int row, InequalityPartsRow field, int decimals, double times) {
    if (row < 0) {
      return new Cell.Absent("NO_DATA");
    }
    Double value = (Double) parts.value(row, field);
    String status = parts.text(row, InequalityPartsRow.STATUS);
    // Equal regions have parts of 0, and no share of 0.
    boolean equal = value == null && status.equals(Status.OK.name());
    return Cell.estimate(
        value == null ? null : (Double) (value * times),
        decimals,
        equal ? Status.ALL_EQUAL.name() : status);
  }
}
