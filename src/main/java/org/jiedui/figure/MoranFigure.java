package org.jiedui.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.jiedui.export.figure.At;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.Ink;
import org.jiedui.export.figure.Mark;
import org.jiedui.export.figure.Panel;
import org.jiedui.export.figure.Scale;
import org.jiedui.message.Text;
import org.jiedui.table.Frame;
import org.jiedui.table.MoranRow;

/** Moran scatter plots: each region's value against the mean of its neighbours. */
final class MoranFigure {
  private static final String ID = "moran";
  private static final double LEVEL = .05;
  private static final int MOST_DOTS = 4000;
  private static final Text CAPTION = Text.of("莫兰散点图", "Moran scatter plots");

  private final Published published;
  private final Names names;
  private final Frame moran;

  private MoranFigure(Published published) {
    this.published = published;
    this.names = Names.of(published);
    this.moran = published.read("moran");
  }

  static Optional<Figure> of(Published published) {
    MoranFigure figure = new MoranFigure(published);
    return figure.variables().isEmpty() ? Optional.empty() : Optional.of(figure.figure());
  }

  private Figure figure() {
    List<Panel> panels = new ArrayList<>();
    int regions = 0;
    int dots = 0;
    for (String variable : gapFirst()) {
      List<Integer> rows = regions(variable);
      regions = Math.max(regions, rows.size());
      dots += rows.size();
      if (panels.isEmpty() || dots <= MOST_DOTS) {
        panels.add(panel(variable, rows));
      }
    }
    return new Figure(
        ID,
        CAPTION,
        Text.of(
            "横轴为标准化值，纵轴为邻接地区的均值，斜线的斜率为莫兰指数；空心者局部不显著。",
            "Own standardised value against the mean of the neighbours; the slope of the line is"
                + " Moran's I; hollow: locally not significant."),
        2,
        panels,
        List.of(
            new Figure.Key(Figure.Sample.DOT, Ink.BLUE, Text.of("局部 q ≤ .05", "Local q ≤ .05")),
            new Figure.Key(Figure.Sample.HOLLOW_DOT, Ink.GREY, Text.of("其他", "Others")),
            new Figure.Key(Figure.Sample.LINE, Ink.VERMILION, Text.of("斜率 I", "Slope I"))),
        Words.notes(
            published,
            Text.of(
                "n = "
                    + Words.count(regions)
                    + " 个有邻接的地区，"
                    + moran.value(0, MoranRow.YEAR)
                    + " 年；行标准化权重；局部检验经 Benjamini–Hochberg 校正。",
                "n = "
                    + Words.count(regions)
                    + " regions with neighbours in "
                    + moran.value(0, MoranRow.YEAR)
                    + "; row-standardised weights; local tests adjusted after Benjamini and"
                    + " Hochberg.")),
        Tidy.of(
            ID,
            CAPTION,
            moran,
            List.of(
                MoranRow.VARIABLE,
                MoranRow.UNIT_CODE,
                MoranRow.UNIT_NAME,
                MoranRow.VALUE,
                MoranRow.LAG,
                MoranRow.Q,
                MoranRow.QUADRANT)));
  }

  /** Where a page cannot show all, the gap stays. */
  private List<String> gapFirst() {
    return variables().stream()
        .sorted(Comparator.comparing(variable -> !variable.equals("gap")))
        .toList();
  }

  /** The variables that have regions with neighbours. */
  private TreeSet<String> variables() {
    TreeSet<String> variables = new TreeSet<>();
    for (int row = 0; row < moran.size(); row++) {
      if (isPlaced(row)) {
        variables.add(moran.text(row, MoranRow.VARIABLE));
      }
    }
    return variables;
  }

  private boolean isPlaced(int row) {
    return !moran.text(row, MoranRow.UNIT_CODE).equals(MoranRow.WHOLE_MAP)
        && moran.value(row, MoranRow.VALUE) != null
        && moran.value(row, MoranRow.LAG) != null;
  }

  private List<Integer> regions(String variable) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < moran.size(); row++) {
      if (moran.text(row, MoranRow.VARIABLE).equals(variable) && isPlaced(row)) {
        rows.add(row);
      }
    }
    return rows;
  }

  private Panel panel(String variable, List<Integer> rows) {
    Scale.Linear x = Scale.Linear.fromZero(values(rows, MoranRow.VALUE));
    Scale.Linear y = Scale.Linear.fromZero(values(rows, MoranRow.LAG));
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Rule(Mark.Side.X, 0, Text.NONE));
    marks.add(new Mark.Rule(Mark.Side.Y, 0, Text.NONE));
    rows.forEach(row -> marks.add(dot(row)));
    Double slope = slope(variable);
    if (slope != null) {
      marks.add(slope(slope, x, y));
    }
    Text name =
        variable.equals("gap") ? Text.of("发展差距", "Development gap") : names.indicator(variable);
    String index = slope == null ? "" : ", I = " + Words.number(slope, 3);
    return Panel.of(
        Text.of(name.zh() + index, name.en() + index),
        new Panel.Axis(Text.of("本地", "Own value"), Text.of("标准差", "SD"), x),
        new Panel.Axis(Text.of("邻接均值", "Neighbours' mean"), Text.of("标准差", "SD"), y),
        120,
        marks);
  }

  private DoubleStream values(List<Integer> rows, MoranRow field) {
    return rows.stream().mapToDouble(row -> (Double) moran.value(row, field));
  }

  private Double slope(String variable) {
    for (int row = 0; row < moran.size(); row++) {
      if (moran.text(row, MoranRow.VARIABLE).equals(variable)
          && moran.text(row, MoranRow.UNIT_CODE).equals(MoranRow.WHOLE_MAP)) {
        return (Double) moran.value(row, MoranRow.MORAN_I);
      }
    }
    return null;
  }

  /** The line through the origin, as far as it lies inside the panel. */
  private static Mark slope(double slope, Scale.Linear x, Scale.Linear y) {
    double from = x.low();
    double to = x.high();
    if (slope != 0) {
      double a = y.low() / slope;
      double b = y.high() / slope;
      from = Math.max(from, Math.min(a, b));
      to = Math.min(to, Math.max(a, b));
    }
    return new Mark.Line(
        List.of(new At(from, slope * from), new At(to, slope * to)),
        Ink.VERMILION,
        Text.same("I = " + Words.number(slope, 3)));
  }

  private Mark dot(int row) {
    double value = (Double) moran.value(row, MoranRow.VALUE);
    double lag = (Double) moran.value(row, MoranRow.LAG);
    Double q = (Double) moran.value(row, MoranRow.Q);
    Text title =
        Text.same(
            moran.text(row, MoranRow.UNIT_NAME)
                + " ("
                + Words.number(value, 2)
                + ", "
                + Words.number(lag, 2)
                + ")");
    boolean local = q != null && q <= LEVEL;
    Mark.Dot dot = Mark.Dot.of(value, lag, local ? Ink.BLUE : Ink.GREY, title).sized(1.6);
    return local ? dot : dot.hollow();
  }
}
