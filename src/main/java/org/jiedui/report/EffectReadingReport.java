package org.jiedui.report;

import java.util.ArrayList;
import java.util.Collections;
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
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("reading", "口径", "Reading"),
          Column.of("estimate", "倍数", "Multiple"),
          Column.of("ci", "区间", "Interval"),
          Column.of("p_wild", "p(wild)", "p (wild)"),
          Column.of("clusters", "聚类数", "Clusters"),
          Column.of("status", "状态", "Status"),
          Column.of("flags", "标记", "Flags"));

  private static final Text NO_PRICE =
      Text.of("总量,不变价:人数没有价格", "total, constant prices: heads have no price");

  /** The five readings, by scale, prices and adjustment. */
  enum Reading {
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
  private final EffectSentence sentence;
  private final Map<String, Text> labels;
  private final List<PaperTable.Row> rows = new ArrayList<>();
  private final List<Text> notes = new ArrayList<>();
  private final TreeSet<String> codes = new TreeSet<>();

  private EffectReadingReport(
      Frame conventions, Frame placebos, Frame trends, Frame events, Map<String, Text> labels) {
    this.conventions = conventions;
    this.placebos = placebos;
    this.sentence = new EffectSentence(conventions, placebos, trends, events);
    this.labels = labels;
  }

  /**
   * The windows and the meaning of absence are those of the study, which the placebos carry.
   *
   * @param labels of the indicators, by id
   */
  public static PaperTable of(
      Frame conventions, Frame placebos, Frame trends, Frame events, Map<String, Text> labels) {
    return new EffectReadingReport(conventions, placebos, trends, events, labels).table();
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
    for (Reading reading : Reading.values()) {
      if (line.containsKey(reading)) {
        rows.add(row(heading, reading, line.get(reading)));
      } else if (reading == Reading.REAL) {
        rows.add(withoutPrice(heading));
      }
    }
    notes.add(sentence.of(heading, line));
  }

  private Text heading(int i) {
    String indicator = text(i, EffectConventionRow.INDICATOR);
    Text name = labels.getOrDefault(indicator, Text.same(indicator));
    Text direction = Wording.of(text(i, EffectConventionRow.DIRECTION));
    Text stage = Wording.of(text(i, EffectConventionRow.STATUS));
    return Text.of(
        EffectSentence.joined("、", name.zh(), direction.zh(), stage.zh()),
        EffectSentence.joined(", ", name.en(), direction.en(), stage.en()));
  }

  /** Heads are the same in any prices. */
  private static PaperTable.Row withoutPrice(Text heading) {
    List<Cell> cells = new ArrayList<>(Collections.nCopies(COLUMNS.size(), Cell.words("")));
    cells.set(0, new Cell.Words(NO_PRICE));
    return new PaperTable.Row(heading, cells);
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
    Double p = reading == Reading.TREND ? sentence.wild(i) : null;
    return p == null ? Cell.words("") : new Cell.Estimate(p, P_DECIMALS);
  }

  private String text(int i, Field field) {
    return conventions.text(i, field);
  }

  private Double number(int i, Field field) {
    return (Double) conventions.value(i, field);
  }
}
