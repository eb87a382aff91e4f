package org.jiedui.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jiedui.export.Cell;
import org.jiedui.export.figure.At;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.Ink;
import org.jiedui.export.figure.Mark;
import org.jiedui.export.figure.Panel;
import org.jiedui.export.figure.Scale;
import org.jiedui.message.Text;
import org.jiedui.table.EffectConventionRow;
import org.jiedui.table.EffectTrendRow;
import org.jiedui.table.Flow;
import org.jiedui.table.Frame;
import org.jiedui.table.PairYearRow;

/**
 * Observed totals of the nation, what a trend with a change of level fits, and how the trend alone
 * would have gone on.
 *
 * <p>With unit effects in a balanced panel the fitted totals of a Poisson regression are {@code A
 * e^(βP + γt)} with A such that they sum to the observed ones: nothing but the published
 * coefficients is needed. Where no record means no value the panel is not balanced, and there is no
 * such figure.
 */
final class ItsFigure {
  private static final String ID = "its";
  private static final Text CAPTION =
      Text.of("实际、拟合与趋势延续下的数额", "Observed, fitted and counterfactual totals");
  private static final Text OBSERVED = Text.of("实际", "Observed");
  private static final Text FITTED = Text.of("拟合", "Fitted");
  private static final Text TREND = Text.of("趋势延续", "Trend going on");

  private final Published published;
  private final Names names;
  private final Frame trends;
  private final Tidy data =
      new Tidy()
          .column("indicator", "指标", "Indicator")
          .column("direction", "方向", "Direction")
          .column("year", "年份", "Year")
          .column("observed", "实际", "Observed")
          .column("fitted", "拟合", "Fitted")
          .column("counterfactual", "趋势延续", "Trend going on");

  private ItsFigure(Published published) {
    this.published = published;
    this.names = Names.of(published);
    this.trends = published.read("effect_trend");
  }

  /** Level and slope of the published trend model of one flow. */
  private record Model(double post, double trend, String rule) {
    int boundary() {
      return rule.equals("B") || rule.equals("N") ? 2017 : 2016;
    }

    boolean leavesOut(int year) {
      return rule.equals("N") && year == 2016;
    }

    double course(int year) {
      return StrictMath.exp(trend * (year - boundary()));
    }

    double fit(int year) {
      return course(year) * (year < boundary() ? 1 : StrictMath.exp(post));
    }
  }

  static Optional<Figure> of(Published published) {
    ItsFigure figure = new ItsFigure(published);
    return figure.isBalanced() ? figure.figure() : Optional.empty();
  }

  private boolean isBalanced() {
    Frame conventions = published.read("effect_convention");
    for (int row = 0; row < conventions.size(); row++) {
      if (conventions.text(row, EffectConventionRow.SCALE).equals("total")) {
        return conventions.text(row, EffectConventionRow.ABSENT).equals("zero");
      }
    }
    return false;
  }

  private Optional<Figure> figure() {
    List<Panel> panels = new ArrayList<>();
    Map<Flow, Model> models = models();
    for (Flow flow : Flow.whole(trends)) {
      TreeMap<Integer, Double> observed = observed(flow);
      if (models.containsKey(flow) && !observed.isEmpty()) {
        panels.add(panel(flow, observed, models.get(flow)));
      }
    }
    return panels.isEmpty() ? Optional.empty() : Optional.of(drawn(panels, models));
  }

  private Figure drawn(List<Panel> panels, Map<Flow, Model> models) {
    return new Figure(
        ID,
        CAPTION,
        Text.of(
            "横轴为年份；竖虚线为前后期的分界，其后实际值与趋势延续之差即扣除趋势的倍数。",
            "Over the years; right of the dashed line observed and trend going on differ by the"
                + " multiple beside a trend."),
        2,
        panels,
        List.of(
            new Figure.Key(Figure.Sample.DOT, Ink.BLACK, OBSERVED),
            new Figure.Key(Figure.Sample.LINE, Ink.BLUE, FITTED),
            new Figure.Key(Figure.Sample.LINE, Ink.VERMILION, TREND)),
        Words.notes(
            published,
            Text.of(
                "n = "
                    + Words.count(data.size())
                    + " 个年度合计；"
                    + Words.windows(models.values().iterator().next().rule()).zh()
                    + "当年价；拟合为含单元效应、共同趋势与后期水平变化的泊松回归。趋势延续是设定，不是观测。",
                "n = "
                    + Words.count(data.size())
                    + " yearly totals. "
                    + Words.windows(models.values().iterator().next().rule()).en()
                    + " Current prices; fitted by Poisson regression with unit effects, a common"
                    + " trend and a change of level. The trend going on is assumed, not"
                    + " observed.")),
        data.table(ID, CAPTION));
  }

  private Map<Flow, Model> models() {
    Map<Flow, Map<String, Integer>> terms = new HashMap<>();
    for (int row = 0; row < trends.size(); row++) {
      if (trends.text(row, EffectTrendRow.LEVEL).equals("nation")
          && trends.text(row, EffectTrendRow.PRICES).equals("nominal")
          && trends.text(row, EffectTrendRow.SHAPE).equals("trend")
          && trends.value(row, EffectTrendRow.COEFFICIENT) != null) {
        terms
            .computeIfAbsent(Flow.of(trends, row), flow -> new HashMap<>())
            .put(trends.text(row, EffectTrendRow.TERM), row);
      }
    }
    Map<Flow, Model> models = new HashMap<>();
    terms.forEach((flow, rows) -> model(rows).ifPresent(model -> models.put(flow, model)));
    return models;
  }

  private Optional<Model> model(Map<String, Integer> rows) {
    Integer post = rows.get("post");
    Integer trend = rows.get("trend");
    if (post == null || trend == null) {
      return Optional.empty();
    }
    String rule = trends.text(post, EffectTrendRow.BOUNDARY_RULE);
    return List.of("A", "B", "N").contains(rule)
        ? Optional.of(new Model(coefficient(post), coefficient(trend), rule))
        : Optional.empty();
  }

  private double coefficient(int row) {
    return (Double) trends.value(row, EffectTrendRow.COEFFICIENT);
  }

  /** Yearly sums over what the flow is the sum of; a year without a record is 0. */
  private TreeMap<Integer, Double> observed(Flow flow) {
    Frame flows = published.read("pair_year");
    TreeMap<Integer, Double> sums = new TreeMap<>();
    double size = names.minorUnits(flow.indicator()) * names.size(flow.indicator());
    for (int row = 0; row < flows.size(); row++) {
      int year = (Integer) flows.value(row, PairYearRow.YEAR);
      if (flow.holds(Flow.of(flows, row))) {
        sums.merge(year, (Long) flows.value(row, PairYearRow.AMOUNT) / size, Double::sum);
      }
    }
    for (int year = sums.isEmpty() ? 1 : sums.firstKey(); year < lastYear(sums); year++) {
      sums.putIfAbsent(year, 0.0);
    }
    return sums;
  }

  private static int lastYear(TreeMap<Integer, Double> sums) {
    return sums.isEmpty() ? 0 : sums.lastKey();
  }

  private Panel panel(Flow flow, TreeMap<Integer, Double> observed, Model model) {
    double scale = scale(observed, model);
    observed.forEach(
        (year, value) ->
            data.row(
                Cell.words(flow.indicator()),
                Cell.words(flow.direction()),
                new Cell.Year(year),
                Tidy.number(value),
                Tidy.number(model.leavesOut(year) ? null : (Double) (scale * model.fit(year))),
                Tidy.number(scale * model.course(year))));
    List<Mark> marks = new ArrayList<>();
    marks.add(
        new Mark.Rule(
            Mark.Side.X,
            model.boundary() - 0.5,
            Text.of("规则 " + model.rule(), "rule " + model.rule())));
    SortedMap<Integer, Double> before = new TreeMap<>(observed.headMap(model.boundary()));
    SortedMap<Integer, Double> after = observed.tailMap(model.boundary());
    SortedMap<Integer, Double> onwards =
        before.isEmpty() ? after : observed.tailMap(before.lastKey());
    marks.add(line(onwards, year -> scale * model.course(year), Ink.VERMILION, TREND));
    before.keySet().removeIf(model::leavesOut);
    for (SortedMap<Integer, Double> part : List.of(before, after)) {
      marks.add(line(part, year -> scale * model.fit(year), Ink.BLUE, FITTED));
    }
    observed.forEach((year, value) -> marks.add(dot(year, value)));
    double top =
        Math.max(
            observed.values().stream().mapToDouble(Double::doubleValue).max().orElse(1),
            scale * model.fit(observed.lastKey()));
    return Panel.of(
        flow.named(names.indicator(flow.indicator())),
        new Panel.Axis(
            Text.NONE, Text.NONE, new Scale.Years(observed.firstKey(), observed.lastKey())),
        new Panel.Axis(
            Text.of("每年合计", "Total of the year"),
            names.unit(flow.indicator()),
            Scale.Linear.fromZero(DoubleStream.of(top))),
        90,
        marks);
  }

  /** Such that the fitted totals sum to the observed ones. */
  private static double scale(TreeMap<Integer, Double> observed, Model model) {
    double sum = 0;
    double fitted = 0;
    for (Map.Entry<Integer, Double> year : observed.entrySet()) {
      if (!model.leavesOut(year.getKey())) {
        sum += year.getValue();
        fitted += model.fit(year.getKey());
      }
    }
    return sum / fitted;
  }

  /** The fitted level jumps between two years: nothing is drawn between them. */
  private static Mark line(
      SortedMap<Integer, Double> years, ToDoubleFunction<Integer> course, Ink ink, Text title) {
    return new Mark.Line(
        years.keySet().stream().map(year -> new At(year, course.applyAsDouble(year))).toList(),
        ink,
        title);
  }

  private static Mark dot(int year, double value) {
    String shown = Words.number(value, 2);
    return Mark.Dot.of(year, value, Ink.BLACK, Text.of(year + ":" + shown, year + ": " + shown))
        .sized(1.8);
  }
}
