package org.jiedui.job;

import static org.jiedui.table.EffectRatioRow.ALL;
import static org.jiedui.table.EffectRatioRow.BOTH;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.jiedui.analysis.Comparison;
import org.jiedui.analysis.PeriodTotal;
import org.jiedui.analysis.Places;
import org.jiedui.analysis.Windows;
import org.jiedui.ingest.TracedRecords.Traced;
import org.jiedui.ingest.file.LandedRecord;
import org.jiedui.job.Lineage.Kind;
import org.jiedui.job.Lineage.Total;
import org.jiedui.message.Text;
import org.jiedui.run.Study;
import org.jiedui.table.CoverageRow;
import org.jiedui.table.EffectPlaceboUnitRow;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.jiedui.table.PeriodTotalRow;

/** What rows are made of that come from records of cooperation. */
final class FlowLineage {
  private static final String DONOR = "donor_province";
  private static final String NATION = "nation";

  private final Background behind;
  private final TableRow row;

  FlowLineage(Background behind, TableRow row) {
    this.behind = behind;
    this.row = row;
  }

  /** A multiple of totals: the sums of both windows, and their quotient. */
  Lineage ratio() {
    Windows windows = windows();
    Predicate<Traced> flow = flow();
    Predicate<Traced> before = flow.and(within(windows.beforeFrom(), windows.beforeTo()));
    Predicate<Traced> after = flow.and(within(windows.afterFrom(), windows.afterTo()));
    boolean plain = row.text(EffectRatioRow.CONVENTION).equals("total");
    int decimals = behind.decimals(row.text(EffectRatioRow.INDICATOR));
    Number early = plain ? row.number(EffectRatioRow.BEFORE) : null;
    Number late = plain ? row.number(EffectRatioRow.AFTER) : null;
    List<Total> totals =
        plain
            ? List.of(
                new Total(Kind.AMOUNT, early, decimals, before),
                new Total(Kind.AMOUNT, late, decimals, after))
            : List.of();
    return new Lineage(this::quotient, List.of(), before.or(after), totals);
  }

  private Text quotient(List<BigDecimal> totals) {
    String name =
        row.text(EffectRatioRow.UNIT_NAME) + " " + row.text(EffectRatioRow.INDICATOR) + " ";
    if (totals.isEmpty()) {
      String convention = row.text(EffectRatioRow.CONVENTION);
      return Text.of(
          name + "口径 " + convention + ":由下列记录折算而来",
          name + "convention " + convention + ": computed from the records below");
    }
    Double ratio = row.number(EffectRatioRow.RATIO);
    String quotient =
        totals.get(1).toPlainString()
            + " / "
            + totals.get(0).toPlainString()
            + " = "
            + (ratio == null ? row.text(EffectRatioRow.RATIO_STATUS) : ratio.toString());
    return Text.of(
        name + "倍数 = 后期合计 / 前期合计 = " + quotient,
        name + "ratio = total after / total before = " + quotient);
  }

  /** What is estimated from the yearly sums of both windows. */
  Lineage windowed() {
    Windows windows = windows();
    Frame ratio =
        behind.rows(
            "effect_ratio",
            r ->
                r.text(EffectRatioRow.CONVENTION).equals("total")
                    && same(r, EffectRatioRow.LEVEL, NATION)
                    && r.text(EffectRatioRow.UNIT_CODE).equals(unit())
                    && same(r, EffectRatioRow.DONOR_CODE, r.text(EffectRatioRow.DONOR_CODE))
                    && same(r, EffectRatioRow.INDICATOR, "")
                    && same(r, EffectRatioRow.DIRECTION, "")
                    && same(r, EffectRatioRow.FORM, "")
                    && same(r, EffectRatioRow.STATUS, ""));
    return Lineage.of(
        Text.of(
            row.name() + ":由下列记录的年度合计估计",
            row.name() + ": estimated from yearly sums of the records below"),
        List.of(ratio),
        flow()
            .and(
                within(windows.beforeFrom(), windows.beforeTo())
                    .or(within(windows.afterFrom(), windows.afterTo()))));
  }

  /** Records of the years of a window, and the totals over several years that count in it. */
  private Predicate<Traced> within(int from, int to) {
    List<PeriodTotal> counting = PeriodTotal.within(behind.periods(), from, to);
    return t ->
        t.isYearly()
            ? from <= t.record().year && t.record().year <= to
            : counting.stream().anyMatch(p -> isPartOf(t, p));
  }

  private static boolean isPartOf(Traced t, PeriodTotal p) {
    LandedRecord r = t.record();
    return p.recipient().equals(t.unit())
        && p.donor().equals(t.donor())
        && p.from() == r.yearFrom
        && p.to() == r.year
        && p.source().equals(r.sourceId)
        && p.indicator().equals(r.indicator)
        && p.direction().equals(r.direction)
        && p.form().equals(r.form)
        && p.status().equals(r.status);
  }

  /** The whole nation where the table has no levels. */
  private String unit() {
    return row.has(EffectRatioRow.LEVEL)
        ? row.text(EffectRatioRow.UNIT_CODE, EffectRatioRow.NATION)
        : EffectRatioRow.NATION;
  }

  private boolean same(TableRow other, EffectRatioRow field, String otherwise) {
    return other.text(field).equals(row.text(field, otherwise));
  }

  /** How many records a county has in a year. */
  Lineage coverage() {
    String unit = row.text(CoverageRow.RECIPIENT_CODE);
    int year = row.year(CoverageRow.YEAR);
    Predicate<Traced> flow =
        t -> t.isFlow() && t.isYearly() && t.unit().equals(unit) && t.record().year == year;
    return Lineage.sum(
        row,
        flow,
        List.of(),
        new Total(Kind.RECORDS, (Long) row.value(CoverageRow.RECORDS), 0, flow));
  }

  /** A total over several years as its source gives it. */
  Lineage period() {
    int from = row.year(PeriodTotalRow.YEAR_FROM);
    int to = row.year(PeriodTotalRow.YEAR_TO);
    String unit = row.text(PeriodTotalRow.RECIPIENT_CODE);
    String donor = row.text(PeriodTotalRow.DONOR_CODE);
    String source = row.text(PeriodTotalRow.SOURCE_ID);
    Predicate<Traced> flow =
        kind()
            .and(t -> t.record().yearFrom == from && t.record().year == to)
            .and(t -> t.unit().equals(unit) && t.donor().equals(donor))
            .and(t -> t.record().sourceId.equals(source));
    return Lineage.sum(
        row,
        flow,
        List.of(),
        new Total(Kind.AMOUNT, (Long) row.value(PeriodTotalRow.AMOUNT), 0, flow),
        new Total(Kind.RECORDS, (Long) row.value(PeriodTotalRow.RECORDS), 0, flow));
  }

  /** A recipient of the comparison group in the place of those that the change reached. */
  Lineage placeboUnit() {
    Lineage all = windowed();
    boolean actual = row.text(EffectPlaceboUnitRow.KIND).equals("actual");
    List<String> controls = behind.study().effects().comparison();
    Places places = Places.of(behind.facts().geography().regions());
    return Lineage.of(
        all.formula().apply(List.of()),
        all.sources(),
        all.records().and(t -> actual || Comparison.holds(controls, t.unit(), places)));
  }

  /** The indicator, direction, form and stage of the row. */
  private Predicate<Traced> kind() {
    String indicator = row.text(EffectRatioRow.INDICATOR);
    String direction = row.text(EffectRatioRow.DIRECTION);
    String form = row.text(EffectRatioRow.FORM);
    String status = row.text(EffectRatioRow.STATUS);
    return t ->
        t.isFlow()
            && t.record().indicator.equals(indicator)
            && t.record().status.equals(status)
            && (direction.equals(BOTH) || direction.equals(t.record().direction))
            && (form.equals(ALL) || form.equals(t.record().form));
  }

  /** The same for the place of the row. */
  private Predicate<Traced> flow() {
    String level = row.text(EffectRatioRow.LEVEL, NATION);
    String code = unit();
    String donor = row.text(EffectRatioRow.DONOR_CODE, level.equals(DONOR) ? code : ALL);
    return kind()
        .and(t -> donor.equals(ALL) || donor.equals(t.donor()))
        .and(t -> behind.traced().lies(t.unit(), level, code));
  }

  private Windows windows() {
    Study.Windows w = behind.study().windows();
    String rule = row.text(EffectRatioRow.BOUNDARY_RULE);
    return rule.matches("[ABCN]")
        ? Windows.named(rule)
        : new Windows(w.beforeFrom(), w.beforeTo(), w.afterFrom(), w.afterTo());
  }
}
