package org.jiedui.reference;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jiedui.message.Closest;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** A small UTF-8 CSV file with a header, whose columns must be exactly the declared ones. */
final class CsvFile {
  private CsvFile() {}

  /** A file as it stands: its header, and the rows with as many cells as the header. */
  record Parsed(List<String> header, List<CsvRow> rows) {}

  /** Rows of a file whose columns are exactly the declared ones; everything else is a problem. */
  static List<CsvRow> read(Path file, List<String> columns, List<Problem> problems) {
    Parsed parsed = parse(file, problems);
    if (!parsed.header().isEmpty()) {
      checkMissing(file, parsed.header(), columns, problems);
      checkUnknown(file, parsed.header(), columns, problems);
    }
    return parsed.header().containsAll(columns) ? parsed.rows() : List.of();
  }

  /** Rows under whatever header the file has; a row with another number of cells is a problem. */
  static Parsed parse(Path file, List<Problem> problems) {
    List<CsvRow> rows = new ArrayList<>();
    List<String> header = List.of();
    String text = text(file, problems);
    try (CsvReader<CsvRecord> records = reader().ofCsvRecord(text)) {
      for (CsvRecord record : records) {
        if (header.isEmpty()) {
          header = record.getFields();
        } else if (record.getFieldCount() == header.size()) {
          rows.add(
              new CsvRow(
                  file, record.getStartingLineNumber(), header, record.getFields(), problems));
        } else {
          problems.add(cells(file, record, header.size()));
        }
      }
    } catch (CsvParseException | IOException e) {
      problems.add(
          Problem.error("TXT_QUOTE", Text.of("CSV 无法解析", "the CSV cannot be parsed"))
              .at(file.toString())
              .showing(String.valueOf(e.getMessage())));
    }
    return new Parsed(header, rows);
  }

  private static CsvReader.CsvReaderBuilder reader() {
    return CsvReader.builder().allowExtraFields(true).allowMissingFields(true);
  }

  private static String text(Path file, List<Problem> problems) {
    if (!Files.isRegularFile(file)) {
      problems.add(FactProblems.missing(file));
      return "";
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
      if (plain.isBlank()) {
        problems.add(
            Problem.error("FILE_EMPTY", Text.of("文件为空", "file is empty")).at(file.toString()));
      }
      return plain.isBlank() ? "" : plain;
    } catch (CharacterCodingException e) {
      problems.add(
          Problem.error("ENC_UNKNOWN", Text.of("文件不是 UTF-8 编码", "file is not UTF-8"))
              .at(file.toString())
              .fix("另存为 UTF-8", "save it as UTF-8"));
    } catch (IOException e) {
      problems.add(
          Problem.error("FILE_UNREADABLE", Text.of("文件无法读取", "file cannot be read"))
              .at(file.toString())
              .showing(String.valueOf(e.getMessage())));
    }
    return "";
  }

  static void checkMissing(
      Path file, List<String> header, List<String> columns, List<Problem> problems) {
    columns.stream()
        .filter(column -> !header.contains(column))
        .forEach(
            column -> {
              Problem problem =
                  Problem.error(
                          "COL_MISSING",
                          Text.of("缺少列 " + column, "column " + column + " is missing"))
                      .at(file + ":1:1")
                      .showing(String.join(",", header))
                      .expected(String.join(",", columns), String.join(",", columns));
              problems.add(
                  Closest.to(column, header)
                      .map(
                          n ->
                              problem.fix(
                                  "把 " + n + " 改为 " + column, "rename " + n + " to " + column))
                      .orElse(problem));
            });
  }

  private static void checkUnknown(
      Path file, List<String> header, List<String> columns, List<Problem> problems) {
    header.stream()
        .filter(column -> !columns.contains(column))
        .forEach(
            column ->
                problems.add(
                    FactProblems.unknownWord(column, columns, "表头", "the header")
                        .at(file + ":1:" + (header.indexOf(column) + 1))));
  }

  private static Problem cells(Path file, CsvRecord record, int expected) {
    int found = record.getFieldCount();
    return Problem.error(
            found > expected ? "CELL_EXTRA" : "CELL_MISSING",
            Text.of("该行有 " + found + " 个单元格", "the row has " + found + " cells"))
        .at(file + ":" + record.getStartingLineNumber() + ":" + Math.min(found, expected))
        .showing(String.join(",", record.getFields()))
        .expected(expected + " 个,与表头相同", expected + ", as in the header");
  }
}
