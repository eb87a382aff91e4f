package org.jiedui.ingest.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jiedui.ingest.file.LineKinds.Kind;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** Words for files that are refused as a whole. */
final class FileProblems {
  private static final String EMPTY_ZH = "检查导出步骤后重新传送";
  private static final String EMPTY_EN = "look at the export and send the file again";

  private FileProblems() {}

  static InputException refused(Problem problem) {
    return new InputException(ExitCode.INPUT, problem);
  }

  static BasicFileAttributes attributes(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (attributes.isRegularFile() && Files.isReadable(file)) {
        return attributes;
      }
    } catch (IOException e) {
      // said below, in words
    }
    throw refused(
        Problem.error("FILE_UNREADABLE", Text.of("文件不存在或无法读取", "file is missing or cannot be read"))
            .at(file.toString())
            .expected("可读的普通文件", "a regular file that can be read")
            .fix("检查路径与读取权限", "check the path and the permission to read it"));
  }

  static void unchanged(Path file, BasicFileAttributes before, long read) {
    BasicFileAttributes after = attributes(file);
    if (before.size() != read
        || after.size() != before.size()
        || !after.lastModifiedTime().equals(before.lastModifiedTime())) {
      throw new InputException(
          ExitCode.TEMPORARY,
          Reason.FILE_CHANGED
              .problem()
              .at(name(file))
              .fix("文件写完后再运行", "run again when it is complete"));
    }
  }

  static InputException empty(Path file) {
    return refused(Reason.FILE_EMPTY.problem().at(name(file)).fix(EMPTY_ZH, EMPTY_EN));
  }

  static InputException headerOnly(Path file) {
    Text summary = Text.of("文件只有表头,没有数据行", "file holds a header and no row of data");
    return refused(Reason.FILE_EMPTY.problem(summary).at(name(file)).fix(EMPTY_ZH, EMPTY_EN));
  }

  static InputException header(Path file, long line, String text) {
    return refused(
        Reason.TXT_QUOTE
            .problem(Text.of("表头的引号位置有误", "a quote of the header stands in the wrong place"))
            .at(name(file) + ":" + line)
            .showing(Excerpt.line(line, text))
            .fix("引号只能包住整个单元格", "let quotes enclose whole cells only"));
  }

  static InputException nul(Path file, long line) {
    return refused(
        Reason.TXT_NUL
            .problem()
            .at(name(file) + ":" + line)
            .fix("另存为 UTF-8 的 CSV", "save it as CSV in UTF-8"));
  }

  static InputException returnsOnly(Path file) {
    return refused(
        Reason.TXT_CR_ONLY
            .problem()
            .at(name(file))
            .fix(
                "转换换行:tr '\\r' '\\n' < " + name(file),
                "convert the line ends: tr '\\r' '\\n' < " + name(file)));
  }

  static InputException unknown(Path file, LineKinds.Line line) {
    return refused(
        Reason.ENC_UNKNOWN
            .problem()
            .at(name(file) + ":" + line.number())
            .showing(Excerpt.line(line.number(), Excerpt.escaped(line.bytes())))
            .expected("UTF-8 或 GB18030", "UTF-8 or GB18030")
            .fix("在原程序中另存为 UTF-8", "save it as UTF-8 in the program it comes from"));
  }

  static InputException mixed(Path file, LineKinds kinds) {
    LineKinds.Line gb = kinds.first(Kind.GB18030);
    LineKinds.Line utf8 = kinds.first(Kind.UTF8);
    String width = Long.toString(gb.number());
    return refused(
        Reason.ENC_MIXED
            .problem()
            .at(name(file))
            .showing(
                utf8 == null ? "UTF-8: BOM" : shown(utf8, Encoding.UTF_8, width.length()),
                shown(gb, Encoding.GB18030, width.length()))
            .fix(mixedFixZh(file, kinds), mixedFixEn(file, kinds)));
  }

  private static String shown(LineKinds.Line line, String charset, int width) {
    return String.format("%" + width + "d | %-7s | ", line.number(), charset)
        + Encoding.shown(line.bytes(), charset);
  }

  private static boolean isAppended(LineKinds kinds) {
    return kinds.last(Kind.UTF8) < kinds.first(Kind.GB18030).number();
  }

  private static String lines(LineKinds kinds) {
    return kinds.first(Kind.GB18030).number() + "-" + kinds.last(Kind.GB18030);
  }

  private static String command(Path file, LineKinds kinds) {
    String range = kinds.first(Kind.GB18030).number() + ",$";
    return "sed -n '" + range + "p' " + name(file) + " | iconv -f GB18030 -t UTF-8 > part2.csv";
  }

  private static String mixedFixZh(Path file, LineKinds kinds) {
    return isAppended(kinds)
        ? "把第 " + lines(kinds) + " 行单独存为文件并转码:" + command(file, kinds)
        : "GB18030 行在第 " + lines(kinds) + " 行之间与 UTF-8 行交错;请在原程序中按同一编码重新导出";
  }

  private static String mixedFixEn(Path file, LineKinds kinds) {
    return isAppended(kinds)
        ? "split the appended part (lines "
            + lines(kinds)
            + ") and convert it: "
            + command(file, kinds)
        : "GB18030 lines stand among UTF-8 lines ("
            + lines(kinds)
            + "); export the file again in one encoding";
  }

  static InputException truncated(
      Path file, Encoding encoding, LineScan scan, byte[] tail, long size) {
    long line = scan.isOpen() ? scan.openedLine() : scan.lines();
    String what = scan.isOpen() ? "a quoted cell is never closed" : "cut inside a character";
    String whatZh = scan.isOpen() ? "引号没有结束" : "在一个字符中间结束";
    return cut(
        file,
        line,
        scan.lines(),
        Excerpt.tail(tail, encoding.charset()),
        size,
        Text.of(whatZh, what));
  }

  static InputException otherDigest(Path file, FileScan scan) {
    String last = Excerpt.tail(file, scan);
    Text what = Text.of("与同名 .sha256 不符", "the .sha256 file next to it does not match");
    return cut(file, scan.lines(), scan.lines(), last, scan.size(), what);
  }

  private static InputException cut(
      Path file, long line, long lastLine, String tail, long size, Text what) {
    Text bytes = Excerpt.size(size);
    return refused(
        Reason.FILE_TRUNCATED
            .problem()
            .at(name(file) + ":" + line)
            .showing(Excerpt.line(lastLine, tail))
            .expected(
                "完整的文件;实际 " + bytes.zh() + "," + what.zh(),
                "a whole file; found " + bytes.en() + "; " + what.en())
            .because(
                "若照读,最后一个值会被当作“" + Excerpt.lastCell(tail) + "”,而真值可能更长",
                "the last value would be read as `"
                    + Excerpt.lastCell(tail)
                    + "` although the true one may be longer")
            .fix(
                "重新传送该文件;其中任何内容都未使用,当前报告不变",
                "send the file again; nothing from it was used, the current report stays"));
  }

  static InputException limit(Path file, String setting, long limit, long found) {
    return refused(
        Reason.LIMIT_SIZE
            .problem()
            .at(name(file))
            .expected(
                "limits." + setting + " = " + limit + ",实际 " + found,
                "limits." + setting + " = " + limit + ", found " + found)
            .fix(
                "确认文件无误后在 conf/ingest.conf 中提高 limits." + setting,
                "if the file is right, raise limits." + setting + " in conf/ingest.conf"));
  }

  /** A line that starts at {@code from}, as far as it has been read. */
  static InputException longLine(
      Path file, byte[] bytes, int from, int end, LineScan lines, IngestSettings.Limits limits) {
    boolean returns = false;
    int at = from;
    while (at < end && bytes[at] != '\n') {
      returns |= bytes[at++] == '\r';
    }
    return returns && lines == null && at == end
        ? returnsOnly(file)
        : limit(file, "line-bytes", limits.lineBytes(), at - from);
  }

  static InputException longQuote(Path file, LineScan lines, IngestSettings.Limits limits) {
    return limit(
        file.resolveSibling(name(file) + ":" + lines.openedLine()),
        "line-bytes",
        limits.lineBytes(),
        lines.longestQuote());
  }

  static String name(Path file) {
    return file.getFileName().toString();
  }
}
