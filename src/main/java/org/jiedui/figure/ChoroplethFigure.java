package org.jiedui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.jiedui.export.Cell;
import org.jiedui.export.figure.At;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.Ink;
import org.jiedui.export.figure.Mark;
import org.jiedui.export.figure.Panel;
import org.jiedui.message.Text;
import org.jiedui.table.Frame;
import org.jiedui.table.GapIndexRow;

/** The development gap of the last year on the user's own map. */
final class ChoroplethFigure {
  private static final String ID = "choropleth";
  private static final double TALLEST = 300;

  private ChoroplethFigure() {}

  /** Empty without a map. */
  static Optional<Figure> of(Published published) {
    return published.map().map(map -> figure(published, map));
  }

  private static Figure figure(Published published, BoundaryMap map) {
    Frame index = published.read("gap_index");
    int year = GapRankFigure.lastYear(index);
    Map<String, Double> gaps = gaps(index, year);
    Text caption = Text.of(year + " 年发展差距的地区分布", "Development gap by region, " + year);
    Tidy data =
        new Tidy()
            .column("unit_code", "地区代码", "Region code")
            .column("gap", "发展差距", "Gap")
            .column("on_map", "在地图上", "On the map");
    gaps.forEach(
        (code, gap) ->
            data.row(
                Cell.words(code),
                Tidy.number(gap),
                map.regions().containsKey(code) ? Cell.words("是", "yes") : Cell.words("否", "no")));
    double low = gaps.values().stream().min(Double::compare).orElse(0.0);
    double high = gaps.values().stream().max(Double::compare).orElse(1.0);
    return new Figure(
        ID,
        caption,
        Text.of("颜色越深差距越大。", "Darker is a larger gap."),
        1,
        List.of(panel(published, map, gaps, low, high)),
        List.of(
            new Figure.Key(
                Figure.Sample.RAMP,
                Ink.GREY,
                Text.of(
                    "发展差距（0–1）" + Words.number(low, 2) + " 至 " + Words.number(high, 2),
                    "Development gap (0–1), "
                        + Words.number(low, 2)
                        + " to "
                        + Words.number(high, 2))),
            new Figure.Key(Figure.Sample.NO_VALUE, Ink.GREY, Text.of("没有数值", "No value"))),
        Words.notes(published, note(map, gaps, year), approval(map)),
        data.table(ID, caption));
  }

  private static Map<String, Double> gaps(Frame index, int year) {
    Map<String, Double> gaps = new TreeMap<>();
    for (int i = 0; i < index.size(); i++) {
      Double gap = (Double) index.value(i, GapIndexRow.GAP);
      if (gap != null
          && index.value(i, GapIndexRow.YEAR).equals(year)
          && index.text(i, GapIndexRow.ROLE).equals(GapIndexRow.RECIPIENT)) {
        gaps.put(index.text(i, GapIndexRow.UNIT_CODE), gap);
      }
    }
    return gaps;
  }

  private static Text note(BoundaryMap map, Map<String, Double> gaps, int year) {
    long off = gaps.keySet().stream().filter(code -> !map.regions().containsKey(code)).count();
    return Text.of(
        "n = " + Words.count(gaps.size()) + " 个地区，" + year + " 年，其中 " + off + " 个不在地图上；边界由使用者提供。",
        "n = "
            + Words.count(gaps.size())
            + " regions in "
            + year
            + ", "
            + off
            + " of them not on the map; boundaries supplied by the user.");
  }

  private static Text approval(BoundaryMap map) {
    return map.approval().isEmpty()
        ? Text.of("未提供审图号，本图不得公开发表。", "No map approval number: not for publication.")
        : Text.of("审图号：" + map.approval() + "。", "Map approval number: " + map.approval() + ".");
  }

  private static Panel panel(
      Published published, BoundaryMap map, Map<String, Double> gaps, double low, double high) {
    Names names = Names.of(published);
    List<Mark> marks = new ArrayList<>();
    map.regions()
        .forEach(
            (code, rings) -> {
              Double gap = gaps.get(code);
              double share = gap == null ? -1 : high > low ? (gap - low) / (high - low) : 0.5;
              Text name = names.region(code);
              String value = gap == null ? Cell.Absent.SYMBOL : Words.number(gap, 3);
              Text title = Text.of(name.zh() + "：" + value, name.en() + ": " + value);
              marks.add(new Mark.Region(rings, share, title));
            });
    double[] x =
        span(
            map.regions().values().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .mapToDouble(At::x));
    double[] y =
        span(
            map.regions().values().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .mapToDouble(At::y));
    double height =
        Math.min(
            TALLEST, Figure.Width.ONE_COLUMN.millimetres() * 2.6 * (y[1] - y[0]) / (x[1] - x[0]));
    Text heading = map.approval().isEmpty() ? Text.of("不得公开发表", "Not for publication") : Text.NONE;
    return Panel.of(
        heading, Panel.Axis.blank(x[0], x[1]), Panel.Axis.blank(y[0], y[1]), height, marks);
  }

  private static double[] span(DoubleStream values) {
    var all = values.summaryStatistics();
    double room = Math.max((all.getMax() - all.getMin()) * 0.02, 1e-9);
    return new double[] {all.getMin() - room, all.getMax() + room};
  }
}
