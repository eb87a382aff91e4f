package org.jiedui.ingest.file;

import java.nio.file.Path;
import org.jiedui.message.InputException;
import org.jiedui.message.Text;

/** Words for workbooks that are refused as a whole. */
final class WorkbookProblems {
  private WorkbookProblems() {}

  static InputException refused(Path file, Reason reason, Text found, Text fix) {
    Text summary =
        Text.of(
            reason.summary().zh() + ":" + found.zh(), reason.summary().en() + ": " + found.en());
    return FileProblems.refused(
        reason.problem(summary).at(FileProblems.name(file)).fix(fix.zh(), fix.en()));
  }

  static InputException unsupported(Path file, String what) {
    return refused(
        file,
        Reason.FMT_UNSUPPORTED,
        Text.of("内容为 " + what, "the content is " + what),
        Text.of(
            "在 Excel 或 WPS 中另存为 .xlsx(Excel 工作簿)",
            "save it as .xlsx (Excel workbook) in Excel or WPS"));
  }

  /** Opens as a workbook but does not hold together. */
  static InputException damaged(Path file, String zh, String en) {
    return refused(
        file,
        Reason.FMT_UNSUPPORTED,
        Text.of("工作簿已损坏," + zh, "the workbook is damaged, " + en),
        Text.of(
            "重新传送该文件,或在 Excel、WPS 中打开后另存为 .xlsx",
            "send the file again, or open it in Excel or WPS and save it as .xlsx"));
  }

  static InputException truncated(Path file) {
    return refused(
        file,
        Reason.FILE_TRUNCATED,
        Text.of("缺少文件尾部的目录", "its directory, which stands at the end, is missing"),
        Text.of(
            "重新传送该文件;其中任何内容都未使用,当前报告不变",
            "send the file again; nothing from it was used, the current report stays"));
  }

  static InputException otherDigest(Path file) {
    return refused(
        file,
        Reason.FILE_TRUNCATED,
        Text.of("与同名 .sha256 不符", "the .sha256 file next to it does not match"),
        Text.of(
            "重新传送该文件;其中任何内容都未使用,当前报告不变",
            "send the file again; nothing from it was used, the current report stays"));
  }

  static InputException encrypted(Path file) {
    return refused(
        file,
        Reason.FMT_ENCRYPTED,
        Text.of("需要密码", "it asks for a password"),
        Text.of("取消密码后另存为 .xlsx", "remove the password and save it as .xlsx"));
  }

  static InputException empty(Path file) {
    return FileProblems.refused(
        Reason.FILE_EMPTY
            .problem()
            .at(FileProblems.name(file))
            .fix("检查导出步骤后重新传送", "look at the export and send the file again"));
  }

  static InputException limit(
      Path file, Reason reason, String setting, String limit, String found) {
    return FileProblems.refused(
        reason
            .problem()
            .at(FileProblems.name(file))
            .expected(
                "limits." + setting + " = " + limit + ",实际 " + found,
                "limits." + setting + " = " + limit + ", found " + found)
            .fix(
                "确认文件无误后在 conf/ingest.conf 中修改 limits." + setting,
                "if the file is right, change limits." + setting + " in conf/ingest.conf"));
  }
}
