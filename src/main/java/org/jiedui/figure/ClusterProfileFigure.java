package org.jiedui.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.Ink;
import org.jiedui.export.figure.Mark;
import org.jiedui.export.figure.Panel;
import org.jiedui.export.figure.Scale;
import org.jiedui.message.Text;
import org.jiedui.table.ClusterProfileRow;
import org.jiedui.table.Frame;

/** By how many standard deviations each cluster differs from all regions, variable by variable. */
final class ClusterProfileFigure {
  private static final String ID = "cluster-profile";
  private static final Text CAPTION = Text.of("各类地区的标准化均值", "Standardised means of the clusters");

  private ClusterProfileFigure() {}

  static Optional<Figure> of(Published published) {
    Frame profile = published.read("cluster_profile");
    List<String> variables = variables(profile);
    Map<Integer, Integer> first = new TreeMap<>();
    List<Mark> marks = new ArrayList<>();
    DoubleStream.Builder values = DoubleStream.builder();
    for (int row = 0; row < profile.size(); row++) {
      int cluster = (Integer) profile.value(row, ClusterProfileRow.CLUSTER);
      Double z = (Double) profile.value(row, ClusterProfileRow.Z_MEAN);
      if (cluster > 0 && cluster <= Members.MOST && z != null) {
        first.putIfAbsent(cluster, row);
        int band = variables.indexOf(profile.text(row, ClusterProfileRow.VARIABLE));
        values.add(z);
        marks.add(Mark.Dot.of(z, band, Ink.series(cluster - 1), title(profile, row, z)).sized(3));
      }
    }
    if (marks.isEmpty()) {
      return Optional.empty();
    }
    marks.add(0, new Mark.Rule(Mark.Side.X, 0, Text.NONE));
    Scale scale = Scale.Linear.fromZero(values.build());
    return Optional.of(figure(published, profile, first, panel(profile, variables, scale, marks)));
  }

  private static Figure figure(
      Published published, Frame profile, Map<Integer, Integer> first, Panel panel) {
    List<Figure.Key> keys = new ArrayList<>();
    first.forEach(
        (cluster, row) -> {
          Object n = profile.value(row, ClusterProfileRow.N);
          keys.add(
              new Figure.Key(
                  Figure.Sample.DOT,
                  Ink.series(cluster - 1),
                  Text.of(
                      profile.text(row, ClusterProfileRow.CLUSTER_NAME_ZH) + "（n = " + n + "）",
                      profile.text(row, ClusterProfileRow.CLUSTER_NAME_EN) + " (n = " + n + ")")));
        });
    Object year = profile.value(0, ClusterProfileRow.YEAR);
    String n = Words.count((Integer) profile.value(0, ClusterProfileRow.N));
    return new Figure(
        ID,
        CAPTION,
        Text.of(
            "每行一个变量，每点一类；零线为全部地区的均值。",
            "One line a variable, one dot a cluster; zero is the mean of all regions."),
        1,
        List.of(panel),
        keys,
        Words.notes(
            published,
            Text.of(
                "n = " + n + " 个地区，" + year + " 年；各类均值与全部地区均值之差，以全部地区的标准差为单位。",
                "n = "
                    + n
                    + " regions, "
                    + year
                    + "; mean of a cluster less mean of all, in standard deviations of all.")),
        Tidy.of(ID, CAPTION, profile, profile.fields()));
  }

  private static Panel panel(Frame profile, List<String> variables, Scale scale, List<Mark> marks) {
    return Panel.of(
        Text.NONE,
        new Panel.Axis(
            Text.of("标准化均值", "Standardised mean"), Text.of("标准差", "standard deviations"), scale),
        Panel.Axis.bands(variables.stream().map(v -> label(profile, v)).toList()),
        18.0 * variables.size(),
        marks);
  }

  /** The gap first, because it orders the clusters. */
  private static List<String> variables(Frame profile) {
    return IntStream.range(0, profile.size())
        .mapToObj(row -> profile.text(row, ClusterProfileRow.VARIABLE))
        .distinct()
        .sorted(Comparator.comparing((String v) -> !v.equals("gap")).thenComparing(v -> v))
        .toList();
  }

  private static Text label(Frame profile, String variable) {
    int row =
        IntStream.range(0, profile.size())
            .filter(i -> profile.text(i, ClusterProfileRow.VARIABLE).equals(variable))
            .findFirst()
            .orElseThrow();
    return Text.of(
        profile.text(row, ClusterProfileRow.LABEL_ZH),
        profile.text(row, ClusterProfileRow.LABEL_EN));
  }

  private static Text title(Frame profile, int row, double z) {
    String value = ": " + Words.number(z, 2);
    return Text.of(
        profile.text(row, ClusterProfileRow.CLUSTER_NAME_ZH) + value,
        profile.text(row, ClusterProfileRow.CLUSTER_NAME_EN) + value);
  }
}
