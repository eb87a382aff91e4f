package org.jiedui.ingest.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The first pass over one sheet: order of its cells, how many, and which are merged. */
final class XlsxSheetScan {
  private static final Set<String> TYPES = Set.of("b", "e", "n", "str", "s", "inlineStr");
  private static final int MOST_ROWS = 1 << 20;
  private static final int MOST_COLUMNS = 1 << 14;
  private static final int MOST_MERGED = 200_000;

  private final Path file;
  private final String sheet;
  private final IngestSettings.Limits limits;
  private final List<int[]> merged = new ArrayList<>();
  private long cells;
  private long rows;
  private int row;
  private int column;

  XlsxSheetScan(Path file, String sheet, IngestSettings.Limits limits, long cellsBefore) {
    this.file = file;
    this.sheet = sheet;
    this.limits = limits;
    this.cells = cellsBefore;
  }

  void read(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        start(xml);
      } else if (event == XMLStreamConstants.DTD) {
        throw XlsxContainer.documentType(file);
      }
    }
    merged.sort(Comparator.<int[]>comparingInt(r -> r[0]).thenComparingInt(r -> r[2]));
  }

  long cells() {
    return cells;
  }

  long rows() {
    return rows;
  }

  List<int[]> merged() {
    return merged;
  }

  private void start(XMLStreamReader xml) {
    switch (xml.getLocalName()) {
      case "row" -> row(xml.getAttributeValue(null, "r"));
      case "c" -> cell(xml.getAttributeValue(null, "r"), xml.getAttributeValue(null, "t"));
      case "mergeCell" -> merged(xml.getAttributeValue(null, "ref"));
      default -> {
        // values are read in the second pass
      }
    }
  }

  private void row(String number) {
    int next = number == null ? row + 1 : number(number, MOST_ROWS);
    if (next <= row) {
      throw disorder();
    }
    row = next;
    column = -1;
    rows++;
  }

  private void cell(String address, String type) {
    if (++cells > limits.cells()) {
      throw WorkbookProblems.limit(
          file, Reason.LIMIT_CELLS, "cells", "" + limits.cells(), "> " + limits.cells());
    }
    if (type != null && !TYPES.contains(type)) {
      throw WorkbookProblems.unsupported(file, "Strict Open XML");
    }
    int next = address == null ? column + 1 : columnOf(address, row);
    if (next <= column) {
      throw disorder();
    }
    column = next;
    if (column >= limits.columns()) {
      throw WorkbookProblems.limit(
          file, Reason.LIMIT_SIZE, "columns", "" + limits.columns(), "" + (column + 1));
    }
  }

  private void merged(String range) {
    int colon = range == null ? -1 : range.indexOf(':');
    if (colon < 0) {
      return;
    }
    String from = range.substring(0, colon).replace("$", "");
    String to = range.substring(colon + 1).replace("$", "");
    int[] cells = {rowOf(from), rowOf(to), columnOf(from, 0), columnOf(to, 0)};
    if (cells[0] > cells[1] || cells[2] > cells[3]) {
      throw disorder();
    }
    if (merged.size() >= MOST_MERGED) {
      throw WorkbookProblems.limit(
          file, Reason.LIMIT_CELLS, "cells", MOST_MERGED + " merged", "> " + MOST_MERGED);
    }
    if (cells[0] != cells[1] || cells[2] != cells[3]) {
      merged.add(cells);
    }
  }

  /** 0-based column of an address such as {@code AB12}; its row must be the given one unless 0. */
  private int columnOf(String address, int expectedRow) {
    int digits = letters(address);
    int value = 0;
    for (int i = 0; i < digits && value <= MOST_COLUMNS; i++) {
      value = value * 26 + (address.toUpperCase(Locale.ROOT).charAt(i) - 'A' + 1);
    }
    if (value < 1 || value > MOST_COLUMNS) {
      throw disorder();
    }
    if (expectedRow > 0 && rowOf(address) != expectedRow) {
      throw disorder();
    }
    return value - 1;
  }

  private int rowOf(String address) {
    return number(address.substring(letters(address)), MOST_ROWS);
  }

  private static int letters(String address) {
    int i = 0;
    while (i < address.length()
        && Character.isLetter(address.charAt(i))
        && address.charAt(i) < 128) {
      i++;
    }
    return i;
  }

  private int number(String digits, int most) {
    try {
      int value = Integer.parseInt(digits);
      if (value >= 1 && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw disorder();
  }

  /** Readers differ in what they make of such a sheet, so none is asked. */
  private RuntimeException disorder() {
    return WorkbookProblems.damaged(
        file,
        "工作表“" + sheet + "”的单元格次序有误(第 " + row + " 行之后)",
        "cells of sheet `" + sheet + "` are out of order (after row " + row + ")");
  }
}
