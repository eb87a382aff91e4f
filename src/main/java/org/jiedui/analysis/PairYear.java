package org.jiedui.analysis;

import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jiedui.spark.Columns;
import org.jiedui.table.Frame;
import org.jiedui.table.PairYearRow;
import org.jiedui.table.PanelRow;

/** How much flowed between two provinces in a year. */
public final class PairYear {
  private PairYear() {}

  /**
   * Sums the panel to pairs of provinces. Sums are of int64 and exact.
   *
   * @param eras first years of the pairings, in order
   */
  public static Frame of(Dataset<Row> panel, Places places, List<Integer> eras) {
    Map<List<Object>, long[]> sums = new HashMap<>();
    Iterator<Row> counties = counties(panel).toLocalIterator();
    while (counties.hasNext()) {
      Row county = counties.next();
      long[] sum = sums.computeIfAbsent(key(county, places), key -> new long[2]);
      sum[0] = Math.addExact(sum[0], county.getLong(7));
      sum[1] = Math.addExact(sum[1], county.getLong(8));
    }
    List<Object[]> rows = new ArrayList<>();
    sums.forEach((key, sum) -> rows.add(row(key, sum, places, eras)));
    return Frame.of("pair_year", PairYearRow.values(), rows);
  }

  private static Dataset<Row> counties(Dataset<Row> panel) {
    return panel
        .groupBy(
            Columns.of(PanelRow.DONOR_CODE),
            Columns.of(PanelRow.RECIPIENT_CODE),
            Columns.of(PanelRow.INDICATOR),
            Columns.of(PanelRow.DIRECTION),
            Columns.of(PanelRow.FORM),
            Columns.of(PanelRow.STATUS),
            Columns.of(PanelRow.YEAR))
        .agg(sum(Columns.of(PanelRow.AMOUNT)), sum(Columns.of(PanelRow.RECORDS)));
  }

  private static List<Object> key(Row county, Places places) {
    List<Object> key = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      key.add(i == 1 ? places.province(county.getString(1)) : county.get(i));
    }
    return key;
  }

  private static Object[] row(List<Object> key, long[] sum, Places places, List<Integer> eras) {
    List<Object> row = new ArrayList<>(key);
    row.add(places.name((String) key.get(0)));
    row.add(places.name((String) key.get(1)));
    row.add(era((Integer) key.get(6), eras));
    row.add(sum[0]);
    row.add(sum[1]);
    return row.toArray();
  }

  /** The last era that has begun; null before the first. */
  private static Integer era(int year, List<Integer> eras) {
    return eras.stream().filter(first -> first <= year).reduce((a, b) -> b).orElse(null);
  }
}
