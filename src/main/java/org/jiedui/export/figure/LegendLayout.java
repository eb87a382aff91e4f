package org.jiedui.export.figure;

import static org.jiedui.export.figure.Brush.at;

import java.util.ArrayList;
import java.util.List;
import org.jiedui.export.figure.Picture.Paint;
import org.jiedui.export.figure.Picture.Path;
import org.jiedui.export.figure.Picture.Piece;
import org.jiedui.export.figure.Picture.Titled;
import org.jiedui.message.Lang;

/** The key to the series, in lines from left to right above the panels. */
final class LegendLayout {
  private static final double SAMPLE = 18;
  private static final double GAP = 4;
  private static final double BETWEEN = 12;

  private final List<Figure.Key> keys;
  private final Lang lang;
  private final double left;
  private final double right;
  private final List<Piece> pieces;

  LegendLayout(List<Figure.Key> keys, Lang lang, double left, double right, List<Piece> pieces) {
    this.keys = keys;
    this.lang = lang;
    this.left = left;
    this.right = right;
    this.pieces = pieces;
  }

  /** Draws from here downwards and returns where it ends. */
  double draw(double top) {
    if (keys.isEmpty()) {
      return top;
    }
    double line = FigureLayout.TEXT * FigureLayout.LEADING;
    double x = left;
    double y = top + line;
    for (Figure.Key key : keys) {
      List<String> words =
          TextWidth.wrapped(key.words().in(lang), FigureLayout.TEXT, right - left - SAMPLE - GAP);
      double width = SAMPLE + GAP + FigureLayout.widest(words.stream(), FigureLayout.TEXT);
      if (x > left && x + width > right) {
        x = left;
        y += line;
      }
      pieces.add(new Titled("", key.ink().name(), entry(key.sample(), key.ink(), words, x, y)));
      y += line * (words.size() - 1);
      x += width + BETWEEN;
    }
    return y + 5;
  }

  private static List<Piece> entry(
      Figure.Sample sample, Ink ink, List<String> words, double x, double y) {
    List<Piece> entry = new ArrayList<>(sample(sample, ink, x, y - 3));
    double line = y;
    for (String text : words) {
      entry.add(
          FigureLayout.words(x + SAMPLE + GAP, line, text, FigureLayout.TEXT, Mark.Anchor.START));
      line += FigureLayout.TEXT * FigureLayout.LEADING;
    }
    return entry;
  }

  private static List<Piece> sample(Figure.Sample sample, Ink ink, double x, double y) {
    Path line =
        Path.line(Paint.dashed(ink.colour(), Brush.LINE, ink.dash()), at(x, y), at(x + SAMPLE, y));
    At middle = at(x + SAMPLE / 2, y);
    return switch (sample) {
      case LINE -> List.of(line);
      case SPAN ->
          List.of(Path.line(Paint.stroke(ink.colour(), Brush.SPAN), at(x, y), at(x + SAMPLE, y)));
      case LINE_AND_DOT -> List.of(line, Brush.dot(middle, ink, Mark.Fill.SOLID, Mark.Dot.RADIUS));
      case DOT -> List.of(Brush.dot(middle, ink, Mark.Fill.SOLID, Mark.Dot.RADIUS));
      case HOLLOW_DOT -> List.of(Brush.dot(middle, ink, Mark.Fill.HOLLOW, Mark.Dot.RADIUS));
      case BAR -> Brush.bar(x, y - 3, x + SAMPLE, y + 3, ink);
      case RAMP -> ramp(x, y);
      case NO_VALUE -> noValue(x, y - 3, x + SAMPLE, y + 3);
    };
  }

  private static List<Piece> ramp(double x, double y) {
    List<Piece> steps = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      double from = x + i * SAMPLE / 6;
      steps.add(
          Brush.rectangle(from, y - 3, from + SAMPLE / 6, y + 3, Paint.fill(Tint.of(i / 5.0))));
    }
    steps.add(Brush.rectangle(x, y - 3, x + SAMPLE, y + 3, Paint.stroke("#6E6E6E", Paint.HAIR)));
    return steps;
  }

  static List<Piece> noValue(double left, double top, double right, double bottom) {
    return List.of(Brush.rectangle(left, top, right, bottom, Paint.stroke("#6E6E6E", Paint.HAIR)));
  }
}
