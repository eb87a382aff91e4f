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
import org.jiedui.table.Frame;
import org.jiedui.table.TargetingCurveRow;
import org.jiedui.table.TargetingRow;

/** Concentration curves of aid over people from poor to rich counties, with their bands. */
final class ConcentrationFigure {
  private static final String ID = "concentration";
  private static final Text CAPTION = Text.of("投入的集中曲线", "Concentration curves of aid");
  private static final List<String> PERIODS = List.of("before", "after");

  private final Published published;
  private final Frame curve;
  private final Frame targeting;

  private ConcentrationFigure(Published published) {
    this.published = published;
    this.curve = published.read("targeting_curve");
    this.targeting = published.read("targeting");
  }

  static Optional<Figure> of(Published published) {
    ConcentrationFigure figure = new ConcentrationFigure(published);
    return PERIODS.stream().allMatch(period -> figure.points(period).isEmpty())
        ? Optional.empty()
        : Optional.of(figure.figure());
  }

  private Figure figure() {
    List<Panel> panels = PERIODS.stream().map(this::panel).toList();
    return new Figure(
        ID,
        CAPTION,
        Text.of(
            "人口按所在县由穷到富累计；曲线在对角线之上，投入与发展水平负相关。",
            "People from poor to rich counties; a curve above the diagonal means that aid falls with"
                + " income."),
        2,
        panels,
        List.of(
            new Figure.Key(
                Figure.Sample.LINE_AND_DOT, Ink.BLUE, Text.of("集中曲线", "Concentration curve")),
            new Figure.Key(Figure.Sample.LINE, Ink.GREY, Text.of("按人口均分", "Equal per head"))),
        Words.notes(
            published,
            Text.of(
                "n = " + counties() + " 个县（后期）；竖线为整条曲线同时成立的置信带；当年价；C 为集中指数，小于 0 偏向低收入县。只作描述，不说明效果。",
                "n = "
                    + counties()
                    + " counties (after); bars: a band that holds for the whole curve; current"
                    + " prices; C: concentration index, below 0 where poor counties have more. It"
                    + " describes where aid went and no effect of it.")),
        Tidy.of(ID, CAPTION, nation(), curve.fields()));
  }

  private Frame nation() {
    int level = curve.index(TargetingCurveRow.LEVEL);
    return curve.where(row -> row[level].equals("nation"));
  }

  private String counties() {
    int row = row("after");
    return row < 0 ? "0" : Words.count((Integer) targeting.value(row, TargetingRow.COUNTIES));
  }

  private int row(String period) {
    for (int row = 0; row < targeting.size(); row++) {
      if (targeting.text(row, TargetingRow.LEVEL).equals("nation")
          && targeting.text(row, TargetingRow.PERIOD).equals(period)) {
        return row;
      }
    }
    return -1;
  }

  private List<Integer> points(String period) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < curve.size(); row++) {
      if (curve.text(row, TargetingCurveRow.LEVEL).equals("nation")
          && curve.text(row, TargetingCurveRow.PERIOD).equals(period)
          && curve.value(row, TargetingCurveRow.SHARE) != null) {
        rows.add(row);
      }
    }
    return rows;
  }

  private Panel panel(String period) {
    List<Mark> marks = new ArrayList<>();
    marks.add(
        new Mark.Line(
            List.of(new At(0, 0), new At(1, 1)), Ink.GREY, Text.of("按人口均分", "Equal per head")));
    Text heading = heading(period);
    List<At> line = new ArrayList<>(List.of(new At(0, 0)));
    for (int row : points(period)) {
      double x = (Integer) curve.value(row, TargetingCurveRow.PERCENT) / 100.0;
      double share = (Double) curve.value(row, TargetingCurveRow.SHARE);
      band(row, x).ifPresent(marks::add);
      line.add(new At(x, share));
      String shown = Words.number(100 * x, 0) + " % → " + Words.number(100 * share, 1) + " %";
      marks.add(Mark.Dot.of(x, share, Ink.BLUE, Text.same(shown)).sized(1.4));
    }
    line.add(new At(1, 1));
    marks.add(new Mark.Line(line, Ink.BLUE, heading));
    return Panel.of(
        heading,
        axis("人口累计占比(由穷到富)", "Cumulative share of people"),
        axis("投入累计占比", "Cumulative share of aid"),
        160,
        marks);
  }

  private static Panel.Axis axis(String zh, String en) {
    return new Panel.Axis(Text.of(zh, en), Text.same("0–1"), new Scale.Linear(0, 1));
  }

  /** Cut to where shares can lie. */
  private Optional<Mark> band(int row, double x) {
    Double low = (Double) curve.value(row, TargetingCurveRow.BAND_LOW);
    Double high = (Double) curve.value(row, TargetingCurveRow.BAND_HIGH);
    return low == null || high == null
        ? Optional.empty()
        : Optional.of(
            new Mark.Span(
                new At(x, Math.max(0, low)), new At(x, Math.min(1, high)), Ink.GREY, Text.NONE));
  }

  private Text heading(String period) {
    Text when = period.equals("before") ? Text.of("前期", "Before") : Text.of("后期", "After");
    int row = row(period);
    Double index = row < 0 ? null : (Double) targeting.value(row, TargetingRow.CONCENTRATION);
    String shown = index == null ? "" : "C = " + Words.number(index, 3);
    return shown.isEmpty() ? when : Text.of(when.zh() + "，" + shown, when.en() + ", " + shown);
  }
}
