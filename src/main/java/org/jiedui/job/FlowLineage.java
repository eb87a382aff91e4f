package org.jiedui.job;

import static org.jiedui.table.EffectRatioRow.ALL;
import static org.jiedui.table.EffectRatioRow.BOTH;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jiedui.analysis.FundStage;
import org.jiedui.analysis.PeriodTotal;
import org.jiedui.analysis.Windows;
import org.jiedui.ingest.TracedRecords.Traced;
import org.jiedui.ingest.file.LandedRecord;
import org.jiedui.job.Lineage.Kind;
import org.jiedui.job.Lineage.Total;
import org.jiedui.message.Text;
import org.jiedui.run.Study;
import org.jiedui.table.CoverageRow;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.jiedui.table.PairYearRow;
import org.jiedui.table.PairingLinkRow;
import org.jiedui.table.TargetingRow;

/** What rows are made of that come from records of cooperation. */
final class FlowLineage {
  private static final String DONOR = "donor_province";
  private static final String NATION = "nation";
  private static final String OUTWARD = "E2W";

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
                    && same(r, EffectRatioRow.UNIT_CODE, EffectRatioRow.NATION)
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

  private boolean same(TableRow other, EffectRatioRow field, String otherwise) {
    return other.text(field).equals(row.text(field, otherwise));
  }

  /** The exact sum of one pair in one year. */
  Lineage pairYear() {
    String donor = row.text(PairYearRow.DONOR_CODE);
    String recipient = row.text(PairYearRow.RECIPIENT_CODE);
    int year = row.year(PairYearRow.YEAR);
    Predicate<Traced> flow =
        kind()
            .and(t -> t.isYearly() && t.record().year == year && t.donor().equals(donor))
            .and(t -> behind.traced().lies(t.unit(), "recipient_province", recipient));
    return sum(
        flow,
        List.of(),
        new Total(Kind.AMOUNT, (Long) row.value(PairYearRow.AMOUNT), 0, flow),
        new Total(Kind.RECORDS, (Long) row.value(PairYearRow.RECORDS), 0, flow));
  }

  /** What went over a link in the years of its era. */
  Lineage link() {
    String indicator = row.text(PairingLinkRow.INDICATOR);
    String donor = row.text(PairingLinkRow.DONOR_CODE);
    String recipient = row.text(PairingLinkRow.RECIPIENT_CODE);
    IntPredicate years = behind.era(row.year(PairingLinkRow.ERA));
    Predicate<Traced> flow =
        outward(indicator, row.text(PairingLinkRow.STAGE))
            .and(t -> years.test(t.record().year) && t.donor().equals(donor))
            .and(t -> behind.traced().lies(t.unit(), "recipient_province", recipient));
    Frame pairs =
        behind.rows(
            "pair_year",
            r ->
                r.text(PairYearRow.DONOR_CODE).equals(donor)
                    && r.text(PairYearRow.RECIPIENT_CODE).equals(recipient)
                    && r.text(PairYearRow.INDICATOR).equals(indicator)
                    && r.text(PairYearRow.DIRECTION).equals(OUTWARD)
                    && r.text(PairYearRow.STATUS).equals(row.text(PairingLinkRow.STAGE))
                    && years.test(r.year(PairYearRow.YEAR)));
    int decimals = behind.decimals(indicator);
    Double amount = row.number(PairingLinkRow.AMOUNT);
    return sum(flow, List.of(pairs), new Total(Kind.AMOUNT, amount, decimals, flow));
  }

  /** How many records a county has in a year. */
  Lineage coverage() {
    String unit = row.text(CoverageRow.RECIPIENT_CODE);
    int year = row.year(CoverageRow.YEAR);
    Predicate<Traced> flow =
        t -> t.isFlow() && t.isYearly() && t.unit().equals(unit) && t.record().year == year;
    return sum(
        flow, List.of(), new Total(Kind.RECORDS, (Long) row.value(CoverageRow.RECORDS), 0, flow));
  }

  private Lineage sum(Predicate<Traced> flow, List<Frame> sources, Total... totals) {
    return new Lineage(
        found -> {
          List<String> sums = found.stream().map(BigDecimal::toPlainString).toList();
          return Text.of(
              row.name() + " = 下列记录之和:" + String.join("、", sums),
              row.name() + " = sum of the records below: " + String.join(", ", sums));
        },
        sources,
        flow,
        List.of(totals));
  }

  /** Aid of a period; income and population come from the panel of regions. */
  Lineage targeting() {
    String aid = behind.study().targeting().aid();
    String level = row.text(TargetingRow.LEVEL);
    String code = row.text(TargetingRow.CODE);
    IntPredicate years = behind.years(row.text(TargetingRow.PERIOD));
    Predicate<Traced> flow = outward(aid, stage(aid)).and(t -> years.test(t.record().year));
    return Lineage.of(
        Text.of(
            row.name() + ":由下列投入记录,以及 region_year 中的收入与人口算得",
            row.name()
                + ": computed from the records of aid below, with incomes and populations of"
                + " region_year"),
        List.of(),
        flow.and(t -> !level.equals(DONOR) || t.donor().equals(code))
            .and(t -> behind.traced().lies(t.unit(), level, code)));
  }

  private String stage(String indicator) {
    Set<String> known = new HashSet<>();
    Frame pairs = behind.rows("pair_year", r -> r.text(PairYearRow.INDICATOR).equals(indicator));
    pairs.rows().forEach(r -> known.add(new TableRow(pairs, r).text(PairYearRow.STATUS)));
    return FundStage.nearestToPayment(known);
  }

  private static Predicate<Traced> outward(String indicator, String stage) {
    return t ->
        t.isFlow()
            && t.isYearly()
            && t.record().indicator.equals(indicator)
            && t.record().direction.equals(OUTWARD)
            && t.record().status.equals(stage);
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
    String code = row.text(EffectRatioRow.UNIT_CODE, EffectRatioRow.NATION);
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
