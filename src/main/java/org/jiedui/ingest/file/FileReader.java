package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Reads a range of a scanned file by the strict way, row by row, in bounded memory. */
public final class FileReader {
  private static final int BLOCK = 1 << 20;

  private FileReader() {}

  /**
   * Reads the rows that start in {@code [from, to)}; {@code from} must be the start of a row, a row
   * that starts before {@code to} is read to its end.
   *
   * @param firstLine 1-based line of {@code from}
   * @return rows and amounts of the range
   */
  public static Tally read(
      Path file, FileScan scan, Layout layout, long from, long to, long firstLine, Sink sink) {
    var typer = new RowTyper(layout);
    var rows = new RowReader(layout, typer);
    try (FileChannel channel = FileChannel.open(file)) {
      channel.position(from);
      read(channel, rows, layout.separator(), new long[] {from, to, firstLine}, sink);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (to >= scan.size() && !scan.finalNewline() && from < to) {
      typer.tally().code(Reason.NO_FINAL_NEWLINE);
      sink.flag(Reason.NO_FINAL_NEWLINE, scan.lines());
    }
    return typer.tally();
  }

  /** Reads every row of a file after its header. */
  public static Tally read(Path file, FileScan scan, Layout layout, Sink sink) {
    return read(file, scan, layout, scan.dataOffset(), scan.size(), scan.dataLine(), sink);
  }

  private static void read(
      FileChannel channel, RowReader rows, char separator, long[] range, Sink sink)
      throws IOException {
    byte[] bytes = new byte[(int) Math.min(BLOCK, range[1] - range[0] + 1)];
    long base = range[0];
    long line = range[2];
    int kept = 0;
    boolean more = true;
    while (more && base < range[1]) {
      ByteBuffer room = ByteBuffer.wrap(bytes, kept, bytes.length - kept);
      while (room.hasRemaining() && channel.read(room) >= 0) {
        // reads until the buffer is full or the file ends
      }
      int end = room.position();
      more = end == bytes.length;
      int whole = 0;
      for (int next = 0; next >= 0 && next < end && base + next < range[1]; ) {
        whole = next;
        next = RowReader.end(bytes, next, end, separator);
        whole = next < 0 && !more ? end : Math.max(whole, next);
      }
      line = rows.read(bytes, 0, whole, base, line, sink);
      base += whole;
      kept = end - whole;
      bytes = kept(bytes, whole, kept);
    }
  }

  private static byte[] kept(byte[] bytes, int whole, int kept) {
    byte[] next = whole == 0 ? new byte[bytes.length * 2] : bytes;
    System.arraycopy(bytes, whole, next, 0, kept);
    return next;
  }
}
