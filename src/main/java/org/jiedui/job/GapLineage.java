package org.jiedui.job;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jiedui.analysis.GapParams;
import org.jiedui.analysis.Places;
import org.jiedui.message.Text;
import org.jiedui.stats.Aggregation;
import org.jiedui.table.Frame;
import org.jiedui.table.GapChangeRow;
import org.jiedui.table.GapComponentRow;
import org.jiedui.table.GapCouplingRow;
import org.jiedui.table.GapDimensionRow;
import org.jiedui.table.GapIndexRow;
import org.jiedui.table.GapPairRow;
import org.jiedui.table.GapRankDrawRow;
import org.jiedui.table.GapRankRangeRow;
import org.jiedui.table.GapWeightRow;
import org.jiedui.table.RegionYearRow;

/** What rows of the development index are made of. */
final class GapLineage {
  private static final String INDEX = "gap_index";

  private final Background behind;
  private final TableRow row;
  private final Set<String> indicators;
  private final boolean fromCounties;

  GapLineage(Background behind, TableRow row) {
    this.behind = behind;
    this.row = row;
    indicators = Set.copyOf(behind.indexIndicators());
    fromCounties = behind.gap().regions() == GapParams.Regions.PREFECTURES_FROM_COUNTIES;
  }

  /** A value on its goalposts, and what it adds. */
  Lineage component() {
    String region = row.text(GapComponentRow.UNIT_CODE);
    int year = row.year(GapComponentRow.YEAR);
    String indicator = row.text(GapComponentRow.INDICATOR);
    GapParams.Part part =
        behind.gap().parts().stream()
            .filter(p -> p.id().equals(indicator))
            .findFirst()
            .orElseThrow();
    String posts = part.goalposts().map(g -> g.low() + " … " + g.high()).orElse("min … max");
    Set<String> wanted = new HashSet<>(Set.of(indicator));
    wanted.addAll(fromCounties ? List.of(GapSettings.POPULATION) : List.of());
    String value =
        row.name() + ": " + row.told(GapComponentRow.VALUE, GapComponentRow.STATUS) + " → ";
    String added = row.told(GapComponentRow.NORMALISED, GapComponentRow.STATUS) + "; ";
    String contribution = row.told(GapComponentRow.CONTRIBUTION, GapComponentRow.STATUS);
    return Lineage.of(
        Text.of(
            value + "在标杆 " + posts + " 上为 " + added + "对指数的贡献 " + contribution,
            value + "on goalposts " + posts + " " + added + "it contributes " + contribution),
        List.of(
            behind.rows(
                Background.LEVELS,
                r -> at(r, region, year) && wanted.contains(r.text(RegionYearRow.INDICATOR)))),
        behind.levels(Set.of(region), y -> y == year, wanted));
  }

  private boolean at(TableRow level, String region, int year) {
    String code = level.text(RegionYearRow.REGION_CODE);
    return level.year(RegionYearRow.YEAR) == year
        && (code.equals(region)
            || fromCounties && behind.traced().lies(code, Places.PREFECTURE, region));
  }

  /** The index of a region in a year: its components, and the index of its donors. */
  Lineage index() {
    String region = row.text(GapIndexRow.UNIT_CODE);
    int year = row.year(GapIndexRow.YEAR);
    List<String> donors = List.of(row.text(GapIndexRow.DONOR_CODES).split(";"));
    Set<String> regions = new HashSet<>(donors);
    regions.add(region);
    Frame components = behind.components(region, year, indicators);
    Frame supporting =
        behind.rows(
            INDEX,
            r ->
                r.year(GapIndexRow.YEAR) == year && donors.contains(r.text(GapIndexRow.UNIT_CODE)));
    String gap = row.told(GapIndexRow.GAP, GapIndexRow.STATUS);
    String value =
        row.name()
            + ": "
            + form()
            + " = "
            + row.told(GapIndexRow.DEVELOPMENT_INDEX, GapIndexRow.STATUS);
    return Lineage.of(
        Text.of(value + ";差距 = 1 − 指数 = " + gap, value + "; gap = 1 − index = " + gap),
        List.of(components, supporting),
        behind.levels(regions, y -> y == year, indicators));
  }

  /** How contributions make the index. */
  private String form() {
    Aggregation aggregation = behind.gap().choices().aggregation();
    return switch (aggregation) {
      case ARITHMETIC -> "Σ contribution";
      case GEOMETRIC -> "exp Σ contribution";
      case HARMONIC -> "1 / Σ contribution";
    };
  }

  /** The index of one dimension: the components of that dimension. */
  Lineage dimension() {
    String region = row.text(GapDimensionRow.UNIT_CODE);
    int year = row.year(GapDimensionRow.YEAR);
    String dimension = row.text(GapDimensionRow.DIMENSION);
    Set<String> wanted =
        behind.gap().parts().stream()
            .filter(p -> p.dimension().equals(dimension))
            .map(GapParams.Part::id)
            .collect(Collectors.toSet());
    String index = row.told(GapDimensionRow.DIMENSION_INDEX, GapDimensionRow.STATUS);
    return Lineage.of(
        Text.of(
            row.name() + " = " + index + ":该维度各指标标准化值的加权平均",
            row.name()
                + " = "
                + index
                + ": weighted mean of the dimension's normalised indicators"),
        List.of(behind.components(region, year, wanted)),
        behind.levels(Set.of(region), y -> y == year, wanted));
  }

  /** Means over the years of both windows. */
  Lineage change() {
    String region = row.text(GapChangeRow.UNIT_CODE);
    IntPredicate years = behind.years("change");
    String means =
        row.told(GapChangeRow.GAP_AFTER, GapChangeRow.STATUS)
            + " − "
            + row.told(GapChangeRow.GAP_BEFORE, GapChangeRow.STATUS)
            + " = "
            + row.told(GapChangeRow.GAP_CHANGE, GapChangeRow.STATUS);
    return Lineage.of(
        Text.of(
            row.name() + ":差距变化 = 后期年均 − 前期年均 = " + means,
            row.name() + ": change = mean of later years − mean of earlier years = " + means),
        List.of(indices(Set.of(region), years)),
        behind.levels(Set.of(region), years, indicators));
  }

  private Frame indices(Set<String> regions, IntPredicate years) {
    return behind.rows(
        INDEX,
        r ->
            regions.contains(r.text(GapIndexRow.UNIT_CODE))
                && years.test(r.year(GapIndexRow.YEAR)));
  }

  /** Gaps of a group of recipients to their donors, the median or the frontier. */
  Lineage pair() {
    String level = row.text(GapPairRow.LEVEL);
    String recipient = row.text(GapPairRow.RECIPIENT_CODE);
    String donor = row.text(GapPairRow.DONOR_CODE);
    IntPredicate years = behind.years(row.text(GapPairRow.PERIOD));
    Frame regions =
        behind.rows(
            INDEX,
            r ->
                r.text(GapIndexRow.ROLE).equals(GapIndexRow.RECIPIENT)
                    && years.test(r.year(GapIndexRow.YEAR))
                    && behind.traced().lies(r.text(GapIndexRow.UNIT_CODE), level, recipient)
                    && (donor.isEmpty()
                        || List.of(r.text(GapIndexRow.DONOR_CODES).split(";")).contains(donor)));
    String value = row.told(GapPairRow.VALUE, GapPairRow.STATUS);
    return Lineage.of(
        Text.of(
            row.name() + " = " + value + ":各地区先按年平均,再取平均",
            row.name() + " = " + value + ": mean over regions of each region's mean over years"),
        List.of(regions),
        behind.levels(Background.codes(regions, GapIndexRow.UNIT_CODE), years, indicators));
  }

  /** How closely the dimensions go together: the indices of the dimensions. */
  Lineage coupling() {
    String region = row.text(GapCouplingRow.UNIT_CODE);
    int year = row.year(GapCouplingRow.YEAR);
    Frame dimensions =
        behind.rows(
            "gap_dimension",
            r ->
                r.text(GapDimensionRow.UNIT_CODE).equals(region)
                    && r.year(GapDimensionRow.YEAR) == year);
    String degree =
        row.name()
            + ": D = "
            + row.told(GapCouplingRow.COORDINATION_CLASSICAL, GapCouplingRow.STATUS);
    return Lineage.of(
        Text.of(
            degree + " = √(C·T),C 与 T 由下列准则层指数 " + row.text(GapCouplingRow.SYSTEMS) + " 算得",
            degree
                + " = √(C·T), with C and T of the dimensions "
                + row.text(GapCouplingRow.SYSTEMS)
                + " below"),
        List.of(dimensions),
        behind.levels(Set.of(region), y -> y == year, indicators));
  }

  /** Where other ways of making the index would put a region. */
  Lineage rankRange() {
    String region = row.text(GapRankRangeRow.UNIT_CODE);
    int year = row.year(GapRankRangeRow.YEAR);
    String range =
        row.told(GapRankRangeRow.RANK_LOW, GapRankRangeRow.STATUS)
            + " … "
            + row.told(GapRankRangeRow.RANK_HIGH, GapRankRangeRow.STATUS);
    Object draws = row.value(GapRankRangeRow.DRAWS);
    return Lineage.of(
        Text.of(
            row.name() + ":gap_rank_draw 的 " + draws + " 种做法下位次的 5%–95%:" + range,
            row.name()
                + ": 5 % to 95 % of its ranks in "
                + draws
                + " ways of gap_rank_draw: "
                + range),
        List.of(indices(Set.of(region), y -> y == year)),
        behind.levels(Set.of(region), y -> y == year, indicators));
  }

  /** One other way of making the index. */
  Lineage rankDraw() {
    int year = row.year(GapRankDrawRow.YEAR);
    String way =
        row.text(GapRankDrawRow.NORMALISATION)
            + ", "
            + row.text(GapRankDrawRow.AGGREGATION)
            + ", "
            + row.text(GapRankDrawRow.WEIGHTS);
    return Lineage.of(
        Text.of(
            row.name() + ":以 " + way + " 重算当年全部地区的指数,位次与下列公布位次相比",
            row.name()
                + ": the index of all regions of the year again with "
                + way
                + ", its ranks against the published ones below"),
        List.of(behind.rows("gap_rank_range", r -> r.year(GapRankRangeRow.YEAR) == year)),
        t -> !t.isFlow() && t.record().year == year && indicators.contains(t.record().indicator));
  }

  /** Declared, or computed from the levels of all regions. */
  Lineage weights() {
    String indicator = row.text(GapWeightRow.INDICATOR);
    String weight = row.name() + " = " + row.told(GapWeightRow.WEIGHT, GapWeightRow.STATUS);
    return Lineage.of(
        Text.of(
            weight
                + ":权重方法 "
                + row.text(GapWeightRow.WEIGHT_METHOD)
                + "、上下限 "
                + row.text(GapWeightRow.GOALPOST_SOURCE)
                + ",出自研究设置 gap 与指标声明;对照权重由下列水平值算得",
            weight
                + ": weighting "
                + row.text(GapWeightRow.WEIGHT_METHOD)
                + " and goalposts "
                + row.text(GapWeightRow.GOALPOST_SOURCE)
                + " are those of the study (gap) and of the indicator; compared weights come from"
                + " the levels below"),
        List.of(
            behind.rows(Background.LEVELS, r -> r.text(RegionYearRow.INDICATOR).equals(indicator))),
        t -> !t.isFlow() && t.record().indicator.equals(indicator));
  }
}
