package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One row of a file as it was delivered: its text and its cells. What messages and rejects show is
 * taken from here, never printed back from a typed value.
 *
 * @param cells empty when the row cannot be split
 */
public record SourceRow(Layout layout, String text, List<String> cells) {
  private static final int FIRST_READ = 1 << 12;
  private static final int LARGEST_READ = 1 << 24;

  public SourceRow {
    cells = List.copyOf(cells);
  }

  /** Reads the row of a text that starts at a byte offset. */
  static SourceRow at(FileChannel channel, Layout layout, long offset) {
    try {
      byte[] bytes = new byte[0];
      int end = -1;
      for (int size = FIRST_READ; end < 0 && size <= LARGEST_READ; size *= 4) {
        bytes = read(channel, offset, size);
        end = RowReader.end(bytes, 0, bytes.length, layout.separator());
        end = end < 0 && bytes.length < size ? bytes.length : end;
      }
      int to = RowReader.trimmed(bytes, 0, Math.max(end, 0));
      return of(new String(bytes, 0, to, Charset.forName(layout.charset())), layout);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Splits a row that was read before. */
  public static SourceRow of(String text, Layout layout) {
    List<String> cells = new ArrayList<>();
    Reason broken = RowReader.split(text, layout.separator(), cells);
    boolean whole = broken == null && cells.size() == layout.slots().size();
    for (Slot slot : layout.slots()) {
      if (whole && slot.role().isPersonal()) {
        cells.set(slot.position(), Pii.MARK);
      }
    }
    return new SourceRow(layout, Pii.covered(text, layout), whole ? cells : List.of());
  }

  private static byte[] read(FileChannel channel, long offset, int size) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(size);
    while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {
      // reads until the buffer is full or the file ends
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  /** The cell of a contract column, verbatim; empty when the file has no such column. */
  public String cell(String column) {
    return layout.named(column).map(this::cell).orElse("");
  }

  /** 1-based place of a contract column; 0 when the file has none. */
  public int number(String column) {
    return layout.named(column).map(Slot::number).orElse(0);
  }

  /** The contract column that holds an amount: that of its stage before one of any stage. */
  public String amountColumn(String indicator, String form, String status) {
    return layout
        .measures()
        .filter(s -> s.measure().isOf(indicator, form, status))
        .max(Comparator.comparing(s -> s.measure().status()))
        .or(() -> layout.slot(Role.AMOUNT))
        .map(Slot::column)
        .orElse("");
  }

  /** The four-digit year of the row; 0 when it cannot be read. */
  public int year() {
    return layout
        .slot(Role.YEAR)
        .map(s -> YearGrammar.read(cell(s).strip(), s.min(), s.max()))
        .filter(Num::stands)
        .map(n -> (int) n.value())
        .orElse(0);
  }

  /** The place name of the row; empty when it has none. */
  public String name() {
    return layout.slot(Role.RECIPIENT_NAME).map(s -> cell(s).strip()).orElse("");
  }

  private String cell(Slot slot) {
    return slot.position() < cells.size() ? cells.get(slot.position()) : "";
  }
}
