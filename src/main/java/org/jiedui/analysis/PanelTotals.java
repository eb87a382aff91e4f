package org.jiedui.analysis;

import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.spark.Columns;
import org.jiedui.table.PanelRow;

/**
 * The panel summed by Spark to one row per series and study year, and put together on the driver in
 * key order. Sums are of int64 and exact; overflow ends the run (ANSI mode).
 *
 * <p>The year is a key and no column of its own: fifty conditional sums cost two seconds of code
 * generation and save nothing, because a panel has one cell a year already.
 */
final class PanelTotals {
  private static final PanelRow[] KEYS = {
    PanelRow.RECIPIENT_CODE,
    PanelRow.DONOR_CODE,
    PanelRow.INDICATOR,
    PanelRow.DIRECTION,
    PanelRow.FORM,
    PanelRow.STATUS
  };

  private PanelTotals() {}

  /** Refuses with MATRIX_TOO_LARGE when series × years is above the budget of cells. */
  static List<Series> of(Dataset<Row> panel, int[] years, long cellBudget) {
    Map<Series.Key, Series> series = new HashMap<>();
    Iterator<Row> sums = summed(panel, years).toLocalIterator();
    while (sums.hasNext()) {
      Row sum = sums.next();
      Series one = series.computeIfAbsent(key(sum), key -> key.empty(years.length));
      if ((long) series.size() * years.length > cellBudget) {
        throw new InputException(ExitCode.INPUT, tooLarge(years.length, cellBudget));
      }
      if (!sum.isNullAt(KEYS.length)) {
        put(one, Arrays.binarySearch(years, sum.getInt(KEYS.length)), sum);
      }
    }
    return series.values().stream().sorted(Series.BY_KEY).toList();
  }

  /** Columns of the panel that are missing or of another type. */
  static List<Problem> problems(StructType found) {
    List<String> names = Arrays.asList(found.fieldNames());
    List<Problem> problems = new ArrayList<>();
    for (PanelRow field : PanelRow.values()) {
      String expected = Columns.type(field.type()).simpleString();
      String is =
          names.contains(field.column())
              ? found.apply(field.column()).dataType().simpleString()
              : "";
      if (!is.equals(expected)) {
        problems.add(wrongColumn(field.column(), is, expected));
      }
    }
    return problems;
  }

  /** Years outside the study are one null year: they say that a series exists. */
  private static Dataset<Row> summed(Dataset<Row> panel, int[] years) {
    Column year = Columns.of(PanelRow.YEAR);
    Column amount = Columns.of(PanelRow.AMOUNT);
    List<Column> keys = new ArrayList<>();
    Arrays.stream(KEYS).map(Columns::of).forEach(keys::add);
    keys.add(when(year.isin(Arrays.stream(years).boxed().toArray()), year).as("study_year"));
    return panel
        .groupBy(keys.toArray(Column[]::new))
        .agg(
            sum(amount),
            sum(Columns.of(PanelRow.RECORDS)),
            sum(when(amount.lt(0), 1L).otherwise(0L)));
  }

  private static Series.Key key(Row sum) {
    return new Series.Key(
        sum.getString(0),
        sum.getString(1),
        sum.getString(2),
        sum.getString(3),
        sum.getString(4),
        sum.getString(5));
  }

  private static void put(Series series, int year, Row sum) {
    series.amounts()[year] = sum.getLong(KEYS.length + 1);
    series.records()[year] = sum.getLong(KEYS.length + 2);
    series.negatives()[0] += sum.getLong(KEYS.length + 3);
  }

  private static Problem tooLarge(int years, long cellBudget) {
    String zh = "序列数 × " + years + " 年超过上限 " + cellBudget + " 格";
    String en = "series × " + years + " years is above the budget of " + cellBudget + " cells";
    return Problem.error("MATRIX_TOO_LARGE", Text.of(zh, en))
        .fix("减少指标或地区,或提高上限和内存", "take fewer indicators or units, or raise budget and memory");
  }

  private static Problem wrongColumn(String column, String is, String expected) {
    String zh = is.isEmpty() ? "缺少" : "类型为 " + is;
    String en = is.isEmpty() ? "is missing" : "is " + is;
    return Problem.error(
            "TABLE_COLUMN",
            Text.of(
                "无法读取表 'panel':列 " + column + " " + zh,
                "cannot read table 'panel': column " + column + " " + en))
        .expected(expected, expected);
  }
}
