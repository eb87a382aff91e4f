package org.jiedui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.SparkSession;
import org.jiedui.publish.Reports;
import org.jiedui.spark.SharedSpark;
import org.jiedui.table.Frame;
import org.jiedui.table.LedgerRow;
import org.jiedui.table.RejectRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The workbook of rejects as its users meet it: written, filled in, handed back. */
@ExtendWith(SharedSpark.class)
class MendedWorkbookTest {
  private static final String REPORT = "sample-ingest";

  @TempDir Path root;

  @Test
  void rowsThatAreMendedInTheWorkbookCount(SparkSession spark) throws IOException {
    assertThat(CommandLines.run("ingest", "--root", root.toString())).isZero();
    Frame before = ledger();
    Path back = root.resolve("back.xlsx");
    long mended = mend(root.resolve(REPORT + "/exports/1/rejects.xlsx"), back);

    assertThat(CommandLines.run("ingest", "--root", root.toString(), "--fix", back.toString()))
        .isZero();

    Frame after = ledger();
    assertThat(mended).isPositive();
    assertThat(rows(after, LedgerRow.ACCEPTED, false) - rows(before, LedgerRow.ACCEPTED, false))
        .isEqualTo(mended);
    assertThat(rows(before, LedgerRow.REJECTED, false) - rows(after, LedgerRow.REJECTED, false))
        .isEqualTo(mended);
    assertThat(rows(after, LedgerRow.ACCEPTED, true)).as("of the list").isEqualTo(mended);
  }

  /** Gives every mangled code of the sample a code that is one; how many. */
  private static long mend(Path workbook, Path back) throws IOException {
    long mended = 0;
    try (var book = new XSSFWorkbook(Files.newInputStream(workbook));
        var out = Files.newOutputStream(back)) {
      for (Row row : book.getSheetAt(0)) {
        if (row.getCell(RejectRow.CODES.ordinal()).getStringCellValue().equals("CODE_SCI")) {
          row.getCell(RejectRow.FIXED_VALUE.ordinal()).setCellValue("760102");
          row.getCell(RejectRow.DECISION.ordinal()).setCellValue("fix");
          mended++;
        }
      }
      book.write(out);
    }
    return mended;
  }

  private Frame ledger() {
    return Reports.in(root).named(REPORT).head().orElseThrow().read("ledger");
  }

  /** Rows of the list itself, or of all other files. */
  private static long rows(Frame ledger, LedgerRow place, boolean list) {
    long rows = 0;
    for (int i = 0; i < ledger.size(); i++) {
      String file = ledger.text(i, LedgerRow.FILE);
      boolean counts = !file.equals(LedgerRow.TOTAL) && list == file.equals("back.xlsx");
      if (counts && ledger.text(i, LedgerRow.MEASURE).equals(LedgerRow.ROWS)) {
        rows += (Long) ledger.value(i, place);
      }
    }
    return rows;
  }
}
