package org.jiedui.ingest.file;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * What mended lists of rejects say about the rows of one file. A mended row is typed as if it had
 * been delivered so; the delivered file stays as it is.
 */
public record Mends(TreeMap<Long, Mend> byLine) implements Serializable {
  public static final Mends NONE = new Mends(new TreeMap<>());

  /**
   * One row.
   *
   * @param row the whole row in place of the delivered one; null where only cells differ
   * @param cells other cells by their position, from 0
   * @param drop true when the row is given up
   */
  public record Mend(String row, TreeMap<Integer, String> cells, boolean drop)
      implements Serializable {}

  public boolean isEmpty() {
    return byLine.isEmpty();
  }

  /** What is said about the row that starts on a line; null for nothing. */
  Mend of(long line) {
    return byLine.isEmpty() ? null : byLine.get(line);
  }

  /** Names all of it: a landing with other mends is another landing. */
  public String digest() {
    var text = new StringBuilder();
    for (Map.Entry<Long, Mend> e : byLine.entrySet()) {
      Mend mend = e.getValue();
      text.append(e.getKey()).append(mend.drop() ? " drop " : " fix ");
      text.append(mend.row() == null ? "" : Sha256.hex(mend.row())).append(' ');
      mend.cells().forEach((at, cell) -> text.append(at + "=" + Sha256.hex(cell) + " "));
      text.append('\n');
    }
    return Sha256.hex(text.toString());
  }
}
