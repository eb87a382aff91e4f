package org.jiedui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jiedui.export.figure.At;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.Mark;
import org.jiedui.export.figure.Panel;
import org.jiedui.export.figure.Scale;
import org.jiedui.message.Text;
import org.jiedui.table.ConvergenceTransitionRow;
import org.jiedui.table.Frame;

/** How often regions move between classes of relative level, before and after, as matrices. */
final class TransitionFigure {
  private static final String ID = "transition";
  private static final Text CAPTION = Text.of("各类地区的转移概率", "Transition of regions between classes");
  private static final List<String> PERIODS = List.of("before", "after");

  private final Published published;
  private final Frame moves;

  private TransitionFigure(Published published) {
    this.published = published;
    this.moves = published.read("convergence_transition");
  }

  static Optional<Figure> of(Published published) {
    TransitionFigure figure = new TransitionFigure(published);
    return figure.moves.size() == 0 ? Optional.empty() : Optional.of(figure.figure());
  }

  private Figure figure() {
    Names names = Names.of(published);
    List<Panel> panels = new ArrayList<>();
    for (String indicator : indicators()) {
      PERIODS.forEach(period -> panels.add(panel(indicator, period, names.indicator(indicator))));
    }
    return new Figure(
        ID,
        CAPTION,
        Text.of(
            "左为前期，右为后期；行为原类，列为一年后的类，1 为最低；格中为概率。",
            "Before on the left, after on the right; rows: class, columns: class a year later, 1 the"
                + " lowest; probabilities in the cells."),
        2,
        panels,
        List.of(),
        Words.notes(
            published,
            Text.of(
                "n = " + Words.count(moved()) + " 次年际转移；类按全部年份相对水平（本地/当年均值）的分位划分。",
                "n = "
                    + Words.count(moved())
                    + " moves from one year to the next; classes are quantiles of relative levels"
                    + " (own over the mean of the year) over all years.")),
        Tidy.of(ID, CAPTION, moves, moves.fields()));
  }

  private TreeSet<String> indicators() {
    TreeSet<String> ids = new TreeSet<>();
    IntStream.range(0, moves.size())
        .forEach(row -> ids.add(moves.text(row, ConvergenceTransitionRow.INDICATOR)));
    return ids;
  }

  private long moved() {
    long moved = 0;
    for (int row = 0; row < moves.size(); row++) {
      Long count = (Long) moves.value(row, ConvergenceTransitionRow.MOVES);
      boolean shown = PERIODS.contains(moves.text(row, ConvergenceTransitionRow.PERIOD));
      moved += shown && count != null ? count : 0;
    }
    return moved;
  }

  private Panel panel(String indicator, String period, Text name) {
    List<Mark> marks = new ArrayList<>();
    int classes = 1;
    for (int row = 0; row < moves.size(); row++) {
      if (moves.text(row, ConvergenceTransitionRow.INDICATOR).equals(indicator)
          && moves.text(row, ConvergenceTransitionRow.PERIOD).equals(period)) {
        classes = Math.max(classes, (Integer) moves.value(row, ConvergenceTransitionRow.TO_CLASS));
        tile(row).ifPresent(marks::add);
      }
    }
    Text when = period.equals("before") ? Text.of("前期", "before") : Text.of("后期", "after");
    Scale bands = bands(classes);
    return Panel.of(
        Text.of(name.zh() + "，" + when.zh(), name.en() + ", " + when.en()),
        new Panel.Axis(Text.of("一年后的类", "Class a year later"), Text.NONE, bands),
        new Panel.Axis(Text.of("原类", "Class"), Text.NONE, bands),
        22.0 * classes,
        marks);
  }

  private static Scale bands(int classes) {
    return new Scale.Bands(
        IntStream.rangeClosed(1, classes).mapToObj(i -> Text.same(Integer.toString(i))).toList());
  }

  private Optional<Mark> tile(int row) {
    Double share = (Double) moves.value(row, ConvergenceTransitionRow.PROBABILITY);
    if (share == null) {
      return Optional.empty();
    }
    int from = (Integer) moves.value(row, ConvergenceTransitionRow.FROM_CLASS);
    int to = (Integer) moves.value(row, ConvergenceTransitionRow.TO_CLASS);
    String shown = Words.number(share, 3);
    return Optional.of(
        new Mark.Tile(
            new At(to - 1.5, from - 1.5),
            new At(to - 0.5, from - 0.5),
            share,
            Text.same(shown),
            Text.same(from + " → " + to + ": " + shown)));
  }
}
