package org.jiedui.ingest.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jiedui.ingest.file.LineKinds.Kind;

/**
 * The encoding of a file and what decided it: byte order mark, else UTF-8 when every line is, else
 * GB18030 when every line is.
 */
record Encoding(String charset, String evidence) {
  static final String UTF_8 = "UTF-8";
  static final String GB18030 = "GB18030";

  /** Decides, or refuses the file with the reason. */
  static Encoding of(Path file, Head head, LineScan scan, byte[] tail, long size) {
    LineKinds kinds = scan.kinds();
    if (scan.nulLine() > 0) {
      throw FileProblems.nul(file, scan.nulLine());
    }
    boolean crOnly = Bytes.indexOfLoneReturn(head.bytes()) >= 0 && head.bytes()[0] != '"';
    if (crOnly) {
      throw FileProblems.returnsOnly(file);
    }
    Encoding encoding = decide(file, head, scan, kinds);
    if (scan.isOpen() || isCut(encoding, scan)) {
      throw FileProblems.truncated(file, encoding, scan, tail, size);
    }
    if (head.dataOffset() >= size) {
      throw FileProblems.headerOnly(file);
    }
    return encoding;
  }

  private static Encoding decide(Path file, Head head, LineScan scan, LineKinds kinds) {
    long utf8 = kinds.count(Kind.UTF8);
    long gb = kinds.count(Kind.GB18030);
    if (gb > 0 && (utf8 > 0 || head.bom() > 0)) {
      throw FileProblems.mixed(file, kinds);
    }
    if (gb > 0 && !scan.isChinese()) {
      throw FileProblems.unknown(file, kinds.first(Kind.GB18030));
    }
    Kind kind =
        gb > 0 || utf8 == 0 && head.bom() == 0 && cutGbOnly(scan) ? Kind.GB18030 : Kind.UTF8;
    boolean isText = head.bom() > 0 || kinds.count(kind) > 0 || kinds.count(Kind.NEITHER) == 0;
    if (!isText || head.bom() == 0 && !kinds.fewDamaged(kind)) {
      throw FileProblems.unknown(file, kinds.first(Kind.NEITHER));
    }
    String charset = kind == Kind.GB18030 ? GB18030 : UTF_8;
    return new Encoding(charset, head.bom() > 0 ? "BOM" : evidence(kinds.first(kind), charset));
  }

  /** The last line is the only evidence, and cut inside a character of GB18030 alone. */
  private static boolean cutGbOnly(LineScan scan) {
    return scan.cutGb18030() == Bytes.CUT && scan.cutUtf8() == Bytes.BAD;
  }

  private static boolean isCut(Encoding encoding, LineScan scan) {
    return encoding.charset().equals(GB18030)
        ? scan.cutGb18030() == Bytes.CUT
        : scan.cutUtf8() == Bytes.CUT;
  }

  private static String evidence(LineKinds.Line line, String charset) {
    return line == null
        ? "ASCII"
        : line.number()
            + ": "
            + new String(line.bytes(), Charset.forName(charset)).replaceAll("\uFFFD", "");
  }

  /** The bytes as text for people: by the encoding, else one character a byte. */
  static String shown(byte[] bytes, String charset) {
    return new String(
        bytes, charset.isEmpty() ? StandardCharsets.ISO_8859_1 : Charset.forName(charset));
  }
}
