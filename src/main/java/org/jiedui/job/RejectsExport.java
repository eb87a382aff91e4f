package org.jiedui.job;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jiedui.export.CsvFormat;
import org.jiedui.export.TextSheet;
import org.jiedui.message.Text;
import org.jiedui.publish.Version;
import org.jiedui.report.TableReport;
import org.jiedui.table.Frame;
import org.jiedui.table.RejectRow;

/**
 * The rejects of a published version as files to be mended and handed back by {@code --fix}. They
 * are made from the version and may be made again.
 */
final class RejectsExport {
  /** A spreadsheet reads UTF-8 only behind this mark. */
  static final String MARK = "\uFEFF";

  private static final int MOST_ROWS = 1_000_000;
  private static final int MOST_OF_A_CODE = 1_000;

  private final Path root;

  RejectsExport(Path root) {
    this.root = root;
  }

  /** Writes the list of a version beside it; nothing when no row was rejected. */
  void write(Version version, Printer printer) {
    Frame rejects = version.read("rejects");
    if (rejects.size() == 0) {
      return;
    }
    Path folder =
        root.resolve(version.manifest().report())
            .resolve("exports")
            .resolve(String.format(Locale.ROOT, "%d", version.seq()));
    try {
      Files.createDirectories(folder);
      replace(folder.resolve("rejects.csv"), out -> out.write(csv(rejects)));
      Path file = folder.resolve("rejects.xlsx");
      replace(file, out -> sheet().write(out, rows(rejects)));
      printer.line(
          Text.of(
              "拒收清单(填写 fixed_value 或 decision 后用 --fix 交回):" + file + shortened(rejects, "zh"),
              "list of rejects (fill in fixed_value or decision, hand it back with --fix): "
                  + file
                  + shortened(rejects, "en")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] csv(Frame rejects) {
    return (MARK + CsvFormat.of(TableReport.of(rejects, List.of())))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static TextSheet sheet() {
    return new TextSheet(
        "rejects",
        Arrays.stream(RejectRow.values()).map(RejectRow::column).toList(),
        Set.of(
            RejectRow.FIXED_VALUE.ordinal(),
            RejectRow.DECISION.ordinal(),
            RejectRow.NOTE.ordinal()),
        Map.of(RejectRow.DECISION.ordinal(), List.of("fix", "drop")));
  }

  /** All rejects; where a sheet cannot hold them the first of each code. */
  private static List<List<String>> rows(Frame rejects) {
    Map<String, Integer> seen = new HashMap<>();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < rejects.size(); i++) {
      int number = seen.merge(rejects.text(i, RejectRow.CODES), 1, Integer::sum);
      if (rejects.size() <= MOST_ROWS || number <= MOST_OF_A_CODE) {
        rows.add(Arrays.stream(rejects.rows().get(i)).map(c -> Objects.toString(c, "")).toList());
      }
    }
    return rows;
  }

  private static String shortened(Frame rejects, String lang) {
    if (rejects.size() <= MOST_ROWS) {
      return "";
    }
    return lang.equals("zh")
        ? "(每个代码只列前 " + MOST_OF_A_CODE + " 行,全部见 rejects.csv)"
        : " (the first " + MOST_OF_A_CODE + " of each code; all of them are in rejects.csv)";
  }

  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private static void replace(Path file, Content content) throws IOException {
    Path draft = file.resolveSibling("." + UUID.randomUUID());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
      content.writeTo(out);
    }
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
