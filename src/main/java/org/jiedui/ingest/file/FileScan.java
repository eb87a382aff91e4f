package org.jiedui.ingest.file;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.List;

/**
 * What one pass over the bytes of a file tells, before any value is read.
 *
 * @param name file name, without its folder
 * @param charset {@code UTF-8} or {@code GB18030}; empty for a workbook or Parquet
 * @param encodingEvidence what decided the encoding, for people ("BOM", "line 2: 岷县,2015,100")
 * @param separator comma, tab or semicolon
 * @param header cells of the header row, as written
 * @param headerLine 1-based line of the header
 * @param dataOffset byte offset of the first row after the header
 * @param dataLine 1-based line of the first row after the header
 * @param sha256 hex digest of all bytes
 * @param size bytes
 * @param lines line ends plus one when the last line has none
 * @param starts byte offsets where rows start, about every 32 MiB; the first is dataOffset
 * @param startLines the 1-based lines of {@code starts}
 * @param finalNewline false when the last line has no line end
 */
public record FileScan(
    String name,
    String charset,
    String encodingEvidence,
    char separator,
    List<String> header,
    long headerLine,
    long dataOffset,
    long dataLine,
    String sha256,
    long size,
    long lines,
    long[] starts,
    long[] startLines,
    boolean finalNewline)
    implements Serializable {

  public FileScan {
    header = List.copyOf(header);
  }

  /** The same file with its header elsewhere, and data from a later row on. */
  FileScan withHeader(List<String> cells, long line, long offset, long firstLine) {
    long[] from = starts.clone();
    long[] lineOf = startLines.clone();
    from[0] = offset;
    lineOf[0] = firstLine;
    return new FileScan(
        name,
        charset,
        encodingEvidence,
        separator,
        cells,
        line,
        offset,
        firstLine,
        sha256,
        size,
        lines,
        from,
        lineOf,
        finalNewline);
  }

  /** The same with other words on its encoding. */
  FileScan withEvidence(String words) {
    return new FileScan(
        name,
        charset,
        words,
        separator,
        header,
        headerLine,
        dataOffset,
        dataLine,
        sha256,
        size,
        lines,
        starts,
        startLines,
        finalNewline);
  }

  public Charset decoder() {
    return Charset.forName(charset);
  }

  /** Number of ranges the file can be read in. */
  public int ranges() {
    return starts.length;
  }

  /** Byte offset at which a range ends: the start of the next one, or the end of the file. */
  public long end(int range) {
    return range + 1 < starts.length ? starts[range + 1] : size;
  }
}
