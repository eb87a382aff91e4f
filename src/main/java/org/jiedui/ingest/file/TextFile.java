package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The header of a text file: below titles and a line of units, in up to three rows. */
final class TextFile {
  private static final int LOOKED_AT = 1 << 16;

  private record Head(List<List<String>> rows, List<Long> offsets, List<Long> lines) {}

  private TextFile() {}

  static RawFile open(Path file, FileScan scan, Contract contract, String table) {
    Contract.Table of = contract.table(table);
    Head head = head(file, scan);
    Optional<HeaderFinder.Block> block =
        new HeaderFinder(of, contract.settings().declaration(scan.name())).find(head.rows());
    FileScan placed = block.map(b -> placed(scan, b, head)).orElse(scan);
    Caption caption = block.map(b -> new Caption("", b.units(), b.unitLine())).orElse(Caption.NONE);
    return new RawFile(
        placed,
        List.of(LayoutBuilder.of(placed, contract, table, caption)),
        List.of(SheetPlan.NONE));
  }

  private static FileScan placed(FileScan scan, HeaderFinder.Block block, Head head) {
    boolean asScanned = block.first() == 0 && block.data() == 1;
    if (asScanned || block.data() >= head.offsets().size()) {
      return scan;
    }
    List<String> cells = new ArrayList<>(block.names());
    int written = head.rows().get(block.first()).size();
    while (cells.size() < written) {
      cells.add("");
    }
    return scan.withHeader(
        cells,
        head.lines().get(block.first()),
        head.offsets().get(block.data()),
        head.lines().get(block.data()));
  }

  /** The rows that the header is looked for in, and where each starts. */
  private static Head head(Path file, FileScan scan) {
    byte[] bytes = bytes(file, scan.size());
    var head = new Head(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    int at = Magic.bom(bytes, bytes.length);
    long line = 1;
    while (at >= 0 && at < bytes.length && head.rows().size() < HeaderFinder.LOOKED_AT) {
      int end = RowReader.end(bytes, at, bytes.length, scan.separator());
      end = end < 0 && bytes.length == scan.size() ? bytes.length : end;
      if (end < 0) {
        break;
      }
      List<String> cells = new ArrayList<>();
      String text = new String(bytes, at, RowReader.trimmed(bytes, at, end) - at, scan.decoder());
      if (line >= scan.headerLine() && RowReader.split(text, scan.separator(), cells) == null) {
        head.rows().add(cells);
        head.offsets().add((long) at);
        head.lines().add(line);
      }
      for (int i = at; i < end; i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      at = end;
    }
    return head;
  }

  private static byte[] bytes(Path file, long size) {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(size, LOOKED_AT));
    try (FileChannel channel = FileChannel.open(file)) {
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // reads until the buffer is full or the file ends
      }
      return java.util.Arrays.copyOf(buffer.array(), buffer.position());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
