package org.jiedui.job;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jiedui.analysis.GapParams;
import org.jiedui.analysis.Places;
import org.jiedui.ingest.TracedRecords.Traced;
import org.jiedui.job.Lineage.Kind;
import org.jiedui.job.Lineage.Total;
import org.jiedui.message.Text;
import org.jiedui.reference.Indicator;
import org.jiedui.stats.Aggregation;
import org.jiedui.table.ClusterMembershipRow;
import org.jiedui.table.ClusterProfileRow;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.GapChangeRow;
import org.jiedui.table.GapComponentRow;
import org.jiedui.table.GapDimensionRow;
import org.jiedui.table.GapIndexRow;
import org.jiedui.table.GapPairRow;
import org.jiedui.table.InequalityRow;
import org.jiedui.table.RegionYearRow;

/** What rows are made of that come from levels of regions. */
final class LevelLineage {
  private static final String INDEX = "gap_index";
  private static final String COMPONENT = "gap_component";
  private static final String LEVELS = "region_year";

  private final Background behind;
  private final TableRow row;

  LevelLineage(Background behind, TableRow row) {
    this.behind = behind;
    this.row = row;
  }

  /** One level: a value as it was reported, or what became of several. */
  Lineage level() {
    String region = row.text(RegionYearRow.REGION_CODE);
    int year = row.year(RegionYearRow.YEAR);
    Indicator indicator =
        behind.facts().indicators().find(row.text(RegionYearRow.INDICATOR)).orElseThrow();
    Set<String> wanted = new HashSet<>(Set.of(indicator.id()));
    boolean recomputed = row.text(RegionYearRow.FLAGS).contains(RegionYearRow.RECOMPUTED);
    indicator.per().filter(per -> recomputed).ifPresent(wanted::add);
    Predicate<Traced> levels =
        t -> !t.isFlow() && t.unit().equals(region) && t.record().year == year;
    boolean sum = !recomputed && row.text(RegionYearRow.DEFINITION).isEmpty();
    Total total =
        new Total(
            Kind.AMOUNT,
            row.number(RegionYearRow.VALUE),
            indicator.decimals(),
            levels.and(of(wanted)));
    return new Lineage(
        found -> levelText(), List.of(), levels.and(of(wanted)), sum ? List.of(total) : List.of());
  }

  private Text levelText() {
    String flags = row.text(RegionYearRow.FLAGS);
    String value = row.name() + " = " + row.number(RegionYearRow.VALUE);
    return flags.contains(RegionYearRow.RECOMPUTED)
        ? Text.of(value + " = Σ 率 × 分母 / Σ 分母", value + " = Σ rate × denominator / Σ denominator")
        : flags.contains(RegionYearRow.SUMMED)
            ? Text.of(value + ":合并单元的数值之和", value + ": summed over the units that became one")
            : flags.contains(RegionYearRow.SHARED)
                ? Text.of(value + ":拆分单元按权重所得部分", value + ": its part of a divided unit, by weight")
                : Text.of(value + ":如实采用", value + ": as reported");
  }

  private static Predicate<Traced> of(Set<String> indicators) {
    return t -> indicators.contains(t.record().indicator);
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
    wanted.addAll(fromCounties() ? List.of(GapSettings.POPULATION) : List.of());
    String value = row.name() + ": " + row.value(GapComponentRow.VALUE) + " → ";
    String added = row.value(GapComponentRow.NORMALISED) + "; ";
    Object contribution = row.value(GapComponentRow.CONTRIBUTION);
    return Lineage.of(
        Text.of(
            value + "在标杆 " + posts + " 上为 " + added + "对指数的贡献 " + contribution,
            value + "on goalposts " + posts + " " + added + "it contributes " + contribution),
        List.of(
            behind.rows(
                LEVELS,
                r -> at(r, region, year) && wanted.contains(r.text(RegionYearRow.INDICATOR)))),
        levels(Set.of(region), y -> y == year, wanted));
  }

  private boolean fromCounties() {
    return behind.gap().regions() == GapParams.Regions.PREFECTURES_FROM_COUNTIES;
  }

  private boolean at(TableRow level, String region, int year) {
    String code = level.text(RegionYearRow.REGION_CODE);
    return level.year(RegionYearRow.YEAR) == year
        && (code.equals(region)
            || fromCounties() && behind.traced().lies(code, Places.PREFECTURE, region));
  }

  /** The index of a region in a year: its components, and the index of its donors. */
  Lineage index() {
    String region = row.text(GapIndexRow.UNIT_CODE);
    int year = row.year(GapIndexRow.YEAR);
    List<String> donors = List.of(row.text(GapIndexRow.DONOR_CODES).split(";"));
    Set<String> regions = new HashSet<>(donors);
    regions.add(region);
    Frame components = components(region, year, r -> true);
    Frame supporting =
        behind.rows(
            INDEX,
            r ->
                r.year(GapIndexRow.YEAR) == year && donors.contains(r.text(GapIndexRow.UNIT_CODE)));
    Double index = row.number(GapIndexRow.DEVELOPMENT_INDEX);
    Double gap = row.number(GapIndexRow.GAP);
    String value =
        row.name() + ": " + form() + " = " + (index == null ? row.text(GapIndexRow.STATUS) : index);
    return Lineage.of(
        Text.of(value + ";差距 = 1 − 指数 = " + gap, value + "; gap = 1 − index = " + gap),
        List.of(components, supporting),
        levels(regions, y -> y == year, new HashSet<>(behind.indexIndicators())));
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

  private Frame components(String region, int year, Predicate<TableRow> which) {
    return behind.rows(
        COMPONENT,
        r ->
            r.text(GapComponentRow.UNIT_CODE).equals(region)
                && r.year(GapComponentRow.YEAR) == year
                && which.test(r));
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
    Object index = row.value(GapDimensionRow.DIMENSION_INDEX);
    return Lineage.of(
        Text.of(
            row.name() + " = " + index + ":该维度各指标标准化值的加权平均",
            row.name()
                + " = "
                + index
                + ": weighted mean of the dimension's normalised indicators"),
        List.of(components(region, year, r -> wanted.contains(r.text(GapComponentRow.INDICATOR)))),
        levels(Set.of(region), y -> y == year, wanted));
  }

  /** Means over the years of both windows. */
  Lineage change() {
    String region = row.text(GapChangeRow.UNIT_CODE);
    IntPredicate years = behind.years("change");
    Object before = row.value(GapChangeRow.GAP_BEFORE);
    Object after = row.value(GapChangeRow.GAP_AFTER);
    String means = after + " − " + before + " = " + row.value(GapChangeRow.GAP_CHANGE);
    return Lineage.of(
        Text.of(
            row.name() + ":差距变化 = 后期年均 − 前期年均 = " + means,
            row.name() + ": change = mean of later years − mean of earlier years = " + means),
        List.of(indices(Set.of(region), years)),
        levels(Set.of(region), years, new HashSet<>(behind.indexIndicators())));
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
    Object value = row.value(GapPairRow.VALUE);
    return Lineage.of(
        Text.of(
            row.name() + " = " + value + ":各地区先按年平均,再取平均",
            row.name() + " = " + value + ": mean over regions of each region's mean over years"),
        List.of(regions),
        levels(
            codes(regions, GapIndexRow.UNIT_CODE), years, new HashSet<>(behind.indexIndicators())));
  }

  private static Set<String> codes(Frame frame, Field field) {
    return frame.rows().stream()
        .map(r -> new TableRow(frame, r).text(field))
        .collect(Collectors.toSet());
  }

  /** The cluster of a region: its normalised indicators against the centres. */
  Lineage membership() {
    String region = row.text(ClusterMembershipRow.UNIT_CODE);
    int year = row.year(ClusterMembershipRow.YEAR);
    Object cluster = row.value(ClusterMembershipRow.CLUSTER);
    Object own = row.value(ClusterMembershipRow.DISTANCE);
    Object next = row.value(ClusterMembershipRow.SECOND_DISTANCE);
    Frame profile =
        behind.rows(
            "cluster_profile",
            r ->
                r.year(ClusterProfileRow.YEAR) == year
                    && r.value(ClusterProfileRow.CLUSTER).equals(cluster));
    return Lineage.of(
        Text.of(
            row.name() + ":与第 " + cluster + " 类中心距离 " + own + ",次近 " + next,
            row.name()
                + ": "
                + own
                + " from the centre of cluster "
                + cluster
                + ", "
                + next
                + " from the next"),
        List.of(components(region, year, r -> true), profile),
        levels(Set.of(region), y -> y == year, new HashSet<>(behind.indexIndicators())));
  }

  /** The mean of one variable over the members of a cluster. */
  Lineage profile() {
    int year = row.year(ClusterProfileRow.YEAR);
    Integer cluster = (Integer) row.value(ClusterProfileRow.CLUSTER);
    String variable = row.text(ClusterProfileRow.VARIABLE);
    Frame members =
        behind.rows(
            "cluster_membership",
            r ->
                r.year(ClusterMembershipRow.YEAR) == year
                    && r.value(ClusterMembershipRow.CLUSTER) != null
                    && (cluster == 0 || r.value(ClusterMembershipRow.CLUSTER).equals(cluster)));
    Set<String> regions = codes(members, ClusterMembershipRow.UNIT_CODE);
    Frame values =
        behind.rows(
            COMPONENT,
            r ->
                regions.contains(r.text(GapComponentRow.UNIT_CODE))
                    && r.year(GapComponentRow.YEAR) == year
                    && r.text(GapComponentRow.INDICATOR).equals(variable));
    String mean = row.name() + " = " + row.value(ClusterProfileRow.MEAN);
    return Lineage.of(
        Text.of(
            mean + ":" + regions.size() + " 个成员的均值",
            mean + ": mean of " + regions.size() + " members"),
        List.of(values),
        levels(regions, y -> y == year, Set.of(variable)));
  }

  /** What is told of all regions by one indicator, in one year, a window or at all. */
  Lineage spread() {
    String indicator = row.text(RegionYearRow.INDICATOR);
    IntPredicate years =
        row.has(InequalityRow.PERIOD)
            ? behind.years(row.text(InequalityRow.PERIOD))
            : row.has(RegionYearRow.YEAR) ? y -> y == row.year(RegionYearRow.YEAR) : y -> true;
    Frame levels =
        behind.rows(
            LEVELS,
            r ->
                r.text(RegionYearRow.INDICATOR).equals(indicator)
                    && years.test(r.year(RegionYearRow.YEAR)));
    return Lineage.of(
        Text.of(
            row.name() + ":由下列各地区的水平值算得",
            row.name() + ": computed from the levels of regions below"),
        List.of(levels),
        t -> !t.isFlow() && t.record().indicator.equals(indicator) && years.test(t.record().year));
  }

  private Predicate<Traced> levels(Set<String> regions, IntPredicate years, Set<String> wanted) {
    return behind
        .levels(regions)
        .and(t -> years.test(t.record().year) && wanted.contains(t.record().indicator));
  }
}
