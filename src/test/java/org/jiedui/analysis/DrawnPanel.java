package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jiedui.table.Frame;

/** Panels made by a seed, and tables down to the last bit. */
final class DrawnPanel {
  private DrawnPanel() {}

  static List<Row> random(int cells, long seed) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      int county = random.nextInt(60);
      boolean money = random.nextBoolean();
      rows.add(
          RowFactory.create(
              "7" + (1 + county % 5) + "010" + county % 7,
              "8" + random.nextInt(4) + "0000",
              1996 + random.nextInt(25),
              money ? "donation" : "cadres",
              money || random.nextBoolean() ? "E2W" : "W2E",
              money ? (random.nextBoolean() ? "cash" : "kind") : "none",
              "paid",
              (long) random.nextInt(1_000_000_007),
              1L + random.nextInt(3)));
    }
    return rows;
  }

  static List<Row> shuffled(List<Row> rows, long seed) {
    List<Row> copy = new ArrayList<>(rows);
    Collections.shuffle(copy, new Random(seed));
    return copy;
  }

  /** Every value; doubles by their bits. */
  static String bits(Frame frame) {
    return frame.rows().stream()
        .map(
            row ->
                java.util.Arrays.stream(row).map(DrawnPanel::bits).collect(Collectors.joining("|")))
        .collect(Collectors.joining("\n"));
  }

  private static String bits(Object value) {
    return value instanceof Double number
        ? Long.toHexString(Double.doubleToRawLongBits(number))
        : String.valueOf(value);
  }
}
