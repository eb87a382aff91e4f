package org.jiedui.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jiedui.export.Cell;
import org.jiedui.export.figure.At;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.Ink;
import org.jiedui.export.figure.Mark;
import org.jiedui.export.figure.Panel;
import org.jiedui.export.figure.Scale;
import org.jiedui.message.Text;
import org.jiedui.table.ClusterMembershipRow;
import org.jiedui.table.ClusterProfileRow;
import org.jiedui.table.Frame;
import org.jiedui.table.GapComponentRow;

/**
 * Where the regions and the means of their clusters lie on the two variables that part them most.
 */
final class ClusterMapFigure {
  private static final String ID = "cluster-map";
  private static final String GAP = "gap";
  private static final int MOST = 5000;
  private static final Text CAPTION =
      Text.of("各类地区在两个主要变量上的位置", "Clusters on the two variables that part them most");

  private final Published published;
  private final Frame members;
  private final Frame profile;
  private final List<Integer> axes;
  private final Map<String, At> places = new HashMap<>();
  private final TreeMap<Integer, List<Integer>> clusters = new TreeMap<>();
  private final Tidy data =
      new Tidy()
          .column("unit_code", "地区代码", "Region code")
          .column("unit_name", "地区", "Region")
          .column("cluster", "类别", "Cluster")
          .column("x", "横轴", "Horizontal")
          .column("y", "纵轴", "Vertical");

  private ClusterMapFigure(Published published) {
    this.published = published;
    this.members = published.read("cluster_membership");
    this.profile = published.read("cluster_profile");
    this.axes = leading();
  }

  static Optional<Figure> of(Published published) {
    ClusterMapFigure figure = new ClusterMapFigure(published);
    return figure.axes.size() < 2 ? Optional.empty() : figure.figure();
  }

  /** Rows of all regions together whose variables have the largest share between clusters. */
  private List<Integer> leading() {
    return IntStream.range(0, profile.size())
        .filter(row -> profile.value(row, ClusterProfileRow.CLUSTER).equals(0))
        .filter(row -> !profile.text(row, ClusterProfileRow.VARIABLE).equals(GAP))
        .filter(row -> profile.value(row, ClusterProfileRow.ETA_SQUARED) != null)
        .boxed()
        .sorted(
            Comparator.comparing(
                row -> -(Double) profile.value(row, ClusterProfileRow.ETA_SQUARED)))
        .limit(2)
        .toList();
  }

  private Optional<Figure> figure() {
    readPlaces();
    for (int row = 0; row < members.size(); row++) {
      Integer cluster = (Integer) members.value(row, ClusterMembershipRow.CLUSTER);
      if (cluster != null && places.containsKey(code(row))) {
        clusters.computeIfAbsent(cluster, c -> new ArrayList<>()).add(row);
        record(row, cluster);
      }
    }
    if (clusters.isEmpty() || clusters.size() > Members.MOST) {
      return Optional.empty();
    }
    int n = clusters.values().stream().mapToInt(List::size).sum();
    return Optional.of(
        new Figure(
            ID,
            CAPTION,
            Text.of("每点一个地区，大点为类均值。", "One dot a region; large dots are cluster means."),
            1,
            List.of(panel(n)),
            keys(),
            Words.notes(published, note(n)),
            data.table(ID, CAPTION)));
  }

  private Text note(int n) {
    Text thinned =
        n <= MOST
            ? Text.NONE
            : Text.of("图中每 " + every(n) + " 个地区画一个。", " One region in " + every(n) + " is drawn.");
    Object year = members.value(0, ClusterMembershipRow.YEAR);
    return Text.of(
        "n = "
            + Words.count(n)
            + " 个地区，"
            + year
            + " 年；大点为类均值；横纵轴为组间变异占比（η²）最大的两个变量。"
            + thinned.zh(),
        "n = "
            + Words.count(n)
            + " regions, "
            + year
            + "; large dots: means of clusters; axes: the two variables with the largest share of"
            + " variation between clusters (η²)."
            + thinned.en());
  }

  private static int every(int n) {
    return (n + MOST - 1) / MOST;
  }

  /** Both values of a region in the year of the clusters. */
  private void readPlaces() {
    Frame component = published.read("gap_component");
    Object year = profile.value(0, ClusterProfileRow.YEAR);
    Map<String, Double> first = new HashMap<>();
    Map<String, Double> second = new HashMap<>();
    for (int i = 0; i < component.size(); i++) {
      Double value = (Double) component.value(i, GapComponentRow.VALUE);
      if (value != null && component.value(i, GapComponentRow.YEAR).equals(year)) {
        String indicator = component.text(i, GapComponentRow.INDICATOR);
        if (indicator.equals(variable(0))) {
          first.put(component.text(i, GapComponentRow.UNIT_CODE), value);
        } else if (indicator.equals(variable(1))) {
          second.put(component.text(i, GapComponentRow.UNIT_CODE), value);
        }
      }
    }
    first.forEach(
        (code, x) -> {
          if (second.containsKey(code)) {
            places.put(code, new At(x, second.get(code)));
          }
        });
  }

  private Panel panel(int n) {
    List<Mark> marks = new ArrayList<>();
    clusters.forEach(
        (cluster, rows) -> {
          for (int i = 0; i < rows.size(); i += every(n)) {
            marks.add(dot(rows.get(i), Ink.series(cluster - 1)));
          }
        });
    clusters.forEach((cluster, rows) -> marks.addAll(centre(cluster, rows)));
    List<At> drawn = clusters.values().stream().flatMap(List::stream).map(this::place).toList();
    return Panel.of(
        Text.NONE,
        axis(0, Scale.Linear.around(drawn.stream().mapToDouble(At::x))),
        axis(1, Scale.Linear.around(drawn.stream().mapToDouble(At::y))),
        190,
        marks);
  }

  private Mark dot(int row, Ink ink) {
    At at = place(row);
    String name = members.text(row, ClusterMembershipRow.UNIT_NAME);
    Text title = Text.same(name + ": " + Words.number(at.x(), 2) + ", " + Words.number(at.y(), 2));
    return Mark.Dot.of(at.x(), at.y(), ink, title).hollow();
  }

  private List<Mark> centre(int cluster, List<Integer> rows) {
    double x = rows.stream().mapToDouble(row -> place(row).x()).average().orElseThrow();
    double y = rows.stream().mapToDouble(row -> place(row).y()).average().orElseThrow();
    Text name = Members.name(members, rows.get(0));
    return List.of(
        Mark.Dot.of(x, y, Ink.series(cluster - 1), name).sized(5),
        new Mark.Label(
            new At(x, y), Text.same(Integer.toString(cluster)), Mark.Anchor.START, new At(8, 6)));
  }

  private List<Figure.Key> keys() {
    List<Figure.Key> keys = new ArrayList<>();
    clusters.forEach(
        (cluster, rows) -> {
          Text name = Members.name(members, rows.get(0));
          keys.add(
              new Figure.Key(
                  Figure.Sample.HOLLOW_DOT,
                  Ink.series(cluster - 1),
                  Text.of(
                      name.zh() + "（n = " + Words.count(rows.size()) + "）",
                      name.en() + " (n = " + Words.count(rows.size()) + ")")));
        });
    return keys;
  }

  private Panel.Axis axis(int i, Scale scale) {
    int row = axes.get(i);
    return new Panel.Axis(
        Text.of(
            profile.text(row, ClusterProfileRow.LABEL_ZH),
            profile.text(row, ClusterProfileRow.LABEL_EN)),
        Text.of(
            profile.text(row, ClusterProfileRow.UNIT_ZH),
            profile.text(row, ClusterProfileRow.UNIT_EN)),
        scale);
  }

  private void record(int row, int cluster) {
    At at = place(row);
    data.row(
        Cell.words(code(row)),
        Cell.words(members.text(row, ClusterMembershipRow.UNIT_NAME)),
        new Cell.Count(cluster),
        Tidy.number(at.x()),
        Tidy.number(at.y()));
  }

  private String variable(int i) {
    return profile.text(axes.get(i), ClusterProfileRow.VARIABLE);
  }

  private At place(int row) {
    return places.get(code(row));
  }

  private String code(int row) {
    return members.text(row, ClusterMembershipRow.UNIT_CODE);
  }
}
