package org.jiedui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiedui.export.figure.At;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.Ink;
import org.jiedui.export.figure.Mark;
import org.jiedui.export.figure.Panel;
import org.jiedui.export.figure.Scale;
import org.jiedui.message.Text;
import org.jiedui.table.EffectDecompositionRow;
import org.jiedui.table.Flow;
import org.jiedui.table.Frame;

/** What each donor and recipient province adds to the national multiples less one. */
final class ContributionFigure {
  private static final String ID = "decomposition";
  private static final Text CAPTION = Text.of("各省对倍数变化的贡献", "What provinces add to the multiples");
  private static final List<String> LEVELS = List.of("donor_province", "recipient_province");

  private final Published published;
  private final Frame parts;

  private ContributionFigure(Published published) {
    this.published = published;
    this.parts = published.read("effect_decomposition");
  }

  static Optional<Figure> of(Published published) {
    ContributionFigure figure = new ContributionFigure(published);
    return figure.contributions(LEVELS.get(0)).isEmpty()
        ? Optional.empty()
        : Optional.of(figure.figure());
  }

  private Figure figure() {
    Names names = Names.of(published);
    List<Panel> panels = new ArrayList<>();
    for (Flow flow : Flow.whole(parts)) {
      for (String level : LEVELS) {
        panels.add(panel(flow, level, flow.named(names.indicator(flow.indicator()))));
      }
    }
    Frame contributions =
        parts.where(
            row -> row[parts.index(EffectDecompositionRow.COMPONENT)].equals("contribution"));
    return new Figure(
        ID,
        CAPTION,
        Text.of(
            "每个倍数左为支援省、右为受援省；条长为前期份额 ×（该省倍数 − 1)。",
            "Donors on the left, recipients on the right; a bar is the earlier share × (multiple of"
                + " the province − 1)."),
        2,
        panels,
        List.of(
            new Figure.Key(Figure.Sample.BAR, Ink.BLUE, Text.of("支援省", "Donor provinces")),
            new Figure.Key(
                Figure.Sample.BAR, Ink.VERMILION, Text.of("受援省", "Recipient provinces"))),
        Words.notes(
            published,
            Text.of(
                "n = "
                    + Words.count(contributions.size())
                    + " 项贡献；"
                    + windows().zh()
                    + "当年价；每图各条之和为倍数 − 1。",
                "n = "
                    + Words.count(contributions.size())
                    + " contributions. "
                    + windows().en()
                    + " Current prices; the bars of a panel sum to the multiple − 1.")),
        Tidy.of(ID, CAPTION, contributions, contributions.fields()));
  }

  private Text windows() {
    return Words.windows(parts.text(0, EffectDecompositionRow.BOUNDARY_RULE));
  }

  /** Rows of contributions of a level. */
  private List<Integer> contributions(String level) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < parts.size(); row++) {
      if (parts.text(row, EffectDecompositionRow.LEVEL).equals(level)
          && parts.text(row, EffectDecompositionRow.COMPONENT).equals("contribution")
          && parts.value(row, EffectDecompositionRow.VALUE) != null) {
        rows.add(row);
      }
    }
    return rows;
  }

  private Panel panel(Flow flow, String level, Text heading) {
    Map<String, Integer> units = new TreeMap<>();
    contributions(level).stream()
        .filter(row -> Flow.of(parts, row).equals(flow))
        .forEach(row -> units.put(parts.text(row, EffectDecompositionRow.UNIT_CODE), row));
    List<Text> bands = new ArrayList<>();
    List<Mark> marks = new ArrayList<>(List.of(new Mark.Rule(Mark.Side.X, 0, Text.NONE)));
    Ink ink = level.equals(LEVELS.get(0)) ? Ink.BLUE : Ink.VERMILION;
    for (int row : units.values()) {
      String name = parts.text(row, EffectDecompositionRow.UNIT_NAME);
      double value = value(row);
      int y = bands.size();
      bands.add(Text.same(name));
      marks.add(
          new Mark.Bar(
              new At(0, y - 0.35),
              new At(value, y + 0.35),
              ink,
              Text.same(name + " " + Words.number(value, 3))));
    }
    return Panel.of(
        level.equals(LEVELS.get(0)) ? heading : Text.NONE,
        new Panel.Axis(
            Text.of("贡献", "Contribution"),
            Text.of("倍", "times"),
            Scale.Linear.fromZero(units.values().stream().mapToDouble(this::value))),
        Panel.Axis.bands(bands),
        11.0 * Math.max(1, bands.size()),
        marks);
  }

  private double value(int row) {
    return (Double) parts.value(row, EffectDecompositionRow.VALUE);
  }
}
