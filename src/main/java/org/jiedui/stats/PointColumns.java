package org.jiedui.stats;

import java.util.Arrays;

/**
 * The same points by tiles of {@value #TILE} and, within a tile, by coordinate: squared distances
 * of a whole tile to a centre take one pass without branches, which a processor does several points
 * at a time. Each distance is added up in the order of the coordinates, like {@link
 * Points#squaredDistance(int, double[], int)}, so both are equal to the last bit.
 */
final class PointColumns {
  static final int TILE = 256;
  private static final int AT_ONCE = 4;

  private final double[][][] tiles;
  private final int dimensions;

  /** Copies. The last tile and the last coordinates are filled up with zeros. */
  PointColumns(double[] values, int size, int dimensions) {
    this.dimensions = dimensions;
    int filled = (dimensions + AT_ONCE - 1) / AT_ONCE * AT_ONCE;
    this.tiles = new double[(size + TILE - 1) / TILE][filled][TILE];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < dimensions; j++) {
        tiles[i / TILE][j][i % TILE] = values[i * dimensions + j];
      }
    }
  }

  int tiles() {
    return tiles.length;
  }

  /** Squared distances of a tile's points to the {@code which}-th of the centres in one array. */
  void squares(int tile, double[] centres, int which, double[] to) {
    double[][] x = tiles[tile];
    Arrays.fill(to, 0);
    for (int j = 0; j < dimensions; j += AT_ONCE) {
      double a = coordinate(centres, which, j);
      double b = coordinate(centres, which, j + 1);
      double c = coordinate(centres, which, j + 2);
      double d = coordinate(centres, which, j + 3);
      add(x[j], x[j + 1], x[j + 2], x[j + 3], a, b, c, d, to);
    }
  }

  /** The same to a centre and the one after it: both read the points once. */
  void squares(int tile, double[] centres, int which, double[] to, double[] toNext) {
    double[][] x = tiles[tile];
    Arrays.fill(to, 0);
    Arrays.fill(toNext, 0);
    double[] own = new double[AT_ONCE];
    double[] next = new double[AT_ONCE];
    for (int j = 0; j < dimensions; j += AT_ONCE) {
      for (int m = 0; m < AT_ONCE; m++) {
        own[m] = coordinate(centres, which, j + m);
        next[m] = coordinate(centres, which + 1, j + m);
      }
      add(x[j], x[j + 1], x[j + 2], x[j + 3], own, next, to, toNext);
    }
  }

  private double coordinate(double[] centres, int which, int j) {
    return j < dimensions ? centres[which * dimensions + j] : 0;
  }

  private static void add(
      double[] x0,
      double[] x1,
      double[] x2,
      double[] x3,
      double a,
      double b,
      double c,
      double d,
      double[] to) {
    for (int i = 0; i < TILE; i++) {
      double d0 = x0[i] - a;
      double d1 = x1[i] - b;
      double d2 = x2[i] - c;
      double d3 = x3[i] - d;
      to[i] = to[i] + d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
    }
  }

  private static void add(
      double[] x0,
      double[] x1,
      double[] x2,
      double[] x3,
      double[] own,
      double[] next,
      double[] to,
      double[] toNext) {
    double a = own[0];
    double b = own[1];
    double c = own[2];
    double d = own[3];
    double e = next[0];
    double f = next[1];
    double g = next[2];
    double h = next[3];
    for (int i = 0; i < TILE; i++) {
      double p = x0[i];
      double q = x1[i];
      double r = x2[i];
      double s = x3[i];
      double d0 = p - a;
      double d1 = q - b;
      double d2 = r - c;
      double d3 = s - d;
      to[i] = to[i] + d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
      d0 = p - e;
      d1 = q - f;
      d2 = r - g;
      d3 = s - h;
      toNext[i] = toNext[i] + d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
    }
  }
}
