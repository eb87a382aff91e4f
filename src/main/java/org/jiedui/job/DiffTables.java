package org.jiedui.job;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

  /** As many digits of a number as people compare, and as a double has. */
  private static final int FEW_DIGITS = 6;

  private static final int ALL_DIGITS = 17;

  private final VersionDiff diff;
  private final Map<String, Text> units;
  private final Map<String, Integer> decimals;

  DiffTables(VersionDiff diff) {
    this.diff = diff;
    units = Labels.units(diff.after());
    decimals = Labels.decimals(diff.after());
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
    columns.add(PaperTable.Column.of("unit", "单位", "Unit"));
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
        diff.sums().stream().map(this::row).toList(),
        List.of(Text.of("合计变化减去各原因之和为未解释部分", "the total change less all causes is the residue")));
  }

  private String title(String what) {
    return what + " (" + diff.before().seq() + " → " + diff.after().seq() + ")";
  }

  private PaperTable.Row row(VersionDiff.Sum sum) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.words(sum.measure()));
    cells.add(new Cell.Words(units.getOrDefault(sum.measure(), Text.NONE)));
    CAUSES
        .keySet()
        .forEach(c -> cells.add(amount(sum.measure(), sum.causes().getOrDefault(c, 0L))));
    cells.add(amount(sum.measure(), sum.total()));
    cells.add(amount(sum.measure(), sum.residue()));
    return PaperTable.Row.of(cells);
  }

  private Cell amount(String measure, long minor) {
    int digits = decimals.getOrDefault(measure, 0);
    return new Cell.Money(minor, digits, digits);
  }

  /** The statements that moved the sums most, with where they stand. */
  PaperTable records() {
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
        diff.records().stream().map(this::row).toList(),
        List.of());
  }

  private PaperTable.Row row(RecordChanges.Change r) {
    return PaperTable.Row.of(
        List.of(
            Cell.words(r.indicator()),
            new Cell.Year(r.year()),
            Cell.words(r.code()),
            amount(r.indicator(), r.before()),
            amount(r.indicator(), r.after()),
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

  /** The largest changes of every table, for people. */
  PaperTable largest() {
    return cells(
        SHOWN,
        this::told,
        Text.of(
            "变化最大的格(每表至多 5 格;全部见 --format csv)",
            "Largest changes (up to 5 a table; --format csv gives all)"));
  }

  /** Every changed cell, for programs: values in full, causes as codes. */
  PaperTable cells() {
    return cells(Integer.MAX_VALUE, this::exact, Text.of("改变的格", "Changed cells"));
  }

  private PaperTable cells(int most, Function<FrameChanges.Cell, List<Cell>> change, Text title) {
    List<PaperTable.Row> rows = new ArrayList<>();
    diff.tables().stream()
        .sorted(Comparator.comparing(FrameChanges::table))
        .forEach(
            t ->
                t.cells().stream()
                    .limit(most)
                    .forEach(c -> rows.add(row(t.table(), c, change.apply(c)))));
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

  private static PaperTable.Row row(String table, FrameChanges.Cell cell, List<Cell> change) {
    List<Cell> cells =
        new ArrayList<>(
            List.of(Cell.words(table), Cell.words(cell.row()), Cell.words(cell.column())));
    cells.addAll(change);
    return PaperTable.Row.of(cells);
  }

  private List<Cell> exact(FrameChanges.Cell cell) {
    String causes =
        causes(cell).stream()
            .map(c -> c.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return List.of(value(cell.before()), value(cell.after()), Cell.words(causes));
  }

  private List<Cell> told(FrameChanges.Cell cell) {
    List<Text> names = causes(cell).stream().map(DiffTables::name).toList();
    return List.of(
        value(shortened(cell.before(), cell.after())),
        value(shortened(cell.after(), cell.before())),
        new Cell.Words(
            Text.of(
                names.stream().map(Text::zh).collect(Collectors.joining("、")),
                names.stream().map(Text::en).collect(Collectors.joining(", ")))));
  }

  /** Few digits, but as many as tell the two values apart. */
  private static Object shortened(Object value, Object other) {
    return value instanceof Double number ? rounded(number, digits(value, other)) : value;
  }

  private static int digits(Object value, Object other) {
    int digits = FEW_DIGITS;
    if (value instanceof Double one && other instanceof Double two && !one.equals(two)) {
      while (digits < ALL_DIGITS && rounded(one, digits).compareTo(rounded(two, digits)) == 0) {
        digits++;
      }
    }
    return digits;
  }

  private static BigDecimal rounded(double value, int digits) {
    return BigDecimal.valueOf(value).round(new MathContext(digits));
  }

  private static Cell value(Object value) {
    return Cell.words(value == null ? "" : value.toString());
  }

  /** What moved the cell's own indicator; for a cell of no indicator, whatever moved anything. */
  private Set<Cause> causes(FrameChanges.Cell cell) {
    List<String> words = List.of(cell.row().split(" "));
    List<VersionDiff.Sum> own =
        diff.sums().stream().filter(s -> words.contains(s.measure())).toList();
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    (own.isEmpty() ? diff.sums() : own).forEach(sum -> causes.addAll(sum.moved()));
    return causes;
  }
}
