package org.jiedui.paper;

import static org.jiedui.paper.Reference.DIAKOULAKI_1995;
import static org.jiedui.paper.Reference.HWANG_1981;
import static org.jiedui.paper.Reference.OECD_2008;
import static org.jiedui.paper.Reference.SAISANA_2005;
import static org.jiedui.paper.Reference.SHANNON_1948;
import static org.jiedui.paper.Reference.WANG_2021;

import org.jiedui.message.Text;
import org.jiedui.table.GapCouplingRow;
import org.jiedui.table.GapIndexRow;

/** How the development index and the gaps of a version were made. */
final class GapMethods {
  private final Made made;
  private final Settings settings;
  private final Paragraph paragraph = new Paragraph(Text.of("发展差距", "Development gap"));

  private GapMethods(Made made) {
    this.made = made;
    this.settings = made.settings();
  }

  static Paragraph of(Made made) {
    GapMethods methods = new GapMethods(made);
    methods.index();
    methods.weights();
    methods.missing();
    methods.treatment();
    methods.beside();
    return methods.paragraph;
  }

  private void index() {
    var ids = settings.texts("gap.indicators");
    Text names = made.names(ids);
    Text mean = aggregation(settings.text("gap.aggregation"));
    boolean county = settings.text("gap.level").equals("county");
    paragraph.say(
        (county ? "县级" : "地级")
            + "发展指数为 "
            + ids.size()
            + " 个指标（"
            + names.zh()
            + "）在固定上下限上标准化后的加权"
            + mean.zh()
            + "，取值 0–1；发展差距为 1 减去指数。",
        "The development index of "
            + (county ? "counties" : "prefectures")
            + " is the weighted "
            + mean.en()
            + " mean of "
            + ids.size()
            + " indicators ("
            + names.en()
            + ") on frozen goalposts, from 0 to 1; the gap is 1 minus the index.",
        OECD_2008);
    if (!settings.text("gap.aggregation").equals("arithmetic")) {
      String floor = settings.text("gap.floor");
      paragraph.say(
          "合成前把低于 " + floor + " 的标准化值提高到 " + floor + "。",
          "Normalised values below " + floor + " are raised to it before.");
    }
  }

  private static Text aggregation(String word) {
    return switch (word) {
      case "geometric" -> Text.of("几何平均", "geometric");
      case "harmonic" -> Text.of("调和平均", "harmonic");
      default -> Text.of("算术平均", "arithmetic");
    };
  }

  private void weights() {
    switch (settings.text("gap.weights")) {
      case "entropy" ->
          paragraph.say("权重由熵值法得出。", "Weights come from the entropy method.", SHANNON_1948);
      case "critic" ->
          paragraph.say("权重由 CRITIC 法得出。", "Weights come from CRITIC.", DIAKOULAKI_1995);
      case "fixed" ->
          paragraph.say(
              "权重由研究者设定，见指标与权重表。",
              "Weights are set by the authors and listed with the indicators.");
      default -> paragraph.say("各指标等权。", "All indicators have equal weights.");
    }
  }

  private void missing() {
    String share = RatioMethods.percent(settings.real("gap.min-share"));
    if (settings.text("gap.missing").equals("available")) {
      paragraph.say(
          "指标有缺失的地区按可用指标重新分配权重，可用权重不足 " + share + " 的不计算指数。",
          "Where indicators are missing the weights of the others are rescaled; below "
              + share
              + " of the weight no index is computed.");
    } else {
      paragraph.say("任一指标缺失的地区不计算指数。", "Where any indicator is missing no index is computed.");
    }
  }

  private void treatment() {
    switch (settings.text("gap.treat")) {
      case "winsorise" ->
          paragraph.say(
              "偏度与峰度过大的指标先作缩尾处理。",
              "Indicators of excessive skewness and kurtosis are winsorised before.");
      case "log" ->
          paragraph.say(
              "偏度与峰度过大的指标先取对数。",
              "Indicators of excessive skewness and kurtosis are taken in logarithms before.");
      default -> paragraph.say("离群值未作处理。", "Outliers are left as they are.");
    }
  }

  /** Each only where the version has it. */
  private void beside() {
    if (made.has("gap_rank_draw") && settings.integer("gap.draws") > 0) {
      String draws = settings.text("gap.draws");
      paragraph.say(
          "位次的不确定性由 " + draws + " 种其他标准化、权重、合成方式与指标取舍得出（种子 " + settings.text("seed") + "）。",
          "Ranks are held against "
              + draws
              + " other choices of normalisation, weights, aggregation"
              + " and indicators (seed "
              + settings.text("seed")
              + ").",
          SAISANA_2005);
    }
    if (made.has("gap_index") && !made.distinct("gap_index", GapIndexRow.TOPSIS).isEmpty()) {
      paragraph.say("另列 TOPSIS 贴近度。", "TOPSIS closeness is given beside it.", HWANG_1981);
    }
    coupling();
  }

  private void coupling() {
    if (!made.has("gap_coupling") || made.read("gap_coupling").size() == 0) {
      return;
    }
    String systems = String.join("; ", made.distinct("gap_coupling", GapCouplingRow.SYSTEMS));
    boolean corrected = !made.distinct("gap_coupling", GapCouplingRow.COUPLING_CORRECTED).isEmpty();
    paragraph.say(
        "维度间（" + systems + "）的耦合协调度按传统模型" + (corrected ? "与修正模型" : "") + "计算。",
        "Coupling coordination of dimensions ("
            + systems
            + ") follows the classical model"
            + (corrected ? " and the corrected one" : "")
            + ".",
        WANG_2021);
  }
}
