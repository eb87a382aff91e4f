package org.jiedui.sample;

import java.util.List;

/** What the bulk loop looks up: codes and donors by county and year, and amounts by chance. */
final class BulkTables {
  /** Draws of amounts are one of so many. */
  static final int DRAWS = 4096;

  private static final double SPREAD = .8;
  private static final int[] ERAS = {1996, 2010, 2016};

  private final int[][] codes;
  private final int[][][] donors;
  private final boolean[][] aided;
  private final long[][][] amounts;

  BulkTables(World world, Pairs pairs, long seed) {
    List<Place> places = world.places();
    codes = new int[places.size()][Years.COUNT];
    aided = new boolean[places.size()][Years.COUNT];
    donors = new int[places.size()][ERAS.length][];
    for (Place place : places) {
      int p = place.number();
      for (int y = 0; y < Years.COUNT; y++) {
        codes[p][y] = Integer.parseInt(place.at(Years.FIRST + y).code());
        aided[p][y] = place.isAided(Years.FIRST + y);
      }
      for (int e = 0; e < ERAS.length; e++) {
        List<String> codesOfDonors = pairs.donorsOf(place, ERAS[e]);
        donors[p][e] = codesOfDonors.stream().mapToInt(Integer::parseInt).toArray();
      }
    }
    amounts = amounts(seed);
  }

  int counties() {
    return codes.length;
  }

  int code(int place, int year) {
    return codes[place][year - Years.FIRST];
  }

  boolean isAided(int place, int year) {
    return aided[place][year - Years.FIRST] && donorsOf(place, year).length > 0;
  }

  int[] donorsOf(int place, int year) {
    return donors[place][year < ERAS[1] ? 0 : year < ERAS[2] ? 1 : 2];
  }

  /** Minor units: a log-normal draw of the measure, grown to the year. */
  long amount(Measure measure, int year, int draw) {
    return amounts[measure.ordinal()][year - Years.FIRST][draw];
  }

  /**
   * Mean amounts are such that with rows spread evenly over the years the expected multiple of
   * totals is the planted one.
   */
  private static long[][][] amounts(long seed) {
    Chance chance = Chance.of(seed, "bulk.amounts", 0);
    double[] draws = new double[DRAWS];
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      draws[i] = chance.logNormal(SPREAD);
      sum += draws[i];
    }
    long[][][] amounts = new long[Measure.values().length][Years.COUNT][DRAWS];
    for (Measure measure : Measure.values()) {
      for (int y = 0; y < Years.COUNT; y++) {
        double mean = mean(measure, Years.FIRST + y);
        for (int i = 0; i < DRAWS; i++) {
          double amount = mean * draws[i] * DRAWS / sum;
          amounts[measure.ordinal()][y][i] = Math.max(1, (long) StrictMath.rint(amount));
        }
      }
    }
    return amounts;
  }

  private static double mean(Measure measure, int year) {
    double typical = measure.isMoney() ? 20e6 : 40;
    int from = Years.isAfter(year) ? Years.FIRST_AFTER : Years.FIRST;
    int to = Years.isAfter(year) ? Years.LAST : Years.FIRST_AFTER - 1;
    double trends = 0;
    for (int t = from; t <= to; t++) {
      trends += Aid.trend(t);
    }
    double multiple = Years.isAfter(year) ? measure.indicator().multiple() : 1;
    return typical * multiple * Aid.trend(year) / trends * (Years.FIRST_AFTER - Years.FIRST);
  }
}
