package org.jiedui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jiedui.export.figure.At;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.Ink;
import org.jiedui.export.figure.Mark;
import org.jiedui.export.figure.Panel;
import org.jiedui.export.figure.Scale;
import org.jiedui.message.Text;
import org.jiedui.table.ClusterKProfileRow;
import org.jiedui.table.Frame;

/** Four measures of fit over the number of clusters, with the one that was taken. */
final class ClusterKProfileFigure {
  private static final String ID = "cluster-k-profile";
  private static final Text CAPTION = Text.of("类别数的选择", "Choice of the number of clusters");

  private final Published published;
  private final Frame profile;

  private ClusterKProfileFigure(Published published) {
    this.published = published;
    this.profile = published.read("cluster_k_profile");
  }

  static Optional<Figure> of(Published published) {
    ClusterKProfileFigure figure = new ClusterKProfileFigure(published);
    return figure.profile.size() < 2 ? Optional.empty() : Optional.of(figure.figure());
  }

  private Figure figure() {
    return new Figure(
        ID,
        CAPTION,
        Text.of(
            "横轴为类别数，竖虚线为采用的类别数。", "Over the number of clusters; the dashed line is the one taken."),
        2,
        List.of(
            panel(ClusterKProfileRow.WSS, Text.of("组内平方和", "Within-cluster sum of squares"), null),
            panel(
                ClusterKProfileRow.SILHOUETTE_EUCLIDEAN,
                Text.of("平均轮廓系数（欧氏）", "Mean silhouette (Euclidean)"),
                null),
            panel(
                ClusterKProfileRow.CALINSKI_HARABASZ, Text.of("CH 指数", "Caliński–Harabasz"), null),
            panel(
                ClusterKProfileRow.GAP_STATISTIC,
                Text.of("Gap 统计量 ± 标准误", "Gap statistic ± SE"),
                ClusterKProfileRow.GAP_ERROR)),
        List.of(),
        Words.notes(published, note(), reason()),
        Tidy.of(ID, CAPTION, profile, profile.fields()));
  }

  private Text note() {
    Integer n = (Integer) profile.value(0, ClusterKProfileRow.N);
    Object year = profile.value(0, ClusterKProfileRow.YEAR);
    Object variables = profile.value(0, ClusterKProfileRow.VARIABLES);
    return Text.of(
        "n = " + Words.count(n) + " 个地区，" + variables + " 个标准化变量，" + year + " 年。",
        "n = "
            + Words.count(n)
            + " regions, "
            + variables
            + " standardised variables, "
            + year
            + ".");
  }

  private Text reason() {
    int row = chosen();
    if (row < 0) {
      return Text.NONE;
    }
    Object k = profile.value(row, ClusterKProfileRow.K);
    return Text.of(
        "竖虚线为采用的 k = " + k + "，理由：" + profile.text(row, ClusterKProfileRow.REASON_ZH) + "。",
        "Dashed line: k = "
            + k
            + " is taken; reason: "
            + profile.text(row, ClusterKProfileRow.REASON_EN)
            + ".");
  }

  private int chosen() {
    return IntStream.range(0, profile.size())
        .filter(i -> profile.value(i, ClusterKProfileRow.CHOSEN).equals(1))
        .findFirst()
        .orElse(-1);
  }

  private Panel panel(ClusterKProfileRow field, Text heading, ClusterKProfileRow error) {
    List<Mark> marks = new ArrayList<>();
    List<At> points = new ArrayList<>();
    DoubleStream.Builder values = DoubleStream.builder();
    if (chosen() >= 0) {
      Object k = profile.value(chosen(), ClusterKProfileRow.K);
      marks.add(new Mark.Rule(Mark.Side.X, (Integer) k, Text.NONE));
    }
    for (int i = 0; i < profile.size(); i++) {
      Double value = (Double) profile.value(i, field);
      if (value != null) {
        int k = (Integer) profile.value(i, ClusterKProfileRow.K);
        points.add(new At(k, value));
        values.add(value);
        Text title = Text.same("k = " + k + ": " + Words.number(value, 3));
        if (error != null) {
          double half = (Double) profile.value(i, error);
          values.add(value - half).add(value + half);
          marks.add(
              new Mark.Span(new At(k, value - half), new At(k, value + half), Ink.BLUE, title));
        }
        marks.add(Mark.Dot.of(k, value, Ink.BLUE, title));
      }
    }
    marks.add(0, new Mark.Line(points, Ink.BLUE, heading));
    return Panel.of(
        heading,
        new Panel.Axis(Text.of("类别数 k", "Number of clusters k"), Text.NONE, clusters()),
        new Panel.Axis(Text.NONE, unit(field), scale(field, values.build())),
        80,
        marks);
  }

  private static Text unit(ClusterKProfileRow field) {
    return switch (field) {
      case WSS -> Text.of("标准差²", "SD²");
      case GAP_STATISTIC -> Text.same("ln");
      default -> Text.of("无量纲", "no unit");
    };
  }

  private static Scale scale(ClusterKProfileRow field, DoubleStream values) {
    boolean fromZero =
        field == ClusterKProfileRow.WSS || field == ClusterKProfileRow.SILHOUETTE_EUCLIDEAN;
    return fromZero ? Scale.Linear.fromZero(values) : Scale.Linear.around(values);
  }

  private Scale clusters() {
    int last = (Integer) profile.value(profile.size() - 1, ClusterKProfileRow.K);
    return new Scale.Years(1, last);
  }
}
