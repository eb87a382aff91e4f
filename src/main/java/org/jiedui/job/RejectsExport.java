package org.jiedui.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jiedui.export.CsvFormat;
import org.jiedui.export.TextSheet;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.Report;
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

  private final Report report;

  RejectsExport(Report report) {
    this.report = report;
  }

  /** Writes the list of a version beside it; nothing when no row was rejected. */
  void write(Version version, Printer printer) {
    Frame rejects = version.read("rejects");
    if (rejects.size() == 0) {
      return;
    }
    String folder = "exports/" + version.seq();
    try {
      report.export(folder + "/rejects.csv", out -> out.write(csv(rejects)));
      String file = folder + "/rejects.xlsx";
      report.export(file, out -> sheet().write(out, rows(rejects)));
      String path = report.place(file);
      printer.line(
          Text.of(
              "拒收清单(填写 fixed_value 或 decision 后用 --fix 交回):" + path + shortened(rejects, "zh"),
              "list of rejects (fill in fixed_value or decision, hand it back with --fix): "
                  + path
                  + shortened(rejects, "en")));
    } catch (IOException | UncheckedIOException | InputException e) {
      printer.problem(failed(folder, e));
    }
  }

  /** The version is published, whatever becomes of files that are made from it. */
  private static Problem failed(String folder, Exception e) {
    String cause = e.getMessage();
    return Problem.warning(
            "EXPORT_FAILED",
            Text.of("未能写出拒收清单:" + cause, "the list of rejects was not written: " + cause))
        .at(folder);
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
}
