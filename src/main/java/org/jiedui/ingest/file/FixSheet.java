package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;

/** The first sheet of a mended workbook, as rows of text. */
final class FixSheet {
  private static final int FIRST_DATE = 14;
  private static final int LAST_DATE = 22;
  private static final Pattern DATE = Pattern.compile(".*[ymdhs年月日].*");

  private FixSheet() {}

  /** A row by its number, from 1. */
  record SheetLine(int number, List<String> cells) {}

  static List<SheetLine> read(Path file, List<Problem> problems) {
    try (ReadableWorkbook book =
            new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        Stream<Row> rows = book.getFirstSheet().openStream()) {
      return rows.map(row -> line(row, file, problems)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw new InputException(
          ExitCode.INPUT,
          Reason.FMT_UNSUPPORTED
              .problem()
              .at(FileProblems.name(file))
              .showing(String.valueOf(e.getMessage()))
              .fix("在 Excel 或 WPS 中另存为 .xlsx", "save it again as .xlsx"));
    }
  }

  private static SheetLine line(Row row, Path file, List<Problem> problems) {
    List<String> cells = new ArrayList<>();
    for (Cell cell : row) {
      cells.add(cell == null ? "" : text(cell, row.getRowNum(), file, problems));
    }
    return new SheetLine(row.getRowNum(), cells);
  }

  /** A typed number as a spreadsheet shows it, to 15 digits; a date is never a fix. */
  private static String text(Cell cell, int row, Path file, List<Problem> problems) {
    if (cell.getType() != CellType.NUMBER) {
      return cell.getText() == null ? "" : cell.getText();
    }
    if (isDate(cell)) {
      problems.add(
          Reason.XLS_DATE
              .problem()
              .at(FileProblems.name(file) + ", " + cell.getAddress())
              .fix("把单元格格式改为“文本”后重填", "set the cell to Text and enter it again"));
    }
    return new BigDecimal(cell.getRawValue())
        .round(new MathContext(15))
        .stripTrailingZeros()
        .toPlainString();
  }

  private static boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    String format = cell.getDataFormatString();
    boolean known = id != null && id >= FIRST_DATE && id <= LAST_DATE;
    return known || format != null && !format.equals("General") && DATE.matcher(format).matches();
  }
}
