package org.jiedui.export;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;

/**
 * A printed table: caption, columns, rows in panels, notes. Every format prints this one model.
 *
 * @param id file and reference name, such as {@code effect-ratio}
 * @param notes what stands under the table, in order; the note on missing values adds itself
 * @param source where the data come from; empty for nothing to say
 * @param provenance the published version that the numbers were read from
 */
public record PaperTable(
    String id,
    Text caption,
    List<Column> columns,
    List<Row> rows,
    List<Text> notes,
    Text source,
    Text provenance) {
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

  public PaperTable(
      String id, Text caption, List<Column> columns, List<Row> rows, List<Text> notes) {
    this(id, caption, columns, rows, notes, Text.NONE, Text.NONE);
  }

  /** The same table with its origin: the data, and the version the numbers were read from. */
  public PaperTable from(Text newSource, Text newProvenance) {
    return new PaperTable(id, caption, columns, rows, notes, newSource, newProvenance);
  }

  /** The same table with words in its caption that never leave it, such as that it is synthetic. */
  public PaperTable captioned(Text remark) {
    Text said =
        Text.of(caption.zh() + "（" + remark.zh() + "）", caption.en() + " (" + remark.en() + ")");
    return new PaperTable(id, said, columns, rows, notes, source, provenance);
  }

  /** The same table with further notes after its own. */
  public PaperTable noted(List<Text> more) {
    List<Text> all = new ArrayList<>(notes);
    all.addAll(more);
    return new PaperTable(id, caption, columns, rows, all, source, provenance);
  }

  /**
   * One column.
   *
   * @param spanners headings over this and its neighbours with the same ones, outermost first
   * @param repeats whether words that stand in several rows below one another are printed in each
   */
  public record Column(String id, Text label, Text unit, List<Text> spanners, Repeats repeats) {
    public Column {
      spanners = spanners.stream().filter(spanner -> !spanner.isEmpty()).toList();
    }

    public Column(String id, Text label, Text unit, Text spanner) {
      this(id, label, unit, List.of(spanner), Repeats.EACH);
    }

    public static Column of(String id, String zh, String en) {
      return new Column(id, Text.of(zh, en), Text.NONE, Text.NONE);
    }

    public Column unit(String zh, String en) {
      return new Column(id, label, Text.of(zh, en), spanners, repeats);
    }

    /** Puts a heading over the column and those that it already has. */
    public Column under(String zh, String en) {
      List<Text> higher = new ArrayList<>(List.of(Text.of(zh, en)));
      higher.addAll(spanners);
      return new Column(id, label, unit, higher, repeats);
    }

    /** Words of rows below one another stand once, within those of the column to the left. */
    public Column once() {
      return new Column(id, label, unit, spanners, Repeats.ONCE);
    }

    /** The innermost heading over the column. */
    public Text spanner() {
      return spanners.isEmpty() ? Text.NONE : spanners.get(spanners.size() - 1);
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

  /** How often words that rows below one another share are printed. */
  public enum Repeats {
    EACH,
    /** In one cell over all of them; data sheets and text files have them in each row. */
    ONCE
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
        Cell plain = cell instanceof Cell.Marked marked ? marked.cell() : cell;
        if (plain instanceof Cell.Absent absent && absent.code() != null) {
          codes.add(absent.code());
        }
      }
    }
    return List.copyOf(codes);
  }

  /** Without the columns that say nothing in any row; a table of no rows keeps all. */
  PaperTable withoutEmptyColumns() {
    List<Integer> kept =
        IntStream.range(0, columns.size())
            .filter(i -> rows.isEmpty() || rows.stream().anyMatch(r -> !isBlank(r.cells().get(i))))
            .boxed()
            .toList();
    return new PaperTable(
        id,
        caption,
        kept.stream().map(columns::get).toList(),
        rows.stream()
            .map(r -> new Row(r.panel(), kept.stream().map(r.cells()::get).toList()))
            .toList(),
        notes,
        source,
        provenance);
  }

  private static boolean isBlank(Cell cell) {
    return cell instanceof Cell.Words words && words.text().isEmpty();
  }

  /** Whether a word holds control characters, which no format can print. */
  public boolean hasUnprintable() {
    return rows.stream()
        .flatMap(row -> row.cells().stream())
        .filter(cell -> cell.raw() instanceof String)
        .anyMatch(cell -> ((String) cell.raw()).codePoints().anyMatch(c -> !Xml.allows(c)));
  }
}
