package org.jiedui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.export.PaperTable.Column;
import org.jiedui.message.Text;
import org.jiedui.paper.Codebook;
import org.jiedui.paper.ColumnFacts;
import org.jiedui.paper.TableFacts;
import org.jiedui.publish.Version;
import org.jiedui.table.Status;

/** Every column of every table of a version, under what one row of its table is. */
public final class CodebookReport {
  private CodebookReport() {}

  public static PaperTable of(Version version) {
    List<PaperTable.Row> rows = new ArrayList<>();
    for (TableFacts table : Codebook.of(version).tables()) {
      table
          .columns()
          .forEach(column -> rows.add(new PaperTable.Row(heading(table), cells(column))));
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
            Column.of("label_en", "英文标签", "English label"),
            Column.of("domain", "取值", "Domain"),
            Column.of("formula", "公式", "Formula"),
            Column.of("missing", "缺失代码", "Missing codes")),
        rows,
        List.of(
            Text.of(
                "代码与编号为文字。没有数值的单元格为空，原因见同名加 _status 的列或 status 列；各代码的含义见 jiedui explain。CSV 中看似公式的文字前有一个撇号。",
                "Codes and ids are text. A cell without a value is empty, and a column of the same name"
                    + " with _status, or the column status, says why; jiedui explain tells what a code"
                    + " means. In CSV a text that looks like a formula has a leading apostrophe.")));
  }

  private static Text heading(TableFacts table) {
    return table.row().isEmpty()
        ? Text.same(table.table())
        : Text.of(table.table() + "：" + table.row().zh(), table.table() + ": " + table.row().en());
  }

  private static List<Cell> cells(ColumnFacts column) {
    return List.of(
        Cell.words(column.field().column()),
        column.field().isKey() ? Cell.YES : Cell.words(""),
        Cell.words(column.type()),
        Cell.words(column.field().unit()),
        Cell.words(column.field().label().zh()),
        Cell.words(column.field().label().en()),
        Cell.words(column.field().domain()),
        Cell.words(column.field().formula()),
        Cell.words(missing(column)));
  }

  private static String missing(ColumnFacts column) {
    return column.missing().stream().map(Status::name).collect(Collectors.joining(", "));
  }
}
