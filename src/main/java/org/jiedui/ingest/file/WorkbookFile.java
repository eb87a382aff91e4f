package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jiedui.message.InputException;

/** The tables of a workbook: one a sheet that has a header of the contract. */
final class WorkbookFile {
  private final Path file;
  private final Contract contract;
  private final String table;
  private final IngestSettings.Limits limits;
  private final IngestSettings.Declaration declared;
  private final List<LayoutBuilder> headers = new ArrayList<>();
  private final List<SheetPlan> plans = new ArrayList<>();
  private final List<String> read = new ArrayList<>();
  private final List<String> notRead = new ArrayList<>();
  private FileScan first;
  private boolean anyData;

  WorkbookFile(Path file, Contract contract, String table) {
    this.file = file;
    this.contract = contract;
    this.table = table;
    this.limits = contract.settings().limits();
    this.declared = contract.settings().declaration(FileProblems.name(file));
  }

  RawFile open() {
    BasicFileAttributes before = FileProblems.attributes(file);
    if (before.size() > limits.fileBytes()) {
      throw FileProblems.limit(file, "file-bytes", limits.fileBytes(), before.size());
    }
    try {
      String sha256 = Sha256.hex(file);
      long rows = rows(sha256);
      FileProblems.unchanged(file, before, before.size());
      FileScan scan = scan(sha256, before.size(), rows);
      Sidecar.check(file, sha256);
      return new RawFile(scan, headers, plans);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows of all sheets; a container that breaks while it is read is the file's fault. */
  private long rows(String sha256) {
    try {
      return FileKind.of(file) == FileKind.XLSX ? xlsx(sha256) : xls(sha256);
    } catch (IOException e) {
      throw WorkbookProblems.damaged(file, "读取中断", "reading broke off");
    }
  }

  private long xlsx(String sha256) throws IOException {
    XlsxScan facts = XlsxScan.of(file, limits);
    var book = new SheetPlan.Book(facts.epoch1904(), facts.stale(), declared.skipsHidden());
    try (Sheets sheets = xlsx(file, book)) {
      tables(facts.sheets(), sheets, book, sha256);
    }
    return facts.sheets().stream().mapToLong(SheetFacts::rows).sum();
  }

  private long xls(String sha256) throws IOException {
    try (PoiSheets sheets = XlsFile.open(file)) {
      List<SheetFacts> facts = sheets.facts();
      tables(facts, sheets, new SheetPlan.Book(false, false, declared.skipsHidden()), sha256);
      return facts.stream().mapToLong(SheetFacts::rows).sum();
    }
  }

  /** Opens a file that was scanned. */
  static Sheets xlsx(Path file, SheetPlan.Book book) throws IOException {
    try {
      return new XlsxSheets(file, book.epoch1904(), book.stale());
    } catch (InputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw WorkbookProblems.damaged(file, "无法打开", "it cannot be opened");
    }
  }

  private void tables(List<SheetFacts> facts, Sheets sheets, SheetPlan.Book book, String sha256)
      throws IOException {
    var finder = new HeaderFinder(contract.table(table), declared);
    List<SheetRow> firstRows = List.of();
    for (SheetFacts sheet : facts) {
      List<SheetRow> rows = firstRows(sheets, sheet.index());
      firstRows = firstRows.isEmpty() ? rows : firstRows;
      List<List<String>> texts = texts(rows, sheet.merged());
      Optional<HeaderFinder.Block> block = finder.find(texts).or(() -> finder.nearest(texts));
      if (block.isPresent()) {
        table(sheet, rows, block.get(), book, sha256);
      } else if (!rows.isEmpty()) {
        notRead.add(sheet.name());
      }
    }
    if (headers.isEmpty()) {
      noTable(facts, firstRows, book, sha256);
    }
  }

  private void noTable(
      List<SheetFacts> facts, List<SheetRow> rows, SheetPlan.Book book, String sha256) {
    if (rows.isEmpty()) {
      throw WorkbookProblems.empty(file);
    }
    SheetFacts sheet =
        facts.stream().filter(f -> f.name().equals(notRead.get(0))).findFirst().orElseThrow();
    List<String> header = rows.get(0).texts(rows.get(0).cells().size());
    table(sheet, rows, new HeaderFinder.Block(0, 1, header, List.of(), ""), book, sha256);
    anyData = true;
  }

  private void table(
      SheetFacts sheet,
      List<SheetRow> rows,
      HeaderFinder.Block block,
      SheetPlan.Book book,
      String sha256) {
    int headerRow = rows.get(block.first()).number();
    int dataRow = rows.get(block.data() - 1).number() + 1;
    FileScan scan = header(block.names(), headerRow, dataRow, sha256);
    first = first == null ? scan : first;
    headers.add(
        LayoutBuilder.of(
            scan, contract, table, new Caption(sheet.name(), block.units(), block.unitLine())));
    plans.add(
        new SheetPlan(
            FileKind.of(file).name(),
            sheet.index(),
            sheet.name(),
            plans.size() * SheetPlan.ROWS,
            dataRow,
            rows.get(block.first()).texts(block.names().size()),
            book,
            sheet.merged()));
    read.add(sheet.name() + " (" + headerRow + ")");
    anyData |= rows.stream().anyMatch(r -> r.number() >= dataRow && !r.isBlank());
  }

  private List<SheetRow> firstRows(Sheets sheets, int sheet) throws IOException {
    List<SheetRow> rows = new ArrayList<>();
    sheets.read(
        sheet,
        row -> {
          if (!row.isBlank()) {
            rows.add(row);
          }
          return rows.size() < HeaderFinder.LOOKED_AT;
        });
    return rows;
  }

  /** Texts of the first rows; merged cells of a header hold the text of their first cell. */
  private static List<List<String>> texts(List<SheetRow> rows, List<int[]> ranges) {
    var merged = new MergedCells(ranges);
    List<List<String>> texts = new ArrayList<>();
    for (SheetRow row : rows) {
      merged.to(row);
      int columns = row.cells().size();
      for (int column = columns; column < columns + 4096 && merged.at(column) != null; column++) {
        columns = column + 1;
      }
      List<String> line = new ArrayList<>(Collections.nCopies(columns, ""));
      for (int column = 0; column < columns; column++) {
        int[] range = merged.at(column);
        boolean own = range == null || !row.cell(column).isBlank();
        line.set(column, own ? row.cell(column).text() : merged.value(range).text());
      }
      texts.add(line);
    }
    return texts;
  }

  private FileScan header(List<String> names, long row, long dataRow, String sha256) {
    return new FileScan(
        FileProblems.name(file),
        "",
        "",
        '\t',
        names,
        row,
        0,
        dataRow,
        sha256,
        0,
        0,
        new long[] {0},
        new long[] {dataRow},
        true);
  }

  private FileScan scan(String sha256, long size, long rows) {
    if (!anyData) {
      throw WorkbookProblems.empty(file);
    }
    String others = notRead.isEmpty() ? "" : "; not read: " + String.join(", ", notRead);
    return new FileScan(
        FileProblems.name(file),
        "",
        FileKind.of(file).name() + ", sheets (header row): " + String.join(", ", read) + others,
        '\t',
        first.header(),
        first.headerLine(),
        0,
        first.dataLine(),
        sha256,
        size,
        rows,
        new long[plans.size()],
        plans.stream().mapToLong(p -> p.base() + p.dataRow()).toArray(),
        true);
  }
}
