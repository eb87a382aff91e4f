package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * One pass over the bytes of a file: encoding, separator, header, row starts and digest. Memory is
 * bounded by the longest line.
 */
public final class FileScanner {
  private static final int BLOCK = 4 << 20;
  private static final long START_EVERY = 32L << 20;

  private final IngestSettings.Limits limits;
  private final int block;
  private final long startEvery;

  public FileScanner(IngestSettings.Limits limits) {
    this(limits, BLOCK, START_EVERY);
  }

  /** For tests, which need borders in small files. */
  FileScanner(IngestSettings.Limits limits, int block, long startEvery) {
    this.limits = limits;
    this.block = block;
    this.startEvery = startEvery;
  }

  /**
   * Scans a file. One that cannot be used ends in an {@link org.jiedui.message.InputException}
   * (exit 4; 75 when it changes meanwhile) with its {@link Reason}.
   */
  public FileScan scan(Path file) {
    BasicFileAttributes before = FileProblems.attributes(file);
    if (before.size() > limits.fileBytes()) {
      throw FileProblems.limit(file, "file-bytes", limits.fileBytes(), before.size());
    }
    FileScan scan;
    try (FileChannel channel = FileChannel.open(file)) {
      scan = new Pass(file, channel, (int) Math.min(block, before.size() + 1)).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    FileProblems.unchanged(file, before, scan.size());
    Sidecar.check(file, scan);
    return scan;
  }

  /** The state of one pass. */
  private final class Pass {
    private final Path file;
    private final FileChannel channel;
    private final int room;
    private final List<long[]> starts = new ArrayList<>();
    private Head head;
    private LineScan lines;
    private byte[] bytes = new byte[0];
    private int end;
    private long base;

    Pass(Path file, FileChannel channel, int room) {
      this.file = file;
      this.channel = channel;
      this.room = room;
    }

    FileScan run() throws IOException, InterruptedException {
      try (HashThread hash = new HashThread(3, room)) {
        int carried = 0;
        boolean more = true;
        while (more) {
          int added = fill(hash, carried);
          more = end == bytes.length;
          limitLines();
          int whole = more ? afterLastLine(carried) : end;
          if (head == null && (whole > 0 || !more)) {
            begin(whole);
          }
          if (whole > 0) {
            lines.block(bytes, base == 0 ? head.bom() : 0, whole, base);
          }
          if (!more) {
            lines.lastLine(bytes, base == 0 ? head.bom() : 0, end);
          }
          hash.hash(bytes, end - added, end);
          base += whole;
          carried = end - whole;
          mark();
          limitQuotes();
        }
        return finish(hash.finish());
      }
    }

    /** Keeps the unfinished line and fills the rest of a buffer that has room for it. */
    private int fill(HashThread hash, int carried) throws IOException, InterruptedException {
      byte[] next = carried * 2L > room ? new byte[carried * 2] : hash.buffer();
      if (next.length < carried * 2L) {
        next = new byte[carried * 2];
      }
      System.arraycopy(bytes, end - carried, next, 0, carried);
      bytes = next;
      ByteBuffer free = ByteBuffer.wrap(bytes, carried, bytes.length - carried);
      while (free.hasRemaining() && channel.read(free) >= 0) {
        // reads until the buffer is full or the file ends
      }
      end = free.position();
      return end - carried;
    }

    private int afterLastLine(int from) {
      int i = end;
      while (i > from && bytes[i - 1] != '\n') {
        i--;
      }
      return i > from ? i : 0;
    }

    private void begin(int whole) {
      head = Head.of(file, bytes, whole);
      lines = new LineScan(head.separator());
      starts.add(new long[] {head.dataOffset(), head.dataLine()});
    }

    private void mark() {
      boolean due =
          head != null && base >= starts.get(starts.size() - 1)[0] + startEvery && !lines.isOpen();
      if (due && base > head.dataOffset()) {
        starts.add(new long[] {base, lines.lines() + 1});
      }
    }

    /** Hops from line end to line end, each as far as a line may reach. */
    private void limitLines() {
      int most = (int) Math.min(Integer.MAX_VALUE / 2, limits.lineBytes());
      for (int start = 0; end - start > most; ) {
        int feed = start + most;
        while (feed >= start && bytes[feed] != '\n') {
          feed--;
        }
        if (feed < start) {
          throw FileProblems.longLine(file, bytes, start, end, lines, limits);
        }
        start = feed + 1;
      }
    }

    private void limitQuotes() {
      if (lines != null && lines.longestQuote() > limits.lineBytes()) {
        throw FileProblems.longQuote(file, lines, limits);
      }
    }

    private FileScan finish(String sha256) {
      byte[] tail = java.util.Arrays.copyOfRange(bytes, Math.max(0, end - 120), end);
      Encoding encoding = Encoding.of(file, head, lines, tail, base);
      if (starts.size() > 1 && starts.get(starts.size() - 1)[0] >= base) {
        starts.remove(starts.size() - 1);
      }
      return new FileScan(
          file.getFileName().toString(),
          encoding.charset(),
          encoding.evidence(),
          head.separator(),
          head.cells(file, encoding, limits),
          head.line(),
          head.dataOffset(),
          head.dataLine(),
          sha256,
          base,
          lines.lines(),
          starts.stream().mapToLong(s -> s[0]).toArray(),
          starts.stream().mapToLong(s -> s[1]).toArray(),
          end == 0 || bytes[end - 1] == '\n');
    }
  }

  /** Scans with the limits of a contract. */
  public static FileScan scan(Path file, Contract contract) {
    return new FileScanner(contract.settings().limits()).scan(file);
  }
}
