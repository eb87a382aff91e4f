package org.jiedui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import org.jiedui.table.InequalityPartsRow;

/** What the inequality of regions is made of, year by year: Dagum's and Theil's parts, stacked. */
final class InequalityPartsFigure {
  private static final String ID = "inequality-parts";
  private static final Text CAPTION = Text.of("地区差异的分解", "Parts of the inequality of regions");
  private static final List<String> METHODS = List.of("dagum", "theil_t");

  /** A part with its ink; the order is that of the stack, from below. */
  private enum Part {
    WITHIN("within", Ink.BLUE, "组内", "Within"),
    TRANSVARIATION("transvariation", Ink.GREEN, "超变密度", "Transvariation"),
    BETWEEN("between", Ink.VERMILION, "组间净值", "Net between"),
    BETWEEN_PROVINCES("between_provinces", Ink.ORANGE, "地带内省间", "Between provinces"),
    BETWEEN_ZONES("between_zones", Ink.PURPLE, "地带间", "Between zones");

    private final String code;
    private final Ink ink;
    private final Text words;

    Part(String code, Ink ink, String zh, String en) {
      this.code = code;
      this.ink = ink;
      this.words = Text.of(zh, en);
    }
  }

  private final Published published;
  private final Frame parts;
  private final String weighting;

  private InequalityPartsFigure(Published published) {
    this.published = published;
    this.parts = published.read("inequality_parts");
    TreeSet<String> found = new TreeSet<>();
    for (int row = 0; row < parts.size(); row++) {
      found.add(parts.text(row, InequalityPartsRow.WEIGHTING));
    }
    this.weighting = found.contains("population") ? "population" : "none";
  }

  static Optional<Figure> of(Published published) {
    InequalityPartsFigure figure = new InequalityPartsFigure(published);
    return figure.parts.size() == 0 ? Optional.empty() : Optional.of(figure.figure());
  }

  private Figure figure() {
    Names names = Names.of(published);
    List<Panel> panels = new ArrayList<>();
    for (String indicator : indicators()) {
      METHODS.forEach(method -> panels.add(panel(indicator, method, names.indicator(indicator))));
    }
    return new Figure(
        ID,
        CAPTION,
        Text.of(
            "左为基尼系数（Dagum，按省），右为泰尔指数 T（嵌套）；各段之和为总体。",
            "Left: Gini (Dagum, by province); right: Theil T (nested). The parts of a bar sum to the"
                + " total."),
        2,
        panels,
        keys(),
        Words.notes(
            published,
            Text.of(
                "n = "
                    + Words.count(units())
                    + " 个地区（最多的一年），"
                    + (weighting.equals("population") ? "按人口加权" : "各地区等权")
                    + "。差异只作描述，不说明原因。",
                "n = "
                    + Words.count(units())
                    + " regions (in the year with most), "
                    + (weighting.equals("population")
                        ? "weighted by population"
                        : "each counts once")
                    + ". Inequality describes; it names no cause.")),
        Tidy.of(ID, CAPTION, parts, parts.fields()));
  }

  private TreeSet<String> indicators() {
    TreeSet<String> ids = new TreeSet<>();
    for (int row = 0; row < parts.size(); row++) {
      ids.add(parts.text(row, InequalityPartsRow.INDICATOR));
    }
    return ids;
  }

  private List<Figure.Key> keys() {
    return List.of(Part.values()).stream()
        .map(part -> new Figure.Key(Figure.Sample.BAR, part.ink, part.words))
        .toList();
  }

  private int units() {
    int most = 0;
    for (int row = 0; row < parts.size(); row++) {
      most = Math.max(most, (Integer) parts.value(row, InequalityPartsRow.UNITS));
    }
    return most;
  }

  private Panel panel(String indicator, String method, Text name) {
    TreeMap<Integer, Map<String, Double>> years = new TreeMap<>();
    for (int row = 0; row < parts.size(); row++) {
      Double value = (Double) parts.value(row, InequalityPartsRow.VALUE);
      if (value != null
          && parts.text(row, InequalityPartsRow.INDICATOR).equals(indicator)
          && parts.text(row, InequalityPartsRow.METHOD).equals(method)
          && parts.text(row, InequalityPartsRow.WEIGHTING).equals(weighting)) {
        years
            .computeIfAbsent(
                (Integer) parts.value(row, InequalityPartsRow.YEAR), y -> new TreeMap<>())
            .put(parts.text(row, InequalityPartsRow.PART), value);
      }
    }
    List<Mark> marks = new ArrayList<>();
    years.forEach((year, of) -> marks.addAll(stack(year, of)));
    return Panel.of(
        method.equals("dagum") ? name : Text.NONE,
        new Panel.Axis(
            Text.NONE,
            Text.NONE,
            years.isEmpty()
                ? new Scale.Years(0, 1)
                : new Scale.Years(years.firstKey(), years.lastKey())),
        new Panel.Axis(
            method.equals("dagum") ? Text.of("基尼系数", "Gini") : Text.of("泰尔指数 T", "Theil T"),
            Text.NONE,
            Scale.Linear.fromZero(totals(years))),
        90,
        marks);
  }

  private static DoubleStream totals(TreeMap<Integer, Map<String, Double>> years) {
    return years.values().stream().mapToDouble(of -> of.getOrDefault("total", 0.0));
  }

  private static List<Mark> stack(int year, Map<String, Double> of) {
    List<Mark> marks = new ArrayList<>();
    double below = 0;
    for (Part part : Part.values()) {
      double value = of.getOrDefault(part.code, 0.0);
      if (value > 0) {
        String shown = Words.number(value, 4);
        marks.add(
            new Mark.Bar(
                new At(year - 0.38, below),
                new At(year + 0.38, below + value),
                part.ink,
                Text.of(
                    year + " " + part.words.zh() + ":" + shown,
                    year + ", " + part.words.en() + ": " + shown)));
        below += value;
      }
    }
    return marks;
  }
}
