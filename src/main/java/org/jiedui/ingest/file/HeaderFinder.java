package org.jiedui.ingest.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the names of the columns among the first rows of a table: below titles and a line of units,
 * in up to three rows.
 */
final class HeaderFinder {
  /** Rows that are looked at. */
  static final int LOOKED_AT = 40;

  private static final int MOST_HEADER_ROWS = 3;
  private static final Pattern UNIT_LINE =
      Pattern.compile("(?:.*[\\s((])?(?:计量)?单位\\s*[::]\\s*([^))]+?)\\s*[))]?");

  private final Contract.Table table;
  private final boolean wideYears;

  HeaderFinder(Contract.Table table, IngestSettings.Declaration declared) {
    this.table = table;
    this.wideYears = declared.isWideYears();
  }

  /**
   * The header of a table.
   *
   * @param first index of its first row
   * @param data index of the first row of data
   * @param names one text a column
   * @param units unit words of a row below the names; empty list for none
   */
  record Block(int first, int data, List<String> names, List<String> units, String unitLine) {}

  /** The first rows in which every required column and an amount are named. */
  Optional<Block> find(List<List<String>> rows) {
    for (int first = 0; first < rows.size(); first++) {
      int height = height(rows, first);
      if (height > 0) {
        return Optional.of(block(rows, first, height));
      }
    }
    return Optional.empty();
  }

  /** The row that names most columns, at least two: it words what is missing. */
  Optional<Block> nearest(List<List<String>> rows) {
    int best = -1;
    for (int i = 0; i < rows.size(); i++) {
      boolean more = best < 0 || named(rows.get(i)) > named(rows.get(best));
      best = more && named(rows.get(i)) >= 2 ? i : best;
    }
    return best < 0 ? Optional.empty() : Optional.of(block(rows, best, 1));
  }

  private int height(List<List<String>> rows, int first) {
    int best = 0;
    long most = 0;
    for (int height = 1; height <= MOST_HEADER_ROWS && first + height <= rows.size(); height++) {
      if (height > 1 && !isLabel(rows.get(first + height - 1))) {
        break;
      }
      List<String> names = names(rows, first, height);
      if (isWhole(names) && named(names) > most) {
        best = height;
        most = named(names);
      }
    }
    return named(rows.get(first)) == 0 ? 0 : best;
  }

  private Block block(List<List<String>> rows, int first, int height) {
    int data = first + height;
    List<String> units = List.of();
    while (data < rows.size()
        && data - first < MOST_HEADER_ROWS
        && !hasDigit(rows.get(data))
        && isLabel(rows.get(data))
        && !isTotal(rows.get(data))) {
      List<String> words = rows.get(data).stream().map(HeaderFinder::unit).toList();
      units = words.stream().allMatch(String::isEmpty) ? units : words;
      data++;
    }
    return new Block(first, data, names(rows, first, height), units, unitLine(rows, first));
  }

  private boolean isWhole(List<String> names) {
    List<Contract.Column> found =
        names.stream().map(n -> column(n)).flatMap(Optional::stream).toList();
    boolean years = names.stream().anyMatch(this::isYear);
    boolean periods = found.stream().anyMatch(c -> Layout.PERIODS.contains(c.role()));
    boolean places = found.stream().anyMatch(c -> Layout.PLACE_NAMES.contains(c.role()));
    boolean required =
        table.columns().stream()
            .filter(Contract.Column::required)
            .allMatch(
                c ->
                    found.contains(c)
                        || (years || periods) && c.role() == Role.YEAR
                        || c.role() == Role.RECIPIENT && places);
    boolean amounts =
        found.stream().anyMatch(c -> c.role() == Role.MEASURE || c.role() == Role.AMOUNT);
    return required && (amounts || years || table.isRoster());
  }

  /** How many different columns are named. */
  private long named(List<String> names) {
    return names.stream().map(this::key).filter(key -> !key.isEmpty()).distinct().count();
  }

  private String key(String name) {
    return isYear(name) ? Headers.normal(name) : column(name).map(Contract.Column::id).orElse("");
  }

  private Optional<Contract.Column> column(String name) {
    return name.isBlank() ? Optional.empty() : LayoutBuilder.column(table, name);
  }

  private boolean isYear(String name) {
    return wideYears && YearHeader.of(name, table).isPresent();
  }

  /** Of every column the lowest text that the contract knows, else the lowest. */
  private List<String> names(List<List<String>> rows, int first, int height) {
    int columns = 0;
    for (int i = first; i < first + height; i++) {
      columns = Math.max(columns, rows.get(i).size());
    }
    List<String> names = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      names.add(name(texts(rows, first, height, column)));
    }
    while (!names.isEmpty() && names.get(names.size() - 1).isBlank()) {
      names.remove(names.size() - 1);
    }
    return names;
  }

  private List<String> texts(List<List<String>> rows, int first, int height, int column) {
    Set<String> texts = new LinkedHashSet<>();
    String lowest = cell(rows.get(first + height - 1), column);
    for (int i = first; i < first + height; i++) {
      String text = cell(rows.get(i), column);
      String whole = text.isBlank() && !lowest.isBlank() ? spanning(rows.get(i), column) : text;
      if (!whole.isBlank()) {
        texts.add(whole);
      }
    }
    return new ArrayList<>(texts);
  }

  private static String cell(List<String> row, int column) {
    return column < row.size() ? row.get(column) : "";
  }

  /** A year or an amount that stands over the empty cells to its right. */
  private String spanning(List<String> row, int column) {
    for (int left = Math.min(column, row.size()) - 1; wideYears && left >= 0; left--) {
      String text = row.get(left);
      if (!text.isBlank()) {
        boolean amount = column(text).map(c -> c.measure() != null).orElse(false);
        return amount || isYear(text) ? text : "";
      }
    }
    return "";
  }

  private String name(List<String> texts) {
    if (texts.isEmpty()) {
      return "";
    }
    if (texts.size() > 1 && texts.stream().anyMatch(this::isYear)) {
      return String.join(" ", texts);
    }
    List<String> upwards = new ArrayList<>(texts);
    Collections.reverse(upwards);
    return upwards.stream().filter(t -> column(t).isPresent()).findFirst().orElse(upwards.get(0));
  }

  /** A row that holds words only, or names of columns. */
  private boolean isLabel(List<String> row) {
    boolean any = false;
    for (String cell : row) {
      boolean word = !hasDigit(List.of(cell)) || isYear(cell) || column(cell).isPresent();
      if (!word) {
        return false;
      }
      any |= !cell.isBlank();
    }
    return any;
  }

  private static boolean hasDigit(List<String> row) {
    return row.stream().anyMatch(cell -> cell.chars().anyMatch(Character::isDigit));
  }

  private static boolean isTotal(List<String> row) {
    return row.stream().anyMatch(RowTyper::isTotalWord);
  }

  private static String unit(String cell) {
    String word = cell.strip().replaceAll("^[((]|[))]$", "");
    return Units.of(word).isPresent() ? word : "";
  }

  private static String unitLine(List<List<String>> rows, int before) {
    for (List<String> row : rows.subList(0, before)) {
      for (String cell : row) {
        Matcher unit = UNIT_LINE.matcher(cell.strip());
        if (unit.matches()) {
          return unit.group(1);
        }
      }
    }
    return "";
  }
}
