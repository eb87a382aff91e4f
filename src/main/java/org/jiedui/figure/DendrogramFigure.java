package org.jiedui.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jiedui.export.figure.At;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.Ink;
import org.jiedui.export.figure.Mark;
import org.jiedui.export.figure.Panel;
import org.jiedui.export.figure.Scale;
import org.jiedui.message.Text;
import org.jiedui.table.ClusterMembershipRow;
import org.jiedui.table.ClusterTreeRow;
import org.jiedui.table.Frame;

/**
 * The tree of Ward's method: regions below, joined at the height of their merge; branches of one
 * published cluster in its ink. Branches too small for print are drawn as one leaf.
 */
final class DendrogramFigure {
  private static final String ID = "dendrogram";
  private static final Text CAPTION = Text.of("Ward 聚类树", "Tree of Ward's method");
  private static final int LEAVES = 400;
  private static final int INKS = 6;

  private final Published published;
  private final Frame tree;
  private final Map<String, Integer> clusters = new HashMap<>();
  private final Map<Integer, Branch> branches = new HashMap<>();
  private final Map<String, Double> leafPlaces = new HashMap<>();
  private final List<Mark> marks = new ArrayList<>();
  private int leaves;

  /** Where a branch stands, how high it is, and its cluster; 0 for several. */
  private record Branch(double x, double height, int cluster) {}

  private DendrogramFigure(Published published) {
    this.published = published;
    this.tree = published.read("cluster_tree");
    Frame members = published.read("cluster_membership");
    for (int row = 0; row < members.size(); row++) {
      Integer cluster = (Integer) members.value(row, ClusterMembershipRow.CLUSTER);
      clusters.put(
          members.text(row, ClusterMembershipRow.UNIT_CODE), cluster == null ? 0 : cluster);
    }
  }

  static Optional<Figure> of(Published published) {
    DendrogramFigure figure = new DendrogramFigure(published);
    return figure.tree.size() == 0 ? Optional.empty() : Optional.of(figure.figure());
  }

  private Figure figure() {
    int last = tree.size();
    draw(last);
    double top = height(last);
    return new Figure(
        ID,
        CAPTION,
        Text.of(
            "每条竖线一个地区，横线的高度为合并时的距离；同一公布类的分支同色同线型。",
            "One line a region, joined at the distance of the merge; branches of one published"
                + " cluster share ink and dash."),
        1,
        List.of(
            Panel.of(
                Text.NONE,
                new Panel.Axis(
                    Text.of("地区", "Regions"), Text.NONE, new Scale.Plane(-1, Math.max(1, leaves))),
                new Panel.Axis(
                    Text.of("合并高度", "Height of the merge"),
                    Text.of("标准差", "SD"),
                    Scale.Linear.fromZero(DoubleStream.of(top))),
                170,
                marks)),
        keys(),
        Words.notes(
            published,
            Text.of(
                "n = "
                    + Words.count(regions(last))
                    + " 个地区，"
                    + year()
                    + " 年；标准化变量，高度同 ward.D2。"
                    + thinned().zh(),
                "n = "
                    + Words.count(regions(last))
                    + " regions in "
                    + year()
                    + "; standardised variables, heights as ward.D2."
                    + thinned().en())),
        Tidy.of(ID, CAPTION, tree, tree.fields()));
  }

  private Object year() {
    return tree.value(0, ClusterTreeRow.YEAR);
  }

  private int smallest() {
    return Math.max(1, regions(tree.size()) / LEAVES);
  }

  private Text thinned() {
    int smallest = smallest();
    return smallest == 1
        ? Text.NONE
        : Text.of(
            "不多于 " + smallest + " 个地区的分支画作一叶。",
            " Branches of up to " + smallest + " regions are drawn as one leaf.");
  }

  private List<Figure.Key> keys() {
    return clusters.values().stream()
        .filter(cluster -> cluster > 0)
        .distinct()
        .sorted()
        .map(
            cluster ->
                new Figure.Key(
                    Figure.Sample.LINE,
                    ink(cluster),
                    Text.of("第" + cluster + "类", "Cluster " + cluster)))
        .toList();
  }

  private static Ink ink(int cluster) {
    return cluster == 0 || cluster > INKS ? Ink.BLACK : Ink.series(cluster - 1);
  }

  /** From the leaves upwards, without recursion: a chain may be as long as there are regions. */
  private void draw(int root) {
    List<Integer> order = new ArrayList<>();
    List<Integer> open = new ArrayList<>(List.of(root));
    while (!open.isEmpty()) {
      int merge = open.remove(open.size() - 1);
      order.add(merge);
      if (regions(merge) > smallest()) {
        merged(merge, ClusterTreeRow.LEFT).ifPresent(open::add);
        merged(merge, ClusterTreeRow.RIGHT).ifPresent(open::add);
      }
    }
    places(root);
    for (int i = order.size() - 1; i >= 0; i--) {
      join(order.get(i));
    }
  }

  /** Leaves stand from left to right as the tree is read. */
  private void places(int root) {
    List<String> open = new ArrayList<>(List.of("#" + root));
    while (!open.isEmpty()) {
      String node = open.remove(open.size() - 1);
      int merge = number(node);
      if (merge == 0 || regions(merge) <= smallest()) {
        leafPlaces.put(node, (double) leaves++);
      } else {
        open.add(tree.text(merge - 1, ClusterTreeRow.RIGHT));
        open.add(tree.text(merge - 1, ClusterTreeRow.LEFT));
      }
    }
  }

  private void join(int merge) {
    if (leafPlaces.containsKey("#" + merge)) {
      branches.put(merge, new Branch(leafPlaces.get("#" + merge), 0, cluster(merge)));
      return;
    }
    Branch left = branch(tree.text(merge - 1, ClusterTreeRow.LEFT));
    Branch right = branch(tree.text(merge - 1, ClusterTreeRow.RIGHT));
    double height = height(merge);
    int cluster = left.cluster == right.cluster ? left.cluster : 0;
    if (cluster == 0) {
      leg(left, height);
      leg(right, height);
      marks.add(
          new Mark.Line(
              List.of(new At(left.x, height), new At(right.x, height)), Ink.BLACK, title(merge)));
    } else {
      marks.add(
          new Mark.Line(
              List.of(
                  new At(left.x, left.height),
                  new At(left.x, height),
                  new At(right.x, height),
                  new At(right.x, right.height)),
              ink(cluster),
              title(merge)));
    }
    branches.put(merge, new Branch((left.x + right.x) / 2, height, cluster));
  }

  /** Below the joint of two clusters each leg keeps its own ink. */
  private void leg(Branch branch, double height) {
    marks.add(
        new Mark.Line(
            List.of(new At(branch.x, branch.height), new At(branch.x, height)),
            ink(branch.cluster),
            Text.NONE));
  }

  private Text title(int merge) {
    String shown = Words.number(height(merge), 2);
    return Text.of(
        regions(merge) + " 个地区，高度 " + shown, regions(merge) + " regions, height " + shown);
  }

  private Branch branch(String node) {
    int merge = number(node);
    return merge > 0
        ? branches.get(merge)
        : new Branch(leafPlaces.get(node), 0, clusters.getOrDefault(node, 0));
  }

  /** The cluster of all regions of a branch; 0 where there are several. */
  private int cluster(int merge) {
    List<String> open = new ArrayList<>(List.of("#" + merge));
    int found = -1;
    while (!open.isEmpty()) {
      String node = open.remove(open.size() - 1);
      int inner = number(node);
      if (inner > 0) {
        open.add(tree.text(inner - 1, ClusterTreeRow.LEFT));
        open.add(tree.text(inner - 1, ClusterTreeRow.RIGHT));
      } else {
        int own = clusters.getOrDefault(node, 0);
        found = found < 0 || found == own ? own : 0;
      }
    }
    return Math.max(0, found);
  }

  private Optional<Integer> merged(int merge, ClusterTreeRow side) {
    return Optional.of(number(tree.text(merge - 1, side))).filter(inner -> inner > 0);
  }

  /** The number of an earlier merge, 0 for a region. */
  private static int number(String node) {
    return node.startsWith("#") ? Integer.parseInt(node.substring(1)) : 0;
  }

  private double height(int merge) {
    return (Double) tree.value(merge - 1, ClusterTreeRow.HEIGHT);
  }

  private int regions(int merge) {
    return (Integer) tree.value(merge - 1, ClusterTreeRow.REGIONS);
  }
}
