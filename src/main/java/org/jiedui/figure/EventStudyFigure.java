package org.jiedui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiedui.export.figure.At;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.Ink;
import org.jiedui.export.figure.Mark;
import org.jiedui.export.figure.Panel;
import org.jiedui.export.figure.Scale;
import org.jiedui.message.Text;
import org.jiedui.table.EffectEventRow;
import org.jiedui.table.Flow;
import org.jiedui.table.Frame;

/** Flows to those that the change reached over the comparison group, year by year. */
final class EventStudyFigure {
  private static final String ID = "event-study";
  private static final Text CAPTION =
      Text.of("逐年与对照组相比", "Against the comparison group, year by year");

  private final Published published;
  private final Frame events;

  private EventStudyFigure(Published published) {
    this.published = published;
    this.events = published.read("effect_event");
  }

  /** Empty without a comparison group: there is nothing to hold the years against. */
  static Optional<Figure> of(Published published) {
    EventStudyFigure figure = new EventStudyFigure(published);
    return figure.flows().isEmpty() ? Optional.empty() : Optional.of(figure.figure());
  }

  /** Whole flows with an estimate. */
  private List<Flow> flows() {
    return Flow.whole(events).stream().filter(flow -> !rows(flow).isEmpty()).toList();
  }

  private List<Integer> rows(Flow flow) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < events.size(); row++) {
      if (Flow.of(events, row).equals(flow) && number(row, EffectEventRow.ESTIMATE) != null) {
        rows.add(row);
      }
    }
    return rows;
  }

  private Figure figure() {
    Names names = Names.of(published);
    List<Panel> panels = new ArrayList<>();
    for (Flow flow : flows()) {
      panels.add(panel(rows(flow), flow.named(names.indicator(flow.indicator()))));
    }
    return new Figure(
        ID,
        CAPTION,
        Text.of(
            "横轴为年份，纵轴为相对于参照年的倍数；竖线为区间，空心为参照年。",
            "Multiples against the reference year, by year; bars: intervals, hollow: the reference"
                + " year."),
        2,
        panels,
        List.of(
            new Figure.Key(Figure.Sample.DOT, Ink.BLUE, Text.of("前期", "Before")),
            new Figure.Key(Figure.Sample.DOT, Ink.VERMILION, Text.of("后期", "After")),
            new Figure.Key(Figure.Sample.HOLLOW_DOT, Ink.BLUE, Text.of("参照年", "Reference year"))),
        Words.notes(published, note()),
        Tidy.of(ID, CAPTION, events, events.fields()));
  }

  private Panel panel(List<Integer> rows, Text heading) {
    List<Mark> marks = new ArrayList<>(List.of(new Mark.Rule(Mark.Side.Y, 1, Text.NONE)));
    List<Double> values = new ArrayList<>(List.of(1.0));
    for (int row : rows) {
      values.add(number(row, EffectEventRow.ESTIMATE));
      interval(row, values, marks);
      marks.add(dot(row));
    }
    return Panel.of(
        heading,
        new Panel.Axis(
            Text.of("年份", "Year"),
            Text.NONE,
            new Scale.Years(year(rows.get(0)) - 1, year(rows.get(rows.size() - 1)) + 1)),
        new Panel.Axis(
            Text.of("相对倍数,对数轴", "Multiple, log scale"),
            Text.of("倍", "times"),
            Scale.Log.around(values.stream().mapToDouble(Double::doubleValue))),
        95,
        marks);
  }

  private void interval(int row, List<Double> values, List<Mark> marks) {
    Double low = number(row, EffectEventRow.CI_LOW);
    Double high = number(row, EffectEventRow.CI_HIGH);
    if (low != null && high != null && low > 0) {
      values.addAll(List.of(low, high));
      marks.add(
          new Mark.Span(new At(year(row), low), new At(year(row), high), Ink.GREY, Text.NONE));
    }
  }

  private Mark dot(int row) {
    String shown = Words.number(number(row, EffectEventRow.ESTIMATE), 2);
    Text title = Text.of(year(row) + ":" + shown + " 倍", year(row) + ": " + shown + " times");
    boolean after = events.text(row, EffectEventRow.KIND).equals("after");
    Mark.Dot dot =
        Mark.Dot.of(
            year(row),
            number(row, EffectEventRow.ESTIMATE),
            after ? Ink.VERMILION : Ink.BLUE,
            title);
    return events.text(row, EffectEventRow.KIND).equals("reference") ? dot.hollow().sized(3) : dot;
  }

  private Text note() {
    int reference = 0;
    int clusters = 0;
    for (int row = 0; row < events.size(); row++) {
      clusters = Math.max(clusters, (Integer) events.value(row, EffectEventRow.CLUSTERS));
      reference = events.text(row, EffectEventRow.KIND).equals("reference") ? year(row) : reference;
    }
    Text windows = Words.windows(events.text(0, EffectEventRow.BOUNDARY_RULE));
    return Text.of(
        "n = "
            + clusters
            + " 个结对聚类（流量不同时为最多者）；竖线为按结对聚类的区间；虚线为 1，参照年 "
            + reference
            + "。"
            + windows.zh()
            + "前期各年接近 1 不等于趋势平行。",
        "n = "
            + clusters
            + " clusters of pairs (of the flow with most). Bars: intervals clustered by pair; dashed:"
            + " 1; reference year "
            + reference
            + ". "
            + windows.en()
            + " Years before near 1 are no evidence of parallel trends.");
  }

  private int year(int row) {
    return (Integer) events.value(row, EffectEventRow.YEAR);
  }

  private Double number(int row, EffectEventRow field) {
    return (Double) events.value(row, field);
  }
}
