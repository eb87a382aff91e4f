package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks written for a test by POI. */
final class Books {
  private final Workbook workbook;
  private Sheet sheet;

  private Books(Workbook workbook) {
    this.workbook = workbook;
  }

  /** Dated alike always, so that equal cells make equal files. */
  static Books xlsx() {
    XSSFWorkbook book = new XSSFWorkbook();
    book.getProperties().getCoreProperties().setCreated(Optional.of(new Date(0)));
    return new Books(book);
  }

  static Books xls() {
    return new Books(new HSSFWorkbook());
  }

  Books sheet(String name) {
    sheet = workbook.createSheet(name);
    return this;
  }

  /**
   * Appends rows drawn as lines of cells between bars; numbers are stored as numbers unless they
   * stand in quotes.
   */
  Books rows(String drawn) {
    drawn.lines().forEach(line -> row(List.of(line.split("\\|", -1))));
    return this;
  }

  private void row(List<String> cells) {
    Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
    for (int i = 0; i < cells.size(); i++) {
      String text = cells.get(i).strip();
      if (text.startsWith("'") && text.endsWith("'")) {
        row.createCell(i).setCellValue(text.substring(1, text.length() - 1));
      } else if (text.startsWith("=")) {
        row.createCell(i).setCellFormula(text.substring(1));
      } else if (text.matches("-?[0-9]+(\\.[0-9]+)?(E[0-9]+)?")) {
        row.createCell(i).setCellValue(Double.parseDouble(text));
      } else if (!text.isEmpty()) {
        row.createCell(i).setCellValue(text);
      }
    }
  }

  Cell cell(int row, int column) {
    Row at = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    return at.getCell(column) == null ? at.createCell(column) : at.getCell(column);
  }

  /** 0-based, both ends included. */
  Books merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    sheet.addMergedRegion(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
    return this;
  }

  Books format(int row, int column, String code) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(code));
    cell(row, column).setCellStyle(style);
    return this;
  }

  Books hide(int row) {
    sheet.getRow(row).setZeroHeight(true);
    return this;
  }

  Books calculate() {
    workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
    return this;
  }

  Workbook poi() {
    return workbook;
  }

  Sheet current() {
    return sheet;
  }

  Path write(Path file) {
    try (var out = Files.newOutputStream(file)) {
      workbook.write(out);
      workbook.close();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
