package org.jiedui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.Ink;
import org.jiedui.export.figure.Mark;
import org.jiedui.export.figure.Panel;
import org.jiedui.export.figure.Scale;
import org.jiedui.message.Text;
import org.jiedui.table.ClusterStabilityRow;
import org.jiedui.table.Frame;

/** How well each cluster is found again in resamples, and the whole without each variable. */
final class StabilityFigure {
  private static final String ID = "stability";
  private static final String BOOTSTRAP = "bootstrap";
  private static final String WITHOUT = "without:";
  private static final Text CAPTION = Text.of("类的稳定性", "Stability of the clusters");
  private static final Scale SIMILARITY = new Scale.Linear(0, 1);

  private final Published published;
  private final Names names;
  private final Frame stability;

  private StabilityFigure(Published published) {
    this.published = published;
    this.names = Names.of(published);
    this.stability = published.read("cluster_stability");
  }

  static Optional<Figure> of(Published published) {
    StabilityFigure figure = new StabilityFigure(published);
    return figure.clusters().isEmpty() ? Optional.empty() : Optional.of(figure.figure());
  }

  private Figure figure() {
    List<Panel> panels = new ArrayList<>(List.of(resampled()));
    if (!wholes().isEmpty()) {
      panels.add(disturbed());
    }
    Integer replicates =
        (Integer) stability.value(clusters().get(0), ClusterStabilityRow.REPLICATES);
    return new Figure(
        ID,
        CAPTION,
        Text.of(
            "左为各类在重抽样中的平均杰卡德相似度，右为各种扰动下整个划分的调整兰德指数；1 为完全重现。",
            "Left: mean Jaccard similarity of each cluster over resamples; right: adjusted Rand index"
                + " of the whole under other disturbances; 1 is found again entirely."),
        2,
        panels,
        List.of(),
        Words.notes(
            published,
            Text.of(
                "n = " + Words.count(replicates) + " 次重抽样；虚线为 0.6 与 0.75：以上为稳定，0.6 以下不宜解释。",
                "n = "
                    + Words.count(replicates)
                    + " resamples; dashed: .6 and .75, above which a cluster is stable and below"
                    + " which it is not to be interpreted.")),
        Tidy.of(ID, CAPTION, stability, stability.fields()));
  }

  private List<Integer> clusters() {
    return rows(BOOTSTRAP, ClusterStabilityRow.JACCARD).stream()
        .filter(row -> !isWhole(row))
        .toList();
  }

  private List<Integer> wholes() {
    return rows("", ClusterStabilityRow.RAND_INDEX).stream().filter(this::isWhole).toList();
  }

  private boolean isWhole(int row) {
    return stability.value(row, ClusterStabilityRow.CLUSTER).equals(0);
  }

  private List<Integer> rows(String disturbance, ClusterStabilityRow value) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < stability.size(); row++) {
      if (stability.text(row, ClusterStabilityRow.DISTURBANCE).startsWith(disturbance)
          && stability.value(row, value) != null) {
        rows.add(row);
      }
    }
    return rows;
  }

  private Panel resampled() {
    List<Text> bands =
        clusters().stream()
            .map(row -> stability.value(row, ClusterStabilityRow.CLUSTER))
            .map(cluster -> Text.of("第" + cluster + "类", "Cluster " + cluster))
            .toList();
    return panel(
        Text.of("重抽样", "Resampling"),
        Text.of("平均杰卡德相似度", "Mean Jaccard similarity"),
        clusters(),
        bands,
        ClusterStabilityRow.JACCARD,
        List.of(
            new Mark.Rule(Mark.Side.X, 0.6, Text.NONE),
            new Mark.Rule(Mark.Side.X, 0.75, Text.NONE)));
  }

  private Panel disturbed() {
    return panel(
        Text.of("各种扰动", "Disturbances"),
        Text.of("调整兰德指数", "Adjusted Rand index"),
        wholes(),
        wholes().stream().map(this::disturbance).toList(),
        ClusterStabilityRow.RAND_INDEX,
        List.of());
  }

  private Text disturbance(int row) {
    String code = stability.text(row, ClusterStabilityRow.DISTURBANCE);
    if (code.startsWith(WITHOUT)) {
      String id = code.substring(WITHOUT.length());
      Text name = id.equals("gap") ? Text.of("发展差距", "gap") : names.indicator(id);
      return Text.of("剔除" + name.zh(), "without " + name.en());
    }
    return code.equals(BOOTSTRAP)
        ? Text.of("重抽样", "resampling")
        : Text.of("指数的其他做法", "other indices");
  }

  private Panel panel(
      Text heading,
      Text measure,
      List<Integer> rows,
      List<Text> bands,
      ClusterStabilityRow value,
      List<Mark> rules) {
    List<Mark> marks = new ArrayList<>(rules);
    List<Text> shown = new ArrayList<>();
    for (int y = 0; y < rows.size(); y++) {
      double found = (Double) stability.value(rows.get(y), value);
      String number = Words.number(found, 3);
      shown.add(Text.same(number));
      marks.add(
          Mark.Dot.of(
              Math.max(0, found),
              y,
              Ink.BLUE,
              Text.of(bands.get(y).zh() + ":" + number, bands.get(y).en() + ": " + number)));
    }
    return Panel.of(
            heading,
            new Panel.Axis(measure, Text.same("0–1"), SIMILARITY),
            Panel.Axis.bands(bands),
            20.0 * rows.size(),
            marks)
        .beside(List.of(new Panel.Column(Text.of("数值", "Value"), shown)));
  }
}
