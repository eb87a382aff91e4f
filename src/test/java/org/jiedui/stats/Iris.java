package org.jiedui.stats;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The 150 flowers of R's data set {@code iris}, written by {@code write.csv(iris)}. */
final class Iris {
  private static final List<String> SPECIES = List.of("setosa", "versicolor", "virginica");
  private static final List<String[]> LINES = lines();

  private Iris() {}

  static double[][] rows() {
    return LINES.stream()
        .map(
            cells ->
                new double[] {
                  Double.parseDouble(cells[0]),
                  Double.parseDouble(cells[1]),
                  Double.parseDouble(cells[2]),
                  Double.parseDouble(cells[3])
                })
        .toArray(double[][]::new);
  }

  static Points points() {
    return Points.of(rows());
  }

  static int[] species() {
    return LINES.stream().mapToInt(cells -> SPECIES.indexOf(cells[4])).toArray();
  }

  static double[] column(int j) {
    return LINES.stream().mapToDouble(cells -> Double.parseDouble(cells[j])).toArray();
  }

  private static List<String[]> lines() {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                Iris.class.getResourceAsStream("/iris.csv"), StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
