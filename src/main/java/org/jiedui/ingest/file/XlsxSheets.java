package org.jiedui.ingest.file;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jiedui.message.InputException;

/** Rows of an {@code .xlsx} file, streamed. The file must have passed {@link XlsxScan}. */
final class XlsxSheets implements Sheets {
  private final Path file;
  private final ReadableWorkbook workbook;
  private final SheetNumbers numbers;
  private final boolean stale;

  /**
   * @param epoch1904 dates count from 1904
   * @param stale the workbook says that its formulas have to be calculated again
   */
  XlsxSheets(Path file, boolean epoch1904, boolean stale) throws IOException {
    this.file = file;
    workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
    numbers = new SheetNumbers(epoch1904);
    this.stale = stale;
  }

  @Override
  public void read(int sheet, Predicate<SheetRow> use) throws IOException {
    Sheet source = workbook.getSheet(sheet).orElseThrow(this::damaged);
    boolean hidden = source.getVisibility() != SheetVisibility.VISIBLE;
    try (Stream<Row> rows = open(source)) {
      Iterator<Row> each = rows.iterator();
      SheetRow row = next(each, hidden);
      while (row != null && use.test(row)) {
        row = next(each, hidden);
      }
    }
  }

  private Stream<Row> open(Sheet source) {
    try {
      return source.openStream();
    } catch (IOException | RuntimeException e) {
      throw damaged();
    }
  }

  /** Null at the end. What the reader stumbles over is the fault of the file. */
  private SheetRow next(Iterator<Row> rows, boolean hidden) {
    try {
      return rows.hasNext() ? row(rows.next(), hidden) : null;
    } catch (RuntimeException e) {
      throw damaged();
    }
  }

  private InputException damaged() {
    return WorkbookProblems.damaged(file, "单元格无法读取", "a cell of it cannot be read");
  }

  private SheetRow row(Row row, boolean hiddenSheet) {
    List<SheetCell> cells = new ArrayList<>(row.getCellCount());
    for (int i = 0; i < row.getCellCount(); i++) {
      cells.add(cell(row.getCell(i)));
    }
    return new SheetRow(row.getRowNum(), hiddenSheet || row.isHidden(), cells);
  }

  private SheetCell cell(Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return SheetCell.EMPTY;
    }
    boolean formula = cell.getFormula() != null;
    if (formula && (stale || cell.getRawValue() == null)) {
      return new SheetCell(SheetCell.Kind.NO_CACHE, "=" + cell.getFormula());
    }
    return switch (cell.getType()) {
      case NUMBER -> number(cell);
      case STRING -> PoiSheets.text(cell.getRawValue());
      case BOOLEAN -> logical(cell.getRawValue());
      case ERROR -> new SheetCell(SheetCell.Kind.ERROR, String.valueOf(cell.getRawValue()));
      default -> cached(cell);
    };
  }

  /** The type of a cached value is the type of the object it was parsed to. */
  private SheetCell cached(Cell cell) {
    if (cell.getValue() instanceof BigDecimal) {
      return number(cell);
    }
    if (cell.getValue() instanceof Boolean) {
      return logical(cell.getRawValue());
    }
    String text = cell.getRawValue();
    return text != null && XlsxScan.isErrorWord(text)
        ? new SheetCell(SheetCell.Kind.ERROR, text)
        : PoiSheets.text(text);
  }

  private static SheetCell logical(String raw) {
    return new SheetCell(SheetCell.Kind.BOOLEAN, "1".equals(raw) ? "TRUE" : "FALSE");
  }

  private SheetCell number(Cell cell) {
    if (cell.getValue() == null) {
      return SheetCell.EMPTY;
    }
    double value = ((BigDecimal) cell.getValue()).doubleValue();
    if (!Double.isFinite(value)) {
      return new SheetCell(SheetCell.Kind.ERROR, cell.getRawValue());
    }
    Integer id = cell.getDataFormatId();
    return numbers.cell(
        new BigDecimal(Double.toString(value)), id == null ? -1 : id, cell.getDataFormatString());
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
