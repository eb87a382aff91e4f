package org.jiedui.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds rows that a Poisson regression would fit with a mean of 0.
 *
 * <p>Groups of a fixed effect whose outcomes are all 0 go first. A row is separated when some
 * combination z of regressors and effects is 0 wherever y > 0, at least 0 wherever y = 0 and above
 * 0 there; there is none when regressors and effects have the same rank on the rows with y > 0 as
 * on all. Otherwise the iterative rectifier: u = 1{y = 0} is regressed with weights that are large
 * where y > 0, and its fitted values, cut at 0, are the next u. Source: S. Correia, P. Guimarães
 * and T. Zylkin, 2019, Verifying the existence of maximum likelihood estimates for generalized
 * linear models, arXiv:1903.01633.
 */
final class Separation {
  private static final double LARGE = 1e5;
  private static final double NONE = 1e-5;
  private static final int MOST_ROUNDS = 1000;

  private Separation() {}

  /** Rows that stay. */
  static int[] without(Design design) {
    int[] some = withoutZeroGroups(design);
    Design left = design.only(some);
    if (Arrays.stream(left.outcome()).allMatch(y -> y > 0) || sameRank(left)) {
      return some;
    }
    boolean[] separated = rectify(left);
    int[] stays =
        IntStream.range(0, some.length)
            .filter(row -> !separated[row])
            .map(row -> some[row])
            .toArray();
    int[] next = stays.length == some.length ? stays : without(design.only(stays));
    return stays.length == some.length
        ? stays
        : Arrays.stream(next).map(row -> stays[row]).toArray();
  }

  private static int[] withoutZeroGroups(Design design) {
    int[] rows = IntStream.range(0, design.rows()).toArray();
    if (design.effects().isEmpty()) {
      boolean zero = Arrays.stream(design.outcome()).allMatch(y -> y == 0);
      return zero ? new int[0] : rows;
    }
    int before;
    do {
      before = rows.length;
      rows = withoutZeroGroups(design, rows);
    } while (rows.length < before);
    return rows;
  }

  private static int[] withoutZeroGroups(Design design, int[] rows) {
    int[] left = rows;
    for (Factor factor : design.effects()) {
      boolean[] positive = new boolean[factor.levels()];
      for (int row : left) {
        positive[factor.code(row)] |= design.outcome()[row] > 0;
      }
      left = Arrays.stream(left).filter(row -> positive[factor.code(row)]).toArray();
    }
    return left;
  }

  private static boolean sameRank(Design design) {
    int[] positive =
        IntStream.range(0, design.rows()).filter(row -> design.outcome()[row] > 0).toArray();
    Design part = design.only(positive);
    return effectRank(part) == effectRank(design)
        && effectRank(design) >= 0
        && regressorRank(part) == regressorRank(design);
  }

  private static int regressorRank(Design design) {
    if (design.names().isEmpty()) {
      return 0;
    }
    double[][] x = new FixedEffects(design.effects(), null).residuals(design.regressors());
    double[] norms =
        design.regressors().stream().mapToDouble(c -> LeastSquares.norm(c, 0)).toArray();
    return new LeastSquares(design.rows(), x, norms, Regression.COLLINEAR).rank();
  }

  /** Levels less what is told by others; −1 for three factors and more, where it is not known. */
  private static int effectRank(Design design) {
    int factors = design.effects().size();
    if (factors > 2) {
      return -1;
    }
    int levels = design.effects().stream().mapToInt(Factor::levels).sum();
    return factors < 2 ? levels : levels - components(design);
  }

  /** Connected parts of the graph whose edges are the rows. */
  private static int components(Design design) {
    Factor first = design.effects().get(0);
    Factor second = design.effects().get(1);
    int[] parent = IntStream.range(0, first.levels() + second.levels()).toArray();
    for (int row = 0; row < design.rows(); row++) {
      parent[root(parent, first.code(row))] = root(parent, first.levels() + second.code(row));
    }
    return (int) IntStream.range(0, parent.length).filter(node -> parent[node] == node).count();
  }

  private static int root(int[] parent, int node) {
    int at = node;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private static boolean[] rectify(Design design) {
    double[] y = design.outcome();
    double[] weights = Arrays.stream(y).map(v -> v > 0 ? LARGE : 1).toArray();
    FixedEffects effects = new FixedEffects(design.effects(), weights);
    double[][] x = effects.residuals(design.regressors());
    boolean regressors = x.length > 0;
    LeastSquares squares = regressors ? squares(design, x, weights) : null;
    double[] u = Arrays.stream(y).map(v -> v > 0 ? 0 : 1).toArray();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[] inside = effects.residual(u);
      double[] off = inside;
      if (regressors && squares.rank() > 0) {
        double[] beta = squares.solve(Regression.root(inside, weights));
        off = Regression.residuals(inside, x, squares.kept(), beta);
      }
      boolean settled = true;
      for (int row = 0; row < y.length; row++) {
        double fitted = u[row] - off[row];
        settled &= Math.abs(off[row]) <= NONE;
        u[row] = y[row] > 0 || fitted < NONE ? 0 : fitted;
      }
      if (settled) {
        break;
      }
    }
    boolean[] separated = new boolean[y.length];
    for (int row = 0; row < y.length; row++) {
      separated[row] = y[row] == 0 && u[row] > NONE;
    }
    return separated;
  }

  private static LeastSquares squares(Design design, double[][] x, double[] weights) {
    double[][] rooted = new double[x.length][];
    double[] norms = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      rooted[k] = Regression.root(x[k], weights);
      norms[k] = LeastSquares.norm(Regression.root(design.regressors().get(k), weights), 0);
    }
    return new LeastSquares(design.rows(), rooted, norms, Regression.COLLINEAR);
  }
}
