package org.jiedui.job;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jiedui.message.Text;
import org.jiedui.page.ReportPage;
import org.jiedui.publish.Version;

/** The page that tells the story of a published version, as a file beside it. */
final class ReportExport {
  private final Path root;

  ReportExport(Path root) {
    this.root = root;
  }

  /**
   * Writes {@code report.html}.
   *
   * @param notice words that go with every number; empty for none
   */
  void write(Version version, Text title, Text notice, Printer printer) {
    byte[] html = new ReportPage(version, title, notice).html().getBytes(StandardCharsets.UTF_8);
    Path file = new ExportFolder(root, version).write("report.html", out -> out.write(html));
    printer.line(Text.of("报告网页(离线可用):" + file, "report as a page (opens offline): " + file));
  }
}
