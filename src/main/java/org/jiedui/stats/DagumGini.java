package org.jiedui.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Gini coefficient as inequality within groups, net between groups, and of transvariation (the
 * overlap of groups).
 *
 * <p>Formula, groups ordered by mean, p the share of weight and s of the total: for μ_j ≥ μ_h
 * {@code d = E(y_j − y_h)⁺}, {@code t = E(y_h − y_j)⁺}, {@code G_jh = (d + t) / (μ_j + μ_h)},
 * {@code D = (d − t) / (d + t)}; {@code G_w = Σ p_j s_j G_jj}, {@code G_nb = Σ_{j>h} (p_j s_h + p_h
 * s_j) G_jh D}, {@code G_t} the same with 1 − D; G = G_w + G_nb + G_t. Equal means: D = 0. Cost: n
 * log n for sorting and n times the number of groups. Unit: none. Empty (NEGATIVE_VALUE, ZERO_MEAN)
 * where a value is negative or the mean is 0. Source: Dagum (1997), Empirical Economics 22,
 * 515–531.
 *
 * @param within G_w
 * @param between G_nb
 * @param transvariation G_t
 * @param pairs G_jh and D_jh of every two groups, the second of the larger mean
 */
public record DagumGini(
    double within, double between, double transvariation, List<Pair> pairs, List<Group> groups) {

  /** A group: its number as given, share of weight, share of the total, its own Gini. */
  public record Group(int number, double weightShare, double totalShare, double gini) {}

  /** Two groups, by number, and what lies between them. */
  public record Pair(int poorer, int richer, double gini, double affluence) {}

  public double total() {
    return within + between + transvariation;
  }

  /**
   * @param groups number of the group of each unit, in the order of the values
   */
  public static Optional<DagumGini> of(WeightedValues x, int[] groups) {
    if (x.size() == 0 || x.smallest() < 0 || !(x.mean() > 0)) {
      return Optional.empty();
    }
    List<Sorted> sorted =
        IntStream.of(groups)
            .distinct()
            .mapToObj(g -> Sorted.of(x, groups, g))
            .sorted(Comparator.comparingDouble(Sorted::mean).thenComparingInt(Sorted::number))
            .toList();
    return Optional.of(of(sorted, x.weight(), x.total()));
  }

  private static DagumGini of(List<Sorted> groups, double weight, double total) {
    CompensatedSum within = new CompensatedSum();
    CompensatedSum between = new CompensatedSum();
    CompensatedSum overlap = new CompensatedSum();
    List<Pair> pairs = new ArrayList<>();
    List<Group> parts = new ArrayList<>();
    for (int j = 0; j < groups.size(); j++) {
      Sorted rich = groups.get(j);
      double p = rich.weight / weight;
      double s = rich.total / total;
      double own = rich.total == 0 ? 0 : rich.excess(rich) / rich.mean();
      within.add(p * s * own);
      parts.add(new Group(rich.number, p, s, own));
      for (int h = 0; h < j; h++) {
        Sorted poor = groups.get(h);
        Pair pair = pair(poor, rich);
        double share = p * poor.total / total + poor.weight / weight * s;
        between.add(share * pair.gini * pair.affluence);
        overlap.add(share * pair.gini * (1 - pair.affluence));
        pairs.add(pair);
      }
    }
    return new DagumGini(within.value(), between.value(), overlap.value(), pairs, parts);
  }

  private static Pair pair(Sorted poor, Sorted rich) {
    double d = rich.excess(poor);
    double t = poor.excess(rich);
    double means = rich.mean() + poor.mean();
    double affluence = d + t == 0 || rich.mean() == poor.mean() ? 0 : (d - t) / (d + t);
    return new Pair(poor.number, rich.number, means == 0 ? 0 : (d + t) / means, affluence);
  }

  /** One group from its smallest value to its largest, with running sums from the left. */
  private record Sorted(
      int number, double[] values, double[] weights, double weight, double total) {

    static Sorted of(WeightedValues x, int[] groups, int group) {
      int[] members = IntStream.range(0, groups.length).filter(i -> groups[i] == group).toArray();
      WeightedValues own = x.at(members).sorted();
      return new Sorted(group, own.values(), own.weights(), own.weight(), own.total());
    }

    double mean() {
      return total / weight;
    }

    /** {@code E(y − z)⁺}, y of this group and z of the other, by one walk through both. */
    double excess(Sorted other) {
      CompensatedSum sum = new CompensatedSum();
      CompensatedSum below = new CompensatedSum();
      CompensatedSum belowTotal = new CompensatedSum();
      int at = 0;
      for (int i = 0; i < values.length; i++) {
        while (at < other.values.length && other.values[at] < values[i]) {
          below.add(other.weights[at]);
          belowTotal.add(other.weights[at] * other.values[at]);
          at++;
        }
        sum.add(weights[i] * (values[i] * below.value() - belowTotal.value()));
      }
      return sum.value() / weight / other.weight;
    }
  }
}
