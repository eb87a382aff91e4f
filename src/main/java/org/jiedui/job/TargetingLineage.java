package org.jiedui.job;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jiedui.ingest.TracedRecords.Traced;
import org.jiedui.message.Text;
import org.jiedui.run.Study;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.LorenzRow;
import org.jiedui.table.TargetingCurveRow;
import org.jiedui.table.TargetingRow;

/** What rows are made of that hold aid against the people and incomes of counties. */
final class TargetingLineage {
  private static final String DONOR = "donor_province";

  private final Background behind;
  private final TableRow row;

  TargetingLineage(Background behind, TableRow row) {
    this.behind = behind;
    this.row = row;
  }

  /** Aid of a period; income and population come from the panel of regions. */
  Lineage targeting() {
    return Lineage.of(
        Text.of(
            row.name() + ":由下列投入记录,以及 region_year 中的收入与人口算得",
            row.name()
                + ": computed from the records of aid below, with incomes and populations of"
                + " region_year"),
        List.of(),
        aid());
  }

  /** A point of the curve of one of its rows. */
  Lineage curve() {
    String share =
        row.value(TargetingCurveRow.PERCENT)
            + " % → "
            + row.told(TargetingCurveRow.SHARE, TargetingCurveRow.STATUS);
    return Lineage.of(
        Text.of(
            row.name() + ":收入最低的人口所得投入份额 " + share + ",由下列投入记录,以及 region_year 中的收入与人口算得",
            row.name()
                + ": share of aid of the people with the lowest incomes, "
                + share
                + "; from the records of aid below, with incomes and populations of region_year"),
        List.of(
            behind.rows(
                "targeting",
                r ->
                    r.text(TargetingRow.LEVEL).equals(row.text(TargetingRow.LEVEL))
                        && r.text(TargetingRow.CODE).equals(row.text(TargetingRow.CODE))
                        && r.text(TargetingRow.PERIOD).equals(row.text(TargetingRow.PERIOD)))),
        aid());
  }

  /** The records of aid of the group and period of the row. */
  private Predicate<Traced> aid() {
    String aid = behind.study().targeting().aid();
    String level = row.text(TargetingRow.LEVEL);
    String code = row.text(TargetingRow.CODE);
    IntPredicate years = behind.years(row.text(TargetingRow.PERIOD));
    return behind
        .outward(aid, behind.stage(aid))
        .and(t -> years.test(t.record().year))
        .and(t -> !level.equals(DONOR) || t.donor().equals(code))
        .and(t -> behind.traced().lies(t.unit(), level, code));
  }

  /** A step of the curve of amounts per head over counties. */
  Lineage lorenz() {
    String indicator = row.text(LorenzRow.INDICATOR);
    IntPredicate years = behind.years(row.text(LorenzRow.SIDE));
    Study.Windows w = behind.study().windows();
    String people = "population " + w.afterTo();
    String share = row.value(LorenzRow.POPULATION_SHARE) + " → " + row.value(LorenzRow.VALUE_SHARE);
    return Lineage.of(
        Text.of(
            row.name()
                + ":人口累计占比 → 数额累计占比 "
                + share
                + ",县按 effect_ratio 的人均数额排列,以 "
                + people
                + " 加权",
            row.name()
                + ": cumulative shares of people → amount "
                + share
                + ", counties in the order of their amount per head in effect_ratio, weighted by "
                + people),
        List.of(
            behind.rows(
                "effect_ratio",
                r ->
                    r.text(EffectRatioRow.LEVEL).equals("county")
                        && r.text(EffectRatioRow.INDICATOR).equals(indicator)
                        && r.text(EffectRatioRow.CONVENTION).equals("per_head")
                        && r.text(EffectRatioRow.DIRECTION).equals(Background.OUTWARD))),
        behind.outward(indicator, behind.stage(indicator)).and(t -> years.test(t.record().year)));
  }
}
