package org.jiedui.export.figure;

import static org.jiedui.export.figure.Brush.at;
import static org.jiedui.export.figure.FigureLayout.LEADING;
import static org.jiedui.export.figure.FigureLayout.SMALL;
import static org.jiedui.export.figure.FigureLayout.TEXT;

import java.util.List;
import org.jiedui.export.figure.Mark.Anchor;
import org.jiedui.export.figure.Picture.Paint;
import org.jiedui.export.figure.Picture.Path;
import org.jiedui.export.figure.Picture.Piece;
import org.jiedui.export.figure.Picture.Turn;
import org.jiedui.export.figure.Picture.Weight;
import org.jiedui.export.figure.Picture.Words;
import org.jiedui.message.Lang;

/** Axes, ticks, headings and side columns of one panel, and the marks between them. */
final class PanelLayout {
  private static final Paint AXIS = Paint.stroke("#000000", Paint.HAIR);
  private static final Paint GRID = Paint.stroke("#DDDDDD", Paint.HAIR);
  private static final double TICK = 3;
  private static final double LINE = SMALL * LEADING;

  private final Panel panel;
  private final Lang lang;
  private final double left;
  private final double right;

  /** What lies to the left and right of the plotting area. */
  record Edges(double left, double right) {}

  PanelLayout(Panel panel, Lang lang, double left, double right) {
    this.panel = panel;
    this.lang = lang;
    this.left = left;
    this.right = right;
  }

  /** Room above the plotting area: heading, and headings of the side columns. */
  double above() {
    double heading = panel.heading().isEmpty() ? 0 : TEXT * LEADING;
    return 6 + heading + (panel.side().isEmpty() ? 0 : LINE);
  }

  Edges edges() {
    double names = FigureLayout.widest(yLines().stream().flatMap(List::stream), SMALL);
    double title = yTitle().isEmpty() ? 0 : yTitle().size() * TEXT * LEADING + 2;
    double ticks = names == 0 ? 0 : names + TICK + 2;
    double side = 0;
    for (Panel.Column column : panel.side()) {
      side += 8 + columnWidth(column);
    }
    return new Edges(title + ticks, Math.max(side, lastTick()));
  }

  /** Half of the widest name below the axis may stand out on the right. */
  private double lastTick() {
    boolean bands = panel.x().scale() instanceof Scale.Bands;
    double widest =
        FigureLayout.widest(
            panel.x().scale().ticks(10).stream().map(tick -> tick.words().in(lang)), SMALL);
    return bands ? 0 : widest / 2 + 2;
  }

  private double columnWidth(Panel.Column column) {
    return Math.max(
        TextWidth.of(column.heading().in(lang), SMALL),
        FigureLayout.widest(column.words().stream().map(text -> text.in(lang)), SMALL));
  }

  /** Draws the panel with its plotting area from here, and returns where it ends. */
  double draw(double top, Edges edges, List<Piece> pieces) {
    Plot plot = plot(top, edges);
    heading(pieces, top);
    grid(plot, pieces);
    plot.draw(pieces);
    frame(plot, pieces);
    yAxis(plot, pieces);
    side(plot, pieces);
    return xAxis(plot, pieces);
  }

  /** A map keeps its proportions and stands in the middle. */
  private Plot plot(double top, Edges edges) {
    double from = left + edges.left();
    double to = right - edges.right();
    if (!(panel.x().scale() instanceof Scale.Plane x
        && panel.y().scale() instanceof Scale.Plane y)) {
      return new Plot(panel, lang, from, top, to, top + panel.height());
    }
    double unit =
        Math.min((to - from) / (x.high() - x.low()), panel.height() / (y.high() - y.low()));
    double width = unit * (x.high() - x.low());
    double start = from + (to - from - width) / 2;
    return new Plot(panel, lang, start, top, start + width, top + unit * (y.high() - y.low()));
  }

  private void heading(List<Piece> pieces, double top) {
    if (!panel.heading().isEmpty()) {
      double y = top - above() + TEXT + 3;
      pieces.add(
          new Words(
              at(left, y), panel.heading().in(lang), TEXT, Anchor.START, Turn.LEVEL, Weight.BOLD));
    }
  }

  private boolean plain() {
    return panel.x().scale() instanceof Scale.Plane;
  }

  private void grid(Plot plot, List<Piece> pieces) {
    if (!(panel.x().scale() instanceof Scale.Bands)) {
      for (Scale.Tick tick : xTicks(plot)) {
        double x = plot.x(tick.value());
        pieces.add(Path.line(GRID, at(x, plot.top()), at(x, plot.bottom())));
      }
    }
    if (!(panel.y().scale() instanceof Scale.Bands)) {
      for (Scale.Tick tick : panel.y().scale().ticks(yMost())) {
        double y = plot.y(tick.value());
        pieces.add(Path.line(GRID, at(plot.left(), y), at(plot.right(), y)));
      }
    }
  }

  private void frame(Plot plot, List<Piece> pieces) {
    if (!plain()) {
      pieces.add(
          Path.line(
              AXIS,
              at(plot.left(), plot.top()),
              at(plot.left(), plot.bottom()),
              at(plot.right(), plot.bottom())));
    }
  }

  private int yMost() {
    return Math.max(2, (int) (panel.height() / 22));
  }

  /** Height that one name of the vertical axis has for itself. */
  private double band() {
    return panel.height() / Math.max(1, panel.y().scale().ticks(yMost()).size());
  }

  private List<List<String>> yLines() {
    double room = (right - left) * 0.3;
    return panel.y().scale().ticks(yMost()).stream()
        .map(
            tick ->
                band() < 2 * LINE
                    ? List.of(tick.words().in(lang))
                    : TextWidth.wrapped(tick.words().in(lang), SMALL, room))
        .toList();
  }

  private void yAxis(Plot plot, List<Piece> pieces) {
    List<Scale.Tick> ticks = panel.y().scale().ticks(yMost());
    List<List<String>> lines = yLines();
    for (int i = 0; i < ticks.size(); i++) {
      double y = plot.y(ticks.get(i).value());
      pieces.add(Path.line(AXIS, at(plot.left() - TICK, y), at(plot.left(), y)));
      double base = y + SMALL * 0.35 - (lines.get(i).size() - 1) * LINE / 2;
      for (String line : lines.get(i)) {
        pieces.add(FigureLayout.words(plot.left() - TICK - 2, base, line, SMALL, Anchor.END));
        base += LINE;
      }
    }
    yTitleAt(plot, pieces);
  }

  /** The title on as many turned lines as the height asks for. */
  private List<String> yTitle() {
    String title = panel.y().title().in(lang);
    return title.isEmpty() ? List.of() : TextWidth.wrapped(title, TEXT, panel.height());
  }

  private void yTitleAt(Plot plot, List<Piece> pieces) {
    double x = left + TEXT * 0.8;
    for (String line : yTitle()) {
      At at = at(x, (plot.top() + plot.bottom()) / 2);
      pieces.add(new Words(at, line, TEXT, Anchor.MIDDLE, Turn.UPWARDS, Weight.NORMAL));
      x += TEXT * LEADING;
    }
  }

  private void side(Plot plot, List<Piece> pieces) {
    double x = plot.right();
    for (Panel.Column column : panel.side()) {
      x += 8;
      double width = columnWidth(column);
      double headed = plot.top() - 4;
      pieces.add(FigureLayout.words(x, headed, column.heading().in(lang), SMALL, Anchor.START));
      for (int i = 0; i < column.words().size(); i++) {
        double y = plot.y(i) + SMALL * 0.35;
        pieces.add(FigureLayout.words(x, y, column.words().get(i).in(lang), SMALL, Anchor.START));
      }
      x += width;
    }
  }

  /** As many ticks as their words have room. */
  private List<Scale.Tick> xTicks(Plot plot) {
    if (panel.x().scale() instanceof Scale.Bands bands) {
      return bands.ticks(0);
    }
    for (int most = 10; most > 2; most--) {
      List<Scale.Tick> ticks = panel.x().scale().ticks(most);
      if (fits(ticks, plot)) {
        return ticks;
      }
    }
    return panel.x().scale().ticks(2);
  }

  private boolean fits(List<Scale.Tick> ticks, Plot plot) {
    double end = Double.NEGATIVE_INFINITY;
    for (Scale.Tick tick : ticks) {
      double half = TextWidth.of(tick.words().in(lang), SMALL) / 2;
      double x = plot.x(tick.value());
      if (x - half < end + 4) {
        return false;
      }
      end = x + half;
    }
    return true;
  }

  private double xAxis(Plot plot, List<Piece> pieces) {
    List<Scale.Tick> ticks = xTicks(plot);
    Turn turn = fits(ticks, plot) ? Turn.LEVEL : Turn.UPWARDS;
    double below = plot.bottom() + TICK;
    for (Scale.Tick tick : ticks) {
      double x = plot.x(tick.value());
      pieces.add(Path.line(AXIS, at(x, plot.bottom()), at(x, below)));
      pieces.add(xWords(tick, turn, x, below));
    }
    below += room(ticks, turn);
    if (!panel.x().title().isEmpty()) {
      below += TEXT * LEADING;
      pieces.add(xTitle(plot, below));
    }
    return below + 2;
  }

  /** Centred under the panel, or moved so far that it stays in the picture. */
  private Words xTitle(Plot plot, double below) {
    String title = panel.x().title().in(lang);
    double half = TextWidth.of(title, TEXT) / 2;
    double middle = (plot.left() + plot.right()) / 2;
    double x = Math.max(left + half, Math.min(middle, right - half));
    return FigureLayout.words(x, below, title, TEXT, Anchor.MIDDLE);
  }

  private Words xWords(Scale.Tick tick, Turn turn, double x, double below) {
    String words = tick.words().in(lang);
    return turn == Turn.LEVEL
        ? FigureLayout.words(x, below + SMALL, words, SMALL, Anchor.MIDDLE)
        : new Words(at(x + SMALL * 0.35, below + 2), words, SMALL, Anchor.END, turn, Weight.NORMAL);
  }

  private double room(List<Scale.Tick> ticks, Turn turn) {
    if (ticks.isEmpty()) {
      return 0;
    }
    return turn == Turn.LEVEL
        ? SMALL + 1
        : FigureLayout.widest(ticks.stream().map(tick -> tick.words().in(lang)), SMALL) + 2;
  }
}
