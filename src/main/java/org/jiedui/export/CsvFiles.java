package org.jiedui.export;

import java.util.ArrayList;
import java.util.List;

/** The data behind a table as CSV, with its labels and units in a second file. */
final class CsvFiles implements TableFormat {
  private static final String BOM = "\uFEFF";

  private final CsvStyle style;

  CsvFiles(CsvStyle style) {
    this.style = style;
  }

  @Override
  public List<ExportFile> files(PrintedTable table) {
    DataTable data = DataTable.of(table);
    List<List<Object>> values = new ArrayList<>();
    values.add(List.copyOf(data.columns().stream().map(DataTable.Column::id).toList()));
    values.addAll(data.rows());
    return List.of(
        file(table.id() + ".csv", values), file(table.id() + "_labels.csv", labels(data)));
  }

  private static List<List<Object>> labels(DataTable data) {
    List<List<Object>> labels = new ArrayList<>();
    labels.add(List.of("column", "label_zh", "label_en", "unit_zh", "unit_en"));
    for (DataTable.Column c : data.columns()) {
      labels.add(List.of(c.id(), c.label().zh(), c.label().en(), c.unit().zh(), c.unit().en()));
    }
    return labels;
  }

  private ExportFile file(String name, List<List<Object>> rows) {
    StringBuilder csv = new StringBuilder(style.mark() == CsvStyle.Mark.BOM ? BOM : "");
    rows.forEach(row -> csv.append(CsvFormat.line(row, style.guard())));
    return ExportFile.of(name, csv.toString());
  }
}
