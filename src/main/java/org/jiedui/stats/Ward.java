package org.jiedui.stats;

import java.util.Arrays;

/**
 * Agglomerative clustering that merges the two clusters whose union adds least to the
 * within-cluster sum of squares.
 *
 * <p>Formula (Lance–Williams on squared distances): {@code d²(k, i∪j) = [(n_i + n_k) d²_ik + (n_j +
 * n_k) d²_jk − n_k d²_ij] / (n_i + n_j + n_k)}; the height of a merge is d, as "ward.D2" of R. Of
 * equal distances the pair of the lowest numbers is merged. Unit of heights: that of the variables.
 * Memory: n (n − 1) / 2 distances ({@link Distances#cells}). Source: Ward (1963), Journal of the
 * American Statistical Association 58, 236–244; Murtagh and Legendre (2014), Journal of
 * Classification 31, 274–295.
 *
 * @param left of each merge the cluster with the smaller first member: 0…n−1 a point, n + m the
 *     result of merge m
 * @param right the other one
 * @param heights of the merges, not falling
 */
public record Ward(int[] left, int[] right, double[] heights) {

  public static Ward of(Points points) {
    return new Tree(points).grown();
  }

  /** Labels 0…k−1 in the order of first members. */
  public int[] cut(int k) {
    int n = heights.length + 1;
    if (k < 1 || k > n) {
      throw new IllegalArgumentException(k + " clusters of " + n + " points");
    }
    int[] cluster = new int[2 * n];
    Arrays.setAll(cluster, i -> i);
    for (int m = n - k - 1; m >= 0; m--) {
      cluster[left[m]] = cluster[n + m];
      cluster[right[m]] = cluster[n + m];
    }
    return numbered(Arrays.copyOf(cluster, n));
  }

  private static int[] numbered(int[] clusters) {
    int[] numbers = new int[2 * clusters.length];
    Arrays.fill(numbers, -1);
    int next = 0;
    int[] labels = new int[clusters.length];
    for (int i = 0; i < clusters.length; i++) {
      if (numbers[clusters[i]] < 0) {
        numbers[clusters[i]] = next++;
      }
      labels[i] = numbers[clusters[i]];
    }
    return labels;
  }

  /** The clusters while they merge; each stands at the place of its first member. */
  private static final class Tree {
    private final int n;
    private final double[] squares;
    private final int[] size;
    private final int[] name;
    private final int[] nearest;
    private final boolean[] gone;

    Tree(Points points) {
      n = points.size();
      squares = new double[Math.toIntExact(Distances.cells(n))];
      size = new int[n];
      name = new int[n];
      nearest = new int[n];
      gone = new boolean[n];
      Arrays.fill(size, 1);
      Arrays.setAll(name, i -> i);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
          squares[cell(i, j)] = points.squaredDistance(i, j);
        }
      }
      for (int i = 0; i < n; i++) {
        nearest[i] = nearestAfter(i);
      }
    }

    Ward grown() {
      int merges = Math.max(0, n - 1);
      int[] left = new int[merges];
      int[] right = new int[merges];
      double[] heights = new double[merges];
      for (int m = 0; m < merges; m++) {
        int i = closest();
        int j = nearest[i];
        left[m] = name[i];
        right[m] = name[j];
        heights[m] = Math.sqrt(squares[cell(j, i)]);
        merge(i, j, n + m);
      }
      return new Ward(left, right, heights);
    }

    /** The first cluster of the closest pair; its partner stands after it. */
    private int closest() {
      int best = -1;
      for (int i = 0; i < n; i++) {
        boolean open = !gone[i] && nearest[i] >= 0;
        if (open && (best < 0 || gap(i) < gap(best))) {
          best = i;
        }
      }
      return best;
    }

    private double gap(int i) {
      return squares[cell(nearest[i], i)];
    }

    private void merge(int i, int j, int merged) {
      double between = squares[cell(j, i)];
      for (int k = 0; k < n; k++) {
        if (!gone[k] && k != i && k != j) {
          squares[cell(i, k)] =
              ((size[i] + size[k]) * squares[cell(i, k)]
                      + (size[j] + size[k]) * squares[cell(j, k)]
                      - size[k] * between)
                  / (size[i] + size[j] + size[k]);
        }
      }
      gone[j] = true;
      size[i] += size[j];
      name[i] = merged;
      renew(i, j);
    }

    /** Only those whose nearest was one of the two, or that now have a nearer one, change. */
    private void renew(int i, int j) {
      for (int k = 0; k < n; k++) {
        if (gone[k]) {
          continue;
        }
        if (k == i || nearest[k] == i || nearest[k] == j) {
          nearest[k] = nearestAfter(k);
        } else if (k < i && squares[cell(i, k)] <= gap(k)) {
          nearest[k] = squares[cell(i, k)] < gap(k) ? i : Math.min(i, nearest[k]);
        }
      }
    }

    private int nearestAfter(int i) {
      int best = -1;
      for (int j = i + 1; j < n; j++) {
        if (!gone[j] && (best < 0 || squares[cell(j, i)] < squares[cell(best, i)])) {
          best = j;
        }
      }
      return best;
    }

    private static int cell(int a, int b) {
      int high = Math.max(a, b);
      return high * (high - 1) / 2 + Math.min(a, b);
    }
  }
}
