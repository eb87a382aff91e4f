package org.jiedui.report;

import static org.jiedui.table.PeriodTotalRow.AMOUNT;
import static org.jiedui.table.PeriodTotalRow.DIRECTION;
import static org.jiedui.table.PeriodTotalRow.FORM;
import static org.jiedui.table.PeriodTotalRow.INDICATOR;
import static org.jiedui.table.PeriodTotalRow.RECIPIENT_CODE;
import static org.jiedui.table.PeriodTotalRow.RECORDS;
import static org.jiedui.table.PeriodTotalRow.SOURCE_ID;
import static org.jiedui.table.PeriodTotalRow.STATUS;
import static org.jiedui.table.PeriodTotalRow.YEAR_FROM;
import static org.jiedui.table.PeriodTotalRow.YEAR_TO;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.Frame;
import org.jiedui.table.IndicatorRow;
import org.jiedui.table.PeriodTotalRow;

/** What sources give as totals over several years: all recipients and donors of each together. */
public final class PeriodTotalReport {
  /** Decimal digits from yuan to 100 million yuan. */
  private static final int HUNDRED_MILLION = 8;

  private static final Text HUNDRED_MILLION_YUAN = Text.of("亿元", "100 million yuan");

  private final Frame totals;
  private final Frame indicators;

  private PeriodTotalReport(Frame totals, Frame indicators) {
    this.totals = totals;
    this.indicators = indicators;
  }

  /**
   * @param indicators table {@code indicator}
   */
  public static PaperTable of(Frame totals, Frame indicators) {
    return new PeriodTotalReport(totals, indicators).table();
  }

  private PaperTable table() {
    List<PaperTable.Row> rows = new ArrayList<>();
    lines().values().forEach(line -> rows.add(row(line)));
    return new PaperTable(
        "period-total",
        Text.of("来源所给的多年合计", "Totals over several years, as sources give them"),
        List.of(
            PaperTable.Column.of("period", "时期", "Period"),
            PaperTable.Column.of("source", "来源", "Source"),
            PaperTable.Column.of("direction", "方向", "Direction"),
            PaperTable.Column.of("form", "形式", "Form"),
            PaperTable.Column.of("status", "阶段", "Stage"),
            PaperTable.Column.of("amount", "合计", "Total"),
            PaperTable.Column.of("recipients", "受援单元", "Recipients"),
            PaperTable.Column.of("records", "记录", "Records")),
        rows,
        List.of(
            Text.of(
                "多年合计不分摊到各年,不在逐年面板中;只计入完整包含它的窗口。",
                "A total over several years is not spread over them and stands in no year of the"
                    + " panel; it counts in a window that holds it whole.")));
  }

  /** Rows of one indicator, period, source, direction, form and stage. */
  private Map<String, List<Integer>> lines() {
    Map<String, List<Integer>> lines = new TreeMap<>();
    for (int row = 0; row < totals.size(); row++) {
      int at = row;
      String line =
          Stream.of(INDICATOR, YEAR_FROM, YEAR_TO, SOURCE_ID, DIRECTION, FORM, STATUS)
              .map(field -> String.valueOf(totals.value(at, field)))
              .collect(Collectors.joining("|"));
      lines.computeIfAbsent(line, l -> new ArrayList<>()).add(row);
    }
    return lines;
  }

  private PaperTable.Row row(List<Integer> line) {
    int first = line.get(0);
    int indicator = indicator(totals.text(first, INDICATOR));
    return new PaperTable.Row(
        heading(indicator, totals.text(first, INDICATOR)),
        List.of(
            Cell.words(totals.value(first, YEAR_FROM) + "–" + totals.value(first, YEAR_TO)),
            Cell.words(totals.text(first, SOURCE_ID)),
            words(first, DIRECTION),
            words(first, FORM),
            words(first, STATUS),
            amount(sum(line, AMOUNT), indicator),
            new Cell.Count(
                line.stream().map(row -> totals.text(row, RECIPIENT_CODE)).distinct().count()),
            new Cell.Count(sum(line, RECORDS))));
  }

  /** Its row among the indicators, or -1. */
  private int indicator(String id) {
    for (int row = 0; row < indicators.size(); row++) {
      if (indicators.text(row, IndicatorRow.INDICATOR).equals(id)) {
        return row;
      }
    }
    return -1;
  }

  private Text heading(int indicator, String id) {
    if (indicator < 0) {
      return Text.same(id);
    }
    Text unit =
        isMoney(indicator)
            ? HUNDRED_MILLION_YUAN
            : Text.of(
                indicators.text(indicator, IndicatorRow.UNIT_ZH),
                indicators.text(indicator, IndicatorRow.UNIT_EN));
    return Text.of(
        indicators.text(indicator, IndicatorRow.LABEL_ZH) + "(" + unit.zh() + ")",
        indicators.text(indicator, IndicatorRow.LABEL_EN) + " (" + unit.en() + ")");
  }

  private boolean isMoney(int indicator) {
    return indicators.text(indicator, IndicatorRow.KIND).equals("money");
  }

  private Cell amount(long sum, int indicator) {
    int decimals = indicator < 0 ? 0 : (Integer) indicators.value(indicator, IndicatorRow.DECIMALS);
    return indicator >= 0 && isMoney(indicator)
        ? new Cell.Money(sum, decimals + HUNDRED_MILLION, 2)
        : new Cell.Money(sum, decimals, decimals);
  }

  private Cell words(int row, PeriodTotalRow field) {
    return new Cell.Words(Wording.of(totals.text(row, field)));
  }

  private long sum(List<Integer> line, PeriodTotalRow field) {
    return line.stream()
        .mapToLong(row -> (Long) totals.value(row, field))
        .reduce(0, Math::addExact);
  }
}
