package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Reads the rows of a file that is no text: a sheet of a workbook, or Parquet. */
public final class SheetFile {
  private SheetFile() {}

  /** Reads every row of one table into a sink. */
  static Tally read(Path file, Layout layout, Sink sink) {
    var typer = new SheetTyper(layout, sink);
    rows(file, layout, typer::take);
    return typer.tally();
  }

  /** The chosen rows as one line each, by their number in the file. */
  public static Map<Long, String> lines(Path file, Layout layout, Set<Long> wanted) {
    Map<Long, String> lines = new TreeMap<>();
    rows(
        file,
        layout,
        row -> {
          long line = layout.sheet().base() + row.number();
          if (wanted.contains(line)) {
            lines.put(line, row.line(layout.slots().size()));
          }
          return lines.size() < wanted.size();
        });
    return lines;
  }

  private static void rows(Path file, Layout layout, Predicate<SheetRow> use) {
    SheetPlan plan = layout.sheet();
    try {
      if (plan.format().equals(FileKind.PARQUET.name())) {
        ParquetFile.rows(file, use);
        return;
      }
      try (Sheets sheets =
          plan.format().equals(FileKind.XLS.name())
              ? XlsFile.open(file)
              : WorkbookFile.xlsx(file, plan.book())) {
        sheets.read(plan.index(), use);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
