package org.jiedui.ingest.file;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** Some columns of a CSV or Parquet file of the user's own, by their names, row by row. */
public final class NamedColumns {
  /** Rows × columns that are kept in memory. */
  public static final long CELL_BUDGET = 20_000_000;

  private final long budget;
  private final List<String> names;
  private final List<String[]> rows = new ArrayList<>();
  private final List<String> places = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private NamedColumns(List<String> names, long budget) {
    this.names = names;
    this.budget = budget;
  }

  /**
   * Reads them as written; refuses at once every column that is not there, and more cells than the
   * budget with MATRIX_TOO_LARGE.
   */
  public static NamedColumns read(Path file, List<String> wanted) {
    return read(file, wanted, CELL_BUDGET);
  }

  static NamedColumns read(Path file, List<String> wanted, long budget) {
    NamedColumns columns = new NamedColumns(wanted.stream().distinct().toList(), budget);
    try {
      if (file.toString().endsWith(".parquet")) {
        columns.parquet(file);
      } else {
        columns.delimited(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return columns;
  }

  private void delimited(Path file) throws IOException {
    FileScan scan = new FileScanner(IngestSettings.Limits.DEFAULT).scan(file);
    refuseMissing(file, scan.header());
    try (CsvReader<NamedCsvRecord> records = PanelFile.open(file, scan)) {
      for (NamedCsvRecord row : records) {
        add(
            names.stream().map(row::getField).map(String::strip).toArray(String[]::new),
            file.getFileName() + ":" + row.getStartingLineNumber());
      }
    }
  }

  private void parquet(Path file) throws IOException {
    List<String> header = ParquetFile.names(file);
    refuseMissing(file, header);
    int[] at = names.stream().mapToInt(header::indexOf).toArray();
    ParquetFile.rows(
        file,
        row -> {
          String[] cells =
              Arrays.stream(at)
                  .mapToObj(i -> row.cell(i).text())
                  .map(text -> text == null ? "" : text.strip())
                  .toArray(String[]::new);
          add(cells, file.getFileName() + ", row " + (rows.size() + 1));
          return true;
        });
  }

  private void add(String[] cells, String place) {
    if ((rows.size() + 1L) * names.size() > budget) {
      throw new InputException(
          ExitCode.INPUT,
          Problem.error(
                  "MATRIX_TOO_LARGE",
                  Text.of(
                      "行数 × 列数超过上限 " + budget + " 格",
                      "rows × columns are above " + budget + " cells"))
              .at(place)
              .fix("先汇总或抽取", "aggregate or take a part first"));
    }
    rows.add(cells);
    places.add(place);
  }

  private void refuseMissing(Path file, List<String> header) {
    InputException.throwIfAny(ExitCode.INPUT, PanelFile.missing(file.toString(), header, names));
  }

  public int size() {
    return rows.size();
  }

  /** Where a row stands: file and line. */
  public String place(int row) {
    return places.get(row);
  }

  public String text(int row, String name) {
    return rows.get(row)[names.indexOf(name)];
  }

  /** A whole number; what is none is a problem that {@link #refuseProblems} tells. */
  public int whole(int row, String name) {
    String written = text(row, name);
    if (written.matches("-?[0-9]{1,9}")) {
      return Integer.parseInt(written);
    }
    problems.add(
        PanelFile.bad(
            "NUM_SYNTAX",
            places.get(row),
            name,
            written,
            "整数,如 2016",
            "a whole number such as 2016"));
    return 0;
  }

  /** Empty for a missing value; what is no number is a problem. */
  public Optional<Double> number(int row, String name) {
    String written = text(row, name);
    if (PanelFile.MISSING.contains(written)) {
      return Optional.empty();
    }
    try {
      double value = Double.parseDouble(written);
      if (Double.isFinite(value)) {
        return Optional.of(value);
      }
    } catch (NumberFormatException e) {
      // Told below, with the place and what was found.
    }
    problems.add(
        PanelFile.bad(
            "NUM_SYNTAX",
            places.get(row),
            name,
            written,
            "数值,如 1234.56",
            "a number such as 1234.56"));
    return Optional.empty();
  }

  /** Every value that could not be read, at once. */
  public void refuseProblems() {
    InputException.throwIfAny(ExitCode.INPUT, problems);
  }
}
