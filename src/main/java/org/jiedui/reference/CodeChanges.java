package org.jiedui.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.reference.ChangeLines.Named;
import org.jiedui.reference.ChangeLines.Target;

/**
 * Turns rows "year, old code, kind, new codes" of a public table into changes from year to year.
 */
final class CodeChanges {
  static final List<String> COLUMNS =
      List.of("year", "old_code", "old_name", "kind", "new_codes", "new_names");
  private static final List<String> WHOLE =
      List.of("recode_1_to_1", "merge_n_to_1", "split_1_to_n");
  private static final String RENAME = "renamed_same_code";
  private static final String PART = "partial_transfer";
  private static final List<String> KINDS =
      java.util.stream.Stream.concat(WHOLE.stream(), java.util.stream.Stream.of(RENAME, PART))
          .toList();

  private record Row(int year, Named old, String kind, List<Named> news, CsvRow cells) {
    boolean whole() {
      return WHOLE.contains(kind);
    }
  }

  private final Map<String, String> alive = new HashMap<>();
  private final Geography frame;
  private final ChangeLines lines;
  private final List<Problem> problems;

  private CodeChanges(Geography frame, ChangeLines lines, List<Problem> problems) {
    this.frame = frame;
    this.lines = lines;
    this.problems = problems;
  }

  /**
   * Adds all changes to the lines.
   *
   * @param units code to name of the counties of the base year
   * @param frame says which codes stood before a row names them
   */
  static void read(
      List<CsvRow> cells,
      Map<String, String> units,
      Geography frame,
      ChangeLines lines,
      List<Problem> problems) {
    List<Row> rows = cells.stream().map(CodeChanges::row).toList();
    if (!problems.isEmpty()) {
      return;
    }
    CodeChanges changes = new CodeChanges(frame, lines, problems);
    Map<Integer, List<Row>> years =
        new TreeMap<>(rows.stream().collect(Collectors.groupingBy(Row::year)));
    changes.start(years, units);
    years.forEach(changes::year);
  }

  private static Row row(CsvRow cells) {
    List<String> codes = list(cells.text("new_codes"));
    List<String> names = list(cells.text("new_names"));
    if (codes.isEmpty() || !codes.stream().allMatch(CsvRow::isCode)) {
      cells.wrong("new_codes", "以 ; 分隔的 6 位代码", "codes of 6 digits joined by ;");
    }
    if (names.size() != codes.size()) {
      cells.wrong("new_names", "与 new_codes 一样多", "as many as new_codes");
    }
    List<Named> news = new ArrayList<>();
    for (int i = 0; i < Math.min(codes.size(), names.size()); i++) {
      news.add(new Named(codes.get(i), names.get(i)));
    }
    Named old = new Named(cells.code("old_code"), cells.required("old_name"));
    return new Row(cells.year("year"), old, cells.word("kind", KINDS), news, cells);
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(";")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  /** What stood before the first year: what ends without having begun, and what never begins. */
  private void start(Map<Integer, List<Row>> years, Map<String, String> units) {
    Set<String> began = new HashSet<>();
    for (List<Row> rows : years.values()) {
      rows.forEach(row -> stood(row.old(), began));
      for (Row row : rows) {
        for (Named into : row.news()) {
          if (!alive.containsKey(into.code()) && begins(into, row)) {
            began.add(into.code());
          }
          stood(into, began);
        }
      }
    }
    units.forEach((code, name) -> stood(new Named(code, name), began));
  }

  private void stood(Named unit, Set<String> began) {
    if (!began.contains(unit.code())) {
      alive.putIfAbsent(unit.code(), unit.name());
    }
  }

  /**
   * Whether the row begins the code, which the table itself does not say: the frame knows, or else
   * a code that only receives parts is taken to have stood.
   */
  private boolean begins(Named into, Row row) {
    List<Resolution.Spell> known =
        frame.resolveAny(Integer.parseInt(into.code()), row.year()).spells();
    boolean told = !known.isEmpty() && row.year() > frame.coversFrom();
    return !told ? row.whole() : known.stream().noneMatch(s -> s.holds(row.year() - 1));
  }

  private void year(int year, List<Row> rows) {
    Map<String, String> before = new HashMap<>(alive);
    Set<String> ended = new HashSet<>();
    rows.stream().filter(Row::whole).forEach(row -> ended.add(row.old().code()));
    ended.forEach(alive::remove);
    List<Row> ordered = new ArrayList<>(rows);
    ordered.sort(
        Comparator.comparing(row -> !row.whole())); // parts may go to a unit begun this year
    for (Row row : ordered) {
      if (!before.containsKey(row.old().code())) {
        problems.add(absent(row));
      } else if (row.whole()) {
        become(row, before, ended);
      } else {
        keep(row);
      }
    }
  }

  private void become(Row row, Map<String, String> before, Set<String> ended) {
    List<Target> targets =
        row.news().stream()
            .map(
                n ->
                    new Target(
                        n.code(),
                        n.name(),
                        ended.contains(n.code()) ? "" : before.getOrDefault(n.code(), "")))
            .toList();
    row.news().forEach(n -> alive.put(n.code(), n.name()));
    lines.became(row.year(), row.old(), targets, source(row));
  }

  /** The code stays: under another name, or with parts given away. */
  private void keep(Row row) {
    for (Named into : row.news()) {
      if (into.code().equals(row.old().code())) {
        alive.put(into.code(), into.name());
        lines.renamed(row.year(), row.old(), into.name(), source(row));
      } else {
        if (alive.putIfAbsent(into.code(), into.name()) == null) {
          lines.appeared(row.year(), into, source(row) + "; of parts of others");
        }
        lines.transferred(row.year(), row.old(), into, source(row));
      }
    }
  }

  private static Problem absent(Row row) {
    String code = row.old().code();
    return row.cells()
        .problem(
            "old_code",
            Text.of(
                "代码 " + code + " 在 " + (row.year() - 1) + " 年末并不有效",
                "code " + code + " is not valid at the end of " + (row.year() - 1)))
        .fix("核对年份与前后代码", "check the year and both codes");
  }

  private static String source(Row row) {
    return row.cells().file().getFileName() + ":" + row.cells().line();
  }
}
