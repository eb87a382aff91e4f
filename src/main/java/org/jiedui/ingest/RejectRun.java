package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jiedui.ingest.file.Layout;
import org.jiedui.ingest.file.Reason;
import org.jiedui.ingest.file.SetAside;
import org.jiedui.ingest.file.SourceRow;
import org.jiedui.ingest.file.SourceRows;
import org.jiedui.message.Text;
import org.jiedui.publish.TableFile;
import org.jiedui.table.RejectRow;

/** Rejects that are in order among themselves, one after the other. */
abstract class RejectRun implements AutoCloseable {
  private static final int CODES = RejectRow.CODES.ordinal();
  private static final int FILE = RejectRow.FILE.ordinal();
  private static final int COLUMN = RejectRow.COLUMN_NAME.ordinal();
  private static final int VALUE = RejectRow.VALUE.ordinal();
  private static final int RAW_LINE = RejectRow.RAW_LINE.ordinal();
  private static final int SUGGESTION = RejectRow.SUGGESTION.ordinal();

  private Object[] row;

  /**
   * A file of landed rejects.
   *
   * @param name what the delivery is called now, whatever it was called when it landed
   * @param layout how its rows are read, once that is asked for
   */
  record Part(Path file, String name, Supplier<Layout> layout) {}

  /** The row it stands at; null behind the last. */
  final Object[] row() {
    return row;
  }

  /** Goes to the next row. */
  final RejectRun step() throws IOException {
    row = next();
    return this;
  }

  abstract Object[] next() throws IOException;

  @Override
  public void close() {
    // nothing is open where rows are in memory
  }

  static RejectRun of(Iterator<Object[]> rows) {
    return new RejectRun() {
      @Override
      Object[] next() {
        return rows.hasNext() ? rows.next() : null;
      }
    };
  }

  /** The rows of a file. */
  static RejectRun of(Path file) throws IOException {
    return new Stored(file);
  }

  static RejectRun of(List<Part> parts, CodeAdvice advice) {
    return new Landed(parts, advice);
  }

  /** The rows of records that failed together with others, read again from their file. */
  static RejectRun of(List<SetApart> apart, SourceRows rows, ApartReject words) {
    List<SetApart> sorted = apart.stream().sorted(SetApart.BY_ROW).toList();
    rows.announce(() -> apart.stream().map(a -> a.record().line()).collect(Collectors.toSet()));
    return new RejectRun() {
      private int from;

      @Override
      Object[] next() {
        if (from == sorted.size()) {
          return null;
        }
        int to = from + 1;
        long line = sorted.get(from).record().line();
        while (to < sorted.size() && sorted.get(to).record().line() == line) {
          to++;
        }
        List<SetApart> ofRow = sorted.subList(from, to);
        from = to;
        Found record = ofRow.get(0).record();
        return SetAside.row(words.of(ofRow, rows.at(record.line(), record.offset())));
      }

      @Override
      public void close() {
        rows.close();
      }
    };
  }

  /** The rows of one file. */
  private static final class Stored extends RejectRun {
    private final TableFile.Rows rows;

    Stored(Path file) throws IOException {
      rows = TableFile.rows(file);
    }

    @Override
    Object[] next() throws IOException {
      return rows.next();
    }

    @Override
    public void close() {
      try {
        rows.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Parts of one landing, one open at a time. */
  private static final class Landed extends RejectRun {
    private final Iterator<Part> parts;
    private final CodeAdvice advice;
    private Part part;
    private Stored open;

    Landed(List<Part> parts, CodeAdvice advice) {
      this.parts = parts.iterator();
      this.advice = advice;
    }

    @Override
    Object[] next() throws IOException {
      Object[] row = open == null ? null : open.next();
      while (row == null && parts.hasNext()) {
        close();
        part = parts.next();
        open = new Stored(part.file());
        row = open.next();
      }
      return row == null ? null : advised(row);
    }

    /** A landing knows no geography: what a mangled code may stand for is added here. */
    private Object[] advised(Object[] row) {
      row[FILE] = part.name();
      Reason reason = Reason.valueOf(((String) row[CODES]).split(";")[0]);
      if (CodeAdvice.speaksOf(reason) && CodeAdvice.isCounty((String) row[COLUMN])) {
        SourceRow source = SourceRow.of((String) row[RAW_LINE], part.layout().get());
        Text more = advice.suggestion(Text.NONE, (String) row[VALUE], source, 0);
        String hint = (String) row[SUGGESTION];
        row[SUGGESTION] =
            more.isEmpty() ? hint : (hint.isEmpty() ? "" : hint + " | ") + SetAside.both(more);
      }
      return row;
    }

    @Override
    public void close() {
      if (open != null) {
        open.close();
        open = null;
      }
    }
  }
}
