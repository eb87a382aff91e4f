package org.jiedui.ingest.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Predicate;

/** An open workbook: the rows of its sheets, one after the other, in bounded memory. */
interface Sheets extends Closeable {
  /**
   * Hands on the rows of a sheet that hold anything, in order, until one is answered with false.
   *
   * @param sheet 0-based, hidden ones counted
   */
  void read(int sheet, Predicate<SheetRow> use) throws IOException;
}
