package org.jiedui.ingest.file;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jiedui.message.Closest;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** A panel of the user's own: one row per unit and year, in columns the user names. */
public final class PanelFile {
  static final Set<String> MISSING = Set.of("", "-", "—", "NA", "N/A", "无", "…");

  private PanelFile() {}

  /**
   * Which column is which.
   *
   * @param values value columns; with an indicator column exactly one, else each is an indicator
   */
  public record Columns(
      String unit,
      String time,
      List<String> values,
      Optional<String> group,
      Optional<String> indicator) {

    /** Every column that has to be there. */
    public List<String> all() {
      List<String> all = new ArrayList<>(List.of(unit, time));
      all.addAll(values);
      group.ifPresent(all::add);
      indicator.ifPresent(all::add);
      return all;
    }
  }

  /** One value as written, exactly. */
  public record Value(String unit, String group, String indicator, int year, BigDecimal value) {}

  /** Reads a CSV, TSV or semicolon file; a missing value gives no row; all problems at once. */
  public static List<Value> read(Path file, Columns columns) {
    List<Problem> problems = new ArrayList<>();
    try (Stream<Value> values = values(file, columns, problems::add)) {
      List<Value> found = values.toList();
      InputException.throwIfAny(ExitCode.INPUT, problems);
      return found;
    }
  }

  /** The same one value after the other; what cannot be read is told and left out. To be closed. */
  public static Stream<Value> values(Path file, Columns columns, Consumer<Problem> problems) {
    FileScan scan = new FileScanner(IngestSettings.Limits.DEFAULT).scan(file);
    InputException.throwIfAny(ExitCode.INPUT, missing(file.toString(), scan.header(), columns));
    try {
      CsvReader<NamedCsvRecord> rows = open(file, scan);
      return rows.stream()
          .flatMap(
              row -> {
                String place = file.getFileName() + ":" + row.getStartingLineNumber();
                return values(new Cells(row::getField), columns, place, problems).stream();
              })
          .onClose(() -> close(rows));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(CsvReader<NamedCsvRecord> rows) {
    try {
      rows.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Columns that are not there, each with the nearest that is. */
  public static List<Problem> missing(String place, List<String> header, Columns columns) {
    return missing(place, header, columns.all());
  }

  static List<Problem> missing(String place, List<String> header, List<String> wanted) {
    return wanted.stream()
        .filter(column -> !header.contains(column))
        .map(column -> missing(place, header, column))
        .toList();
  }

  /** One row by column name; used for rows of any origin. */
  public record Cells(java.util.function.UnaryOperator<String> cell) {
    String of(String column) {
      String text = cell.apply(column);
      return text == null ? "" : text.strip();
    }
  }

  /** Types the values of one row, or says what is wrong with it. */
  public static List<Value> values(
      Cells row, Columns columns, String place, Consumer<Problem> problems) {
    List<Value> values = new ArrayList<>();
    String year = row.of(columns.time());
    if (!year.matches("[0-9]{4}")) {
      problems.accept(
          bad("YEAR_RANGE", place, columns.time(), year, "四位年份", "a year of four digits"));
      return values;
    }
    String group = columns.group().map(row::of).orElse(row.of(columns.unit()));
    for (String column : columns.values()) {
      String written = row.of(column);
      if (MISSING.contains(written)) {
        continue;
      }
      try {
        values.add(
            new Value(
                row.of(columns.unit()),
                group,
                columns.indicator().map(row::of).orElse(column),
                Integer.parseInt(year),
                new BigDecimal(written)));
      } catch (NumberFormatException e) {
        problems.accept(
            bad("NUM_SYNTAX", place, column, written, "数值,如 1234.56", "a number such as 1234.56"));
      }
    }
    return values;
  }

  private static Problem missing(String place, List<String> header, String column) {
    Problem problem =
        Problem.error("COL_MISSING", Text.of("没有列 " + column, "there is no column " + column))
            .at(place)
            .expected(String.join("、", header), String.join(", ", header));
    return Closest.to(column, header)
        .map(near -> problem.fix("是否指 " + near, "did you mean " + near))
        .orElse(problem);
  }

  static Problem bad(String code, String place, String column, String found, String zh, String en) {
    return Problem.error(
            code,
            Text.of(
                "列 " + column + " 的值无法理解:" + found,
                "column " + column + " cannot be read: " + found))
        .at(place)
        .expected(zh, en);
  }

  static CsvReader<NamedCsvRecord> open(Path file, FileScan scan) throws IOException {
    FileChannel channel = FileChannel.open(file);
    Reader reader =
        Channels.newReader(
            channel,
            scan.decoder()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT),
            -1);
    return CsvReader.builder()
        .fieldSeparator(scan.separator())
        .detectBomHeader(false)
        .ofNamedCsvRecord(withoutMark(reader));
  }

  /** A byte order mark is no part of the first column's name. */
  private static Reader withoutMark(Reader reader) throws IOException {
    var pushback = new java.io.PushbackReader(reader);
    int first = pushback.read();
    if (first >= 0 && first != 0xFEFF) {
      pushback.unread(first);
    }
    return pushback;
  }
}
