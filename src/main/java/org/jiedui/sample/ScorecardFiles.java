package org.jiedui.sample;

import java.util.List;

/**
 * Writes {@code scorecards/*.conf}, three invented indicator sets in the shape of the assessments
 * of 2017, 2019 and 2021, and {@code scores.csv}, values of pairs of provinces from 2017. Scores
 * are drawn without looking at funds: the planted elasticity of funds to score is 0.
 */
final class ScorecardFiles {
  static final double ELASTICITY = 0;
  private static final double MISSING = .02;

  private static final List<Card> CARDS =
      List.of(
          new Card(
              2017,
              2018,
              "东西部扶贫协作考核(2017 试行)",
              "Assessment of 2017 (trial)",
              List.of(
                  new Part("organisation", "组织领导", "Organisation", 10),
                  new Part("people", "人才交流", "People", 20),
                  new Part("funds", "资金使用", "Funds", 20),
                  new Part("industry", "产业合作", "Industry", 20),
                  new Part("labour", "劳务协作", "Labour", 20),
                  new Part("counties", "携手奔小康", "Counties", 10))),
          new Card(
              2019,
              2020,
              "东西部扶贫协作成效评价(2019)",
              "Evaluation of 2019",
              List.of(
                  new Part("organisation", "组织领导", "Organisation", 10),
                  new Part("people", "人才支援", "People", 20),
                  new Part("funds", "资金支持", "Funds", 20),
                  new Part("industry", "产业合作", "Industry", 20),
                  new Part("labour", "劳务协作", "Labour", 15),
                  new Part("counties", "携手奔小康", "Counties", 15))),
          new Card(
              2021,
              2025,
              "东西部协作考核评价(2021)",
              "Assessment of 2021",
              List.of(
                  new Part("organisation", "组织领导", "Organisation", 20),
                  new Part("consolidation", "助力巩固拓展脱贫攻坚成果", "Consolidation", 30),
                  new Part("regions", "加强区域协作", "Cooperation of regions", 30),
                  new Part("revitalisation", "促进乡村振兴", "Rural revitalisation", 20))));

  private record Part(String id, String zh, String en, int weight) {}

  private record Card(int from, int to, String zh, String en, List<Part> parts) {}

  private ScorecardFiles() {}

  static void write(World world, Pairs pairs, long seed, Folder folder) {
    CARDS.forEach(card -> folder.utf8("scorecards/" + card.from() + ".conf", set(card)));
    Chance chance = Chance.of(seed, "sample.scores", 0);
    Csv csv =
        Csv.unix("year", "donor_code", "recipient_code", "indicator", "value", "source", "note");
    for (Card card : CARDS) {
      for (int year = card.from(); year <= Math.min(card.to(), Years.LAST); year++) {
        for (Province recipient : world.recipients()) {
          for (String donor : MechanismFiles.donors(world, pairs, recipient, year)) {
            values(csv, card, year, donor, recipient, chance);
          }
        }
      }
    }
    folder.utf8("scores.csv", csv.toString());
  }

  private static void values(
      Csv csv, Card card, int year, String donor, Province recipient, Chance chance) {
    double level = 80 + 8 * chance.normal();
    for (Part part : card.parts()) {
      long tenths =
          (long) StrictMath.rint(10 * Math.max(0, Math.min(100, level + 6 * chance.normal())));
      boolean missing = chance.chance(MISSING);
      csv.row(
          Integer.toString(year),
          donor,
          recipient.code(),
          part.id(),
          missing ? "" : tenths / 10 + "." + tenths % 10,
          "模拟数据 synthetic",
          "");
    }
  }

  private static String set(Card card) {
    StringBuilder text = new StringBuilder();
    text.append("# 虚构的指标、权重与界限:官方权重与等次界限未公开,请按实际文件填写。\n");
    text.append("# Invented indicators, weights and bounds: the official ones are not public.\n");
    text.append("version = \"").append(card.from()).append("\"\n");
    text.append("years = [").append(card.from()).append(", ").append(card.to()).append("]\n");
    text.append("title { zh = \"").append(card.zh());
    text.append("\", en = \"").append(card.en()).append("\" }\n");
    text.append("min-share = 0.8   # of the weight / 有值权重的最低份额\n");
    text.append("dimensions {\n");
    for (Part part : card.parts()) {
      text.append("  ").append(part.id()).append(' ').append(label(part)).append('\n');
    }
    text.append("}\nindicators = [\n");
    for (Part part : card.parts()) {
      text.append("  { id = ").append(part.id()).append(", dimension = ").append(part.id());
      text.append(", label ").append(label(part)).append(", direction = benefit");
      text.append(", goalposts = [0, 100], weight = ").append(part.weight()).append(" }\n");
    }
    text.append("]\ngrades = [\n");
    text.append("  { id = good, label { zh = 好, en = good }, from = 85 }\n");
    text.append("  { id = fair, label { zh = 较好, en = fairly good }, from = 75 }\n");
    text.append("  { id = average, label { zh = 一般, en = average }, from = 60 }\n");
    text.append("  { id = poor, label { zh = 差, en = poor }, from = 0 }\n]\n");
    return text.toString();
  }

  private static String label(Part part) {
    return "{ zh = " + part.zh() + ", en = \"" + part.en() + "\" }";
  }
}
