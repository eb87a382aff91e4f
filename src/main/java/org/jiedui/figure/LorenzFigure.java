package org.jiedui.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiedui.export.figure.At;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.Ink;
import org.jiedui.export.figure.Mark;
import org.jiedui.export.figure.Panel;
import org.jiedui.export.figure.Scale;
import org.jiedui.message.Text;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.jiedui.table.LorenzRow;

/** How evenly aid per head is spread over counties, before and after, with Gini coefficients. */
final class LorenzFigure {
  private static final String ID = "lorenz";
  private static final Text CAPTION =
      Text.of("人均协作投入的洛伦兹曲线", "Lorenz curves of cooperation inputs per head");

  private LorenzFigure() {}

  static Optional<Figure> of(Published published) {
    Frame lorenz = published.read("lorenz");
    if (lorenz.size() == 0) {
      return Optional.empty();
    }
    Names names = Names.of(published);
    Map<String, Map<String, List<Integer>>> curves = curves(lorenz);
    List<Panel> panels = new ArrayList<>();
    for (String id : names.ordered(List.copyOf(curves.keySet()))) {
      panels.add(panel(names.indicator(id), curves.get(id), lorenz));
    }
    String rule = published.read("effect_ratio").text(0, EffectRatioRow.BOUNDARY_RULE);
    return Optional.of(
        new Figure(
            ID,
            CAPTION,
            Text.of(
                "县按人均数额由低到高排列；曲线越近对角线，分布越均匀。",
                "Counties from the lowest to the highest amount per head; a curve nearer to the"
                    + " diagonal is more even."),
            2,
            panels,
            keys(),
            Words.notes(
                published,
                Words.windows(rule),
                Text.of(
                    "人口加权，权数为末年人口；图中 n 为县数，G 为基尼系数；当年价。",
                    "Weighted by population of the last year; n is the number of counties, G the Gini"
                        + " coefficient; current prices.")),
            Tidy.of(ID, CAPTION, lorenz, lorenz.fields())));
  }

  private static Map<String, Map<String, List<Integer>>> curves(Frame lorenz) {
    Map<String, Map<String, List<Integer>>> curves = new LinkedHashMap<>();
    for (int i = 0; i < lorenz.size(); i++) {
      curves
          .computeIfAbsent(lorenz.text(i, LorenzRow.INDICATOR), id -> new LinkedHashMap<>())
          .computeIfAbsent(lorenz.text(i, LorenzRow.SIDE), side -> new ArrayList<>())
          .add(i);
    }
    return curves;
  }

  private static List<Figure.Key> keys() {
    return List.of(
        new Figure.Key(Figure.Sample.LINE, ink(LorenzRow.BEFORE), words(LorenzRow.BEFORE)),
        new Figure.Key(Figure.Sample.LINE, ink(LorenzRow.AFTER), words(LorenzRow.AFTER)),
        new Figure.Key(Figure.Sample.LINE, Ink.GREY, Text.of("完全均匀", "Equality")));
  }

  private static Ink ink(String side) {
    return side.equals(LorenzRow.BEFORE) ? Ink.BLUE : Ink.VERMILION;
  }

  private static Text words(String side) {
    return side.equals(LorenzRow.BEFORE) ? Text.of("前期", "Before") : Text.of("后期", "After");
  }

  private static Panel panel(Text heading, Map<String, List<Integer>> sides, Frame lorenz) {
    List<Mark> marks = new ArrayList<>();
    marks.add(
        new Mark.Line(List.of(new At(0, 0), new At(1, 1)), Ink.GREY, Text.of("完全均匀", "Equality")));
    double y = 0.92;
    for (String side : List.of(LorenzRow.BEFORE, LorenzRow.AFTER)) {
      List<Integer> rows = sides.getOrDefault(side, List.of());
      if (!rows.isEmpty()) {
        Text index = index(side, rows.get(0), lorenz);
        marks.add(new Mark.Line(points(rows, lorenz), ink(side), index));
        marks.add(new Mark.Label(new At(0.03, y), index, Mark.Anchor.START, new At(0, 0)));
        y -= 0.09;
      }
    }
    return Panel.of(
        heading,
        axis("人口累计占比", "Cumulative share of population"),
        axis("数额累计占比", "Cumulative share of amount"),
        160,
        marks);
  }

  private static List<At> points(List<Integer> rows, Frame lorenz) {
    return rows.stream()
        .map(
            i ->
                new At(
                    (Double) lorenz.value(i, LorenzRow.POPULATION_SHARE),
                    (Double) lorenz.value(i, LorenzRow.VALUE_SHARE)))
        .toList();
  }

  private static Text index(String side, int row, Frame lorenz) {
    String gini = Words.number((Double) lorenz.value(row, LorenzRow.GINI), 3);
    Object units = lorenz.value(row, LorenzRow.UNITS);
    return Text.of(
        words(side).zh() + "：G = " + gini + "，n = " + units,
        words(side).en() + ": G = " + gini + ", n = " + units);
  }

  private static Panel.Axis axis(String zh, String en) {
    return new Panel.Axis(Text.of(zh, en), Text.same("0–1"), new Scale.Linear(0, 1));
  }
}
