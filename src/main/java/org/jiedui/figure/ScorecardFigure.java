package org.jiedui.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiedui.export.figure.At;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.Ink;
import org.jiedui.export.figure.Mark;
import org.jiedui.export.figure.Panel;
import org.jiedui.export.figure.Scale;
import org.jiedui.message.Text;
import org.jiedui.table.Frame;
import org.jiedui.table.ScorecardRow;

/** Scores of the pairs as matrices: over the years, and by dimension in the last of them. */
final class ScorecardFigure {
  private static final String ID = "scorecard";
  private static final String ALL = "all";
  private static final Text CAPTION = Text.of("各结对的考核得分", "Scores of the pairs");

  private final Published published;
  private final Frame scores;
  private final Names names;
  private final int lastYear;
  private final List<String> pairs;
  private final double low;
  private final double high;

  private ScorecardFigure(Published published) {
    this.published = published;
    this.scores = published.read(ID);
    this.names = Names.of(published);
    this.lastYear = scored().map(this::year).max(Integer::compare).orElse(0);
    this.pairs = ranked();
    this.low = scored().map(this::score).min(Double::compare).orElse(0.0);
    this.high = scored().map(this::score).max(Double::compare).orElse(0.0);
  }

  static Optional<Figure> of(Published published) {
    ScorecardFigure figure = new ScorecardFigure(published);
    return figure.pairs.isEmpty() ? Optional.empty() : Optional.of(figure.figure());
  }

  private Stream<Integer> scored() {
    return IntStream.range(0, scores.size()).boxed().filter(row -> score(row) != null);
  }

  private Double score(int row) {
    return (Double) scores.value(row, ScorecardRow.SCORE);
  }

  private int year(int row) {
    return (Integer) scores.value(row, ScorecardRow.YEAR);
  }

  private String dimension(int row) {
    return scores.text(row, ScorecardRow.DIMENSION);
  }

  private String pair(int row) {
    return scores.text(row, ScorecardRow.DONOR_CODE)
        + "|"
        + scores.text(row, ScorecardRow.RECIPIENT_CODE);
  }

  /** By the rank of the last year; pairs without one come last. */
  private List<String> ranked() {
    Map<String, Double> ranks = new TreeMap<>();
    scored().filter(row -> dimension(row).equals(ALL)).forEach(row -> ranks.put(pair(row), null));
    last().forEach(row -> ranks.put(pair(row), (Double) scores.value(row, ScorecardRow.RANK)));
    return ranks.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.nullsLast(Comparator.<Double>naturalOrder())))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Rows of the totals of the last year. */
  private Stream<Integer> last() {
    return scored().filter(row -> year(row) == lastYear && dimension(row).equals(ALL));
  }

  private Figure figure() {
    return new Figure(
        ID,
        CAPTION,
        Text.of(
            "左为各年总分，右为 " + lastYear + " 年各维度得分；颜色越深得分越高，按 " + lastYear + " 年位次排列。",
            "Left: total scores by year; right: scores by dimension in "
                + lastYear
                + ". Darker is higher; in the order of ranks in "
                + lastYear
                + "."),
        2,
        List.of(years(), dimensions()),
        List.of(
            new Figure.Key(
                Figure.Sample.RAMP,
                Ink.GREY,
                Text.of(
                    "得分（0–100）" + Words.number(low, 1) + " 至 " + Words.number(high, 1),
                    "Score (0–100), " + Words.number(low, 1) + " to " + Words.number(high, 1)))),
        Words.notes(published, note()),
        Tidy.of(ID, CAPTION, scores, scores.fields()));
  }

  private Text note() {
    Map<String, TreeSet<Integer>> versions = new TreeMap<>();
    scored()
        .forEach(
            row ->
                versions
                    .computeIfAbsent(
                        scores.text(row, ScorecardRow.VERSION), version -> new TreeSet<>())
                    .add(year(row)));
    StringBuilder zh = new StringBuilder();
    StringBuilder en = new StringBuilder();
    versions.forEach(
        (version, years) -> {
          String span = years.first() + "–" + years.last();
          zh.append(zh.isEmpty() ? "" : "、").append(version).append(" 版（").append(span).append("）");
          en.append(en.isEmpty() ? "" : ", ").append(version).append(" (").append(span).append(")");
        });
    return Text.of(
        "n = "
            + Words.count(pairs.size())
            + " 个结对。用户自设权重，非官方考核结果；指标体系："
            + zh
            + "，不同版本的得分不可比。位次 1 为最高，区间为权重（±25%）、标准化、合成与剔除指标之下的位次。",
        "n = "
            + Words.count(pairs.size())
            + " pairs. Weights are the user's own, these are no official results; indicators: "
            + en
            + "; scores of different versions are not comparable. Rank 1 is the highest; ranges over"
            + " weights (±25 %), normalisation, aggregation and indicators left out.");
  }

  private Panel years() {
    List<Integer> years = scored().map(this::year).distinct().sorted().toList();
    List<Mark> marks = new ArrayList<>();
    scored()
        .filter(row -> dimension(row).equals(ALL))
        .forEach(row -> marks.add(tile(row, years.indexOf(year(row)), 1)));
    return matrix(
        Text.of("总分", "Total"),
        years.stream().map(year -> Text.same(Integer.toString(year))).toList(),
        marks);
  }

  private Panel dimensions() {
    Map<String, Text> found = new LinkedHashMap<>();
    List<Mark> marks = new ArrayList<>();
    scored()
        .filter(row -> year(row) == lastYear && !dimension(row).equals(ALL))
        .forEach(
            row -> {
              found.putIfAbsent(
                  dimension(row),
                  Text.of(
                      scores.text(row, ScorecardRow.DIMENSION_ZH),
                      scores.text(row, ScorecardRow.DIMENSION_EN)));
              marks.add(tile(row, List.copyOf(found.keySet()).indexOf(dimension(row)), 0));
            });
    return matrix(
            Text.of(lastYear + " 年各维度", "Dimensions, " + lastYear),
            List.copyOf(found.values()),
            marks)
        .beside(List.of(new Panel.Column(Text.of("位次 [区间]", "Rank [range]"), ranges())));
  }

  private List<Text> ranges() {
    Map<String, Text> ranges = new TreeMap<>();
    last().forEach(row -> ranges.put(pair(row), range(row)));
    return pairs.stream().map(pair -> ranges.getOrDefault(pair, Text.same("—"))).toList();
  }

  private Text range(int row) {
    List<Double> ranks = new ArrayList<>();
    for (ScorecardRow field :
        List.of(ScorecardRow.RANK, ScorecardRow.RANK_LOW, ScorecardRow.RANK_HIGH)) {
      ranks.add((Double) scores.value(row, field));
    }
    if (ranks.stream().anyMatch(Objects::isNull)) {
      return Text.same("—");
    }
    List<String> shown = ranks.stream().map(ScorecardFigure::rank).toList();
    return Text.same(shown.get(0) + " [" + shown.get(1) + ", " + shown.get(2) + "]");
  }

  /** Equal scores share a mean rank, which may lie between two whole ones. */
  private static String rank(double rank) {
    return Words.number(rank, rank == Math.rint(rank) ? 0 : 1);
  }

  private Panel matrix(Text heading, List<Text> columns, List<Mark> marks) {
    return Panel.of(
        heading,
        new Panel.Axis(Text.NONE, Text.NONE, new Scale.Bands(columns)),
        Panel.Axis.bands(pairs.stream().map(this::name).toList()),
        14.0 * pairs.size(),
        marks);
  }

  private Text name(String pair) {
    String[] codes = pair.split("\\|");
    Text donor = names.region(codes[0]);
    Text recipient = names.region(codes[1]);
    return Text.of(donor.zh() + "→" + recipient.zh(), donor.en() + " → " + recipient.en());
  }

  /**
   * @param decimals that there is room for; a pointer is told one
   */
  private Mark tile(int row, int column, int decimals) {
    int band = pairs.indexOf(pair(row));
    String told = Words.number(score(row), 1);
    Text name = name(pair(row));
    return new Mark.Tile(
        new At(column - 0.5, band - 0.5),
        new At(column + 0.5, band + 0.5),
        high > low ? (score(row) - low) / (high - low) : 0.5,
        Text.same(Words.number(score(row), decimals)),
        Text.of(
            name.zh() + "，" + year(row) + "：" + told, name.en() + ", " + year(row) + ": " + told));
  }
}
