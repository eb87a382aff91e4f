package org.jiedui.export.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiedui.export.figure.Picture.Piece;
import org.jiedui.export.figure.Picture.Turn;
import org.jiedui.export.figure.Picture.Weight;
import org.jiedui.export.figure.Picture.Words;
import org.jiedui.message.Lang;

/** Puts the key, the panels and the notes of a figure in their places. */
public final class FigureLayout {
  static final double TEXT = 8;
  static final double SMALL = 7;
  static final double LEADING = 1.35;
  private static final double MARGIN = 3;
  private static final double GUTTER = 10;

  private final Figure figure;
  private final double width;
  private final Lang lang;
  private final List<Piece> pieces = new ArrayList<>();

  private FigureLayout(Figure figure, Figure.Width width, Lang lang) {
    this.figure = figure;
    this.width = width.points();
    this.lang = lang;
  }

  public static Picture of(Figure figure, Figure.Width width, Lang lang) {
    return new FigureLayout(figure, width, lang).picture(width);
  }

  private Picture picture(Figure.Width asked) {
    int columns = asked == Figure.Width.ONE_COLUMN ? (figure.columns() + 1) / 2 : figure.columns();
    double y = MARGIN;
    y = new LegendLayout(figure.keys(), lang, MARGIN, width - MARGIN, pieces).draw(y);
    for (int first = 0; first < figure.panels().size(); first += columns) {
      y = row(first, columns, y);
    }
    y = notes(y + 2);
    return new Picture(
        figure.id(),
        width,
        Math.ceil(y + MARGIN),
        figure.caption().in(lang) + (lang == Lang.ZH ? "。" : ". ") + figure.description().in(lang),
        pieces);
  }

  /** Panels side by side; panels of one column of the grid share their left and right edges. */
  private double row(int first, int columns, double y) {
    double cell = (width - 2 * MARGIN - GUTTER * (columns - 1)) / columns;
    List<PanelLayout> row = new ArrayList<>();
    for (int i = 0; i < columns && first + i < figure.panels().size(); i++) {
      double left = MARGIN + i * (cell + GUTTER);
      row.add(new PanelLayout(figure.panels().get(first + i), lang, left, left + cell));
    }
    double top = row.stream().mapToDouble(PanelLayout::above).max().orElse(0);
    double bottom = y;
    for (int i = 0; i < row.size(); i++) {
      PanelLayout.Edges edges = edges(i, columns);
      bottom = Math.max(bottom, row.get(i).draw(y + top, edges, pieces));
    }
    return bottom + 6;
  }

  private PanelLayout.Edges edges(int column, int columns) {
    PanelLayout.Edges widest = new PanelLayout.Edges(0, 0);
    double cell = (width - 2 * MARGIN - GUTTER * (columns - 1)) / columns;
    for (int i = column; i < figure.panels().size(); i += columns) {
      PanelLayout.Edges one = new PanelLayout(figure.panels().get(i), lang, 0, cell).edges();
      widest =
          new PanelLayout.Edges(
              Math.max(widest.left(), one.left()), Math.max(widest.right(), one.right()));
    }
    return widest;
  }

  private double notes(double y) {
    String lead = lang == Lang.ZH ? "注：" : "Notes: ";
    String note =
        figure.notes().stream()
            .map(text -> text.in(lang))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(lang == Lang.ZH ? "" : " "));
    if (note.isEmpty()) {
      return y;
    }
    double line = y;
    for (String text : TextWidth.wrapped(lead + note, SMALL, width - 2 * MARGIN)) {
      line += SMALL * LEADING;
      pieces.add(words(MARGIN, line - 2, text, SMALL, Mark.Anchor.START));
    }
    return line;
  }

  static Words words(double x, double y, String text, double size, Mark.Anchor anchor) {
    return new Words(new At(x, y), text, size, anchor, Turn.LEVEL, Weight.NORMAL);
  }

  static double widest(Stream<String> texts, double size) {
    return texts.mapToDouble(text -> TextWidth.of(text, size)).max().orElse(0);
  }
}
