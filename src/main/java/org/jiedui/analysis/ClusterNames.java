package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiedui.message.Text;

/**
 * Plain names of clusters: the number and the two variables in which it differs most from all
 * regions together, by at least half a standard deviation. Words say what there is less or more of,
 * and rank nobody.
 */
final class ClusterNames {
  private static final double NOTABLE = .5;
  private static final int MOST = 2;

  private ClusterNames() {}

  /** The name of cluster 0. */
  static Text all() {
    return Text.of("全部地区", "All regions");
  }

  /**
   * @param standardised mean of each variable in the cluster, in standard deviations of all
   */
  static Text of(int number, List<RegionMatrix.Variable> variables, double[] standardised) {
    List<Integer> notable = notable(variables, standardised);
    if (notable.isEmpty()) {
      return Text.of("第" + number + "类:各项接近平均", "Cluster " + number + ": all near the average");
    }
    return Text.of(
        "第" + number + "类:" + join(notable, "、", j -> zh(variables.get(j), standardised[j])),
        "Cluster "
            + number
            + ": "
            + join(notable, ", ", j -> en(variables.get(j), standardised[j])));
  }

  /** Components speak before the gap, which is made of them. */
  private static List<Integer> notable(
      List<RegionMatrix.Variable> variables, double[] standardised) {
    List<Integer> found = new ArrayList<>();
    for (int j = 0; j < standardised.length; j++) {
      if (Math.abs(standardised[j]) >= NOTABLE) {
        found.add(j);
      }
    }
    boolean onlyGap = found.stream().allMatch(j -> isGap(variables.get(j)));
    return found.stream()
        .filter(j -> onlyGap || !isGap(variables.get(j)))
        .sorted(Comparator.comparingDouble((Integer j) -> -Math.abs(standardised[j])))
        .limit(MOST)
        .toList();
  }

  private static boolean isGap(RegionMatrix.Variable variable) {
    return variable.id().equals(RegionMatrix.GAP);
  }

  private static String join(List<Integer> which, String separator, IntFunction<String> word) {
    return IntStream.range(0, which.size())
        .mapToObj(i -> word.apply(which.get(i)))
        .collect(Collectors.joining(separator));
  }

  private static String zh(RegionMatrix.Variable variable, double standardised) {
    return variable.label().zh() + (standardised > 0 ? "较高" : "较低");
  }

  private static String en(RegionMatrix.Variable variable, double standardised) {
    return (standardised > 0 ? "higher " : "lower ") + lower(variable.label().en());
  }

  /** "Income" becomes "income", "GDP" stays. */
  private static String lower(String label) {
    boolean word = label.length() > 1 && Character.isLowerCase(label.charAt(1));
    return word ? Character.toLowerCase(label.charAt(0)) + label.substring(1) : label;
  }
}
