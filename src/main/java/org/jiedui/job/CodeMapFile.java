package org.jiedui.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jiedui.export.CsvFormat;
import org.jiedui.ingest.Input;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.report.CodeMapReport;
import org.jiedui.report.TableReport;
import org.jiedui.table.Frame;

/** The map of names as a file that a spreadsheet opens, and what is said about it. */
final class CodeMapFile {
  private final Path file;

  CodeMapFile(Path file) {
    this.file = file;
  }

  /** Writes a new file; one that is there may hold decisions and stays. */
  void write(Frame map) {
    String text = RejectsExport.MARK + CsvFormat.of(TableReport.of(map, List.of()));
    try {
      if (file.toAbsolutePath().getParent() != null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
      Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new InputException(
          ExitCode.USAGE,
          Problem.error("OUT_TAKEN", Text.of("目标文件已存在", "the file to write to exists"))
              .at(file.toString())
              .fix("用 --out 给出一个新文件名", "name a new file with --out"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void tell(Frame map, Printer printer) {
    if (!printer.forPeople()) {
      printer.whole(map);
      return;
    }
    if (map.size() == 0) {
      printer.line(Text.of("没有只有名称而无代码的行", "no row carries names without a code"));
      return;
    }
    printer.table(CodeMapReport.of(map));
    String input = "{ path = \"" + file.toAbsolutePath() + "\", table = " + Input.CODE_MAP + " }";
    printer.line(
        Text.of(
            "已写入 " + file + "。请在 decision 列填写 ok、代码或 drop,并把它列入研究的 inputs:" + input,
            "wrote "
                + file
                + "; fill in its column decision (ok, a code, or drop) and add to the inputs of the study: "
                + input));
  }
}
