package org.jiedui.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jiedui.export.figure.At;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.Ink;
import org.jiedui.export.figure.Mark;
import org.jiedui.export.figure.Panel;
import org.jiedui.export.figure.Scale;
import org.jiedui.message.Text;
import org.jiedui.table.EffectConventionRow;
import org.jiedui.table.EffectPlaceboRow;
import org.jiedui.table.Field;
import org.jiedui.table.Flow;
import org.jiedui.table.Frame;

/**
 * Specification curves: the multiple of each whole flow under every convention, sorted by size,
 * over the grid of the choices made. Conventions without a value stand last, without a dot.
 *
 * <p>Source: Simonsohn, Simmons and Nelson (2020), Nature Human Behaviour 4, 1208–1214.
 */
final class ConventionsFigure {
  private static final String ID = "conventions";
  private static final Text CAPTION =
      Text.of("各种口径下的倍数:设定曲线", "Specification curves of the multiples");

  /** One line of the grid: a choice that a convention makes or not. */
  private record Choice(Field field, String code, Text words) {}

  private static final List<Choice> CHOICES =
      List.of(
          new Choice(EffectConventionRow.SCALE, "total", Text.of("总量", "total")),
          new Choice(EffectConventionRow.SCALE, "annual", Text.of("年均", "annual")),
          new Choice(EffectConventionRow.SCALE, "per_head", Text.of("人均年均", "per head")),
          new Choice(EffectConventionRow.PRICES, "real", Text.of("不变价", "constant prices")),
          new Choice(EffectConventionRow.BOUNDARY_RULE, "A", Text.of("规则 A", "rule A")),
          new Choice(EffectConventionRow.BOUNDARY_RULE, "B", Text.of("规则 B", "rule B")),
          new Choice(EffectConventionRow.BOUNDARY_RULE, "C", Text.of("规则 C", "rule C")),
          new Choice(EffectConventionRow.BOUNDARY_RULE, "D", Text.of("规则 D", "rule D")),
          new Choice(EffectConventionRow.BOUNDARY_RULE, "N", Text.of("规则 N", "rule N")),
          new Choice(EffectConventionRow.ENTRANTS, "out", Text.of("剔除新进入", "no entrants")),
          new Choice(EffectConventionRow.ABSENT, "missing", Text.of("无记录=缺失", "absent missing")),
          new Choice(EffectConventionRow.ADJUSTMENT, "trend", Text.of("扣除趋势", "trend")),
          new Choice(EffectConventionRow.ADJUSTMENT, "did", Text.of("对照组", "comparison")));

  private final Published published;
  private final Names names;
  private final Frame conventions;

  private ConventionsFigure(Published published) {
    this.published = published;
    this.names = Names.of(published);
    this.conventions = published.read("effect_convention");
  }

  static Optional<Figure> of(Published published) {
    ConventionsFigure figure = new ConventionsFigure(published);
    return figure.conventions.size() == 0 ? Optional.empty() : Optional.of(figure.figure());
  }

  private Figure figure() {
    List<Flow> flows = Flow.whole(conventions);
    List<Panel> panels = new ArrayList<>();
    for (int first = 0; first < flows.size(); first += 2) {
      List<Flow> row = flows.subList(first, Math.min(first + 2, flows.size()));
      row.forEach(flow -> panels.add(curve(flow)));
      row.forEach(flow -> panels.add(grid(flow)));
    }
    return new Figure(
        ID,
        CAPTION,
        Text.of(
            "每点一种口径，由小到大；下方各行标出它所作的选择。",
            "One dot a convention, from small to large; the lines below mark the choices it makes."),
        Math.min(2, flows.size()),
        panels,
        List.of(
            new Figure.Key(Figure.Sample.DOT, Ink.BLUE, Text.of("倍数与区间", "Multiple, interval")),
            new Figure.Key(
                Figure.Sample.DOT,
                Ink.VERMILION,
                Text.of("研究采用的口径(总量)", "The study's own (total)"))),
        Words.notes(published, counts(flows), note()),
        Tidy.of(ID, CAPTION, conventions, conventions.fields()));
  }

  /** Conventions of a flow by estimate, ties by their key; those without a value come last. */
  private List<Integer> sorted(Flow flow) {
    Comparator<Integer> bySize =
        Comparator.comparing(
            row -> (Double) conventions.value(row, EffectConventionRow.ESTIMATE),
            Comparator.nullsLast(Comparator.naturalOrder()));
    return IntStream.range(0, conventions.size())
        .boxed()
        .filter(row -> Flow.of(conventions, row).equals(flow))
        .sorted(bySize.thenComparing(row -> row))
        .toList();
  }

  private Panel curve(Flow flow) {
    List<Integer> rows = sorted(flow);
    List<Mark> marks = new ArrayList<>();
    List<Double> values = new ArrayList<>(List.of(1.0));
    marks.add(new Mark.Rule(Mark.Side.Y, 1, Text.NONE));
    for (int x = 0; x < rows.size(); x++) {
      int row = rows.get(x);
      Double value = number(row, EffectConventionRow.ESTIMATE);
      if (value != null) {
        values.add(value);
        interval(x, row, values, marks);
        marks.add(dot(x, row, value));
      }
    }
    return Panel.of(
        flow.named(names.indicator(flow.indicator())),
        new Panel.Axis(Text.NONE, Text.NONE, places(rows)),
        new Panel.Axis(
            Text.of("倍数,对数轴", "Multiple, log scale"),
            Text.of("倍", "times"),
            Scale.Log.around(values.stream().mapToDouble(Double::doubleValue))),
        80,
        marks);
  }

  private static Scale places(List<Integer> rows) {
    return new Scale.Plane(-1, rows.size());
  }

  private void interval(int x, int row, List<Double> values, List<Mark> marks) {
    Double low = number(row, EffectConventionRow.CI_LOW);
    Double high = number(row, EffectConventionRow.CI_HIGH);
    if (low != null && high != null && low > 0) {
      values.addAll(List.of(low, high));
      marks.add(new Mark.Span(new At(x, low), new At(x, high), Ink.GREY, Text.NONE));
    }
  }

  private Mark dot(int x, int row, double value) {
    boolean own = isOwn(row);
    String shown = Words.number(value, 2);
    Text title =
        Text.of(shown + " 倍:" + spec(row, Text::zh), shown + " times: " + spec(row, Text::en));
    Mark.Dot dot = Mark.Dot.of(x, value, own ? Ink.VERMILION : Ink.BLUE, title);
    return own ? dot : dot.sized(1.2);
  }

  private String spec(int row, Function<Text, String> lang) {
    return String.join(
        ", ", CHOICES.stream().filter(c -> makes(row, c)).map(c -> lang.apply(c.words)).toList());
  }

  private boolean makes(int row, Choice choice) {
    return conventions.text(row, choice.field).equals(choice.code);
  }

  /** The plain total in current prices under the study's rule and meaning of absence. */
  private boolean isOwn(int row) {
    return makes(row, CHOICES.get(0))
        && conventions.text(row, EffectConventionRow.PRICES).equals("nominal")
        && conventions.text(row, EffectConventionRow.ENTRANTS).equals("in")
        && conventions.text(row, EffectConventionRow.BOUNDARY_RULE).equals(rule());
  }

  private String rule() {
    Frame placebos = published.read("effect_placebo");
    return placebos.size() == 0 ? "" : placebos.text(0, EffectPlaceboRow.BOUNDARY_RULE);
  }

  private Panel grid(Flow flow) {
    List<Integer> rows = sorted(flow);
    List<Choice> choices =
        CHOICES.stream().filter(c -> rows.stream().anyMatch(row -> makes(row, c))).toList();
    List<Mark> marks = new ArrayList<>();
    for (int y = 0; y < choices.size(); y++) {
      for (int x = 0; x < rows.size(); x++) {
        if (makes(rows.get(x), choices.get(y))) {
          Ink ink =
              number(rows.get(x), EffectConventionRow.ESTIMATE) == null ? Ink.GREY : Ink.BLACK;
          marks.add(new Mark.Span(new At(x, y - 0.36), new At(x, y + 0.36), ink, Text.NONE));
        }
      }
    }
    return Panel.of(
        Text.NONE,
        new Panel.Axis(
            Text.of("口径,按倍数排列", "Conventions by size of the multiple"), Text.NONE, places(rows)),
        Panel.Axis.bands(choices.stream().map(Choice::words).toList()),
        8.4 * choices.size(),
        marks);
  }

  private Text counts(List<Flow> flows) {
    IntFunction<String> each =
        lang ->
            String.join(
                lang == 0 ? "、" : ", ",
                flows.stream().map(flow -> Integer.toString(sorted(flow).size())).toList());
    TreeSet<String> codes = new TreeSet<>();
    long empty = 0;
    for (Flow flow : flows) {
      for (int row : sorted(flow)) {
        if (number(row, EffectConventionRow.ESTIMATE) == null) {
          codes.add(conventions.text(row, EffectConventionRow.ESTIMATE_STATUS));
          empty++;
        }
      }
    }
    String told = codes.isEmpty() ? "" : " (" + String.join(", ", codes) + ")";
    return Text.of(
        "n = " + each.apply(0) + " 种口径，其中 " + empty + " 种没有数值" + told + "，列在最右，无点。",
        "n = "
            + each.apply(1)
            + " conventions, of which "
            + empty
            + " have no value"
            + told
            + " and stand rightmost without a dot.");
  }

  private Text note() {
    return Text.of(
        "竖线为按结对聚类的区间；虚线为 1(无变化)。" + Words.windows(rule()).zh() + "未标“不变价”者为当年价。倍数只描述前后差异，不识别因果效应。",
        "Bars: intervals clustered by pair; dashed: 1, no change. "
            + Words.windows(rule()).en()
            + " Current prices unless marked. A multiple describes and identifies no effect.");
  }

  private Double number(int row, Field field) {
    return (Double) conventions.value(row, field);
  }
}
