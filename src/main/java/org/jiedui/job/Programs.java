package org.jiedui.job;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jiedui.message.Text;

/** Programs of other people that are of use beside ours; no result needs one. */
final class Programs {
  static final Text NOT_FOUND = Text.of("未找到", "not found");

  private Programs() {}

  static List<Finding> findings() {
    return List.of(
        program("R", Text.of("在 R 中读取结果", "reads the results in R"), "Rscript"),
        program("XeLaTeX", Text.of("排版导出的表格", "typesets exported tables"), "xelatex"),
        program(
            "LibreOffice", Text.of("查看导出的 DOCX、XLSX", "shows exported DOCX and XLSX"), "soffice"),
        program(
            "Chromium",
            Text.of("打印 HTML 报告", "prints the HTML report"),
            "chromium",
            "chromium-browser",
            "google-chrome"));
  }

  static Finding program(String name, Text use, String... commands) {
    Text optional = Text.of("可选," + use.zh(), "optional, " + use.en());
    return Arrays.stream(commands)
        .map(Programs::onPath)
        .flatMap(Optional::stream)
        .findFirst()
        .map(file -> Finding.good(Text.same(name), file.toString()).with(optional))
        .orElseGet(() -> Finding.note(Text.same(name), NOT_FOUND, optional));
  }

  static Optional<Path> onPath(String command) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(dir -> !dir.isEmpty())
        .map(dir -> Path.of(dir, command))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
