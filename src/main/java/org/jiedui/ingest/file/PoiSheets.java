package org.jiedui.ingest.file;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/** Rows of a workbook held in memory by POI: the reader of {@code .xls}. */
final class PoiSheets implements Sheets {
  /** What POI cannot tell by itself. */
  interface Cache {
    /** True when a formula cell has no value to use. */
    boolean isAbsent(Cell cell);
  }

  private final Workbook workbook;
  private final SheetNumbers numbers;
  private final Cache cache;

  PoiSheets(Workbook workbook, SheetNumbers numbers, Cache cache) {
    this.workbook = workbook;
    this.numbers = numbers;
    this.cache = cache;
  }

  List<SheetFacts> facts() {
    List<SheetFacts> facts = new ArrayList<>();
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      Sheet sheet = workbook.getSheetAt(i);
      List<int[]> merged =
          sheet.getMergedRegions().stream()
              .filter(r -> r.getNumberOfCells() > 1)
              .sorted(
                  Comparator.comparingInt(CellRangeAddress::getFirstRow)
                      .thenComparingInt(CellRangeAddress::getFirstColumn))
              .map(PoiSheets::range)
              .toList();
      facts.add(
          new SheetFacts(
              i, sheet.getSheetName(), isHidden(i), sheet.getPhysicalNumberOfRows(), merged));
    }
    return facts;
  }

  private static int[] range(CellRangeAddress r) {
    return new int[] {
      r.getFirstRow() + 1, r.getLastRow() + 1, r.getFirstColumn(), r.getLastColumn()
    };
  }

  private boolean isHidden(int sheet) {
    return workbook.getSheetVisibility(sheet) != SheetVisibility.VISIBLE;
  }

  @Override
  public void read(int sheet, Predicate<SheetRow> use) {
    boolean hidden = isHidden(sheet);
    for (Row row : workbook.getSheetAt(sheet)) {
      List<SheetCell> cells = new ArrayList<>();
      for (Cell cell : row) {
        while (cells.size() < cell.getColumnIndex()) {
          cells.add(SheetCell.EMPTY);
        }
        cells.add(cell(cell));
      }
      boolean unseen = hidden || row.getZeroHeight();
      if (!use.test(new SheetRow(row.getRowNum() + 1, unseen, cells))) {
        return;
      }
    }
  }

  private SheetCell cell(Cell cell) {
    boolean formula = cell.getCellType() == CellType.FORMULA;
    if (formula && cache.isAbsent(cell)) {
      return new SheetCell(SheetCell.Kind.NO_CACHE, "=" + cell.getCellFormula());
    }
    return switch (formula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
      case NUMERIC -> number(cell);
      case STRING -> text(cell.getStringCellValue());
      case BOOLEAN ->
          new SheetCell(SheetCell.Kind.BOOLEAN, cell.getBooleanCellValue() ? "TRUE" : "FALSE");
      case ERROR -> error(cell.getErrorCellValue());
      default -> SheetCell.EMPTY;
    };
  }

  private SheetCell number(Cell cell) {
    double value = cell.getNumericCellValue();
    if (!Double.isFinite(value)) {
      return new SheetCell(SheetCell.Kind.ERROR, Double.toString(value));
    }
    return numbers.cell(
        new BigDecimal(Double.toString(value)),
        cell.getCellStyle().getDataFormat(),
        cell.getCellStyle().getDataFormatString());
  }

  private static SheetCell error(byte code) {
    String text = FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERR";
    return new SheetCell(SheetCell.Kind.ERROR, text);
  }

  static SheetCell text(String text) {
    return text == null || text.isEmpty()
        ? SheetCell.EMPTY
        : new SheetCell(SheetCell.Kind.TEXT, text);
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
