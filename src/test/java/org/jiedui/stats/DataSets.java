package org.jiedui.stats;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Public data sets of the test resources; the first lines of each file name its source. */
final class DataSets {
  private DataSets() {}

  /** 50 states by 4 rates. */
  static double[][] usArrests() {
    return lines("usarrests.csv").stream()
        .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }

  static double[] columbusCrime() {
    return lines("columbus.csv").stream()
        .skip(1)
        .mapToDouble(line -> Double.parseDouble(line.split(",")[0]))
        .toArray();
  }

  static SpatialWeights columbusNeighbours() {
    return new SpatialWeights(
        lines("columbus.csv").stream()
            .skip(1)
            .map(line -> line.split(",")[1].split(" "))
            .map(cells -> Arrays.stream(cells).mapToInt(c -> Integer.parseInt(c) - 1).toArray())
            .toArray(int[][]::new));
  }

  static List<String> lines(String name) {
    var stream = DataSets.class.getResourceAsStream("/stats/" + name);
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
