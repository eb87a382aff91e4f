package org.jiedui.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jiedui.export.PaperTable;
import org.jiedui.export.page.Block;
import org.jiedui.export.page.HtmlPage;
import org.jiedui.figure.Figures;
import org.jiedui.figure.Published;
import org.jiedui.message.Text;
import org.jiedui.publish.Version;
import org.jiedui.report.ClaimReport;
import org.jiedui.report.ClusterReport;
import org.jiedui.report.EffectRatioReport;
import org.jiedui.report.GapReport;
import org.jiedui.report.GapWeightsReport;
import org.jiedui.report.KProfileReport;
import org.jiedui.report.LedgerReport;
import org.jiedui.report.RejectReasonReport;
import org.jiedui.table.Frame;
import org.jiedui.table.GapIndexRow;
import org.jiedui.table.IndicatorRow;

/** The story of one version as a page that opens offline: figures, tables, quality, methods. */
public final class ReportPage {
  private static final int ENDS = 20;

  private final Version version;
  private final Published published;
  private final Text title;
  private OptionalInt limit = OptionalInt.empty();

  public ReportPage(Version version, Text title, Text notice) {
    this.version = version;
    this.published = Published.of(version, notice);
    this.title = title;
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
        .section("methods", Text.of("方法", "Methods"), new Methods(published).blocks())
        .section("messages", Text.of("消息", "Messages"), new Messages(published).blocks())
        .html();
  }

  private List<Block> figures() {
    List<Block> blocks = new ArrayList<>();
    Figures.drawn(published).forEach(figure -> blocks.add(new Block.Drawing(figure)));
    return blocks;
  }

  private List<Block> tables() {
    List<PaperTable> tables = new ArrayList<>();
    with("effect_ratio", frame -> tables.add(EffectRatioReport.of(frame, labels())));
    with("gap_index", frame -> tables.add(GapReport.of(frame, lastYear(frame), ENDS)));
    with("gap_weights", frame -> tables.add(GapWeightsReport.of(frame)));
    with("k_profile", frame -> tables.add(KProfileReport.of(frame)));
    with("cluster_profile", frame -> tables.add(ClusterReport.of(frame)));
    with("claim", frame -> tables.add(ClaimReport.of(frame)));
    return printed(tables);
  }

  private List<Block> quality() {
    List<PaperTable> tables = new ArrayList<>();
    with("ledger", frame -> tables.add(LedgerReport.of(frame)));
    with("ledger", frame -> tables.add(LedgerReport.amounts(frame)));
    with("reject_reason", frame -> tables.add(RejectReasonReport.of(frame)));
    return printed(tables);
  }

  private static List<Block> printed(List<PaperTable> tables) {
    List<Block> blocks = new ArrayList<>();
    tables.forEach(table -> blocks.add(new Block.Printed(table)));
    return blocks;
  }

  private void with(String table, Consumer<Frame> use) {
    if (published.has(table)) {
      use.accept(published.read(table));
    }
  }

  private Map<String, Text> labels() {
    Frame indicators = published.read("indicator");
    Map<String, Text> labels = new HashMap<>();
    for (int i = 0; i < indicators.size(); i++) {
      labels.put(
          indicators.text(i, IndicatorRow.INDICATOR),
          Text.of(
              indicators.text(i, IndicatorRow.LABEL_ZH),
              indicators.text(i, IndicatorRow.LABEL_EN)));
    }
    return labels;
  }

  static int lastYear(Frame index) {
    int last = 0;
    for (int i = 0; i < index.size(); i++) {
      last = Math.max(last, (Integer) index.value(i, GapIndexRow.YEAR));
    }
    return last;
  }
}
