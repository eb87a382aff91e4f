package org.jiedui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.export.Cell;
import org.jiedui.export.figure.At;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.Ink;
import org.jiedui.export.figure.Mark;
import org.jiedui.export.figure.Panel;
import org.jiedui.export.figure.Scale;
import org.jiedui.message.Text;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.jiedui.table.PairYearRow;

/** The nation's yearly totals of each indicator, with the line between the two windows. */
final class YearlyFigure {
  private static final String ID = "yearly";
  private static final Map<String, Text> DIRECTIONS =
      new TreeMap<>(
          Map.of("E2W", Text.of("东部到西部", "East to west"), "W2E", Text.of("西部到东部", "West to east")));

  private final Published published;
  private final Names names;
  private final Frame flows;
  private final Tidy data =
      new Tidy()
          .column("indicator", "指标", "Indicator")
          .column("direction", "方向", "Direction")
          .column("year", "年份", "Year")
          .column("value", "数值", "Value");

  private YearlyFigure(Published published) {
    this.published = published;
    this.names = Names.of(published);
    this.flows = published.read("pair_year");
  }

  static Optional<Figure> of(Published published) {
    return new YearlyFigure(published).figure();
  }

  private Optional<Figure> figure() {
    Map<String, Map<String, TreeMap<Integer, Long>>> series = series();
    if (series.isEmpty()) {
      return Optional.empty();
    }
    List<Panel> panels = new ArrayList<>();
    for (String id : names.ordered(List.copyOf(series.keySet()))) {
      panels.add(panel(id, series.get(id)));
    }
    Text caption = Text.of("各指标逐年全国合计", "National totals by year");
    return Optional.of(
        new Figure(
            ID,
            caption,
            Text.of(
                "每个指标一个分图，横轴为年份，竖虚线为前后两个时期的分界。",
                "One panel per indicator over the years; the dashed line divides the two periods."),
            2,
            panels,
            keys(),
            Words.notes(
                published,
                Words.windows(rule()),
                Text.of(
                    "n = " + Words.count(count(series)) + " 个年度合计；当年价；没有记录的年份不连线。",
                    "n = "
                        + Words.count(count(series))
                        + " yearly totals; current prices; years without a record are not joined.")),
            data.table(ID, caption)));
  }

  private Map<String, Map<String, TreeMap<Integer, Long>>> series() {
    Map<String, Map<String, TreeMap<Integer, Long>>> series = new TreeMap<>();
    for (int i = 0; i < flows.size(); i++) {
      series
          .computeIfAbsent(flows.text(i, PairYearRow.INDICATOR), id -> new TreeMap<>())
          .computeIfAbsent(flows.text(i, PairYearRow.DIRECTION), d -> new TreeMap<>())
          .merge(
              (Integer) flows.value(i, PairYearRow.YEAR),
              (Long) flows.value(i, PairYearRow.AMOUNT),
              Math::addExact);
    }
    return series;
  }

  private List<Figure.Key> keys() {
    TreeSet<String> found = new TreeSet<>();
    for (int i = 0; i < flows.size(); i++) {
      found.add(flows.text(i, PairYearRow.DIRECTION));
    }
    return found.stream()
        .map(d -> new Figure.Key(Figure.Sample.LINE_AND_DOT, ink(d), words(d)))
        .toList();
  }

  private static Ink ink(String direction) {
    return direction.equals("E2W") ? Ink.BLUE : Ink.VERMILION;
  }

  private static Text words(String direction) {
    return DIRECTIONS.getOrDefault(direction, Text.same(direction));
  }

  private Panel panel(String id, Map<String, TreeMap<Integer, Long>> directions) {
    List<Mark> marks = new ArrayList<>(boundary());
    List<Double> values = new ArrayList<>();
    directions.forEach((direction, years) -> marks.addAll(line(id, direction, years, values)));
    return Panel.of(
        names.indicator(id),
        new Panel.Axis(Text.NONE, Text.NONE, years()),
        new Panel.Axis(
            Text.of("每年合计", "Total of the year"),
            names.unit(id),
            Scale.Linear.fromZero(values.stream().mapToDouble(Double::doubleValue))),
        90,
        marks);
  }

  private Scale years() {
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (int i = 0; i < flows.size(); i++) {
      int year = (Integer) flows.value(i, PairYearRow.YEAR);
      first = Math.min(first, year);
      last = Math.max(last, year);
    }
    return new Scale.Years(first, last);
  }

  private List<Mark> line(
      String id, String direction, TreeMap<Integer, Long> years, List<Double> values) {
    List<Mark> marks = new ArrayList<>();
    List<At> run = new ArrayList<>();
    for (Map.Entry<Integer, Long> entry : years.entrySet()) {
      double value = entry.getValue() / names.minorUnits(id) / names.size(id);
      At at = new At(entry.getKey(), value);
      if (!run.isEmpty() && run.get(run.size() - 1).x() + 1 < entry.getKey()) {
        marks.add(new Mark.Line(run, ink(direction), words(direction)));
        run = new ArrayList<>();
      }
      run.add(at);
      values.add(value);
      data.row(
          Cell.words(id), Cell.words(direction), new Cell.Year(entry.getKey()), Tidy.number(value));
    }
    marks.add(new Mark.Line(run, ink(direction), words(direction)));
    years.forEach((year, sum) -> marks.add(dot(id, direction, year, sum)));
    return marks;
  }

  private Mark dot(String id, String direction, int year, long sum) {
    double value = sum / names.minorUnits(id) / names.size(id);
    String shown = Words.number(value, names.isMoney(id) ? 2 : 0);
    Text title =
        Text.of(
            year + " 年 " + words(direction).zh() + ":" + shown + " " + names.unit(id).zh(),
            year + ", " + words(direction).en() + ": " + shown + " " + names.unit(id).en());
    return Mark.Dot.of(year, value, ink(direction), title).sized(1.6);
  }

  /** Where the later window begins, as the rule of the ratios has it. */
  private List<Mark> boundary() {
    double at =
        switch (rule()) {
          case "A" -> 2015.5;
          case "B" -> 2016.5;
          case "C", "N" -> 2016;
          default -> Double.NaN;
        };
    Scale.Years years = (Scale.Years) years();
    return Double.isNaN(at) || at < years.first() || at > years.last()
        ? List.of()
        : List.of(
            new Mark.Rule(
                Mark.Side.X,
                at,
                Text.of("分界（规则 " + rule() + ")", "boundary (rule " + rule() + ")")));
  }

  private String rule() {
    Frame effects = published.read("effect_ratio");
    return effects.size() == 0 ? "" : effects.text(0, EffectRatioRow.BOUNDARY_RULE);
  }

  private static long count(Map<String, Map<String, TreeMap<Integer, Long>>> series) {
    return series.values().stream()
        .flatMap(directions -> directions.values().stream())
        .mapToLong(TreeMap::size)
        .sum();
  }
}
