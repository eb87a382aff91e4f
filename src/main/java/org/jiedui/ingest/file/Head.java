package org.jiedui.ingest.file;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The beginning of a file: byte order mark, separator and header row, before its encoding is known.
 *
 * @param bom bytes of the byte order mark
 * @param line 1-based line of the header
 * @param bytes the header row without its line end
 * @param dataOffset where the first row after it starts
 */
record Head(int bom, char separator, long line, byte[] bytes, long dataOffset, long dataLine) {
  private static final char[] SEPARATORS = {',', '\t', ';'};

  static Head of(Path file, byte[] b, int end) {
    Magic.check(file, b, end);
    int bom = Magic.bom(b, end);
    int start = bom;
    long line = 1;
    while (start < end && isBlankLine(b, start, end)) {
      start = lineEnd(b, start, end);
      line++;
    }
    if (start >= end) {
      throw FileProblems.empty(file);
    }
    char separator = separator(b, start, lineEnd(b, start, end));
    int after = RowReader.end(b, start, end, separator);
    int next = after < 0 ? end : after;
    byte[] header = Arrays.copyOfRange(b, start, RowReader.trimmed(b, start, next));
    return new Head(bom, separator, line, header, next, line + feeds(b, start, next));
  }

  /** Cells of the header as written. */
  List<String> cells(Path file, Encoding encoding, IngestSettings.Limits limits) {
    String text = new String(bytes, Charset.forName(encoding.charset()));
    List<String> cells = new ArrayList<>();
    if (RowReader.split(text, separator, cells) != null) {
      throw FileProblems.header(file, line, text);
    }
    if (cells.size() > limits.columns()) {
      throw FileProblems.limit(file, "columns", limits.columns(), cells.size());
    }
    return cells;
  }

  /** The separator that stands most often outside quotes in the header; a comma when none does. */
  private static char separator(byte[] b, int start, int end) {
    int[] counts = new int[SEPARATORS.length];
    boolean quoted = false;
    for (int i = start; i < end; i++) {
      quoted ^= b[i] == '"';
      for (int s = 0; s < SEPARATORS.length && !quoted; s++) {
        counts[s] += b[i] == SEPARATORS[s] ? 1 : 0;
      }
    }
    int best = 0;
    for (int s = 1; s < SEPARATORS.length; s++) {
      best = counts[s] > counts[best] ? s : best;
    }
    return SEPARATORS[best];
  }

  private static boolean isBlankLine(byte[] b, int start, int end) {
    for (int i = start; i < end && b[i] != '\n'; i++) {
      if (b[i] != ' ' && b[i] != '\t' && b[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private static int lineEnd(byte[] b, int start, int end) {
    int i = start;
    while (i < end && b[i] != '\n') {
      i++;
    }
    return Math.min(end, i + 1);
  }

  private static long feeds(byte[] b, int start, int end) {
    long feeds = 0;
    for (int i = start; i < end; i++) {
      feeds += b[i] == '\n' ? 1 : 0;
    }
    return feeds;
  }
}
