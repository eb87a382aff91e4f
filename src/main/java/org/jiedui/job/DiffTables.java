package org.jiedui.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.ingest.RecordChanges;
import org.jiedui.ingest.RecordChanges.Cause;
import org.jiedui.message.Text;
import org.jiedui.report.Labels;
import org.jiedui.table.FrameChanges;

/** The printed forms of a difference between two versions. */
final class DiffTables {
  private static final int SHOWN = 5;

  private static final Map<Cause, Text> CAUSES = causes();

  private final VersionDiff diff;

  DiffTables(VersionDiff diff) {
    this.diff = diff;
  }

  private static Map<Cause, Text> causes() {
    Map<Cause, Text> causes = new LinkedHashMap<>();
    causes.put(Cause.CORRECTED, Text.of("更正", "Corrected"));
    causes.put(Cause.NEW, Text.of("新增", "New"));
    causes.put(Cause.WITHDRAWN, Text.of("撤下", "Withdrawn"));
    causes.put(Cause.NEWLY_REJECTED, Text.of("新拒收", "Newly rejected"));
    causes.put(Cause.REMAPPED, Text.of("代码改义", "Remapped"));
    causes.put(Cause.SETTINGS, Text.of("设置", "Settings"));
    causes.put(Cause.CODE, Text.of("程序", "Code"));
    return causes;
  }

  /** What a cause is called. */
  static Text name(Cause cause) {
    return CAUSES.get(cause);
  }

  /** All of them, as a document holds them. */
  List<PaperTable> all() {
    return List.of(sums(), records(), overview(), largest());
  }

  /** Why the sums of the records changed; each row closes. */
  PaperTable sums() {
    List<PaperTable.Column> columns = new ArrayList<>();
    columns.add(PaperTable.Column.of("measure", "计量", "Measure"));
    CAUSES.forEach(
        (cause, text) ->
            columns.add(
                PaperTable.Column.of(cause.name().toLowerCase(Locale.ROOT), text.zh(), text.en())));
    columns.add(PaperTable.Column.of("total", "合计变化", "Total change"));
    columns.add(PaperTable.Column.of("residue", "未解释", "Residue"));
    return new PaperTable(
        "diff_sums",
        Text.of(title("采用数额的变化及原因"), title("Change of the accepted sums by cause")),
        columns,
        diff.sums().stream().map(DiffTables::row).toList(),
        List.of(Text.of("单位:最小单位(分、人)", "In minor units (fen, persons)")));
  }

  private String title(String what) {
    return what + " (" + diff.before().seq() + " → " + diff.after().seq() + ")";
  }

  private static PaperTable.Row row(VersionDiff.Sum sum) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.words(sum.measure()));
    CAUSES.keySet().forEach(c -> cells.add(new Cell.Count(sum.causes().getOrDefault(c, 0L))));
    cells.add(new Cell.Count(sum.total()));
    cells.add(new Cell.Count(sum.residue()));
    return PaperTable.Row.of(cells);
  }

  /** The statements that moved the sums most, with where they stand. */
  PaperTable records() {
    Map<String, Integer> decimals = Labels.decimals(diff.after());
    return new PaperTable(
        "diff_records",
        Text.of("变化最大的记录(至多 20 条)", "Records that changed most (up to 20)"),
        List.of(
            PaperTable.Column.of("measure", "计量", "Measure"),
            PaperTable.Column.of("year", "年份", "Year"),
            PaperTable.Column.of("code", "代码", "Code"),
            PaperTable.Column.of("before", "原值", "Before"),
            PaperTable.Column.of("after", "现值", "After"),
            PaperTable.Column.of("cause", "原因", "Cause"),
            PaperTable.Column.of("place_before", "原位置", "Place before"),
            PaperTable.Column.of("place_after", "现位置", "Place after")),
        diff.records().stream().map(r -> row(r, decimals.getOrDefault(r.indicator(), 0))).toList(),
        List.of());
  }

  private static PaperTable.Row row(RecordChanges.Change r, int digits) {
    return PaperTable.Row.of(
        List.of(
            Cell.words(r.indicator()),
            new Cell.Year(r.year()),
            Cell.words(r.code()),
            new Cell.Money(r.before(), digits, digits),
            new Cell.Money(r.after(), digits, digits),
            new Cell.Words(name(r.cause())),
            Cell.words(r.placeBefore()),
            Cell.words(r.placeAfter())));
  }

  /** How much changed in each table. */
  PaperTable overview() {
    return new PaperTable(
        "diff_tables",
        Text.of("各表的变化", "Changes by table"),
        List.of(
            PaperTable.Column.of("table", "表", "Table"),
            PaperTable.Column.of("added", "新行", "Rows added"),
            PaperTable.Column.of("removed", "去掉的行", "Rows removed"),
            PaperTable.Column.of("cells", "改变的格", "Cells changed")),
        diff.tables().stream()
            .filter(t -> !t.isEmpty())
            .map(
                t ->
                    PaperTable.Row.of(
                        List.of(
                            Cell.words(t.table()),
                            new Cell.Count(t.added()),
                            new Cell.Count(t.removed()),
                            new Cell.Count(t.cells().size()))))
            .toList(),
        List.of());
  }

  /** The largest changes of every table. */
  PaperTable largest() {
    return cells(
        SHOWN,
        Text.of(
            "变化最大的格(每表至多 5 格;全部见 --format csv)",
            "Largest changes (up to 5 a table; --format csv gives all)"));
  }

  /** Every changed cell. */
  PaperTable cells() {
    return cells(Integer.MAX_VALUE, Text.of("改变的格", "Changed cells"));
  }

  private PaperTable cells(int most, Text title) {
    List<PaperTable.Row> rows = new ArrayList<>();
    diff.tables().stream()
        .sorted(Comparator.comparing(FrameChanges::table))
        .forEach(t -> t.cells().stream().limit(most).forEach(c -> rows.add(row(t.table(), c))));
    return new PaperTable(
        "diff",
        title,
        List.of(
            PaperTable.Column.of("table", "表", "Table"),
            PaperTable.Column.of("row", "行", "Row"),
            PaperTable.Column.of("column", "列", "Column"),
            PaperTable.Column.of("before", "原值", "Before"),
            PaperTable.Column.of("after", "现值", "After"),
            PaperTable.Column.of("cause", "原因", "Cause")),
        rows,
        List.of());
  }

  private PaperTable.Row row(String table, FrameChanges.Cell cell) {
    return PaperTable.Row.of(
        List.of(
            Cell.words(table),
            Cell.words(cell.row()),
            Cell.words(cell.column()),
            value(cell.before()),
            value(cell.after()),
            Cell.words(cause(cell))));
  }

  private static Cell value(Object value) {
    return Cell.words(value == null ? "" : value.toString());
  }

  /** What moved the cell's own indicator; for a cell of no indicator, whatever moved anything. */
  private String cause(FrameChanges.Cell cell) {
    List<String> words = List.of(cell.row().split(" "));
    List<VersionDiff.Sum> own =
        diff.sums().stream().filter(s -> words.contains(s.measure())).toList();
    return (own.isEmpty() ? diff.sums() : own)
        .stream()
            .map(VersionDiff.Sum::moved)
            .flatMap(moved -> java.util.Arrays.stream(moved.split(", ")))
            .distinct()
            .collect(Collectors.joining(", "));
  }
}
