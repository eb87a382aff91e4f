package org.jiedui.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What clusters are held against besides themselves.
 *
 * @param earlier the same regions in earlier periods, by name of the period
 * @param draws other ways of making the index; empty: the clusters are not held against them
 * @param map who is a neighbour of whom; empty: nothing spatial is told
 */
public record ClusterContext(
    Map<String, RegionMatrix> earlier, Optional<Neighbourhood> map, Optional<IndexDraws> draws) {
  public static final String BEFORE = "before";
  public static final String FIRST_YEAR = "first year";

  public ClusterContext(Map<String, RegionMatrix> earlier, Optional<Neighbourhood> map) {
    this(earlier, map, Optional.empty());
  }

  public ClusterContext {
    earlier = new LinkedHashMap<>(earlier);
  }

  /**
   * The earlier window, the first year with everything, and each era, of the regions of an index.
   */
  public static ClusterContext of(
      GapIndex.Result gap,
      GapParams.Years before,
      List<GapChoices.Era> eras,
      Optional<Neighbourhood> map) {
    SortedMap<Integer, RegionMatrix> years = RegionMatrix.byYear(gap);
    Map<String, RegionMatrix> earlier = new LinkedHashMap<>();
    earlier.put(BEFORE, mean(gap, years, before));
    years.values().stream()
        .filter(RegionMatrix::hasComplete)
        .findFirst()
        .ifPresent(matrix -> earlier.put(FIRST_YEAR, matrix));
    eras.forEach(era -> earlier.put(era.word(), mean(gap, years, era.years())));
    return new ClusterContext(earlier, map);
  }

  private static RegionMatrix mean(
      GapIndex.Result gap, SortedMap<Integer, RegionMatrix> years, GapParams.Years period) {
    return RegionMatrix.mean(
        years.subMap(period.from(), period.to() + 1).values(),
        RegionMatrix.variables(gap.weights()));
  }

  public ClusterContext with(IndexDraws ways) {
    return new ClusterContext(earlier, map, Optional.of(ways).filter(d -> d.count() > 0));
  }

  public static ClusterContext none() {
    return new ClusterContext(Map.of(), Optional.empty());
  }
}
