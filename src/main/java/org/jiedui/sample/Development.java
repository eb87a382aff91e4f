package org.jiedui.sample;

import java.util.List;

/**
 * The development panel: six indicators of counties by planted cluster, and of donor provinces.
 *
 * <p>A value is the level of the cluster in the last year × growth × a lasting log-normal
 * difference of the place × a passing one. The four levels lie several such differences apart, so
 * that k-means on standardised values finds the clusters again.
 */
final class Development {
  /** Header, decimals written, yearly growth, levels of clusters 1 to 4, level of donors. */
  private record Series(String word, int decimals, double growth, double[] levels, double donors) {}

  private static final List<Series> SERIES =
      List.of(
          series("人均可支配收入", 0, 1.08, 41_000, 21_000, 16_500, 12_600, 9_400),
          series("人均GDP", 0, 1.06, 118_000, 62_000, 39_000, 26_000, 16_500),
          series("财政自给率", 2, 1.01, 78, 42, 30, 19, 10),
          series("城镇化率", 2, 1.015, 76, 58, 46, 35, 25),
          series("每千人床位数", 2, 1.02, 7.6, 6.3, 4.6, 5.2, 3.2),
          series("贫困发生率", 2, .88, .3, 1.2, 4, 8.5, 15));

  private static final double LASTING = .04;
  private static final double PASSING = .01;

  private final long seed;

  Development(long seed) {
    this.seed = seed;
  }

  /** Headers of the panel: income, GDP, fiscal self-sufficiency, urban share, beds, poverty. */
  static List<String> words() {
    return SERIES.stream().map(Series::word).toList();
  }

  /** Income per head of a cluster relative to the second richest. */
  static double relativeIncome(int cluster) {
    double[] levels = SERIES.get(0).levels;
    return levels[cluster - 1] / levels[1];
  }

  /** Values of a county as written, one per indicator. */
  String[] county(Place place, int year) {
    return values(place.number(), year, place.cluster());
  }

  /** Values of a donor province as written. */
  String[] donor(Province donor, int year) {
    return values(-1 - donor.number(), year, 0);
  }

  private String[] values(int number, int year, int cluster) {
    Chance lasting = Chance.of(seed, "sample.development.place", number);
    Chance passing = Chance.of(seed, "sample.development." + year, number);
    String[] values = new String[SERIES.size()];
    for (int i = 0; i < values.length; i++) {
      Series series = SERIES.get(i);
      double level = cluster == 0 ? series.donors : series.levels[cluster - 1];
      double grown = level * StrictMath.pow(series.growth, year - Years.LAST);
      values[i] =
          write(grown * lasting.logNormal(LASTING) * passing.logNormal(PASSING), series.decimals);
    }
    return values;
  }

  private static String write(double value, int decimals) {
    if (decimals == 0) {
      return Long.toString((long) StrictMath.rint(value));
    }
    long hundredths = (long) StrictMath.rint(value * 100);
    return hundredths / 100 + "." + World.twoDigits((int) (hundredths % 100));
  }

  private static Series series(
      String word, int decimals, double growth, double donors, double... levels) {
    return new Series(word, decimals, growth, levels, donors);
  }
}
