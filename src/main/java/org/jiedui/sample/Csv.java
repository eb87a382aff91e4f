package org.jiedui.sample;

import java.util.ArrayList;
import java.util.List;

/** A small CSV text: quotes where the format asks for them, one line end throughout. */
final class Csv {
  private final StringBuilder text = new StringBuilder();
  private final String lineEnd;
  private final List<String> cells = new ArrayList<>();

  private Csv(String lineEnd) {
    this.lineEnd = lineEnd;
  }

  static Csv unix(String... header) {
    return new Csv("\n").row(header);
  }

  static Csv windows(String... header) {
    return new Csv("\r\n").row(header);
  }

  Csv row(String... row) {
    cells.clear();
    for (String cell : row) {
      cells.add(quoted(cell));
    }
    text.append(String.join(",", cells)).append(lineEnd);
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static String quoted(String cell) {
    boolean plain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0;
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
