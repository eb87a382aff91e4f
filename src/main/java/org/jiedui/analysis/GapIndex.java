package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiedui.analysis.GapPanel.Cell;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.stats.CompositeIndex;
import org.jiedui.table.Frame;

/**
 * How developed is each region in each year, how far is it from the goalposts and from the province
 * it is paired with, and how did that change?
 *
 * <p>Index: weighted mean of min–max values on frozen goalposts, arithmetic unless the study says
 * otherwise. Gap: 1 − index; to the donors ln(I_d / I_i) and I_d − I_i. Source: OECD/JRC (2008),
 * Handbook on Constructing Composite Indicators.
 */
public final class GapIndex {
  private GapIndex() {}

  /**
   * The tables {@code gap_index}, {@code gap_component}, {@code gap_weights}, {@code gap_change},
   * {@code gap_rank_range}, {@code gap_rank_draw}, {@code gap_pair}, {@code gap_dimension}, {@code
   * gap_coupling}.
   */
  public record Result(
      Frame index,
      Frame component,
      Frame weights,
      Frame change,
      Frame rankRange,
      Frame rankDraw,
      Frame pair,
      Frame dimension,
      Frame coupling) {
    public List<Frame> tables() {
      return List.of(
          index, component, weights, change, rankRange, rankDraw, pair, dimension, coupling);
    }

    Result with(Frame otherIndex, Frame otherComponent) {
      return new Result(
          otherIndex,
          otherComponent,
          weights,
          change,
          rankRange,
          rankDraw,
          pair,
          dimension,
          coupling);
    }
  }

  /** From the table {@code region_year}, with its breaks of definition. */
  public static Result of(Frame regionYear, GapParams params) {
    GapBreaks breaks = GapBreaks.of(regionYear, params);
    return breaks.flagged(of(RegionValue.of(regionYear), params, breaks));
  }

  /** The same from values at hand, in any order. */
  public static Result of(List<RegionValue> values, GapParams params) {
    return of(values, params, GapBreaks.none(params));
  }

  private static Result of(List<RegionValue> values, GapParams params, GapBreaks breaks) {
    if (params.parts().isEmpty()) {
      throw noIndicators();
    }
    GapPanel panel = GapPanel.of(values, params);
    GapScale scale = GapScale.of(panel, params);
    List<Scored> scored = panel.cells().stream().map(cell -> score(cell, scale, params)).toList();
    List<DonorGap> donorGaps = donorGaps(scored, panel.links());
    RankRanges robust = RankRanges.of(scored, scale, params);
    GapCoupling systems = GapCoupling.of(scored, scale, params);
    return new Result(
        GapTables.index(
            scored, ranks(scored), GapCloseness.of(scored, scale), donorGaps, scale, params),
        GapTables.components(scored, scale, params),
        GapWeights.of(panel, scale, params),
        GapChange.of(scored, donorGaps, panel.links(), breaks, params),
        robust.range(),
        robust.draw(),
        GapPairs.of(scored, panel.links(), breaks, params),
        systems.dimension(),
        systems.coupling());
  }

  private static InputException noIndicators() {
    return new InputException(
        ExitCode.USAGE,
        Problem.error(
                "NO_INDICATORS", Text.of("发展指数没有任何指标", "the development index has no indicator"))
            .expected("至少一个带 gap 设置的指标", "at least one indicator with a gap setting")
            .fix("在 conf/indicators/ 中声明", "declare one in conf/indicators/"));
  }

  private static Scored score(Cell cell, GapScale scale, GapParams params) {
    double[] normalised = scale.normalised(cell.values());
    return new Scored(
        cell.unit(),
        cell.year(),
        cell.role(),
        cell.values(),
        cell.coverage(),
        normalised,
        CompositeIndex.of(normalised, scale.weights(), params.method()));
  }

  /** Rank of each recipient's gap within its year, 1 = largest, equal gaps by code; else null. */
  private static Map<Scored, Integer> ranks(List<Scored> scored) {
    Map<Integer, List<Scored>> years = new TreeMap<>();
    scored.stream()
        .filter(GapTables::isRecipient)
        .filter(row -> row.index().isPresent())
        .forEach(row -> years.computeIfAbsent(row.year(), y -> new ArrayList<>()).add(row));
    Map<Scored, Integer> ranks = new HashMap<>();
    for (List<Scored> year : years.values()) {
      year.sort(Comparator.comparing(Scored::gap).reversed().thenComparing(Scored::unit));
      for (int i = 0; i < year.size(); i++) {
        ranks.put(year.get(i), i + 1);
      }
    }
    return ranks;
  }

  /** One per scored row; null for a donor's own row. */
  private static List<DonorGap> donorGaps(List<Scored> scored, DonorLinks links) {
    Map<Integer, Map<String, Double>> indices = new HashMap<>();
    for (Scored row : scored) {
      row.index()
          .ifPresent(
              i ->
                  indices
                      .computeIfAbsent(row.year(), y -> new HashMap<>())
                      .put(row.unit(), i.value()));
    }
    List<DonorGap> gaps = new ArrayList<>();
    for (Scored row : scored) {
      Map<String, Double> year = indices.getOrDefault(row.year(), Map.of());
      Optional<Double> own = row.index().map(CompositeIndex::value);
      gaps.add(
          GapTables.isRecipient(row)
              ? DonorGap.of(own, links.of(row.unit(), row.year()), year)
              : null);
    }
    return gaps;
  }
}
