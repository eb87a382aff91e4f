package org.jiedui.ingest.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.table.RejectRow;

/**
 * A list of rejects as it came back: for each row what to do with it. An input like any other.
 *
 * @param name file name
 * @param evidence what decided the encoding
 */
public record FixList(
    Path path,
    String name,
    String sha256,
    long bytes,
    String charset,
    String evidence,
    List<Line> lines) {
  private static final List<RejectRow> NEEDED =
      List.of(
          RejectRow.REJECT_ID,
          RejectRow.FILE,
          RejectRow.ROW,
          RejectRow.COLUMN_NAME,
          RejectRow.RAW_LINE,
          RejectRow.FIXED_VALUE,
          RejectRow.DECISION);

  public FixList {
    lines = List.copyOf(lines);
  }

  /** What is to be done with a reject. */
  public enum Decision {
    FIX,
    DROP,
    /** Nothing was decided. */
    NONE
  }

  /**
   * One line of the list.
   *
   * @param number its own line or row, from 1
   * @param fixedValue the cell in place of the delivered one; empty when {@code rawLine}, edited,
   *     stands for the whole row
   */
  public record Line(
      long number,
      String rejectId,
      String file,
      long row,
      String column,
      String rawLine,
      String fixedValue,
      Decision decision) {}

  /** Reads a list, a workbook or CSV; all problems in one {@link InputException} (exit 4). */
  public static FixList read(Path file, IngestSettings.Limits limits) {
    ReturnedList list = ReturnedList.read(file, limits);
    Map<RejectRow, Integer> columns = list.columns(List.of(RejectRow.values()), NEEDED);
    List<Problem> problems = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (FixSheet.SheetLine line : list.lines()) {
      line(line, columns, list.name(), problems).ifPresent(lines::add);
    }
    InputException.throwIfAny(ExitCode.INPUT, problems);
    return new FixList(
        file, list.name(), list.sha256(), list.bytes(), list.charset(), list.evidence(), lines);
  }

  /** Empty for a line without any cell. */
  private static Optional<Line> line(
      FixSheet.SheetLine cells,
      Map<RejectRow, Integer> columns,
      String name,
      List<Problem> problems) {
    int number = cells.number();
    if (cells.cells().stream().allMatch(String::isBlank)) {
      return Optional.empty();
    }
    String fixed = ReturnedList.cell(cells, columns, RejectRow.FIXED_VALUE);
    String word =
        ReturnedList.cell(cells, columns, RejectRow.DECISION).strip().toLowerCase(Locale.ROOT);
    String row = ReturnedList.cell(cells, columns, RejectRow.ROW).strip();
    if (!word.isEmpty() && !word.equals("fix") && !word.equals("drop")) {
      problems.add(
          Reason.WORD_UNKNOWN
              .problem()
              .at(name + ":" + number + " (decision)")
              .showing(Excerpt.printable(word))
              .expected("fix、drop 或空", "fix, drop or nothing")
              .fix("更正 decision 列", "correct the column decision"));
    }
    if (!row.matches("[0-9]{1,12}")) {
      problems.add(
          Reason.NUM_SYNTAX
              .problem()
              .at(name + ":" + number + " (row)")
              .showing(Excerpt.printable(row))
              .fix("不要改动 row 列", "leave the column row as it was"));
      return Optional.empty();
    }
    return Optional.of(
        new Line(
            number,
            ReturnedList.cell(cells, columns, RejectRow.REJECT_ID).strip(),
            ReturnedList.cell(cells, columns, RejectRow.FILE),
            Long.parseLong(row),
            ReturnedList.cell(cells, columns, RejectRow.COLUMN_NAME),
            ReturnedList.cell(cells, columns, RejectRow.RAW_LINE),
            fixed,
            decision(word, fixed)));
  }

  /** A value without a decision is a fix: somebody typed it. */
  private static Decision decision(String word, String fixed) {
    return word.equals("drop")
        ? Decision.DROP
        : word.equals("fix") || !fixed.isBlank() ? Decision.FIX : Decision.NONE;
  }

  /** The message for a line whose source is not among the files. */
  public static Problem stale(String name, List<Line> stale) {
    Line first = stale.get(0);
    return Reason.FIX_STALE
        .problem(
            Text.of(
                Reason.FIX_STALE.summary().zh() + ":" + stale.size() + " 行",
                Reason.FIX_STALE.summary().en()
                    + ": "
                    + stale.size()
                    + (stale.size() == 1 ? " row" : " rows")))
        .at(name + ":" + first.number())
        .showing(
            stale.stream()
                .limit(FileCheck.SHOWN)
                .map(
                    l ->
                        l.number()
                            + " | "
                            + l.rejectId()
                            + " "
                            + Excerpt.printable(l.file())
                            + ":"
                            + l.row())
                .toArray(String[]::new))
        .fix("按新的拒收清单重新更正这些行", "mend these rows again in the new list of rejects");
  }
}
