package org.jiedui.analysis;

import java.util.OptionalInt;
import org.jiedui.stats.Distances;

/**
 * How regions are clustered.
 *
 * @param year the year whose values are clustered
 * @param k number of clusters; empty: the k from 2 to {@code most} with the largest silhouette
 * @param starts k-means starts for each k
 * @param references uniform data sets of the gap statistic; 0 leaves it out
 * @param most largest k of the profile
 * @param budget largest number of pairwise distances that is computed
 * @param bootstraps resamples that the clusters are looked for in; 0 leaves stability out
 */
public record ClusterParams(
    int year,
    OptionalInt k,
    Scale scale,
    long seed,
    int starts,
    int references,
    int most,
    long budget,
    int bootstraps) {

  /** How variables are made comparable. */
  public enum Scale {
    Z,
    NONE
  }

  public ClusterParams {
    if (k.isPresent() && k.getAsInt() < 2 || starts < 1 || most < 2 || references == 1) {
      throw new IllegalArgumentException(
          "k " + k + ", " + starts + " starts, " + references + " references, most " + most);
    }
  }

  /**
   * 50 starts, profile of k = 2…10, 100 references, at most 16 million pairs (5,657 regions), 100
   * bootstrap samples.
   */
  public static ClusterParams profiled(int year, long seed) {
    return new ClusterParams(
        year, OptionalInt.empty(), Scale.Z, seed, 50, 100, 10, 16_000_000L, 100);
  }

  public ClusterParams of(int otherYear) {
    return new ClusterParams(
        otherYear, k, scale, seed, starts, references, most, budget, bootstraps);
  }

  public ClusterParams withK(int number) {
    return new ClusterParams(
        year, OptionalInt.of(number), scale, seed, starts, references, most, budget, bootstraps);
  }

  public ClusterParams withScale(Scale other) {
    return new ClusterParams(year, k, other, seed, starts, references, most, budget, bootstraps);
  }

  public ClusterParams withStarts(int number) {
    return new ClusterParams(year, k, scale, seed, number, references, most, budget, bootstraps);
  }

  public ClusterParams withReferences(int number) {
    return new ClusterParams(year, k, scale, seed, starts, number, most, budget, bootstraps);
  }

  public ClusterParams withMost(int number) {
    return new ClusterParams(year, k, scale, seed, starts, references, number, budget, bootstraps);
  }

  public ClusterParams withBudget(long pairs) {
    return new ClusterParams(year, k, scale, seed, starts, references, most, pairs, bootstraps);
  }

  public ClusterParams withBootstraps(int number) {
    return new ClusterParams(year, k, scale, seed, starts, references, most, budget, number);
  }

  /** Whether all pairs of so many regions are within the budget. */
  public boolean allowsPairsOf(long regions) {
    return Distances.cells(regions) <= budget;
  }

  /** The largest number of regions whose pairs are within the budget. */
  public int mostRegions() {
    return (int) ((1 + Math.sqrt(1 + 8.0 * budget)) / 2);
  }

  /** The profile reaches at least to the k that is asked for. */
  int last() {
    return Math.max(most, k.orElse(2));
  }
}
