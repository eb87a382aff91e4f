package org.jiedui.export;

import java.util.List;

/** One way to write a printed table into files. */
interface TableFormat {
  /** The files of one table; names start with the table's id. */
  List<ExportFile> files(PrintedTable table);
}
