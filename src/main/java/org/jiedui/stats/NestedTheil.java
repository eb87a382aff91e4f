package org.jiedui.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Theil's T or L of a nation as a sum over nested levels: between zones, between provinces within
 * zones, … and within the innermost groups.
 *
 * <p>Formula for T: {@code T = Σ_levels Σ_g s_g ln(μ_g / μ_parent(g)) + Σ_g s_g T_g}, s the group's
 * share of the total; for L: {@code Σ_g v_g ln(μ_parent(g) / μ_g) + Σ_g v_g L_g}, v its share of
 * the weight. A group whose values are all 0 has s = 0 and T = 0. Unit: none; the parts sum to the
 * total. Empty where the index itself is ({@link GeneralizedEntropy}). Source: Theil (1967); Akita
 * (2003), Annals of Regional Science 37, 55–77.
 *
 * @param between one part for each level, from the outermost inwards
 * @param within inside the innermost groups
 */
public record NestedTheil(double total, double[] between, double within) {

  /** Which of the two indices. */
  public enum Index {
    T,
    L
  }

  /**
   * @param levels for each level, outermost first, the group of every unit; a group lies in one
   *     group of the level before
   */
  public static Optional<NestedTheil> of(WeightedValues x, Index index, List<String[]> levels) {
    double alpha = index == Index.T ? 1 : 0;
    var total = GeneralizedEntropy.of(x, alpha);
    if (total.isEmpty()) {
      return Optional.empty();
    }
    List<int[]> parents = List.of(IntStream.range(0, x.size()).toArray());
    double[] between = new double[levels.size()];
    for (int level = 0; level < between.length; level++) {
      CompensatedSum part = new CompensatedSum();
      List<int[]> children = new ArrayList<>();
      for (int[] parent : parents) {
        List<int[]> groups = split(parent, levels.get(level));
        groups.forEach(group -> part.add(between(x, index, parent, group)));
        children.addAll(groups);
      }
      between[level] = part.value();
      parents = children;
    }
    CompensatedSum within = new CompensatedSum();
    parents.forEach(group -> within.add(within(x, index, group)));
    return Optional.of(new NestedTheil(total.getAsDouble(), between, within.value()));
  }

  /** How far the parts are from their sum: rounding, unless something is wrong. */
  public double residue() {
    return total - CompensatedSum.of(between) - within;
  }

  private static List<int[]> split(int[] units, String[] groups) {
    TreeMap<String, List<Integer>> members = new TreeMap<>();
    Arrays.stream(units)
        .forEach(i -> members.computeIfAbsent(groups[i], g -> new ArrayList<>()).add(i));
    return members.values().stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  private static double between(WeightedValues all, Index index, int[] parent, int[] group) {
    WeightedValues own = all.at(group);
    double relative = own.mean() / all.at(parent).mean();
    if (index == Index.L) {
      return -own.weight() / all.weight() * StrictMath.log(relative);
    }
    double share = own.total() / all.total();
    return share == 0 ? 0 : share * StrictMath.log(relative);
  }

  private static double within(WeightedValues all, Index index, int[] group) {
    WeightedValues own = all.at(group);
    return index == Index.L
        ? own.weight() / all.weight() * GeneralizedEntropy.theilL(own).orElseThrow()
        : own.total() / all.total() * GeneralizedEntropy.theilT(own).orElse(0);
  }
}
