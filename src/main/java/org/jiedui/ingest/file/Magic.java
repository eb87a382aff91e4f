package org.jiedui.ingest.file;

import java.nio.file.Path;
import java.util.Locale;
import org.jiedui.message.Text;

/** What the first bytes of a file say it is. */
final class Magic {
  private Magic() {}

  /** Bytes of a UTF-8 byte order mark: 3 or 0. */
  static int bom(byte[] b, int end) {
    return end >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF ? 3 : 0;
  }

  /** Refuses what is not text, with the way out. */
  static void check(Path file, byte[] b, int end) {
    if (starts(b, end, 0xFF, 0xFE) || starts(b, end, 0xFE, 0xFF)) {
      throw refused(
          file, Reason.FMT_UNSUPPORTED, "UTF-16", "另存为 UTF-8 的 CSV", "save it as CSV in UTF-8");
    }
    if (starts(b, end, 'P', 'K', 3, 4)) {
      throw workbook(file, "XLSX", ".xlsx");
    }
    if (starts(b, end, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw workbook(file, "XLS", ".xls");
    }
    if (starts(b, end, 'P', 'A', 'R', '1')) {
      throw workbook(file, "Parquet", ".parquet");
    }
    if (starts(b, end, 0x1F, 0x8B)) {
      throw refused(file, Reason.FMT_UNSUPPORTED, "gzip", "先解压:gunzip", "unpack it first: gunzip");
    }
  }

  private static RuntimeException workbook(Path file, String found, String extension) {
    boolean said = file.toString().toLowerCase(Locale.ROOT).endsWith(extension);
    return refused(
        file,
        said ? Reason.FMT_UNSUPPORTED : Reason.FMT_MISMATCH,
        found,
        "在 Excel 或 WPS 中另存为 CSV UTF-8",
        "save it as CSV UTF-8 in Excel or WPS");
  }

  private static RuntimeException refused(
      Path file, Reason reason, String found, String zh, String en) {
    Text summary =
        Text.of(
            reason.summary().zh() + ":内容为 " + found,
            reason.summary().en() + ": the content is " + found);
    return FileProblems.refused(
        reason.problem(summary).at(file.getFileName().toString()).fix(zh, en));
  }

  static boolean starts(byte[] b, int end, int... magic) {
    if (end < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((b[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
