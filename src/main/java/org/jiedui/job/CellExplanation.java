package org.jiedui.job;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jiedui.analysis.PeriodTotal;
import org.jiedui.ingest.TracedRecords;
import org.jiedui.ingest.TracedRecords.Traced;
import org.jiedui.ingest.file.LandedRecord;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.Version;
import org.jiedui.report.Labels;
import org.jiedui.run.Study;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;

/**
 * What one published multiple is made of: the records before and after, and the quotient computed
 * again from them.
 *
 * @param before records of the earlier window, with their text
 * @param after records of the later window
 * @param panel sums by unit, donor and year or period, in minor units
 */
record CellExplanation(
    Frame frame,
    Object[] row,
    int decimals,
    List<Traced> before,
    List<Traced> after,
    Map<PanelCell, Long> panel) {
  static final String TABLE = "effect_ratio";
  private static final String PERIODS = "period_total";

  /** A row of the panel that goes in. */
  record PanelCell(String unit, String donor, String years, String form, String direction)
      implements Comparable<PanelCell> {
    @Override
    public int compareTo(PanelCell other) {
      return (years + unit + donor + form + direction)
          .compareTo(other.years + other.unit + other.donor + other.form + other.direction);
    }
  }

  static CellExplanation of(
      Version version, Path root, Study study, Facts facts, List<String> words) {
    Frame frame = version.read(TABLE);
    Object[] row = new CellChoice(frame, Labels.indicators(version)).row(words);
    InputList inputs =
        InputList.of(version).orElseThrow(() -> new InputException(ExitCode.USAGE, noRecords()));
    var traced = new TracedRecords(root, facts.contract(), facts.geography(), facts.pairings());
    List<TracedRecords.File> files =
        inputs.counting().stream()
            .map(
                e ->
                    new TracedRecords.File(
                        e.name(), e.table(), e.source(), e.sha256(), e.landing()))
            .toList();
    var cell = new Cells(frame, row);
    List<Traced> all = traced.where(inputs.records(root), files, cell.belongs(traced));
    Study.Windows w = study.windows();
    List<PeriodTotal> periods = periods(version);
    List<Traced> before = within(all, periods, w.beforeFrom(), w.beforeTo());
    List<Traced> after = within(all, periods, w.afterFrom(), w.afterTo());
    Map<PanelCell, Long> panel = new TreeMap<>();
    before.forEach(t -> panel.merge(panelCell(t), t.record().amount, Math::addExact));
    after.forEach(t -> panel.merge(panelCell(t), t.record().amount, Math::addExact));
    int decimals =
        facts.indicators().find(cell.text(EffectRatioRow.INDICATOR)).orElseThrow().decimals();
    return new CellExplanation(
        frame, row, decimals, traced.withText(before), traced.withText(after), panel);
  }

  private static List<PeriodTotal> periods(Version version) {
    return version.tables().contains(PERIODS) ? PeriodTotal.of(version.read(PERIODS)) : List.of();
  }

  /** Records of the years of a window, and the totals over several years that count in it. */
  private static List<Traced> within(
      List<Traced> all, List<PeriodTotal> periods, int from, int to) {
    List<PeriodTotal> counting = PeriodTotal.within(periods, from, to);
    return all.stream()
        .filter(
            t ->
                t.record().yearFrom == 0
                    ? from <= t.record().year && t.record().year <= to
                    : counting.stream().anyMatch(p -> isPartOf(t, p)))
        .toList();
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

  private static PanelCell panelCell(Traced t) {
    return new PanelCell(
        t.unit(), t.donor(), t.record().years(), t.record().form, t.record().direction);
  }

  private static Problem noRecords() {
    return Problem.error(
            "RECORDS_UNKNOWN",
            Text.of("该版本没有登记其输入", "the version does not say what it was made from"))
        .fix("用 run 或 nightly 重新发布", "publish it again with run or nightly");
  }

  /** Which records a row adds up. */
  private record Cells(Frame frame, Object[] row) {
    String text(EffectRatioRow field) {
      return (String) row[frame.index(field)];
    }

    Predicate<Traced> belongs(TracedRecords traced) {
      String direction = text(EffectRatioRow.DIRECTION);
      String form = text(EffectRatioRow.FORM);
      String level = text(EffectRatioRow.LEVEL);
      String donor = text(EffectRatioRow.DONOR_CODE);
      String code = text(EffectRatioRow.UNIT_CODE);
      return t ->
          t.record().indicator.equals(text(EffectRatioRow.INDICATOR))
              && t.record().status.equals(text(EffectRatioRow.STATUS))
              && (direction.equals(EffectRatioRow.BOTH) || direction.equals(t.record().direction))
              && (form.equals(EffectRatioRow.ALL) || form.equals(t.record().form))
              && (donor.equals(EffectRatioRow.ALL) || donor.equals(t.donor()))
              && traced.lies(t.unit(), level, code);
    }
  }

  String text(EffectRatioRow field) {
    return (String) row[frame.index(field)];
  }

  Double number(EffectRatioRow field) {
    return (Double) row[frame.index(field)];
  }

  /** Exact sum of some records, in the unit of the table. */
  BigDecimal sum(List<Traced> records) {
    long minor =
        records.stream().map(t -> t.record().amount).reduce(0L, (a, b) -> Math.addExact(a, b));
    return BigDecimal.valueOf(minor, decimals);
  }

  /** The plain total is the only convention that records alone give. */
  boolean isTotal() {
    return text(EffectRatioRow.CONVENTION).equals("total");
  }

  /** Whether the sums of the records are the published ones. */
  boolean holds() {
    return !isTotal()
        || same(sum(before), number(EffectRatioRow.BEFORE))
            && same(sum(after), number(EffectRatioRow.AFTER));
  }

  private static boolean same(BigDecimal sum, Double published) {
    return published == null ? sum.signum() == 0 : sum.doubleValue() == published;
  }
}
