package org.jiedui.ingest.file;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    return isWorkbook(file) ? workbook(file) : csv(file, limits);
  }

  private static boolean isWorkbook(Path file) {
    FileProblems.attributes(file);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(4);
      return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FixList workbook(Path file) {
    String name = file.getFileName().toString();
    List<Problem> problems = new ArrayList<>();
    List<FixSheet.SheetLine> rows = FixSheet.read(file, problems);
    List<String> header = rows.isEmpty() ? List.of() : rows.get(0).cells();
    Map<RejectRow, Integer> columns = columns(header, name, problems);
    InputException.throwIfAny(ExitCode.INPUT, problems);
    List<Line> lines = new ArrayList<>();
    for (FixSheet.SheetLine row : rows.subList(1, rows.size())) {
      line(row.number(), row.cells(), columns, name, problems).ifPresent(lines::add);
    }
    InputException.throwIfAny(ExitCode.INPUT, problems);
    try {
      String sha256 = Sha256.hex(file);
      return new FixList(file, name, sha256, Files.size(file), "xlsx", "ZIP", lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FixList csv(Path file, IngestSettings.Limits limits) {
    FileScan scan = new FileScanner(limits).scan(file);
    List<Problem> problems = new ArrayList<>();
    Map<RejectRow, Integer> columns = columns(scan.header(), scan.name(), problems);
    InputException.throwIfAny(ExitCode.INPUT, problems);
    List<Line> lines = new ArrayList<>();
    for (CsvRecord record : records(file, scan)) {
      line(record.getStartingLineNumber(), record.getFields(), columns, scan.name(), problems)
          .ifPresent(lines::add);
    }
    InputException.throwIfAny(ExitCode.INPUT, problems);
    return new FixList(
        file,
        scan.name(),
        scan.sha256(),
        scan.size(),
        scan.charset(),
        scan.encodingEvidence(),
        lines);
  }

  private static List<CsvRecord> records(Path file, FileScan scan) {
    try {
      String text = new String(Files.readAllBytes(file), scan.decoder());
      List<CsvRecord> records =
          CsvReader.builder()
              .fieldSeparator(scan.separator())
              .allowExtraFields(true)
              .allowMissingFields(true)
              .ofCsvRecord(text)
              .stream()
              .toList();
      return records.subList(Math.min(1, records.size()), records.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Headers are the ids of the columns or their labels; what is missing is told at once. */
  static Map<RejectRow, Integer> columns(List<String> header, String name, List<Problem> problems) {
    Map<RejectRow, Integer> columns = new TreeMap<>();
    for (RejectRow field : RejectRow.values()) {
      for (int i = 0; i < header.size(); i++) {
        String word = Headers.normal(header.get(i));
        boolean same =
            word.equals(Headers.normal(field.column()))
                || word.equals(Headers.normal(field.label().zh()))
                || word.equals(Headers.normal(field.label().en()));
        if (same) {
          columns.putIfAbsent(field, i);
        }
      }
    }
    for (RejectRow field : NEEDED) {
      if (!columns.containsKey(field)) {
        problems.add(
            Reason.COL_MISSING
                .problem()
                .at(name + ":1")
                .expected(field.column(), field.column())
                .fix("不要删改清单的表头", "keep the header of the list as it was"));
      }
    }
    return columns;
  }

  /** Empty for a line without any cell. */
  static Optional<Line> line(
      long number,
      List<String> cells,
      Map<RejectRow, Integer> columns,
      String name,
      List<Problem> problems) {
    if (cells.stream().allMatch(String::isBlank)) {
      return Optional.empty();
    }
    String fixed = cell(cells, columns, RejectRow.FIXED_VALUE);
    String word = cell(cells, columns, RejectRow.DECISION).strip().toLowerCase(Locale.ROOT);
    String row = cell(cells, columns, RejectRow.ROW).strip();
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
            cell(cells, columns, RejectRow.REJECT_ID).strip(),
            cell(cells, columns, RejectRow.FILE),
            Long.parseLong(row),
            cell(cells, columns, RejectRow.COLUMN_NAME),
            cell(cells, columns, RejectRow.RAW_LINE),
            fixed,
            decision(word, fixed)));
  }

  /** A value without a decision is a fix: somebody typed it. */
  private static Decision decision(String word, String fixed) {
    return word.equals("drop")
        ? Decision.DROP
        : word.equals("fix") || !fixed.isBlank() ? Decision.FIX : Decision.NONE;
  }

  private static String cell(List<String> cells, Map<RejectRow, Integer> columns, RejectRow field) {
    Integer at = columns.get(field);
    return at == null || at >= cells.size() ? "" : cells.get(at);
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
