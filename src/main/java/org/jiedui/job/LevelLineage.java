package org.jiedui.job;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jiedui.ingest.TracedRecords.Traced;
import org.jiedui.job.Lineage.Kind;
import org.jiedui.job.Lineage.Total;
import org.jiedui.message.Text;
import org.jiedui.reference.Indicator;
import org.jiedui.table.Frame;
import org.jiedui.table.InequalityRow;
import org.jiedui.table.RegionYearRow;

/** What rows are made of that come from levels of regions. */
final class LevelLineage {
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

  /** What is told of all regions by one indicator, in one year, a window or at all. */
  Lineage spread() {
    String indicator = row.text(RegionYearRow.INDICATOR);
    IntPredicate years =
        row.has(InequalityRow.PERIOD)
            ? behind.years(row.text(InequalityRow.PERIOD))
            : row.has(RegionYearRow.YEAR) ? y -> y == row.year(RegionYearRow.YEAR) : y -> true;
    Frame levels =
        behind.rows(
            Background.LEVELS,
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
}
