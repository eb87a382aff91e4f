package org.jiedui.sample;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Writes {@code scorecards/*.conf}, three invented indicator sets in the shape of the assessments
 * of 2017, 2019 and 2021, and {@code scores.csv}, values of pairs of provinces from 2017.
 *
 * <p>This is the place of the planted elasticity of next year's funds to the score: beyond what is
 * typical of pair and year, funds are the score to its power, but for what indicators differ by.
 */
final class GeneratedScorecards {
  static final double ELASTICITY = 2;
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

  private static final double TYPICAL = 80;
  private static final double BETWEEN_PAIRS = .05;
  private static final double BETWEEN_YEARS = .04;
  private static final double BETWEEN_INDICATORS = 3;

  private final Chance chance;
  private final Map<String, Double> funds = new TreeMap<>();
  private final Map<String, Double> typical = new TreeMap<>();

  private GeneratedScorecards(List<Visit> visits, long seed) {
    this.chance = Chance.of(seed, "sample.scores", 0);
    for (Visit visit : visits) {
      if (visit.year() > CARDS.get(0).from()) {
        String pair = visit.donor() + visit.place().province().code();
        funds.merge(pair + visit.year(), (double) visit.amount(Measure.FISCAL), Double::sum);
      }
    }
  }

  static void write(World world, Pairs pairs, List<Visit> visits, long seed, Folder folder) {
    CARDS.forEach(card -> folder.utf8("scorecards/" + card.from() + ".conf", set(card)));
    GeneratedScorecards files = new GeneratedScorecards(visits, seed);
    Csv csv =
        Csv.unix("year", "donor_code", "recipient_code", "indicator", "value", "source", "note");
    for (Card card : CARDS) {
      for (int year = card.from(); year <= Math.min(card.to(), Years.LAST); year++) {
        for (Province recipient : world.recipients()) {
          for (String donor : MechanismFiles.donors(world, pairs, recipient, year)) {
            files.values(csv, card, year, donor, recipient);
          }
        }
      }
    }
    folder.utf8("scores.csv", csv.toString());
  }

  private void values(Csv csv, Card card, int year, String donor, Province recipient) {
    double level = level(donor + recipient.code(), year);
    for (Part part : card.parts()) {
      double value = level + BETWEEN_INDICATORS * chance.normal();
      long tenths = (long) StrictMath.rint(10 * Math.max(0, Math.min(100, value)));
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

  /** What next year's funds are beyond those of the pair and of the year; drawn for the last. */
  private double level(String pair, int year) {
    double own = typical.computeIfAbsent(pair, p -> TYPICAL * chance.logNormal(BETWEEN_PAIRS));
    if (year == Years.LAST) {
      return own * chance.logNormal(BETWEEN_YEARS);
    }
    String next = Integer.toString(year + 1);
    double beyond =
        log(key -> key.equals(pair + next))
            - log(key -> key.startsWith(pair))
            - log(key -> key.endsWith(next))
            + log(key -> true);
    return own * StrictMath.exp(beyond / ELASTICITY);
  }

  /** Mean logarithm of the funds of some pairs and years. */
  private double log(Predicate<String> wanted) {
    return funds.entrySet().stream()
        .filter(entry -> wanted.test(entry.getKey()))
        .mapToDouble(entry -> StrictMath.log(entry.getValue()))
        .average()
        .orElse(0);
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
