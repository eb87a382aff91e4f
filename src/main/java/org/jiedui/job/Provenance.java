package org.jiedui.job;

import java.util.ArrayList;
import java.util.List;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.publish.Commit;
import org.jiedui.publish.Version;
import org.jiedui.table.Status;

/**
 * What is printed with every table of a version: its source, its number, and that it is invented.
 */
final class Provenance {
  static final String NOTICE = "jiedui.notice";
  private static final String BETWEEN = " / ";

  private final Version version;
  private final Text notice;

  Provenance(Version version) {
    this.version = version;
    this.notice = version.fact(NOTICE).map(Provenance::parsed).orElse(Text.NONE);
  }

  /** As the footer of a table holds words in both languages. */
  static String joined(Text text) {
    return text.zh() + BETWEEN + text.en();
  }

  private static Text parsed(String both) {
    int at = both.indexOf(BETWEEN);
    return at < 0
        ? Text.same(both)
        : Text.of(both.substring(0, at), both.substring(at + BETWEEN.length()));
  }

  /** Words that go with every number, such as that they are synthetic; empty for none. */
  Text notice() {
    return notice;
  }

  PaperTable on(PaperTable table) {
    PaperTable told = table.noted(meanings(table)).from(source(), version());
    return notice.isEmpty() ? told : told.captioned(notice);
  }

  Text source() {
    int files = version.manifest().inputs().files().size();
    String report = version.commit().report();
    return Text.of(
        "研究 " + report + " 的 " + files + " 个输入文件，经结对整理计算。",
        files + " input files of the study " + report + ", computed by Jiedui.");
  }

  Text version() {
    Commit c = version.commit();
    String print = c.fingerprint().substring(0, 12);
    return Text.of(
        "数据版本："
            + c.report()
            + " 第 "
            + c.seq()
            + " 版，截至 "
            + c.asOf()
            + "，指纹 "
            + print
            + "，程序 jiedui "
            + c.codeVersion()
            + "。",
        "Data version: "
            + c.report()
            + " "
            + c.seq()
            + ", as of "
            + c.asOf()
            + ", fingerprint "
            + print
            + ", jiedui "
            + c.codeVersion()
            + ".");
  }

  /** Codes of missing values that no note of the table explains. */
  private static List<Text> meanings(PaperTable table) {
    List<Text> notes = new ArrayList<>();
    for (String code : table.absentCodes()) {
      boolean told = table.notes().stream().anyMatch(note -> note.en().contains(code));
      Status.of(code)
          .filter(status -> !told && !status.meaning().isEmpty())
          .ifPresent(
              status ->
                  notes.add(
                      Text.of(
                          status + "：" + status.meaning().zh() + "。",
                          status + ": " + status.meaning().en() + ".")));
    }
    return notes;
  }
}
