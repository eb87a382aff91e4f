package org.jiedui.export.figure;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiedui.export.figure.Picture.Disc;
import org.jiedui.export.figure.Picture.End;
import org.jiedui.export.figure.Picture.Paint;
import org.jiedui.export.figure.Picture.Path;
import org.jiedui.export.figure.Picture.Piece;
import org.jiedui.export.figure.Picture.Titled;
import org.jiedui.export.figure.Picture.Turn;
import org.jiedui.export.figure.Picture.Words;

/** The drawing operators of a page; places are turned over, because PDF counts from below. */
final class PdfContent {
  /** Share of the radius at which four cubic curves make a circle. */
  private static final double ROUND = 0.5522847498;

  private final StringBuilder content = new StringBuilder();
  private final double height;
  private final Map<Picture.Weight, CffFont> fonts;

  PdfContent(Picture picture, Map<Picture.Weight, CffFont> fonts) {
    this.height = picture.height();
    this.fonts = fonts;
    picture.pieces().forEach(this::piece);
  }

  byte[] bytes() {
    return content.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private void piece(Piece piece) {
    if (piece instanceof Titled titled) {
      titled.pieces().forEach(this::piece);
    } else if (piece instanceof Path path) {
      paint(path.paint(), () -> path.rings().forEach(this::ring));
    } else if (piece instanceof Disc disc) {
      paint(disc.paint(), () -> circle(disc));
    } else {
      words((Words) piece);
    }
  }

  private void ring(Picture.Ring ring) {
    String operator = " m\n";
    for (At at : ring.points()) {
      content.append(place(at.x(), at.y())).append(operator);
      operator = " l\n";
    }
    if (ring.end() == End.CLOSED) {
      content.append("h\n");
    }
  }

  private void circle(Disc disc) {
    double x = disc.centre().x();
    double y = disc.centre().y();
    double r = disc.radius();
    double k = r * ROUND;
    content.append(place(x + r, y)).append(" m\n");
    curve(x + r, y + k, x + k, y + r, x, y + r);
    curve(x - k, y + r, x - r, y + k, x - r, y);
    curve(x - r, y - k, x - k, y - r, x, y - r);
    curve(x + k, y - r, x + r, y - k, x + r, y);
    content.append("h\n");
  }

  private void curve(double a, double b, double c, double d, double e, double f) {
    content.append(place(a, b)).append(' ').append(place(c, d)).append(' ');
    content.append(place(e, f)).append(" c\n");
  }

  private void paint(Paint paint, Runnable outline) {
    boolean fill = !paint.fill().isEmpty();
    boolean stroke = !paint.stroke().isEmpty();
    if (fill) {
      content.append(colour(paint.fill())).append(" rg\n");
    }
    if (stroke) {
      content.append(colour(paint.stroke())).append(" RG ").append(Decimal.of(paint.width()));
      content.append(" w [");
      content.append(paint.dash().stream().map(Decimal::of).collect(Collectors.joining(" ")));
      content.append("] 0 d\n");
    }
    outline.run();
    content.append(fill && stroke ? "B*\n" : fill ? "f*\n" : "S\n");
  }

  private void words(Words words) {
    CffFont font = fonts.get(words.weight());
    double width =
        words.text().codePoints().mapToDouble(c -> font.widths().get(font.glyph(c))).sum()
            * words.size()
            / PngFormat.EM;
    double before =
        switch (words.anchor()) {
          case START -> 0;
          case MIDDLE -> width / 2;
          case END -> width;
        };
    boolean level = words.turn() == Turn.LEVEL;
    double x = words.at().x() - (level ? before : 0);
    double y = words.at().y() + (level ? 0 : before);
    content.append("BT ").append(colour(words.colour())).append(" rg /");
    content.append(PdfFormat.name(words.weight())).append(' ').append(Decimal.of(words.size()));
    content.append(" Tf ").append(level ? "1 0 0 1 " : "0 1 -1 0 ").append(place(x, y));
    content.append(" Tm <");
    words.text().codePoints().forEach(c -> content.append("%04X".formatted(font.glyph(c))));
    content.append("> Tj ET\n");
  }

  private String place(double x, double y) {
    return Decimal.of(x) + " " + Decimal.of(height - y);
  }

  private static String colour(String hex) {
    int rgb = Integer.parseInt(hex.substring(1), 16);
    return Decimal.of((rgb >> 16 & 0xFF) / 255.0)
        + " "
        + Decimal.of((rgb >> 8 & 0xFF) / 255.0)
        + " "
        + Decimal.of((rgb & 0xFF) / 255.0);
  }
}
