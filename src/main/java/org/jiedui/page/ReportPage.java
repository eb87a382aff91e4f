package org.jiedui.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jiedui.export.page.Block;
import org.jiedui.export.page.HtmlPage;
import org.jiedui.figure.BoundaryMap;
import org.jiedui.figure.Figures;
import org.jiedui.figure.Published;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;
import org.jiedui.paper.Methods;
import org.jiedui.paper.Paragraph;
import org.jiedui.publish.Version;
import org.jiedui.report.PrintedTables;
import org.jiedui.report.ShiftsReport;
import org.jiedui.table.Frame;
import org.jiedui.table.GapIndexRow;

/** The story of one version as a page that opens offline: figures, tables, quality, methods. */
public final class ReportPage {
  /** A question with the figures and tables that answer it, in the order in which they stand. */
  private record Topic(String id, Text title, List<String> figures, List<String> tables) {}

  /** Tables and figures that none of these names stand by themselves after them. */
  private static final List<Topic> TOPICS =
      List.of(
          new Topic(
              "quality",
              Text.of("数据质量与去向", "Data quality and ledger"),
              List.of("waterfall"),
              List.of("ledger", "ledger-amounts", "ledger-stages", "reject-reason", "descriptive")),
          new Topic(
              "ratios",
              Text.of("前后倍数", "Multiples"),
              List.of("before-after", "yearly", "lorenz"),
              List.of("effect-ratio", "effect-ratio-province", "effect-ratio-pair")),
          new Topic(
              "how-sure",
              Text.of("倍数有多可靠", "How sure are the multiples?"),
              List.of("conventions", "its", "event-study", "placebo", "decomposition"),
              List.of(
                  "effect-reading",
                  "effect-interval",
                  "effect-convention",
                  "effect-trend",
                  "effect-event",
                  "effect-placebo",
                  "effect-placebo-unit",
                  "effect-decomposition",
                  "effect-contribution")),
          new Topic(
              "gaps",
              Text.of("发展差距", "Development gaps"),
              List.of("gap-rank", "rank-range", "choropleth"),
              List.of(
                  "gap-index",
                  "gap-weights",
                  "gap-weights-compared",
                  "gap-screening",
                  "gap-left-out",
                  "gap-pair")),
          new Topic(
              "clusters",
              Text.of("地区类别", "Clusters of regions"),
              List.of(
                  "cluster-map",
                  "cluster-profile",
                  "cluster-k-profile",
                  "silhouette",
                  "stability",
                  "dendrogram"),
              List.of(
                  "cluster-profile",
                  "cluster-k-profile",
                  "cluster-stability",
                  "cluster-transition",
                  "cluster-membership")),
          new Topic(
              "inequality",
              Text.of("地区差异与收敛", "Inequality and convergence"),
              List.of("inequality-parts", "transition", "moran"),
              List.of(
                  "inequality",
                  "inequality-parts",
                  "convergence",
                  "convergence-transition",
                  "moran")),
          new Topic(
              "shifts",
              Text.of("四个转变与结构", "The four shifts and the structure"),
              List.of("pairing", "concentration", "content-areas", "content-channels", "scorecard"),
              List.of(
                  "shifts",
                  "pairing-era",
                  "pairing-turnover",
                  "pairing-match",
                  "targeting",
                  "content-share",
                  "content-channel",
                  "content-ratio",
                  "mechanism",
                  "scorecard",
                  "scorecard-effect",
                  "scorecard-set",
                  "pairing")),
          new Topic(
              "claims",
              Text.of("论断的复算", "Published sentences recomputed"),
              List.of(),
              List.of("claim", "statement")));

  private final Version version;
  private Published published;
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

  /** Draws places on borders of the user's own. */
  public ReportPage on(BoundaryMap borders) {
    published = published.on(borders);
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
        .section(
            "findings", Text.of("主要结果", "Findings"), new Findings(published, shifts()).blocks());
    TOPICS.forEach(topic -> section(page, topic));
    section(page, rest());
    return page.section("methods", Text.of("方法", "Methods"), methods())
        .section("messages", Text.of("消息", "Messages"), new Messages(published).blocks())
        .html();
  }

  /** A version that does not answer the question has no such section. */
  private void section(HtmlPage page, Topic topic) {
    List<Block> blocks = new ArrayList<>();
    for (String id : topic.figures()) {
      Figures.named(id).draw(published).map(Block.Drawing::new).ifPresent(blocks::add);
    }
    for (String id : topic.tables()) {
      PrintedTables.named(id).print(version).map(Block.Printed::new).ifPresent(blocks::add);
    }
    if (!blocks.isEmpty()) {
      page.section(topic.id(), topic.title(), blocks);
    }
  }

  private List<Text> shifts() {
    return version.tables().containsAll(ShiftsReport.TABLES)
        ? ShiftsReport.sentences(version)
        : List.of();
  }

  private static Topic rest() {
    return new Topic(
        "tables",
        Text.of("其他图表", "Other figures and tables"),
        Figures.ids().stream()
            .filter(id -> TOPICS.stream().noneMatch(topic -> topic.figures().contains(id)))
            .toList(),
        PrintedTables.ids().stream()
            .filter(id -> TOPICS.stream().noneMatch(topic -> topic.tables().contains(id)))
            .toList());
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
