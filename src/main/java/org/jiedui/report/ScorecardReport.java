package org.jiedui.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.export.Rounding;
import org.jiedui.message.Text;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.ScorecardEffectRow;
import org.jiedui.table.ScorecardRow;
import org.jiedui.table.ScorecardSetRow;
import org.jiedui.table.Status;

/** Scores, grades and ranks of pairs, and whether funds follow them. */
public final class ScorecardReport {
  private static final Pattern OUTSIDE = Pattern.compile("OUT_OF_GOALPOSTS=([0-9]+)");

  private ScorecardReport() {}

  public static PaperTable of(Frame scorecard) {
    List<PaperTable.Row> rows = new ArrayList<>();
    Map<String, Integer> absent = new TreeMap<>();
    int outside = 0;
    for (int row : totals(scorecard)) {
      rows.add(row(scorecard, row));
      Matcher capped = OUTSIDE.matcher(scorecard.text(row, ScorecardRow.FLAGS));
      outside += capped.find() ? Integer.parseInt(capped.group(1)) : 0;
      String status = scorecard.text(row, ScorecardRow.STATUS);
      if (!status.equals(Status.OK.name())) {
        absent.merge(status, 1, Integer::sum);
      }
    }
    return new PaperTable(
        "scorecard",
        Text.of("考核得分、等次与位次", "Scores, grades and ranks of the assessment"),
        List.of(
            PaperTable.Column.of("pair", "结对", "Pair"),
            PaperTable.Column.of("score", "得分", "Score"),
            PaperTable.Column.of("grade", "等次", "Grade"),
            PaperTable.Column.of("rank", "位次", "Rank"),
            PaperTable.Column.of("range", "位次区间", "Range of ranks"),
            PaperTable.Column.of("of", "参评", "Ranked")),
        rows,
        notes(outside, absent));
  }

  /** Years in their order, in each the highest score first and those without a score last. */
  private static List<Integer> totals(Frame frame) {
    return IntStream.range(0, frame.size())
        .boxed()
        .filter(row -> frame.text(row, ScorecardRow.DIMENSION).equals("all"))
        .sorted(
            Comparator.comparing((Integer row) -> (Integer) frame.value(row, ScorecardRow.YEAR))
                .thenComparing(
                    row -> (Double) frame.value(row, ScorecardRow.RANK),
                    Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  private static PaperTable.Row row(Frame frame, int row) {
    String status = frame.text(row, ScorecardRow.STATUS);
    Integer ranked = (Integer) frame.value(row, ScorecardRow.RANKED);
    String pair =
        frame.text(row, ScorecardRow.DONOR_NAME)
            + "→"
            + frame.text(row, ScorecardRow.RECIPIENT_NAME);
    String version = frame.text(row, ScorecardRow.VERSION);
    Object year = frame.value(row, ScorecardRow.YEAR);
    return new PaperTable.Row(
        Text.of(year + " 年(" + version + " 年版指标体系)", year + " (indicators of " + version + ")"),
        List.of(
            Cell.words(pair),
            Cell.estimate((Double) frame.value(row, ScorecardRow.SCORE), 2, status),
            new Cell.Words(
                Text.of(
                    frame.text(row, ScorecardRow.GRADE_ZH),
                    frame.text(row, ScorecardRow.GRADE_EN))),
            Cell.estimate((Double) frame.value(row, ScorecardRow.RANK), 1, status),
            Cell.interval(
                (Double) frame.value(row, ScorecardRow.RANK_LOW),
                (Double) frame.value(row, ScorecardRow.RANK_HIGH),
                1,
                status),
            ranked == null ? new Cell.Absent(status) : new Cell.Count(ranked)));
  }

  private static List<Text> notes(int outside, Map<String, Integer> absent) {
    List<Text> notes = new ArrayList<>();
    if (outside > 0) {
      notes.add(
          Text.of(
              outside + " 个分值超出其量程,按端点计(OUT_OF_GOALPOSTS)。",
              outside + " values lie beyond their scale and count as its end (OUT_OF_GOALPOSTS)."));
    }
    absent.forEach(
        (code, n) -> {
          Text meaning = Status.of(code).map(Status::meaning).orElse(Text.NONE);
          notes.add(
              Text.of(
                  n + " 对年没有得分(" + code + ":" + meaning.zh() + ")。",
                  n + " pair-years without a score (" + code + ": " + meaning.en() + ")."));
        });
    notes.add(
        Text.of(
            "用户自设权重,非官方考核结果。官方权重与等次界限未公开:得分取决于本研究声明的指标、权重与界限,不同版本的得分不可比。位次 1 为最高;区间为权重(±25%)、"
                + "标准化与合成方法各种取法以及去掉一个指标之下的位次。",
            "Weights are the user's own; these are no official results. Official weights and cut-offs are not public: scores follow the indicators, weights and"
                + " bounds that this study declares, and those of different versions are not"
                + " comparable. Rank 1 is the highest; the range is over weights (±25 %),"
                + " normalisations, aggregations and one indicator left out."));
    return notes;
  }

  /** What the scores are made of, a panel a version. */
  public static PaperTable sets(Frame sets) {
    List<PaperTable.Row> rows = new ArrayList<>();
    Set<Text> notes = new LinkedHashSet<>();
    for (int row = 0; row < sets.size(); row++) {
      rows.add(set(sets, row));
      notes.add(bounds(sets, row));
    }
    return new PaperTable(
        "scorecard-set",
        Text.of("考核指标体系", "Indicator sets of the assessment"),
        List.of(
            PaperTable.Column.of("dimension", "维度", "Dimension"),
            PaperTable.Column.of("indicator", "指标", "Indicator"),
            PaperTable.Column.of("direction", "方向", "Direction"),
            PaperTable.Column.of("goalposts", "标杆", "Goalposts"),
            PaperTable.Column.of("weight", "权重", "Weight")),
        rows,
        List.copyOf(notes));
  }

  private static PaperTable.Row set(Frame sets, int row) {
    String version = sets.text(row, ScorecardSetRow.VERSION);
    boolean benefit = sets.text(row, ScorecardSetRow.POLARITY).equals("benefit");
    return new PaperTable.Row(
        Text.of(
            version + ":" + sets.text(row, ScorecardSetRow.TITLE_ZH),
            version + ": " + sets.text(row, ScorecardSetRow.TITLE_EN)),
        List.of(
            Cell.words(
                sets.text(row, ScorecardSetRow.DIMENSION_ZH),
                sets.text(row, ScorecardSetRow.DIMENSION_EN)),
            Cell.words(
                sets.text(row, ScorecardSetRow.LABEL_ZH), sets.text(row, ScorecardSetRow.LABEL_EN)),
            benefit ? Cell.words("越高越好", "more is better") : Cell.words("越低越好", "less is better"),
            Cell.interval(
                (Double) sets.value(row, ScorecardSetRow.LOW),
                (Double) sets.value(row, ScorecardSetRow.HIGH),
                0,
                ""),
            new Cell.Estimate((Double) sets.value(row, ScorecardSetRow.WEIGHT), 1)));
  }

  private static Text bounds(Frame sets, int row) {
    String version = sets.text(row, ScorecardSetRow.VERSION);
    Object from = sets.value(row, ScorecardSetRow.FIRST_YEAR);
    Object to = sets.value(row, ScorecardSetRow.LAST_YEAR);
    String share =
        Rounding.fixed(100 * (Double) sets.value(row, ScorecardSetRow.MIN_SHARE), 0) + "%";
    return Text.of(
        "%s(%s–%s 年):%s;有值的权重不足 %s 不计分。"
            .formatted(version, from, to, sets.text(row, ScorecardSetRow.GRADES_ZH), share),
        "%s (%s–%s): %s; no score where less than %s of the weight has a value."
            .formatted(version, from, to, sets.text(row, ScorecardSetRow.GRADES_EN), share));
  }

  /**
   * @param labels of indicators, by id
   */
  public static PaperTable effect(Frame effect, Map<String, Text> labels) {
    List<PaperTable.Row> rows = new ArrayList<>();
    for (int row = 0; row < effect.size(); row++) {
      String id = effect.text(row, ScorecardEffectRow.INDICATOR);
      String ci = effect.text(row, ScorecardEffectRow.CI_STATUS);
      rows.add(
          PaperTable.Row.of(
              List.of(
                  new Cell.Words(labels.getOrDefault(id, Text.same(id))),
                  Cell.estimate(
                      (Double) effect.value(row, ScorecardEffectRow.ELASTICITY),
                      3,
                      effect.text(row, ScorecardEffectRow.STATUS)),
                  Cell.interval(
                      (Double) effect.value(row, ScorecardEffectRow.CI_LOW),
                      (Double) effect.value(row, ScorecardEffectRow.CI_HIGH),
                      3,
                      ci),
                  count(effect, row, ScorecardEffectRow.OBSERVATIONS),
                  count(effect, row, ScorecardEffectRow.CLUSTERS))));
    }
    return new PaperTable(
        "scorecard-effect",
        Text.of("次年资金是否随上年得分而变", "Do next year's funds follow the score?"),
        List.of(
            PaperTable.Column.of("funds", "资金", "Funds"),
            PaperTable.Column.of("elasticity", "弹性", "Elasticity"),
            PaperTable.Column.of("interval", "95% 区间", "95 % interval"),
            PaperTable.Column.of("observations", "对年数", "Pair-years"),
            PaperTable.Column.of("pairs", "结对数", "Pairs")),
        rows,
        List.of(
            Text.of(
                "PPML,结对与年份固定效应,按结对聚类;描述得分之后的资金,本身不识别因果效应。",
                "PPML with effects of pairs and years, clustered by pair; it describes funds after a"
                    + " score and identifies no effect by itself.")));
  }

  private static Cell count(Frame frame, int row, Field field) {
    return new Cell.Count((Integer) frame.value(row, field));
  }
}
