package org.jiedui.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.export.PaperTable.Column;
import org.jiedui.message.Text;
import org.jiedui.table.EffectConventionRow;
import org.jiedui.table.EffectPlaceboRow;
import org.jiedui.table.EffectTrendRow;
import org.jiedui.table.Field;
import org.jiedui.table.Flow;
import org.jiedui.table.Frame;

/**
 * What each national multiple amounts to: in total, per year, in constant prices, beside a trend
 * and beside a comparison group, with one line that reads the result and says what stays open.
 */
public final class EffectReadingReport {
  private static final int DECIMALS = 2;
  private static final int P_DECIMALS = 4;
  private static final double SIGNIFICANT = 0.05;
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("reading", "口径", "Reading"),
          Column.of("estimate", "倍数", "Multiple"),
          Column.of("ci", "区间", "Interval"),
          Column.of("p_wild", "p(wild)", "p (wild)"),
          Column.of("clusters", "聚类数", "Clusters"),
          Column.of("status", "状态", "Status"),
          Column.of("flags", "标记", "Flags"));

  /** The five readings, by scale, prices and adjustment. */
  private enum Reading {
    TOTAL("total", "nominal", "naive", "总量", "total"),
    ANNUAL("annual", "nominal", "naive", "年均", "annual"),
    REAL("total", "real", "naive", "总量,不变价", "total, constant prices"),
    TREND("annual", "nominal", "trend", "年均,扣除共同趋势", "annual, beside a common trend"),
    COMPARED("annual", "nominal", "did", "年均,与对照组相比", "annual, against a comparison group");

    private final List<String> parts;
    private final Text label;

    Reading(String scale, String prices, String adjustment, String zh, String en) {
      this.parts = List.of(scale, prices, adjustment);
      this.label = Text.of(zh, en);
    }
  }

  private final Frame conventions;
  private final Frame placebos;
  private final Frame trends;
  private final Map<String, Text> labels;
  private final List<PaperTable.Row> rows = new ArrayList<>();
  private final List<Text> notes = new ArrayList<>();
  private final TreeSet<String> codes = new TreeSet<>();

  private EffectReadingReport(
      Frame conventions, Frame placebos, Frame trends, Map<String, Text> labels) {
    this.conventions = conventions;
    this.placebos = placebos;
    this.trends = trends;
    this.labels = labels;
  }

  /** The windows and the meaning of absence are those of the study, which the placebos carry. */
  public static PaperTable of(
      Frame conventions, Frame placebos, Frame trends, Map<String, Text> labels) {
    return new EffectReadingReport(conventions, placebos, trends, labels).table();
  }

  private PaperTable table() {
    lines().values().forEach(this::line);
    notes.add(
        Text.of(
            "区间以结对为聚类单元,置信水平同上表;扣除趋势与对照的倍数由泊松回归得出(单元效应,CR1)。聚类不超过 30 个时,是否高于趋势以 wild 聚类自助法的 p 值为准。",
            "Intervals are clustered by pair, level as in the table above; multiples beside a trend or a comparison are"
                + " from Poisson regressions (unit effects, CR1). Up to 30 clusters the p of the wild cluster"
                + " bootstrap decides whether one is told from the trend."));
    codes.forEach(code -> notes.addAll(EffectRatioReport.meaning(code)));
    return new PaperTable(
        "effect-reading",
        Text.of("全国:同一倍数的五种口径与解读", "Nation: five readings of each multiple"),
        COLUMNS,
        rows,
        notes);
  }

  /**
   * Row numbers by flow and then by reading: directions and forms added up where there are several.
   */
  private Map<Flow, Map<Reading, Integer>> lines() {
    Map<Flow, Map<Reading, Integer>> lines = new LinkedHashMap<>();
    Set<Flow> whole = Set.copyOf(Flow.whole(conventions));
    for (int i = 0; i < conventions.size(); i++) {
      for (Reading reading : Reading.values()) {
        if (is(i, reading) && whole.contains(flow(i))) {
          lines.computeIfAbsent(flow(i), f -> new EnumMap<>(Reading.class)).put(reading, i);
        }
      }
    }
    return lines;
  }

  private boolean is(int i, Reading reading) {
    List<String> parts =
        List.of(
            text(i, EffectConventionRow.SCALE),
            text(i, EffectConventionRow.PRICES),
            text(i, EffectConventionRow.ADJUSTMENT));
    return parts.equals(reading.parts)
        && text(i, EffectConventionRow.ENTRANTS).equals("in")
        && text(i, EffectConventionRow.ABSENT).equals(absent())
        && text(i, EffectConventionRow.BOUNDARY_RULE).equals(rule());
  }

  private String rule() {
    return placebos.text(0, EffectPlaceboRow.BOUNDARY_RULE);
  }

  /** Totals are there for the study's own meaning only. */
  private String absent() {
    for (int i = 0; i < conventions.size(); i++) {
      if (text(i, EffectConventionRow.SCALE).equals("total")) {
        return text(i, EffectConventionRow.ABSENT);
      }
    }
    return "zero";
  }

  private Flow flow(int i) {
    return Flow.of(conventions, i);
  }

  private void line(Map<Reading, Integer> line) {
    Text heading = heading(line.values().iterator().next());
    line.forEach((reading, i) -> rows.add(row(heading, reading, i)));
    notes.add(sentence(heading, line));
  }

  private Text heading(int i) {
    String indicator = text(i, EffectConventionRow.INDICATOR);
    Text name = labels.getOrDefault(indicator, Text.same(indicator));
    Text direction = Wording.of(text(i, EffectConventionRow.DIRECTION));
    Text stage = Wording.of(text(i, EffectConventionRow.STATUS));
    return Text.of(
        joined("、", name.zh(), direction.zh(), stage.zh()),
        joined(", ", name.en(), direction.en(), stage.en()));
  }

  private static String joined(String by, String... words) {
    return String.join(by, java.util.Arrays.stream(words).filter(word -> !word.isEmpty()).toList());
  }

  private PaperTable.Row row(Text heading, Reading reading, int i) {
    String status = text(i, EffectConventionRow.ESTIMATE_STATUS);
    String interval = text(i, EffectConventionRow.CI_STATUS);
    String flags = text(i, EffectConventionRow.FLAGS);
    codes.addAll(List.of(status, interval));
    codes.addAll(List.of(flags.split(";")));
    Integer clusters = (Integer) conventions.value(i, EffectConventionRow.CLUSTERS);
    return new PaperTable.Row(
        heading,
        List.of(
            new Cell.Words(reading.label),
            Cell.estimate(number(i, EffectConventionRow.ESTIMATE), DECIMALS, status),
            Cell.interval(
                number(i, EffectConventionRow.CI_LOW),
                number(i, EffectConventionRow.CI_HIGH),
                DECIMALS,
                interval),
            wild(reading, i),
            clusters == null ? Cell.words("") : new Cell.Count(clusters),
            Cell.words(status.equals(interval) ? status : status + "/" + interval),
            Cell.words(flags)));
  }

  private Cell wild(Reading reading, int i) {
    Double p = reading == Reading.TREND ? wild(i) : null;
    return p == null ? Cell.words("") : new Cell.Estimate(p, P_DECIMALS);
  }

  /** Of the change of level beside a trend in the study's own windows and nominal values. */
  private Double wild(int convention) {
    for (int i = 0; i < trends.size(); i++) {
      if (trends.text(i, EffectTrendRow.LEVEL).equals("nation")
          && trends.text(i, EffectTrendRow.PRICES).equals("nominal")
          && trends.text(i, EffectTrendRow.SHAPE).equals("trend")
          && trends.text(i, EffectTrendRow.TERM).equals("post")
          && flow(convention).equals(Flow.of(trends, i))) {
        return (Double) trends.value(i, EffectTrendRow.P_VALUE_WILD);
      }
    }
    return null;
  }

  private Text sentence(Text heading, Map<Reading, Integer> line) {
    Text described = described(line);
    Text trend = trend(line.get(Reading.TREND));
    Text rank = rank(line.values().iterator().next());
    Text compared = compared(line.get(Reading.COMPARED));
    return Text.of(
        heading.zh()
            + ":"
            + joined(";", described.zh(), trend.zh(), rank.zh(), compared.zh())
            + "。",
        heading.en()
            + ": "
            + joined("; ", described.en(), trend.en(), rank.en(), compared.en())
            + ".");
  }

  private Text described(Map<Reading, Integer> line) {
    Double total = number(line.get(Reading.TOTAL), EffectConventionRow.ESTIMATE);
    Double annual = number(line.get(Reading.ANNUAL), EffectConventionRow.ESTIMATE);
    if (total == null || annual == null) {
      return Text.of("倍数无定义", "the multiple is undefined");
    }
    Text real = real(line.get(Reading.REAL));
    Text span = span(line.get(Reading.ANNUAL));
    return Text.of(
        "后期总额为前期的 %s 倍%s,年均 %s 倍%s".formatted(shown(total), real.zh(), shown(annual), span.zh()),
        "the later total is %s times the earlier one%s, per year %s times%s"
            .formatted(shown(total), real.en(), shown(annual), span.en()));
  }

  private Text real(Integer i) {
    Double value = i == null ? null : number(i, EffectConventionRow.ESTIMATE);
    return value == null
        ? Text.NONE
        : Text.of(
            "(不变价 %s 倍)".formatted(shown(value)),
            " (%s in constant prices)".formatted(shown(value)));
  }

  /** The interval in brackets; nothing where there is none. */
  private Text span(int i) {
    Double low = number(i, EffectConventionRow.CI_LOW);
    Double high = number(i, EffectConventionRow.CI_HIGH);
    return low == null
        ? Text.NONE
        : Text.of(
            "[%s,%s]".formatted(shown(low), shown(high)),
            " [%s, %s]".formatted(shown(low), shown(high)));
  }

  private Text trend(Integer i) {
    Double value = i == null ? null : number(i, EffectConventionRow.ESTIMATE);
    if (value == null) {
      return Text.of("扣除趋势的倍数无法估计", "no multiple beside a trend can be estimated");
    }
    Text span = span(i);
    String zh = "扣除共同趋势后为 %s 倍%s".formatted(shown(value), span.zh());
    String en = "beside a common trend it is %s times%s".formatted(shown(value), span.en());
    if (number(i, EffectConventionRow.CI_LOW) == null) {
      return Text.of(zh + ",聚类过少,不能下结论", en + ", with too few clusters to conclude");
    }
    if (!isTold(i)) {
      return Text.of(zh + ",不能与趋势的延续相区分", en + ", not to be told from the trend going on");
    }
    return value > 1
        ? Text.of(zh + ",高于趋势的延续", en + ", above the trend going on")
        : Text.of(zh + ",低于趋势的延续", en + ", below the trend going on");
  }

  /** Both the interval and, where there is one, the wild bootstrap exclude 1. */
  private boolean isTold(int i) {
    Double p = wild(i);
    boolean excluded =
        number(i, EffectConventionRow.CI_LOW) > 1 || number(i, EffectConventionRow.CI_HIGH) < 1;
    return excluded && (p == null || p < SIGNIFICANT);
  }

  /** Rank of the actual year among the placebo years. */
  private Text rank(int convention) {
    for (int i = 0; i < placebos.size(); i++) {
      Integer rank = (Integer) placebos.value(i, EffectPlaceboRow.RANK);
      if (rank != null
          && placebos.text(i, EffectPlaceboRow.ADJUSTMENT).equals("trend")
          && flow(convention).equals(Flow.of(placebos, i))) {
        int of = (Integer) placebos.value(i, EffectPlaceboRow.CUTS) + 1;
        return Text.of(
            "扣除趋势后,在 %d 个分割年中实际年份的变化列第 %d".formatted(of, rank),
            "beside a trend the actual year ranks %d among %d cut-off years".formatted(rank, of));
      }
    }
    return Text.NONE;
  }

  private Text compared(Integer i) {
    Double value = i == null ? null : number(i, EffectConventionRow.ESTIMATE);
    if (value == null) {
      return Text.of(
          "没有对照组(研究文件 effects.comparison),不能说变化由政策引起",
          "without a comparison group (effects.comparison in the study) nothing says that the policy"
              + " caused it");
    }
    Text span = span(i);
    return Text.of(
        "与对照组相比为 %s 倍%s".formatted(shown(value), span.zh()),
        "against the comparison group it is %s times%s".formatted(shown(value), span.en()));
  }

  private static String shown(double value) {
    return new Cell.Estimate(value, DECIMALS).shown(org.jiedui.message.Lang.EN);
  }

  private String text(int i, Field field) {
    return conventions.text(i, field);
  }

  private Double number(int i, Field field) {
    return (Double) conventions.value(i, field);
  }
}
