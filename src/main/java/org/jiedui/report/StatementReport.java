package org.jiedui.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.export.PaperTable.Column;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;
import org.jiedui.table.Frame;
import org.jiedui.table.StatementRow;

/** Published sentences that are no multiples, with definition and outcome, and conflicts. */
public final class StatementReport {
  private static final String CONFLICT = "conflict";
  private static final String FIGURES = "figures";
  private static final Text SENTENCES = Text.of("论断", "Sentences");
  private static final Text CONFLICTS =
      Text.of("互相矛盾的公布数(都保留)", "Published figures that contradict one another (both kept)");

  private final Frame statements;

  private StatementReport(Frame statements) {
    this.statements = statements;
  }

  public static PaperTable of(Frame statements) {
    StatementReport report = new StatementReport(statements);
    List<PaperTable.Row> rows = new ArrayList<>();
    for (int row = 0; row < statements.size(); row++) {
      rows.add(report.isConflict(row) ? report.conflict(row) : report.sentence(row));
    }
    return new PaperTable(
        "statement",
        Text.of("其他论断与复算结果", "Other sentences, recomputed"),
        List.of(
            Column.of("claim_id", "论断", "Claim"),
            Column.of("number", "数字", "Number"),
            Column.of("published", "公布值", "As printed"),
            Column.of("computed", "复算值", "Recomputed"),
            Column.of("outcome", "结果", "Outcome")),
        rows,
        report.notes());
  }

  private PaperTable.Row sentence(int row) {
    String outcome = text(row, StatementRow.OUTCOME);
    Double published = number(row, StatementRow.PUBLISHED);
    Double floor = number(row, StatementRow.FLOOR);
    Double computed = number(row, StatementRow.COMPUTED);
    return new PaperTable.Row(
        SENTENCES,
        List.of(
            Cell.words(text(row, StatementRow.CLAIM_ID)),
            Cell.words(
                text(row, StatementRow.DEFINITION_ZH), text(row, StatementRow.DEFINITION_EN)),
            published == null ? Cell.words("") : shown(published),
            floor != null
                ? Cell.words("≥ " + shown(floor).shown(Lang.EN))
                : computed == null ? new Cell.Absent(outcome) : shown(computed),
            Cell.words(outcome)));
  }

  /** Counts without decimals, totals with one, shares and indices with three. */
  private static Cell shown(double value) {
    boolean whole = value == StrictMath.rint(value);
    return new Cell.Estimate(value, whole ? 0 : Math.abs(value) < 100 ? 3 : 1);
  }

  private PaperTable.Row conflict(int row) {
    return new PaperTable.Row(
        CONFLICTS,
        List.of(
            Cell.words(""),
            new Cell.Words(figures(row)),
            Cell.words(""),
            Cell.words(""),
            Cell.words(text(row, StatementRow.OUTCOME))));
  }

  /** What the two figures are of, then each with its source. */
  private Text figures(int row) {
    String what = text(row, StatementRow.PART).replaceAll(":.*", "");
    String both = text(row, StatementRow.SOURCE);
    String[] words = what.split(" ");
    Text way = Wording.of(words[1]);
    return Text.of(
        words[0] + "," + way.zh() + "," + words[2] + ":" + both,
        words[0] + ", " + way.en() + ", " + words[2] + ": " + both);
  }

  /** Each sentence once, then each reason once with the sentences that it is told of. */
  private List<Text> notes() {
    Set<Text> quotes = new LinkedHashSet<>();
    Map<Text, Set<String>> reasons = new LinkedHashMap<>();
    Set<Text> sources = new LinkedHashSet<>();
    for (int row = 0; row < statements.size(); row++) {
      reasons.computeIfAbsent(reason(row), r -> new TreeSet<>()).add(label(row));
      if (!isConflict(row)) {
        quotes.add(quote(row));
      }
      if (text(row, StatementRow.BASIS).equals(FIGURES) && !isConflict(row)) {
        sources.add(sources(row));
      }
    }
    List<Text> notes = new ArrayList<>(quotes);
    reasons.forEach((reason, claims) -> notes.add(told(reason, claims)));
    notes.addAll(sources);
    return notes;
  }

  private static Text told(Text reason, Set<String> claims) {
    return Text.of(
        String.join("、", claims) + ":" + reason.zh() + "。",
        String.join(", ", claims) + ": " + reason.en() + ".");
  }

  private String label(int row) {
    return text(row, isConflict(row) ? StatementRow.PART : StatementRow.CLAIM_ID);
  }

  private Text reason(int row) {
    return Text.of(text(row, StatementRow.REASON_ZH), text(row, StatementRow.REASON_EN));
  }

  private Text quote(int row) {
    String id = text(row, StatementRow.CLAIM_ID);
    Object page = statements.value(row, StatementRow.PAGE);
    return Text.of(
        id + ":“" + text(row, StatementRow.QUOTE_ZH) + "”(第 " + page + " 页)",
        id + ": \"" + text(row, StatementRow.QUOTE_EN) + "\" (p. " + page + ")");
  }

  private Text sources(int row) {
    String id = text(row, StatementRow.CLAIM_ID);
    String figures = text(row, StatementRow.SOURCE);
    return figures.isEmpty()
        ? Text.of(id + " 没有所用数字", id + " has no figures")
        : Text.of(id + " 所用数字:" + figures, id + " figures: " + figures);
  }

  private boolean isConflict(int row) {
    return text(row, StatementRow.CLAIM_ID).equals(CONFLICT);
  }

  private String text(int row, StatementRow field) {
    return statements.text(row, field);
  }

  private Double number(int row, StatementRow field) {
    return (Double) statements.value(row, field);
  }
}
