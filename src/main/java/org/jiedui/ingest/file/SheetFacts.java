package org.jiedui.ingest.file;

import java.util.List;

/**
 * What is known of a sheet before its values are read.
 *
 * @param index 0-based place in the workbook
 * @param hidden true when the sheet is not seen
 * @param rows rows that hold anything
 * @param merged ranges of more than one cell, each {first row, last row, first column, last
 *     column}, rows 1-based, columns 0-based, in order
 */
record SheetFacts(int index, String name, boolean hidden, long rows, List<int[]> merged) {
  SheetFacts {
    merged = List.copyOf(merged);
  }
}
