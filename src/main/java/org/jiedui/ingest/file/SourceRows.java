package org.jiedui.ingest.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Rows of one file as they were delivered, by their number and offset. Rows of a workbook have no
 * place in the bytes: a sheet is read once for all that are announced.
 */
public final class SourceRows implements Closeable {
  private final Path file;
  private final List<Layout> layouts;
  private final Map<Long, String> announced = new HashMap<>();
  private FileChannel channel;

  /**
   * @param layouts how the file is read: one, or one for each of its sheets
   */
  public SourceRows(Path file, List<Layout> layouts) {
    this.file = file;
    this.layouts = List.copyOf(layouts);
  }

  /** The layout that a row is read by. */
  public static Layout layout(List<Layout> layouts, long line) {
    Layout found = layouts.get(0);
    for (Layout layout : layouts) {
      found = layout.sheet().base() < line ? layout : found;
    }
    return found;
  }

  /** Says which rows will be asked for; nobody asks where the file is text. */
  public void announce(Supplier<Set<Long>> lines) {
    List<Layout> sheets = layouts.stream().filter(l -> !l.sheet().isText()).toList();
    if (!sheets.isEmpty()) {
      Set<Long> asked = lines.get();
      sheets.forEach(layout -> announced.putAll(SheetFile.lines(file, layout, asked)));
    }
  }

  /** The row on a line, which starts at a byte offset where the file is text. */
  public SourceRow at(long line, long offset) {
    Layout layout = layout(layouts, line);
    if (layout.sheet().isText()) {
      return SourceRow.at(channel(), layout, offset);
    }
    if (!announced.containsKey(line)) {
      announce(() -> Set.of(line));
    }
    return SourceRow.of(announced.getOrDefault(line, ""), layout);
  }

  private FileChannel channel() {
    try {
      channel = channel == null ? FileChannel.open(file) : channel;
      return channel;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
