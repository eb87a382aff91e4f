package org.jiedui.export;

import java.util.List;
import java.util.TreeSet;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;

/**
 * A printed table: caption, columns, rows in panels, notes. Every format prints this one model.
 *
 * @param id file and reference name, such as {@code effect-ratio}
 * @param notes what stands under the table, in order; the note on missing values adds itself
 */
public record PaperTable(
    String id, Text caption, List<Column> columns, List<Row> rows, List<Text> notes) {
  public PaperTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            "table " + id + " has " + columns.size() + " columns, a row " + row.cells().size());
      }
    }
  }

  /**
   * One column.
   *
   * @param spanner heading over this and its neighbours with the same one; empty for none
   */
  public record Column(String id, Text label, Text unit, Text spanner) {
    public static Column of(String id, String zh, String en) {
      return new Column(id, Text.of(zh, en), Text.NONE, Text.NONE);
    }

    public Column unit(String zh, String en) {
      return new Column(id, label, Text.of(zh, en), spanner);
    }

    public Column under(String zh, String en) {
      return new Column(id, label, unit, Text.of(zh, en));
    }

    /** Label with its unit, as it heads a column. */
    public String heading(Lang lang) {
      if (unit.isEmpty()) {
        return label.in(lang);
      }
      return label.in(lang)
          + (lang == Lang.ZH ? "(" : " (")
          + unit.in(lang)
          + (lang == Lang.ZH ? ")" : ")");
    }
  }

  /**
   * One line.
   *
   * @param panel heading that stands above this line and its neighbours with the same one
   */
  public record Row(Text panel, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    public static Row of(List<Cell> cells) {
      return new Row(Text.NONE, cells);
    }
  }

  /** The codes of cells that do not exist, for the note that explains the missing symbol. */
  public List<String> absentCodes() {
    TreeSet<String> codes = new TreeSet<>();
    for (Row row : rows) {
      for (Cell cell : row.cells()) {
        if (cell instanceof Cell.Absent absent && absent.code() != null) {
          codes.add(absent.code());
        }
      }
    }
    return List.copyOf(codes);
  }
}
