package org.jiedui.ingest.file;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.table.Field;

/**
 * A list of ours as it came back from a spreadsheet: CSV in any encoding that is read, or the first
 * sheet of a workbook.
 *
 * @param evidence what decided the encoding
 * @param lines what stands below the header
 */
record ReturnedList(
    Path path,
    String name,
    String sha256,
    long bytes,
    String charset,
    String evidence,
    List<String> header,
    List<FixSheet.SheetLine> lines) {

  /** Reads a list; a file that cannot be read ends in an {@link InputException} (exit 4). */
  static ReturnedList read(Path file, IngestSettings.Limits limits) {
    try {
      return isWorkbook(file) ? workbook(file) : csv(file, limits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isWorkbook(Path file) throws IOException {
    FileProblems.attributes(file);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(4);
      return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3;
    }
  }

  private static ReturnedList workbook(Path file) throws IOException {
    List<Problem> problems = new ArrayList<>();
    List<FixSheet.SheetLine> rows = FixSheet.read(file, problems);
    InputException.throwIfAny(ExitCode.INPUT, problems);
    List<String> header = rows.isEmpty() ? List.of() : rows.get(0).cells();
    return new ReturnedList(
        file,
        file.getFileName().toString(),
        Sha256.hex(file),
        Files.size(file),
        "xlsx",
        "ZIP",
        header,
        rows.isEmpty() ? rows : rows.subList(1, rows.size()));
  }

  private static ReturnedList csv(Path file, IngestSettings.Limits limits) throws IOException {
    FileScan scan = new FileScanner(limits).scan(file);
    String text = new String(Files.readAllBytes(file), scan.decoder());
    List<FixSheet.SheetLine> lines = new ArrayList<>();
    for (CsvRecord record : records(text, scan.separator())) {
      int line = Math.toIntExact(record.getStartingLineNumber());
      lines.add(new FixSheet.SheetLine(line, record.getFields()));
    }
    return new ReturnedList(
        file,
        scan.name(),
        scan.sha256(),
        scan.size(),
        scan.charset(),
        scan.encodingEvidence(),
        scan.header(),
        lines.subList(Math.min(1, lines.size()), lines.size()));
  }

  private static List<CsvRecord> records(String text, char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .ofCsvRecord(text)
        .stream()
        .toList();
  }

  /**
   * Where each field stands. Headers are the ids of the fields or their labels; needed ones that
   * are missing are told at once.
   */
  <F extends Field> Map<F, Integer> columns(List<F> fields, List<F> needed) {
    List<Problem> problems = new ArrayList<>();
    Map<F, Integer> columns = new LinkedHashMap<>();
    for (F field : fields) {
      for (int i = 0; i < header.size(); i++) {
        if (isNamed(field, Headers.normal(header.get(i)))) {
          columns.putIfAbsent(field, i);
        }
      }
    }
    for (F field : needed) {
      if (!columns.containsKey(field)) {
        problems.add(
            Reason.COL_MISSING
                .problem()
                .at(name + ":1")
                .expected(field.column(), field.column())
                .fix("不要删改清单的表头", "keep the header of the list as it was"));
      }
    }
    InputException.throwIfAny(ExitCode.INPUT, problems);
    return columns;
  }

  private static boolean isNamed(Field field, String word) {
    return word.equals(Headers.normal(field.column()))
        || word.equals(Headers.normal(field.label().zh()))
        || word.equals(Headers.normal(field.label().en()));
  }

  /** The cell of a field; empty where the line or the list has none. */
  static <F extends Field> String cell(FixSheet.SheetLine line, Map<F, Integer> columns, F field) {
    Integer at = columns.get(field);
    return at == null || at >= line.cells().size() ? "" : line.cells().get(at);
  }
}
