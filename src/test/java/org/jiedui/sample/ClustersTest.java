package org.jiedui.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The planted clusters of the development panel can be found again. */
class ClustersTest {
  private static final int CLUSTERS = 4;

  @TempDir static Path root;

  private static List<String[]> panel;
  private static Map<String, Integer> planted;

  @BeforeAll
  static void generate() throws IOException {
    Path dir = root.resolve("sample");
    Generator.write(new Plan(dir, Plan.Layout.SAMPLE, 160, 0, Plan.SEED));
    panel = Reading.table(dir.resolve("region_year.csv"));
    planted = new TreeMap<>();
    for (String line : Files.readAllLines(dir.resolve("truth/clusters.csv"))) {
      for (String code : line.split(",")[0].split("\\+")) {
        if (!code.equals("code")) {
          planted.put(code, Integer.valueOf(line.split(",")[1]));
        }
      }
    }
  }

  @Test
  void kMeansOnStandardisedIndicatorsFindsThePlantedClusters() {
    List<double[]> points = new ArrayList<>();
    List<Integer> truth = new ArrayList<>();
    for (String[] row : panel) {
      if (planted.containsKey(row[0])
          && row[1].equals("2020")
          && !String.join("", row).contains("—")) {
        points.add(Arrays.stream(row).skip(3).mapToDouble(Double::parseDouble).toArray());
        truth.add(planted.get(row[0]));
      }
    }
    standardise(points);

    assertThat(points).hasSizeGreaterThan(150);
    assertThat(truth).contains(1, 2, 3, 4);
    assertThat(adjustedRandIndex(labels(points), truth)).isGreaterThanOrEqualTo(.95);
  }

  @Test
  void donorsAreClearlyMoreDevelopedThanEveryCounty() {
    for (String year : new String[] {"2012", "2020"}) {
      double leastDonor = incomes(year, false).min().orElseThrow();
      assertThat(incomes(year, true).max().orElseThrow() * 1.3).isLessThan(leastDonor);
    }
  }

  @Test
  void populationIsThereInEveryYearAndDevelopmentFrom2012WithSomeCellsMissing() {
    long missing = 0;
    for (String[] row : panel.subList(1, panel.size())) {
      assertThat(row[2]).matches("[1-9][0-9]{3,}");
      boolean early = Integer.parseInt(row[1]) < 2012;
      for (String cell : Arrays.asList(row).subList(3, row.length)) {
        assertThat(cell.isEmpty()).isEqualTo(early);
        missing += cell.equals("—") ? 1 : 0;
      }
    }
    assertThat(missing).isBetween(20L, 200L);
  }

  @Test
  void olderYearsCarryOlderCodes() {
    assertThat(yearsOf("770281")).isEqualTo("1996-2011");
    assertThat(yearsOf("770221")).isEqualTo("2012-2020");
    assertThat(yearsOf("280121")).isEqualTo("1996-2009");
    assertThat(yearsOf("790103")).isEqualTo("2018-2020");
  }

  private static String yearsOf(String code) {
    List<String> years = panel.stream().filter(r -> r[0].equals(code)).map(r -> r[1]).toList();
    return years.get(0) + "-" + years.get(years.size() - 1);
  }

  private static java.util.stream.DoubleStream incomes(String year, boolean counties) {
    return panel.stream()
        .filter(r -> r[1].equals(year) && !r[0].endsWith("0000") == counties)
        .filter(r -> !r[3].equals("—"))
        .mapToDouble(r -> Double.parseDouble(r[3]));
  }

  private static void standardise(List<double[]> points) {
    for (int j = 0; j < points.get(0).length; j++) {
      int column = j;
      double mean = points.stream().mapToDouble(p -> p[column]).average().orElseThrow();
      double squares = points.stream().mapToDouble(p -> Math.pow(p[column] - mean, 2)).sum();
      double deviation = Math.sqrt(squares / (points.size() - 1));
      points.forEach(p -> p[column] = (p[column] - mean) / deviation);
    }
  }

  /** Lloyd's k-means from starts far from each other; knows nothing of the truth. */
  private static List<Integer> labels(List<double[]> points) {
    List<double[]> centres = new ArrayList<>(List.of(points.get(0).clone()));
    while (centres.size() < CLUSTERS) {
      double[] far = points.get(0);
      for (double[] point : points) {
        far = distance(point, centres) > distance(far, centres) ? point : far;
      }
      centres.add(far.clone());
    }
    List<Integer> labels = List.of();
    for (int i = 0; i < 50; i++) {
      labels = points.stream().map(p -> nearest(p, centres)).toList();
      for (int k = 0; k < CLUSTERS; k++) {
        centres.set(k, mean(points, labels, k));
      }
    }
    return labels;
  }

  private static double[] mean(List<double[]> points, List<Integer> labels, int cluster) {
    double[] sum = new double[points.get(0).length];
    int n = 0;
    for (int i = 0; i < points.size(); i++) {
      if (labels.get(i) == cluster) {
        n++;
        for (int j = 0; j < sum.length; j++) {
          sum[j] += points.get(i)[j];
        }
      }
    }
    for (int j = 0; j < sum.length; j++) {
      sum[j] /= n;
    }
    return sum;
  }

  private static int nearest(double[] point, List<double[]> centres) {
    int best = 0;
    for (int k = 1; k < centres.size(); k++) {
      best = squared(point, centres.get(k)) < squared(point, centres.get(best)) ? k : best;
    }
    return best;
  }

  private static double distance(double[] point, List<double[]> centres) {
    return squared(point, centres.get(nearest(point, centres)));
  }

  private static double squared(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return sum;
  }

  /** Hubert and Arabie (1985), by pairs. */
  private static double adjustedRandIndex(List<Integer> a, List<Integer> b) {
    double both = 0;
    double inA = 0;
    double inB = 0;
    double pairs = 0;
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean sameA = a.get(i).equals(a.get(j));
        boolean sameB = b.get(i).equals(b.get(j));
        both += sameA && sameB ? 1 : 0;
        inA += sameA ? 1 : 0;
        inB += sameB ? 1 : 0;
        pairs++;
      }
    }
    double expected = inA * inB / pairs;
    return (both - expected) / ((inA + inB) / 2 - expected);
  }
}
