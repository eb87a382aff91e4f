package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiedui.export.TextSheet;
import org.jiedui.message.InputException;
import org.jiedui.table.RejectRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mended lists as spreadsheet programs give them back. */
class FixListTest {
  private static final int FIXED = RejectRow.FIXED_VALUE.ordinal();
  private static final int DECISION = RejectRow.DECISION.ordinal();

  @TempDir Path dir;

  private static List<String> reject(long row, String rawLine) {
    String[] cells = new String[RejectRow.values().length];
    Arrays.fill(cells, "");
    cells[RejectRow.FILE.ordinal()] = "a.csv";
    cells[RejectRow.ROW.ordinal()] = Long.toString(row);
    cells[RejectRow.COLUMN_NAME.ordinal()] = "recipient_code";
    cells[RejectRow.REJECT_ID.ordinal()] = "12345678901234e5";
    cells[RejectRow.RAW_LINE.ordinal()] = rawLine;
    return List.of(cells);
  }

  private static byte[] written(List<List<String>> rows) throws IOException {
    List<String> header = Arrays.stream(RejectRow.values()).map(RejectRow::column).toList();
    var sheet =
        new TextSheet("rejects", header, Set.of(FIXED), Map.of(DECISION, List.of("fix", "drop")));
    var out = new ByteArrayOutputStream();
    sheet.write(out, rows);
    return out.toByteArray();
  }

  private Path mended(byte[] bytes, String decision, Object fixed) throws IOException {
    Path file = Files.write(dir.resolve("rejects.xlsx"), bytes);
    try (Workbook book = new XSSFWorkbook(Files.newInputStream(file))) {
      var row = book.getSheetAt(0).getRow(1);
      row.getCell(DECISION).setCellValue(decision);
      if (fixed instanceof Double number) {
        row.getCell(FIXED).setCellValue(number);
      } else {
        row.getCell(FIXED).setCellValue((String) fixed);
      }
      try (var out = Files.newOutputStream(dir.resolve("back.xlsx"))) {
        book.write(out);
      }
    }
    return dir.resolve("back.xlsx");
  }

  private static FixList read(Path file) {
    return FixList.read(file, IngestSettings.Limits.DEFAULT);
  }

  @Test
  void aWorkbookComesBackFromAnotherProgramCellByCell() throws IOException {
    String line = "s,2,\"=1+1\",<岷县>&\u0007,\t1";
    byte[] bytes = written(List.of(reject(2, line), reject(3, "x")));

    FixList list = read(mended(bytes, " Fix ", "=760121"));

    assertThat(list.lines()).hasSize(2);
    FixList.Line first = list.lines().get(0);
    assertThat(first.rejectId()).isEqualTo("12345678901234e5");
    assertThat(first.row()).isEqualTo(2);
    assertThat(first.rawLine().replace("_x0007_", "\u0007")).isEqualTo(line);
    assertThat(first.fixedValue()).isEqualTo("=760121");
    assertThat(first.decision()).isEqualTo(FixList.Decision.FIX);
    assertThat(list.lines().get(1).decision()).isEqualTo(FixList.Decision.NONE);
    assertThat(list.charset()).isEqualTo("xlsx");
    assertThat(written(List.of(reject(2, line), reject(3, "x")))).isEqualTo(bytes);
  }

  @Test
  void aTypedNumberIsWhatTheSpreadsheetShows() throws IOException {
    byte[] bytes = written(List.of(reject(2, "x")));

    assertThat(read(mended(bytes, "", 760121.0)).lines().get(0).fixedValue()).isEqualTo("760121");
    assertThat(read(mended(bytes, "", 1234.5599999999999)).lines().get(0).fixedValue())
        .isEqualTo("1234.56");
  }

  @Test
  void aListSavedAsGbkCsvIsReadToo() {
    String header =
        String.join(",", Arrays.stream(RejectRow.values()).map(r -> r.label().zh()).toList());
    String[] cells = reject(2, "岷县").toArray(String[]::new);
    cells[DECISION] = "drop";
    String text = header + "\r\n" + String.join(",", cells) + "\r\n,,,,,,,,,,,,,,,\r\n";

    FixList list = read(Contracts.write(dir, "rejects.csv", text, Charset.forName("GB18030")));

    assertThat(list.lines())
        .extracting(FixList.Line::decision)
        .containsExactly(FixList.Decision.DROP);
    assertThat(list.lines().get(0).rawLine()).isEqualTo("岷县");
  }

  @Test
  void unknownDecisionsAndChangedRowsAreToldTogether() throws IOException {
    byte[] bytes = written(List.of(reject(2, "x")));
    Path file = mended(bytes, "remove", "1");
    String csv =
        String.join(",", Arrays.stream(RejectRow.values()).map(RejectRow::column).toList());
    Path other = Contracts.write(dir, "b.csv", csv.replace("decision", "x") + "\n1\n");

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("back.xlsx:2 (decision)");
    assertThatThrownBy(() -> read(other))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("COL_MISSING");
  }
}
