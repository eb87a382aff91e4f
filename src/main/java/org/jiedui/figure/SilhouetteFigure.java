package org.jiedui.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jiedui.export.figure.At;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.Ink;
import org.jiedui.export.figure.Mark;
import org.jiedui.export.figure.Panel;
import org.jiedui.export.figure.Scale;
import org.jiedui.message.Text;
import org.jiedui.table.ClusterMembershipRow;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;

/** How well each region sits in its cluster: its silhouette width, widest first. */
final class SilhouetteFigure {
  private static final String ID = "silhouette";
  private static final int MOST = 600;
  private static final Text CAPTION = Text.of("各地区的轮廓宽度", "Silhouette width of each region");

  private SilhouetteFigure() {}

  static Optional<Figure> of(Published published) {
    Frame members = published.read("cluster_membership");
    Map<Integer, List<Integer>> clusters = clusters(members);
    if (clusters.isEmpty() || clusters.size() > Members.MOST) {
      return Optional.empty();
    }
    List<Mark> marks = new ArrayList<>();
    double x = 0;
    double gap = Math.max(1, members.size() / 60.0 / every(members.size()));
    for (Map.Entry<Integer, List<Integer>> cluster : clusters.entrySet()) {
      Ink ink = Ink.series(cluster.getKey() - 1);
      List<Integer> rows = cluster.getValue();
      for (int i = 0; i < rows.size(); i += every(members.size())) {
        marks.addAll(region(members, rows.get(i), x++, ink));
      }
      x += gap;
    }
    double low = marks.stream().mapToDouble(SilhouetteFigure::lowest).min().orElse(0);
    return Optional.of(figure(published, members, clusters, marks, x - gap, Math.min(low, 0)));
  }

  private static Figure figure(
      Published published,
      Frame members,
      Map<Integer, List<Integer>> clusters,
      List<Mark> marks,
      double end,
      double low) {
    int n = clusters.values().stream().mapToInt(List::size).sum();
    Panel panel =
        Panel.of(
            Text.NONE,
            Panel.Axis.blank(-1, end),
            new Panel.Axis(
                Text.of("轮廓宽度", "Silhouette width"),
                Text.of("−1 至 1", "−1 to 1"),
                Scale.Linear.around(DoubleStream.of(low, 0, 1))),
            130,
            marks);
    return new Figure(
        ID,
        CAPTION,
        Text.of(
            "每条竖线一个地区，按类别和宽度排列；十字为处于边界的地区。",
            "One line a region, by cluster and width; crosses are borderline regions."),
        1,
        List.of(panel),
        keys(members, clusters),
        Words.notes(
            published,
            thinned(members.size()),
            Text.of(
                "n = "
                    + Words.count(n)
                    + " 个地区，"
                    + members.value(0, ClusterMembershipRow.YEAR)
                    + " 年；欧氏距离；黑十字：同样可归入邻类的地区。",
                "n = "
                    + Words.count(n)
                    + " regions, "
                    + members.value(0, ClusterMembershipRow.YEAR)
                    + "; Euclidean distances; black plus: could as well stand in the next cluster.")),
        Tidy.of(
            ID,
            CAPTION,
            members,
            List.<Field>of(
                ClusterMembershipRow.UNIT_CODE,
                ClusterMembershipRow.UNIT_NAME,
                ClusterMembershipRow.YEAR,
                ClusterMembershipRow.CLUSTER,
                ClusterMembershipRow.SILHOUETTE,
                ClusterMembershipRow.BORDERLINE,
                ClusterMembershipRow.STATUS)));
  }

  /** Which regions are drawn when there are more than a print can show. */
  private static int every(int regions) {
    return (regions + MOST - 1) / MOST;
  }

  private static Text thinned(int regions) {
    int every = every(regions);
    return every < 2
        ? Text.NONE
        : Text.of(
            "每类每 " + every + " 个地区画一个。", "One region in " + every + " of each cluster is drawn.");
  }

  private static Map<Integer, List<Integer>> clusters(Frame members) {
    Map<Integer, List<Integer>> clusters = new TreeMap<>();
    IntStream.range(0, members.size())
        .filter(row -> members.value(row, ClusterMembershipRow.SILHOUETTE) != null)
        .boxed()
        .sorted(Comparator.comparing(row -> -width(members, row)))
        .forEach(
            row ->
                clusters
                    .computeIfAbsent(
                        (Integer) members.value(row, ClusterMembershipRow.CLUSTER),
                        c -> new ArrayList<>())
                    .add(row));
    return clusters;
  }

  private static List<Figure.Key> keys(Frame members, Map<Integer, List<Integer>> clusters) {
    List<Figure.Key> keys = new ArrayList<>();
    clusters.forEach(
        (cluster, rows) -> {
          double mean = rows.stream().mapToDouble(row -> width(members, row)).average().orElse(0);
          Text name = Members.name(members, rows.get(0));
          String numbers = "n = " + Words.count(rows.size());
          String shown = Words.number(mean, 2);
          keys.add(
              new Figure.Key(
                  Figure.Sample.BAR,
                  Ink.series(cluster - 1),
                  Text.of(
                      name.zh() + "（" + numbers + "，均值 " + shown + "）",
                      name.en() + " (" + numbers + ", mean " + shown + ")")));
        });
    return keys;
  }

  private static List<Mark> region(Frame members, int row, double x, Ink ink) {
    double width = width(members, row);
    String name = members.text(row, ClusterMembershipRow.UNIT_NAME);
    Text title = Text.same(name + ": " + Words.number(width, 3));
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Bar(new At(x - 0.5, 0), new At(x + 0.5, width), ink, title));
    if (Integer.valueOf(1).equals(members.value(row, ClusterMembershipRow.BORDERLINE))) {
      marks.add(Mark.Dot.of(x, Math.max(width, 0) + 0.04, Ink.BLACK, title).sized(1.8));
    }
    return marks;
  }

  private static double lowest(Mark mark) {
    return mark instanceof Mark.Bar bar ? bar.to().y() : 0;
  }

  private static double width(Frame members, int row) {
    return (Double) members.value(row, ClusterMembershipRow.SILHOUETTE);
  }
}
