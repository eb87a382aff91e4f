package org.jiedui.job;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jiedui.export.CsvFormat;
import org.jiedui.export.TextSheet;
import org.jiedui.ingest.Rejects;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.Report;
import org.jiedui.publish.TableFile;
import org.jiedui.publish.Version;
import org.jiedui.report.TableReport;
import org.jiedui.table.Frame;
import org.jiedui.table.RejectRow;

/**
 * The rejects of a published version as files to be mended and handed back by {@code --fix}. They
 * are made from the version, row by row, and may be made again.
 */
final class RejectsExport {
  /** A spreadsheet reads UTF-8 only behind this mark. */
  static final String MARK = "\uFEFF";

  private static final int PIECE = 1_000;

  private final Report report;
  private final Most most;

  /**
   * What a sheet is to hold.
   *
   * @param rows up to so many all of them
   * @param ofCode beyond it so many of each code, the first
   */
  record Most(long rows, int ofCode) {
    static final Most SHEET = new Most(1_000_000, 1_000);
  }

  RejectsExport(Report report) {
    this(report, Most.SHEET);
  }

  RejectsExport(Report report, Most most) {
    this.report = report;
    this.most = most;
  }

  /**
   * Writes the list of a version beside it, unless it is there: somebody may be filling it in.
   * Nothing when no row was rejected.
   */
  void write(Version version, Printer printer) {
    long size = version.size(Rejects.TABLE);
    if (size == 0) {
      return;
    }
    String folder = "exports/" + version.seq();
    try {
      String file = folder + "/rejects.xlsx";
      if (!report.hasExport(file)) {
        report.export(folder + "/rejects.csv", out -> csv(version, out));
        report.export(file, out -> sheet(version, size, out));
      }
      String path = report.place(file);
      printer.line(
          Text.of(
              "拒收清单(填写 fixed_value 或 decision 后用 --fix 交回):" + path + shortened(size, "zh"),
              "list of rejects (fill in fixed_value or decision, hand it back with --fix): "
                  + path
                  + shortened(size, "en")));
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

  private static void csv(Version version, OutputStream out) throws IOException {
    Frame none = Frame.view(Rejects.TABLE, Rejects.fields(), List.of());
    write(out, MARK + CsvFormat.of(TableReport.of(none, List.of())));
    try (TableFile.Rows rows = version.rows(Rejects.TABLE)) {
      for (List<Object[]> piece = piece(rows); !piece.isEmpty(); piece = piece(rows)) {
        Frame frame = Frame.view(Rejects.TABLE, Rejects.fields(), piece);
        write(out, CsvFormat.rows(TableReport.of(frame, List.of())));
      }
    }
  }

  private static List<Object[]> piece(TableFile.Rows rows) throws IOException {
    List<Object[]> piece = new ArrayList<>();
    for (Object[] row = rows.next(); row != null; row = rows.next()) {
      piece.add(row);
      if (piece.size() == PIECE) {
        break;
      }
    }
    return piece;
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private void sheet(Version version, long size, OutputStream out) throws IOException {
    try (TableFile.Rows rows = version.rows(Rejects.TABLE)) {
      form()
          .write(
              out, () -> new Listed(rows, size <= most.rows() ? Integer.MAX_VALUE : most.ofCode()));
    }
  }

  private static TextSheet form() {
    return new TextSheet(
        "rejects",
        Arrays.stream(RejectRow.values()).map(RejectRow::column).toList(),
        Set.of(
            RejectRow.FIXED_VALUE.ordinal(),
            RejectRow.DECISION.ordinal(),
            RejectRow.NOTE.ordinal()),
        Map.of(RejectRow.DECISION.ordinal(), List.of("fix", "drop")));
  }

  /** The rows of a sheet: of each code no more than the first so many. */
  private static final class Listed implements Iterator<List<String>> {
    private final TableFile.Rows rows;
    private final int mostOfCode;
    private final Map<String, Integer> seen = new HashMap<>();
    private Object[] next;

    Listed(TableFile.Rows rows, int mostOfCode) {
      this.rows = rows;
      this.mostOfCode = mostOfCode;
      step();
    }

    private void step() {
      try {
        do {
          next = rows.next();
        } while (next != null
            && seen.merge((String) next[RejectRow.CODES.ordinal()], 1, Integer::sum) > mostOfCode);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public List<String> next() {
      if (next == null) {
        throw new NoSuchElementException();
      }
      List<String> row = Arrays.stream(next).map(c -> Objects.toString(c, "")).toList();
      step();
      return row;
    }
  }

  private String shortened(long size, String lang) {
    if (size <= most.rows()) {
      return "";
    }
    return lang.equals("zh")
        ? "(每个代码只列前 " + most.ofCode() + " 行,全部见 rejects.csv)"
        : " (the first " + most.ofCode() + " of each code; all of them are in rejects.csv)";
  }
}
