package org.jiedui.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.jiedui.export.page.Block;
import org.jiedui.export.page.HtmlPage;
import org.jiedui.figure.FigureKind;
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
  private static final Set<String> QUALITY =
      Set.of("ledger", "ledger-amounts", "ledger-stages", "reject-reason");

  /** A question with the figures and tables that answer it; what no topic has stands by itself. */
  private record Topic(String id, Text title, Set<String> figures, Set<String> tables) {}

  private static final List<Topic> TOPICS =
      List.of(
          new Topic(
              "how-sure",
              Text.of("倍数有多可靠", "How sure are the multiples?"),
              Set.of("conventions", "its", "event-study", "placebo", "decomposition"),
              Set.of(
                  "effect-reading",
                  "effect-interval",
                  "effect-convention",
                  "effect-trend",
                  "effect-event",
                  "effect-placebo",
                  "effect-decomposition",
                  "effect-contribution")),
          new Topic(
              "inequality",
              Text.of("地区差异与收敛", "Inequality and convergence"),
              Set.of("inequality-parts", "transition", "moran"),
              Set.of(
                  "inequality",
                  "inequality-parts",
                  "convergence",
                  "convergence-transition",
                  "moran")),
          new Topic(
              "shifts",
              Text.of("四个转变:结对与指向", "The four shifts: pairing and targeting"),
              Set.of("pairing", "concentration"),
              Set.of("pairing", "pairing-era", "pairing-turnover", "pairing-match", "targeting")));

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
    page.section("about", Text.of("这是什么", "What is shown"), provenance.blocks())
        .section("findings", Text.of("主要结果", "Findings"), new Findings(published).blocks())
        .section("figures", Text.of("图", "Figures"), figures(ReportPage::isAlone));
    TOPICS.forEach(topic -> topic(page, topic));
    return page.section("tables", Text.of("表", "Tables"), tables())
        .section("quality", Text.of("数据质量与去向", "Data quality and ledger"), quality())
        .section("methods", Text.of("方法", "Methods"), methods())
        .section("messages", Text.of("消息", "Messages"), new Messages(published).blocks())
        .html();
  }

  /** A version that does not answer the question has no such section. */
  private void topic(HtmlPage page, Topic topic) {
    List<Block> blocks = new ArrayList<>(figures(kind -> topic.figures().contains(kind.id())));
    blocks.addAll(printed(kind -> topic.tables().contains(kind.id())));
    if (!blocks.isEmpty()) {
      page.section(topic.id(), topic.title(), blocks);
    }
  }

  private static boolean isAlone(FigureKind kind) {
    return TOPICS.stream().noneMatch(topic -> topic.figures().contains(kind.id()));
  }

  private List<Block> figures(Predicate<FigureKind> wanted) {
    List<Block> blocks = new ArrayList<>();
    Figures.all().stream()
        .filter(wanted)
        .map(kind -> kind.draw(published))
        .flatMap(Optional::stream)
        .forEach(figure -> blocks.add(new Block.Drawing(figure)));
    return blocks;
  }

  private List<Block> tables() {
    return printed(
        kind ->
            !QUALITY.contains(kind.id())
                && TOPICS.stream().noneMatch(topic -> topic.tables().contains(kind.id())));
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
