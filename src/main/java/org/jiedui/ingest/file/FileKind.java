package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jiedui.message.Text;

/** What a file is: by its first bytes, then by its extension; the two must agree. */
enum FileKind {
  TEXT(""),
  XLSX(".xlsx"),
  XLS(".xls"),
  PARQUET(".parquet");

  private static final Set<String> NEVER = Set.of("xlsb", "et", "ett", "ods", "numbers", "dbf");
  private static final Set<String> WORKBOOKS = Set.of("xlsx", "xlsm", "xls", "parquet");
  private static final int HEAD = 512;

  private final String extension;

  FileKind(String extension) {
    this.extension = extension;
  }

  /** The kind of a file that can be read; any other is refused with the way out. */
  static FileKind of(Path file) {
    FileProblems.attributes(file);
    byte[] head = head(file);
    String said = extension(file);
    FileKind found = byContent(head);
    if (NEVER.contains(said)) {
      throw WorkbookProblems.unsupported(file, "." + said);
    }
    if (found == TEXT) {
      return text(file, head, said);
    }
    if (!found.isNamed(said)) {
      throw found == XLS && XlsFile.isEncrypted(file)
          ? WorkbookProblems.encrypted(file)
          : mismatch(file, found.name(), found.extension);
    }
    return found;
  }

  private static FileKind byContent(byte[] head) {
    if (Magic.starts(head, head.length, 'P', 'K', 3, 4)) {
      return XLSX;
    }
    if (Magic.starts(head, head.length, 0xD0, 0xCF, 0x11, 0xE0)) {
      return XLS;
    }
    return Magic.starts(head, head.length, 'P', 'A', 'R', '1') ? PARQUET : TEXT;
  }

  private boolean isNamed(String said) {
    return extension.equals("." + said) || this == XLSX && said.equals("xlsm");
  }

  private static FileKind text(Path file, byte[] head, String said) {
    if (!WORKBOOKS.contains(said)) {
      return TEXT;
    }
    if (head.length == 0) {
      throw WorkbookProblems.empty(file);
    }
    if (head.length < 4) {
      throw WorkbookProblems.truncated(file);
    }
    String start =
        new String(head, StandardCharsets.ISO_8859_1)
            .replaceFirst("^(\u00EF\u00BB\u00BF)?\\s*", "");
    if (start.startsWith("<")) {
      throw WorkbookProblems.unsupported(file, "HTML/XML");
    }
    if (Magic.starts(head, head.length, 0xFF, 0xFE)
        || Magic.starts(head, head.length, 0xFE, 0xFF)) {
      throw WorkbookProblems.unsupported(file, "UTF-16");
    }
    throw mismatch(file, said.equals("parquet") ? "not Parquet" : "text", ".csv");
  }

  private static RuntimeException mismatch(Path file, String found, String extension) {
    return WorkbookProblems.refused(
        file,
        Reason.FMT_MISMATCH,
        Text.of("内容为 " + found, "the content is " + found),
        Text.of(
            "确认内容后把扩展名改为 " + extension,
            "look at the content and rename it to end in " + extension));
  }

  private static byte[] head(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String extension(Path file) {
    String name = FileProblems.name(file).toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
