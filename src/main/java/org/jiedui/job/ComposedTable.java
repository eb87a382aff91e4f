package org.jiedui.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.Version;
import org.jiedui.settings.Settings;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.Type;

/**
 * A table that the user composed of a published one: which columns, which rows, in which order,
 * under which names.
 *
 * @param filter conditions as {@code show --where} takes them; all of them hold
 * @param order columns to sort by; a leading minus sorts downwards
 * @param names words for values, such as {@code E2W = "东部"}
 * @param panels column whose values head panels; empty for none
 */
record ComposedTable(
    String id,
    Text caption,
    String table,
    List<Chosen> columns,
    List<String> filter,
    List<String> order,
    Map<String, Text> names,
    Optional<String> panels,
    int limit,
    List<Text> notes) {

  /** One column: which, its heading, its unit, decimals and divisor. */
  record Chosen(
      String column,
      Optional<Text> label,
      Text unit,
      int digits,
      double per,
      Optional<Text> over) {}

  static ComposedTable load(Path file) {
    Settings s = Settings.load(file);
    List<Chosen> columns = new ArrayList<>();
    for (Settings column : s.list("columns")) {
      columns.add(
          new Chosen(
              column.text("column"),
              label(column, "label"),
              label(column, "unit").orElse(Text.NONE),
              column.integer("digits", 2),
              column.real("per", 1),
              label(column, "over")));
    }
    Map<String, Text> names = new TreeMap<>();
    s.children("names")
        .forEach((value, words) -> names.put(value, Text.of(words.text("zh"), words.text("en"))));
    List<Text> notes =
        s.list("notes").stream().map(n -> Text.of(n.text("zh"), n.text("en"))).toList();
    ComposedTable composed =
        new ComposedTable(
            s.text("id"),
            s.label("caption"),
            s.text("table"),
            List.copyOf(columns),
            s.texts("filter"),
            s.texts("order"),
            names,
            s.optionalText("panels"),
            s.integer("limit", Integer.MAX_VALUE),
            notes);
    if (!composed.id.matches("[a-z0-9][a-z0-9-]{0,40}")) {
      s.bad("id", "小写字母、数字和 -", "lower-case letters, digits and -", Optional.empty());
    }
    if (columns.isEmpty()) {
      s.bad("columns", "至少一个 { column }", "at least one { column }", Optional.empty());
    }
    s.finish();
    return composed;
  }

  private static Optional<Text> label(Settings s, String key) {
    return s.has(key) ? Optional.of(s.label(key)) : Optional.empty();
  }

  /** The table with the numbers of a version; every unknown column is told at once. */
  PaperTable of(Version version) {
    Frame frame = version.read(table);
    refuseUnknown(frame);
    Frame rows = frame;
    for (String condition : filter) {
      rows = rows.where(Condition.of(condition, rows));
    }
    Frame chosen = rows;
    return new PaperTable(
        id,
        caption,
        columns.stream().map(c -> heading(c, chosen)).toList(),
        IntStream.range(0, chosen.size())
            .boxed()
            .sorted(order(chosen))
            .limit(limit)
            .map(row -> row(chosen, row))
            .toList(),
        notes);
  }

  private void refuseUnknown(Frame frame) {
    List<String> asked = new ArrayList<>(columns.stream().map(Chosen::column).toList());
    order.forEach(key -> asked.add(key.replaceFirst("^-", "")));
    panels.ifPresent(asked::add);
    List<Problem> problems = new ArrayList<>();
    for (String name : asked) {
      try {
        Condition.field(name, frame);
      } catch (InputException e) {
        problems.addAll(e.problems());
      }
    }
    InputException.throwIfAny(ExitCode.USAGE, problems);
  }

  private static PaperTable.Column heading(Chosen chosen, Frame frame) {
    Field field = Condition.field(chosen.column(), frame);
    return new PaperTable.Column(
        chosen.column(),
        chosen.label().orElse(field.label()),
        chosen.unit(),
        chosen.over().orElse(Text.NONE));
  }

  private Comparator<Integer> order(Frame frame) {
    Comparator<Integer> sorting = (a, b) -> 0;
    for (String key : order) {
      boolean down = key.startsWith("-");
      Field field = Condition.field(key.replaceFirst("^-", ""), frame);
      Comparator<Integer> next =
          (a, b) -> compare(frame.value(a, field), frame.value(b, field), down);
      sorting = sorting.thenComparing(next);
    }
    return sorting.thenComparing(Comparator.naturalOrder());
  }

  /** What is missing stands last, whichever way it is sorted. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int compare(Object a, Object b, boolean down) {
    if (a == null || b == null) {
      return Boolean.compare(a == null, b == null);
    }
    int order = ((Comparable) a).compareTo(b);
    return down ? -order : order;
  }

  private PaperTable.Row row(Frame frame, int row) {
    Text panel =
        panels.map(name -> words(frame.value(row, Condition.field(name, frame)))).orElse(Text.NONE);
    return new PaperTable.Row(panel, columns.stream().map(c -> cell(frame, row, c)).toList());
  }

  private Cell cell(Frame frame, int row, Chosen chosen) {
    Field field = Condition.field(chosen.column(), frame);
    Object value = frame.value(row, field);
    if (value == null) {
      return field.type() == Type.TEXT
          ? Cell.words("")
          : new Cell.Absent(status(frame, row, field));
    }
    return switch (field.type()) {
      case TEXT, DATE -> new Cell.Words(words(value));
      case YEAR -> new Cell.Year((Integer) value);
      case INT, LONG -> new Cell.Count(((Number) value).longValue());
      case DOUBLE -> new Cell.Estimate((Double) value / chosen.per(), chosen.digits());
    };
  }

  /** The code that stands beside an absent value, where the table has a column for it. */
  private static String status(Frame frame, int row, Field field) {
    for (String name : List.of(field.column() + "_status", "status")) {
      Optional<Field> found =
          frame.fields().stream().filter(f -> f.column().equals(name)).findFirst();
      if (found.isPresent()) {
        return frame.text(row, found.get());
      }
    }
    return null;
  }

  private Text words(Object value) {
    return names.getOrDefault(String.valueOf(value), Text.same(String.valueOf(value)));
  }
}
