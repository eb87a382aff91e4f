package org.jiedui.ingest.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;

/**
 * A raw file of any kind before its values are read: what it is, and how each of its tables is
 * read. Text and Parquet hold one table, a workbook one a sheet.
 */
public final class RawFile {
  private final FileScan scan;
  private final List<LayoutBuilder> headers;
  private final List<SheetPlan> plans;

  RawFile(FileScan scan, List<LayoutBuilder> headers, List<SheetPlan> plans) {
    this.scan = scan;
    this.headers = List.copyOf(headers);
    this.plans = List.copyOf(plans);
  }

  /**
   * Opens a file by what it is. One that cannot be used ends in an {@link InputException} (exit 4;
   * 75 when it changes meanwhile) with its {@link Reason}; its headers are judged later.
   */
  public static RawFile open(Path file, Contract contract, String table) {
    IngestSettings.Limits limits = contract.settings().limits();
    return switch (FileKind.of(file)) {
      case TEXT -> TextFile.open(file, new FileScanner(limits).scan(file), contract, table);
      case XLSX, XLS -> new WorkbookFile(file, contract, table).open();
      case PARQUET -> ParquetFile.open(file, contract, table);
    };
  }

  public FileScan scan() {
    return scan;
  }

  /** One layout for each table; all problems of all headers at once where there are any. */
  public List<Layout> layouts() {
    InputException.throwIfAny(
        ExitCode.INPUT, problems().stream().filter(p -> p.level() == Problem.Level.ERROR).toList());
    List<Layout> layouts = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      layouts.add(headers.get(i).orThrow().on(plans.get(i)));
    }
    return layouts;
  }

  /** The layouts as far as the headers are understood, whatever is wrong with them. */
  public List<Layout> drafts() {
    List<Layout> layouts = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      layouts.add(headers.get(i).layout().on(plans.get(i)));
    }
    return layouts;
  }

  /** Errors and warnings of the headers. */
  public List<Problem> problems() {
    return headers.stream().flatMap(h -> h.problems().stream()).toList();
  }

  boolean isUsable() {
    return headers.stream().allMatch(LayoutBuilder::isUsable);
  }
}
