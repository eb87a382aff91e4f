package org.jiedui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.export.PaperTable.Column;
import org.jiedui.message.Text;
import org.jiedui.publish.Version;
import org.jiedui.table.Field;

/** Every column of every table of a version: type, unit and label, as the files themselves say. */
public final class CodebookReport {
  private CodebookReport() {}

  public static PaperTable of(Version version) {
    List<PaperTable.Row> rows = new ArrayList<>();
    for (String table : version.tables()) {
      for (Field field : version.read(table).fields()) {
        rows.add(new PaperTable.Row(Text.same(table), cells(field)));
      }
    }
    return new PaperTable(
        "codebook",
        Text.of("编码手册", "Codebook"),
        List.of(
            Column.of("column", "列", "Column"),
            Column.of("key", "键", "Key"),
            Column.of("type", "类型", "Type"),
            Column.of("unit", "单位", "Unit"),
            Column.of("label_zh", "中文标签", "Chinese label"),
            Column.of("label_en", "英文标签", "English label")),
        rows,
        List.of(
            Text.of(
                "代码与编号为文字。没有数值的单元格为空，原因见同名加 _status 的列或 status 列；各代码的含义见 jiedui explain。CSV 中看似公式的文字前有一个撇号。",
                "Codes and ids are text. A cell without a value is empty, and a column of the same name"
                    + " with _status, or the column status, says why; jiedui explain tells what a code"
                    + " means. In CSV a text that looks like a formula has a leading apostrophe.")));
  }

  private static List<Cell> cells(Field field) {
    return List.of(
        Cell.words(field.column()),
        field.isKey() ? Cell.YES : Cell.words(""),
        Cell.words(field.type().name().toLowerCase(Locale.ROOT)),
        Cell.words(field.unit()),
        Cell.words(field.label().zh()),
        Cell.words(field.label().en()));
  }
}
