package org.jiedui.paper;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiedui.message.Text;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.PublishedTable;
import org.jiedui.table.Status;
import org.jiedui.table.Type;

/** What a codebook says of one table: what a row is, and its columns. */
public record TableFacts(String table, Text row, List<ColumnFacts> columns) {
  private static final String STATUS = "status";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)?");

  public TableFacts {
    columns = List.copyOf(columns);
  }

  /** With the codes that its rows hold. */
  public static TableFacts of(Frame frame) {
    return new Reading(frame.table(), frame.fields()).rows(frame.rows()).facts();
  }

  /** Without a look at its rows, of which there may be many. */
  public static TableFacts of(String table, List<Field> fields) {
    return new Reading(table, fields).facts();
  }

  private static boolean isStatus(Field field) {
    return field.type() == Type.TEXT
        && !field.isKey()
        && (field.column().equals(STATUS) || field.column().endsWith("_" + STATUS));
  }

  /** Goes once through the rows of a table. */
  private static final class Reading {
    private final String table;
    private final List<Field> fields;
    private final Map<Integer, SortedSet<Status>> missing = new TreeMap<>();
    private final Map<Integer, SortedSet<Status>> codes = new TreeMap<>();
    private final int[] beside;

    Reading(String table, List<Field> fields) {
      this.table = table;
      this.fields = fields;
      this.beside = new int[fields.size()];
      for (int i = 0; i < beside.length; i++) {
        beside[i] = status(i);
      }
    }

    /** By its name, or the next one after the column; −1 for none. */
    private int status(int column) {
      Field field = fields.get(column);
      if (field.isKey() || field.type() == Type.TEXT) {
        return -1;
      }
      int next = -1;
      for (int i = fields.size() - 1; i >= 0; i--) {
        if (isStatus(fields.get(i))) {
          next = i > column ? i : next;
          if (fields.get(i).column().equals(field.column() + "_" + STATUS)) {
            return i;
          }
        }
      }
      return next;
    }

    Reading rows(List<Object[]> rows) {
      for (Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          if (isStatus(fields.get(i))) {
            note(codes, i, row[i]);
          } else if (beside[i] >= 0 && row[i] == null) {
            note(missing, i, row[beside[i]]);
          }
        }
      }
      return this;
    }

    private static void note(Map<Integer, SortedSet<Status>> found, int column, Object code) {
      Optional.ofNullable((String) code)
          .flatMap(Status::of)
          .ifPresent(status -> found.computeIfAbsent(column, c -> new TreeSet<>()).add(status));
    }

    TableFacts facts() {
      List<ColumnFacts> columns = new ArrayList<>();
      for (int i = 0; i < fields.size(); i++) {
        boolean gaps = missing.containsKey(i);
        columns.add(
            new ColumnFacts(
                fields.get(i),
                sources(fields.get(i).formula()),
                gaps ? fields.get(beside[i]).column() : "",
                missing.getOrDefault(i, new TreeSet<>()),
                codes.getOrDefault(i, new TreeSet<>())));
      }
      Text row = PublishedTable.named(table).map(PublishedTable::row).orElse(Text.NONE);
      return new TableFacts(table, row, columns);
    }

    private List<String> sources(String formula) {
      Set<String> sources = new LinkedHashSet<>();
      for (Matcher name = NAME.matcher(formula); name.find(); ) {
        boolean own = fields.stream().anyMatch(f -> f.column().equals(name.group()));
        if (own || name.group(1) != null && isColumn(name.group())) {
          sources.add(name.group());
        }
      }
      return List.copyOf(sources);
    }

    private static boolean isColumn(String name) {
      String[] parts = name.split("\\.");
      return PublishedTable.named(parts[0]).stream()
          .flatMap(known -> known.fields().stream())
          .anyMatch(field -> field.column().equals(parts[1]));
    }
  }
}
