package org.jiedui.stats;

import java.util.List;
import java.util.stream.Collectors;

/** The algebra of sandwich variances: meat of cluster sums between two slices of bread. */
final class Sandwich {
  private Sandwich() {}

  /** The grouping on the rows that are used; more than one group is needed. */
  static Factor clusters(Fit fit, Factor clusters) {
    Factor used = fit.used(clusters);
    if (used.levels() < 2) {
      throw new NotEstimable(NotEstimable.Reason.SINGLE_CLUSTER);
    }
    return used;
  }

  /** N − K, above 0. */
  static int freedom(Fit fit, int k) {
    if (fit.size() <= k) {
      throw new NotEstimable(NotEstimable.Reason.NO_DF);
    }
    return fit.size() - k;
  }

  static double[][] of(Fit fit, Factor clusters, double c) {
    return around(fit, products(sums(fit.scores(), clusters)), c);
  }

  static Covariance corrected(Fit fit, String name, List<Factor> asked, List<Factor> nesting) {
    List<Factor> clusters = asked.stream().map(factor -> clusters(fit, factor)).toList();
    int k = fit.parametersWithout(nesting.isEmpty() ? List.of() : clusters);
    int g = clusters.stream().mapToInt(Factor::levels).min().orElseThrow();
    double c = g / (g - 1.0) * (fit.size() - 1.0) / freedom(fit, k);
    String method =
        name + clusters.stream().map(Factor::name).collect(Collectors.joining(",", "(", ")"));
    if (clusters.size() == 1) {
      return Covariance.of(fit, of(fit, clusters.get(0), c), g - 1, g, method + " K=" + k);
    }
    double[][] v = twoWay(fit, clusters.get(0), clusters.get(1), c);
    boolean negative = !sameAs(Covariance.repaired(v), v);
    Covariance plain = Covariance.of(fit, v, g - 1, g, method + " K=" + k);
    return negative
        ? new Covariance(
            fit, Covariance.repaired(v), plain.degreesOfFreedom(), g, plain.method(), true)
        : plain;
  }

  private static double[][] twoWay(Fit fit, Factor first, Factor second, double c) {
    double[][] v = of(fit, first, c);
    double[][] other = of(fit, second, c);
    double[][] both = of(fit, first.and(second), c);
    for (int a = 0; a < v.length; a++) {
      for (int b = 0; b < v.length; b++) {
        v[a][b] += other[a][b] - both[a][b];
      }
    }
    return v;
  }

  private static boolean sameAs(double[][] a, double[][] b) {
    double scale = 0;
    double off = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        scale = Math.max(scale, Math.abs(b[i][j]));
        off = Math.max(off, Math.abs(a[i][j] - b[i][j]));
      }
    }
    return off <= 1e-10 * scale;
  }

  /** Scores added up by group: one row a group. */
  static double[][] sums(double[][] scores, Factor groups) {
    double[][] sums = new double[groups.levels()][scores.length];
    for (int k = 0; k < scores.length; k++) {
      for (int row = 0; row < groups.size(); row++) {
        sums[groups.code(row)][k] += scores[k][row];
      }
    }
    return sums;
  }

  /** Σ s s'. */
  static double[][] products(double[][] sums) {
    return lagged(sums, 0);
  }

  /** Γ₀ + Σ (1 − l/(L+1)) (Γ_l + Γ_l'), rows in the order of time. */
  static double[][] bartlett(double[][] sums, int lag) {
    double[][] meat = products(sums);
    for (int l = 1; l <= lag && l < sums.length; l++) {
      double[][] gamma = lagged(sums, l);
      double weight = 1 - l / (lag + 1.0);
      for (int a = 0; a < meat.length; a++) {
        for (int b = 0; b < meat.length; b++) {
          meat[a][b] += weight * (gamma[a][b] + gamma[b][a]);
        }
      }
    }
    return meat;
  }

  private static double[][] lagged(double[][] sums, int lag) {
    int k = sums[0].length;
    double[][] total = new double[k][k];
    for (int g = lag; g < sums.length; g++) {
      for (int a = 0; a < k; a++) {
        for (int b = 0; b < k; b++) {
          total[a][b] += sums[g][a] * sums[g - lag][b];
        }
      }
    }
    return total;
  }

  /** c B meat B. */
  static double[][] around(Fit fit, double[][] meat, double c) {
    double[][] v = multiply(multiply(fit.bread(), meat), fit.bread());
    for (double[] row : v) {
      for (int b = 0; b < row.length; b++) {
        row[b] *= c;
      }
    }
    return v;
  }

  private static double[][] multiply(double[][] a, double[][] b) {
    double[][] product = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        for (int k = 0; k < b.length; k++) {
          product[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return product;
  }
}
