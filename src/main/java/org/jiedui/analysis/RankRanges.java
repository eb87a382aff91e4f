package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiedui.stats.CompensatedSum;
import org.jiedui.stats.IndexDraw;
import org.jiedui.stats.MinMax;
import org.jiedui.stats.Quantile;
import org.jiedui.stats.RankUncertainty;
import org.jiedui.table.Frame;
import org.jiedui.table.GapRankDrawRow;
import org.jiedui.table.GapRankRangeRow;
import org.jiedui.table.Status;

/**
 * How far do the ranks of the last year with an index depend on weights, normalisation, aggregation
 * and single indicators?
 *
 * @param range the table {@code gap_rank_range}
 * @param draw the table {@code gap_rank_draw}: what was drawn, and each indicator left out
 */
record RankRanges(Frame range, Frame draw) {
  private static final double LOW = .05;
  private static final double HIGH = .95;

  static RankRanges of(List<Scored> scored, GapScale scale, GapParams params) {
    int year =
        scored.stream()
            .filter(row -> GapTables.isRecipient(row) && row.index().isPresent())
            .mapToInt(Scored::year)
            .max()
            .orElse(0);
    List<Scored> regions =
        scored.stream()
            .filter(row -> GapTables.isRecipient(row) && row.year() == year)
            .sorted(Comparator.comparing(Scored::unit))
            .toList();
    if (params.choices().draws() == 0) {
      return of(List.of(), List.of());
    }
    return of(regions, year, scale, params);
  }

  private static RankRanges of(List<Scored> regions, int year, GapScale scale, GapParams params) {
    double[][] x =
        regions.stream().map(row -> scale.treated(row.values())).toArray(double[][]::new);
    MinMax[] scales =
        IntStream.range(0, params.parts().size()).mapToObj(scale::yardstick).toArray(MinMax[]::new);
    GapChoices choices = params.choices();
    RankUncertainty drawn =
        RankUncertainty.of(
            x, scales, scale.weights(), params.method(), choices.seed(), choices.draws());
    RankUncertainty without =
        RankUncertainty.leavingOut(x, scales, scale.weights(), params.method());
    List<Object[]> ranges = new ArrayList<>();
    for (int i = 0; i < regions.size(); i++) {
      ranges.add(range(regions.get(i), drawn.nominal()[i], drawn.of(i), params.places()));
    }
    List<Object[]> draws = new ArrayList<>();
    List<String> ids = params.parts().stream().map(GapParams.Part::id).toList();
    for (int r = 0; r < drawn.draws().size(); r++) {
      draws.add(draw(year, GapRankDrawRow.DRAW, r, drawn, ids));
    }
    for (int r = 0; r < without.draws().size(); r++) {
      draws.add(draw(year, GapRankDrawRow.WITHOUT, r, without, ids));
    }
    return of(ranges, draws);
  }

  private static RankRanges of(List<Object[]> ranges, List<Object[]> draws) {
    return new RankRanges(
        Frame.of("gap_rank_range", GapRankRangeRow.values(), ranges),
        Frame.of("gap_rank_draw", GapRankDrawRow.values(), draws));
  }

  private static Object[] range(Scored region, double nominal, double[] ranks, Places places) {
    boolean none = Double.isNaN(nominal) || ranks.length == 0;
    double[] shifts = Arrays.stream(ranks).map(rank -> Math.abs(rank - nominal)).toArray();
    return new Object[] {
      region.unit(),
      region.year(),
      places.name(region.unit()),
      none ? null : (Double) nominal,
      none ? null : (Double) mean(ranks),
      none ? null : (Double) Quantile.median(ranks),
      none ? null : (Double) Quantile.of(ranks, LOW),
      none ? null : (Double) Quantile.of(ranks, HIGH),
      none ? null : (Double) mean(shifts),
      ranks.length,
      (none ? Status.MISSING_INDICATOR : Status.OK).name()
    };
  }

  private static double mean(double[] values) {
    return CompensatedSum.of(values) / values.length;
  }

  private static Object[] draw(
      int year, String kind, int r, RankUncertainty ranks, List<String> ids) {
    IndexDraw draw = ranks.draws().get(r);
    OptionalDouble shift = ranks.meanShift(r);
    OptionalDouble spearman = ranks.spearman(r);
    return new Object[] {
      year,
      kind,
      r,
      draw.normalisation().name().toLowerCase(Locale.ROOT),
      draw.aggregation().name().toLowerCase(Locale.ROOT),
      draw.dropped() < 0 ? "" : ids.get(draw.dropped()),
      weights(ids, draw.weights()),
      ranks.placed(r).length,
      shift.isPresent() ? (Double) shift.getAsDouble() : null,
      ranks.largestShift(r).isPresent() ? (Double) ranks.largestShift(r).getAsDouble() : null,
      spearman.isPresent() ? (Double) spearman.getAsDouble() : null,
      status(shift, spearman).name()
    };
  }

  private static Status status(OptionalDouble shift, OptionalDouble spearman) {
    if (shift.isEmpty()) {
      return Status.NO_DATA;
    }
    return spearman.isEmpty() ? Status.ALL_EQUAL : Status.OK;
  }

  private static String weights(List<String> ids, double[] weights) {
    return IntStream.range(0, weights.length)
        .mapToObj(j -> ids.get(j) + "=" + weights[j])
        .collect(Collectors.joining(";"));
  }
}
