package org.jiedui.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Who is a neighbour of whom, each row of weights summing to 1 (style W).
 *
 * <p>{@code w_ij = 1 / (number of neighbours of i)}. A unit without neighbours is an island: it has
 * no row and is left out of what is computed (ISLAND). Unit: none.
 *
 * @param neighbours of each unit, in increasing order
 */
public record SpatialWeights(int[][] neighbours) {
  public SpatialWeights {
    for (int i = 0; i < neighbours.length; i++) {
      for (int j : neighbours[i]) {
        if (j < 0 || j >= neighbours.length || j == i) {
          throw new IllegalArgumentException("unit " + i + " has the neighbour " + j);
        }
      }
    }
  }

  public int size() {
    return neighbours.length;
  }

  public boolean isIsland(int unit) {
    return neighbours[unit].length == 0;
  }

  public double weight(int unit) {
    return 1.0 / neighbours[unit].length;
  }

  /** Mean of the neighbours' values. */
  public double lag(double[] values, int unit) {
    CompensatedSum sum = new CompensatedSum();
    for (int j : neighbours[unit]) {
      sum.add(values[j]);
    }
    return sum.value() / neighbours[unit].length;
  }

  /** Units with a neighbour. */
  public int[] connected() {
    return IntStream.range(0, size()).filter(i -> !isIsland(i)).toArray();
  }

  /** The same among these units only, renumbered in their order. */
  public SpatialWeights among(int[] units) {
    int[] place = new int[size()];
    Arrays.fill(place, -1);
    for (int i = 0; i < units.length; i++) {
      place[units[i]] = i;
    }
    int[][] kept = new int[units.length][];
    for (int i = 0; i < units.length; i++) {
      kept[i] =
          Arrays.stream(neighbours[units[i]]).map(j -> place[j]).filter(j -> j >= 0).toArray();
    }
    return new SpatialWeights(kept);
  }
}
