package org.jiedui.stats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** R's {@code plm::Grunfeld} (plm 2.6-2): investment of 10 firms in 20 years. */
final class GrunfeldPanel {
  private static final List<double[]> ROWS = read();

  private GrunfeldPanel() {}

  private static List<double[]> read() {
    try (InputStream in = GrunfeldPanel.class.getResourceAsStream("/stats/grunfeld.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> Character.isDigit(line.charAt(0)))
          .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] column(int at) {
    return ROWS.stream().mapToDouble(row -> row[at]).toArray();
  }

  private static int[] codes(int at) {
    return ROWS.stream().mapToInt(row -> (int) row[at]).toArray();
  }

  static Factor firm() {
    return Factor.of("firm", codes(0));
  }

  static Factor year() {
    return Factor.of("year", codes(1));
  }

  static double[] years() {
    return column(1);
  }

  static double[] inv() {
    return column(2);
  }

  /** 1 from 1945 on. */
  static double[] post() {
    return Arrays.stream(years()).map(year -> year >= 1945 ? 1 : 0).toArray();
  }

  /** inv on value and capital, no effects yet. */
  static Design investment() {
    return Design.of(inv()).regressor("value", column(3)).regressor("capital", column(4));
  }

  static Design twoWay() {
    return investment().effect(firm()).effect(year());
  }
}
