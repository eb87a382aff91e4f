package org.jiedui.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.jiedui.export.page.Block;
import org.jiedui.export.page.HtmlPage;
import org.jiedui.figure.Figures;
import org.jiedui.figure.Published;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;
import org.jiedui.paper.Methods;
import org.jiedui.paper.Paragraph;
import org.jiedui.publish.Version;
import org.jiedui.report.PrintedKind;
import org.jiedui.report.PrintedTables;
import org.jiedui.table.Frame;
import org.jiedui.table.GapIndexRow;

/** The story of one version as a page that opens offline: figures, tables, quality, methods. */
public final class ReportPage {
  private static final Set<String> QUALITY = Set.of("ledger", "ledger-amounts", "reject-reason");

  private final Version version;
  private final Published published;
  private final Text title;
  private OptionalInt limit = OptionalInt.empty();

  /**
   * @param notice words that go with every number; empty for none
   */
  public ReportPage(Version version, Text notice) {
    String report = version.commit().report();
    this.version = version;
    this.published = Published.of(version, notice);
    this.title = Text.of("结对研究报告：" + report, "Report of the study " + report);
  }

  /** Days after which a reader is told that the report is old. */
  public ReportPage staleAfter(int days) {
    limit = OptionalInt.of(days);
    return this;
  }

  public String html() {
    Provenance provenance = new Provenance(version);
    HtmlPage page = new HtmlPage(title, provenance.lead());
    if (!published.notice().isEmpty()) {
      page.band(published.notice());
    }
    limit.ifPresent(page::staleAfter);
    return page.section("about", Text.of("这是什么", "What is shown"), provenance.blocks())
        .section("findings", Text.of("主要结果", "Findings"), new Findings(published).blocks())
        .section("figures", Text.of("图", "Figures"), figures())
        .section("tables", Text.of("表", "Tables"), tables())
        .section("quality", Text.of("数据质量与去向", "Data quality and ledger"), quality())
        .section("methods", Text.of("方法", "Methods"), methods())
        .section("messages", Text.of("消息", "Messages"), new Messages(published).blocks())
        .html();
  }

  private List<Block> figures() {
    List<Block> blocks = new ArrayList<>();
    Figures.drawn(published).forEach(figure -> blocks.add(new Block.Drawing(figure)));
    return blocks;
  }

  private List<Block> tables() {
    return printed(kind -> !QUALITY.contains(kind.id()));
  }

  private List<Block> quality() {
    return printed(kind -> QUALITY.contains(kind.id()));
  }

  private List<Block> printed(Predicate<PrintedKind> wanted) {
    List<Block> blocks = new ArrayList<>();
    PrintedTables.all().stream()
        .filter(wanted)
        .map(kind -> kind.print(version))
        .flatMap(Optional::stream)
        .forEach(table -> blocks.add(new Block.Printed(table)));
    return blocks;
  }

  /** As the exported methods section says it, with the works it cites. */
  private List<Block> methods() {
    return Methods.of(version, published.notice())
        .map(ReportPage::told)
        .orElseGet(
            () ->
                List.of(
                    new Block.Paragraph(
                        Text.of("该版本没有登记其设置。", "The version does not keep its settings."))));
  }

  private static List<Block> told(Methods methods) {
    List<Block> blocks = new ArrayList<>();
    for (Paragraph paragraph : methods.paragraphs()) {
      blocks.add(new Block.Heading(paragraph.heading()));
      blocks.add(new Block.Paragraph(Text.of(paragraph.in(Lang.ZH), paragraph.in(Lang.EN))));
    }
    blocks.add(new Block.Heading(Text.of("参考文献", "References")));
    blocks.add(
        new Block.Items(
            methods.references().stream().map(work -> Text.same(work.listed())).toList()));
    return blocks;
  }

  static int lastYear(Frame index) {
    int last = 0;
    for (int i = 0; i < index.size(); i++) {
      last = Math.max(last, (Integer) index.value(i, GapIndexRow.YEAR));
    }
    return last;
  }
}
