package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our reader of workbooks and POI agree cell by cell, whoever wrote the workbook. */
class TwoReadersTest {
  private static final List<String> FORMATS =
      List.of(
          "General",
          "0.00",
          "#,##0.00",
          "0.00E+00",
          "0%",
          "0.0%",
          "yyyy-mm-dd",
          "m\"月\"d\"日\"",
          "yyyy/m/d h:mm",
          "[$-804]yyyy\"年\"m\"月\"",
          "0\"个月\"",
          "@",
          "\"d\"0",
          "h:mm:ss");

  @TempDir Path dir;

  /** Everything a reader says of a workbook, one line a row. */
  private static List<String> all(Sheets sheets, int count) throws IOException {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int sheet = i;
      sheets.read(
          i,
          row -> {
            if (!row.isBlank()) {
              all.add(sheet + "!" + row.number() + " " + row.hidden() + " " + shown(row));
            }
            return true;
          });
    }
    return all;
  }

  private static String shown(SheetRow row) {
    var text = new StringBuilder();
    for (int i = 0; i < row.cells().size(); i++) {
      SheetCell cell = row.cell(i);
      boolean formula = cell.kind() == SheetCell.Kind.NO_CACHE;
      if (cell.kind() != SheetCell.Kind.EMPTY) {
        text.append(i).append(cell.kind()).append(':').append(formula ? "" : cell.text() + "|");
      }
    }
    return text.toString();
  }

  private static void agree(Path file) throws IOException {
    XlsxScan scan = XlsxScan.of(file, IngestSettings.Limits.DEFAULT);
    List<String> ours;
    try (Sheets sheets = new XlsxSheets(file, scan.epoch1904(), scan.stale())) {
      ours = all(sheets, scan.sheets().size());
    }
    try (var workbook = new XSSFWorkbook(Files.newInputStream(file));
        var poi =
            new PoiSheets(
                workbook,
                new SheetNumbers(workbook.isDate1904()),
                cell -> scan.stale() || !((XSSFCell) cell).getCTCell().isSetV())) {
      assertThat(ours).isNotEmpty().isEqualTo(all(poi, workbook.getNumberOfSheets()));
      assertThat(shown(scan.sheets())).isEqualTo(shown(poi.facts()));
    }
  }

  private static List<String> shown(List<SheetFacts> facts) {
    return facts.stream()
        .map(
            f ->
                f.name()
                    + f.hidden()
                    + f.merged().stream().map(java.util.Arrays::toString).sorted().toList())
        .toList();
  }

  private static Books random(long seed, Books book) {
    var random = new Random(seed);
    for (int s = 0; s < 2; s++) {
      book.sheet("表" + s);
      for (int row = 0; row < 40; row++) {
        for (int column = 0; column < 8; column++) {
          fill(random, book, row, column);
        }
      }
      book.merge(3, 5, 0, 0).merge(7, 7, 1, 4).merge(10, 12, 5, 6).hide(14).hide(15);
    }
    book.calculate();
    book.cell(20, 9).setCellFormula("1+1");
    book.poi().setSheetHidden(1, true);
    return book;
  }

  private static void fill(Random random, Books book, int row, int column) {
    var cell = book.cell(row, column);
    switch (random.nextInt(9)) {
      case 0 -> cell.setCellValue("文字 " + random.nextInt(9) + " & <b>\n\"x\"");
      case 1 -> cell.setCellValue(random.nextBoolean());
      case 2 -> cell.setCellFormula(random.nextBoolean() ? "1/0" : "\"a\"&\"b\"");
      case 3 -> cell.setCellFormula("2*" + random.nextInt(1000) + "/7");
      case 4 -> cell.setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.NA.getCode());
      case 5 -> cell.setBlank();
      case 6 -> cell.setCellValue(Math.scalb(random.nextDouble(), random.nextInt(120) - 60));
      default -> cell.setCellValue(random.nextInt(60_000) + random.nextInt(100) / 100.0);
    }
    if (random.nextInt(3) > 0) {
      book.format(row, column, FORMATS.get(random.nextInt(FORMATS.size())));
    }
  }

  @Test
  void onWorkbooksOfPoi() throws IOException {
    for (long seed = 1; seed <= 3; seed++) {
      agree(random(seed, Books.xlsx()).write(dir.resolve("poi" + seed + ".xlsx")));
    }
  }

  @Test
  void onWorkbooksOfLibreOffice() throws IOException, InterruptedException {
    Path old = random(7, Books.xls()).write(dir.resolve("old.xls"));
    Path office = Path.of("/usr/bin/soffice");
    Assumptions.assumeTrue(Files.isExecutable(office), "LibreOffice is not installed");
    Process process =
        new ProcessBuilder(
                office.toString(),
                "-env:UserInstallation=" + dir.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx",
                "--outdir",
                dir.toString(),
                old.toString())
            .redirectErrorStream(true)
            .redirectOutput(dir.resolve("office.log").toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();

    agree(dir.resolve("old.xlsx"));
  }
}
