package org.jiedui.job;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiedui.ingest.TracedRecords.Traced;
import org.jiedui.job.Lineage.Kind;
import org.jiedui.job.Lineage.Total;
import org.jiedui.message.Text;
import org.jiedui.table.Frame;
import org.jiedui.table.LedgerRow;
import org.jiedui.table.LedgerStageRow;
import org.jiedui.table.RejectReasonRow;
import org.jiedui.table.RejectRow;

/** What rows of the account of files are made of. */
final class LedgerLineage {
  private static final String LEDGER = "ledger";
  private static final String REASON = "reject_reason";

  private final Background behind;
  private final TableRow row;
  private final String file;

  LedgerLineage(Background behind, TableRow row) {
    this.behind = behind;
    this.row = row;
    file = row.text(LedgerRow.FILE);
  }

  /** What was read, and where each part of it went; the accepted part is the records below. */
  Lineage ledger() {
    Predicate<Traced> accepted = records();
    List<Total> totals =
        ofRows()
            ? List.of()
            : List.of(new Total(Kind.AMOUNT, (Long) row.value(LedgerRow.ACCEPTED), 0, accepted));
    Text formula = balance();
    return new Lineage(found -> formula, List.of(reasons()), accepted, totals);
  }

  private Text balance() {
    StringJoiner zh = new StringJoiner(" + ");
    StringJoiner en = new StringJoiner(" + ");
    for (LedgerRow place : LedgerRow.values()) {
      boolean part = place.ordinal() >= LedgerRow.ACCEPTED.ordinal();
      if (part && !row.value(place).equals(0L)) {
        zh.add(place.label().zh() + " " + row.value(place));
        en.add(place.label().en().toLowerCase(Locale.ROOT) + " " + row.value(place));
      }
    }
    String read = row.name() + ": " + row.value(LedgerRow.READ) + " = ";
    return Text.of(read + zh, read + en);
  }

  /** What the same file gives at every stage. */
  Lineage stages() {
    String sums =
        Stream.of(
                LedgerStageRow.LANDING,
                LedgerStageRow.RECORDS,
                LedgerStageRow.GEOGRAPHY,
                LedgerStageRow.PANEL)
            .map(row::value)
            .map(sum -> sum == null ? "–" : sum.toString())
            .collect(Collectors.joining(" → "));
    return Lineage.of(
        Text.of(
            row.name() + ":落地 → 重数 → 对应 → 面板:" + sums + ";前两者相等,后两者相等,差额见下列账目",
            row.name()
                + ": landed → counted again → mapped → panel: "
                + sums
                + "; the first two agree and the last two; the ledger below tells the difference"),
        List.of(behind.rows(LEDGER, this::ofSame)),
        records());
  }

  /** What did not count for one reason: the rejected rows. */
  Lineage reason() {
    String code = row.text(RejectReasonRow.CODE);
    String amount = row.name() + ": " + row.value(RejectReasonRow.AMOUNT);
    return Lineage.elsewhere(
        Text.of(
            amount + ",因 " + code + " 未计入;逐行见下列拒收清单(explain " + code + " 说明其含义)",
            amount
                + " did not count because of "
                + code
                + "; row by row in the rejects below (explain "
                + code
                + " says what it means)"),
        List.of(
            behind.rows(
                "rejects",
                r ->
                    isNamed(r.text(RejectRow.FILE))
                        && List.of(r.text(RejectRow.CODES).split(" ")).contains(code)),
            behind.rows(LEDGER, this::ofSame)));
  }

  /** One row of a file that was not used: it stands in the row itself. */
  Lineage reject() {
    String place = file + ":" + row.value(RejectRow.ROW);
    String codes = row.text(RejectRow.CODES);
    return Lineage.elsewhere(
        Text.of(
            place + " 未采用:" + codes + ";原文见 raw_line,改正办法见 suggestion",
            place
                + " was not used: "
                + codes
                + "; raw_line is the row as delivered, suggestion what would mend it"),
        List.of(
            behind.rows(
                REASON,
                r ->
                    r.text(RejectReasonRow.FILE).equals(file)
                        && codes.contains(r.text(RejectReasonRow.CODE)))));
  }

  private Frame reasons() {
    return behind.rows(REASON, this::ofSame);
  }

  private boolean ofRows() {
    return row.text(LedgerRow.MEASURE).equals(LedgerRow.ROWS);
  }

  /** Of the same measure, and of the same file unless the row is of all. */
  private boolean ofSame(TableRow other) {
    return other.text(LedgerRow.MEASURE).equals(row.text(LedgerRow.MEASURE))
        && (file.equals(LedgerRow.TOTAL) || other.text(LedgerRow.FILE).equals(file));
  }

  private Predicate<Traced> records() {
    return t ->
        (file.equals(LedgerRow.TOTAL)
                || file.equals(t.file().name())
                || file.equals(LedgerRow.file(t.file().name(), t.file().sha256())))
            && (ofRows() || t.record().indicator.equals(row.text(LedgerRow.MEASURE)));
  }

  private boolean isNamed(String name) {
    return file.equals(name) || file.startsWith(name + " (");
  }
}
