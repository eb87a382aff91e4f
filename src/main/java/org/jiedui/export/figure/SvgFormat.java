package org.jiedui.export.figure;

import java.util.List;
import java.util.stream.Collectors;
import org.jiedui.export.figure.Picture.Disc;
import org.jiedui.export.figure.Picture.End;
import org.jiedui.export.figure.Picture.Paint;
import org.jiedui.export.figure.Picture.Path;
import org.jiedui.export.figure.Picture.Piece;
import org.jiedui.export.figure.Picture.Ring;
import org.jiedui.export.figure.Picture.Titled;
import org.jiedui.export.figure.Picture.Turn;
import org.jiedui.export.figure.Picture.Weight;
import org.jiedui.export.figure.Picture.Words;

/**
 * A picture as SVG 1.1: text as text, no script, no style sheet, nothing from elsewhere, the same
 * bytes every time.
 */
public final class SvgFormat {
  private final StringBuilder svg = new StringBuilder();

  private SvgFormat() {}

  /** A file of its own. */
  public static String of(Picture picture, Fonts fonts) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + inline(picture, fonts);
  }

  /** The element alone, to stand inside a page. */
  public static String inline(Picture picture, Fonts fonts) {
    SvgFormat format = new SvgFormat();
    format.picture(picture, fonts);
    return format.svg.toString();
  }

  private void picture(Picture picture, Fonts fonts) {
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
        .append(Decimal.of(picture.width() * 25.4 / 72))
        .append("mm\" height=\"")
        .append(Decimal.of(picture.height() * 25.4 / 72))
        .append("mm\" viewBox=\"0 0 ")
        .append(Decimal.of(picture.width()))
        .append(' ')
        .append(Decimal.of(picture.height()))
        .append("\" role=\"img\" aria-label=\"")
        .append(Markup.escaped(picture.description()))
        .append("\" font-family=\"")
        .append(Markup.escaped(fonts.css()))
        .append("\">\n<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n");
    picture.pieces().forEach(this::piece);
    svg.append("</svg>\n");
  }

  private void piece(Piece piece) {
    if (piece instanceof Titled titled) {
      svg.append("<g data-series=\"").append(titled.series()).append("\">");
      if (!titled.title().isEmpty()) {
        svg.append("<title>").append(Markup.escaped(titled.title())).append("</title>");
      }
      titled.pieces().forEach(this::piece);
      svg.append("</g>\n");
    } else if (piece instanceof Path path) {
      svg.append("<path d=\"")
          .append(path.rings().stream().map(SvgFormat::ring).collect(Collectors.joining()))
          .append('"');
      paint(path.paint());
    } else if (piece instanceof Disc disc) {
      svg.append("<circle cx=\"")
          .append(Decimal.of(disc.centre().x()))
          .append("\" cy=\"")
          .append(Decimal.of(disc.centre().y()))
          .append("\" r=\"")
          .append(Decimal.of(disc.radius()))
          .append('"');
      paint(disc.paint());
    } else {
      words((Words) piece);
    }
  }

  private static String ring(Ring ring) {
    return ring.points().stream()
            .map(at -> Decimal.of(at.x()) + " " + Decimal.of(at.y()))
            .collect(Collectors.joining("L", "M", ""))
        + (ring.end() == End.CLOSED ? "Z" : "");
  }

  private void paint(Paint paint) {
    svg.append(" fill=\"").append(paint.fill().isEmpty() ? "none" : paint.fill()).append('"');
    if (!paint.fill().isEmpty()) {
      svg.append(" fill-rule=\"evenodd\"");
    }
    if (!paint.stroke().isEmpty()) {
      svg.append(" stroke=\"")
          .append(paint.stroke())
          .append("\" stroke-width=\"")
          .append(Decimal.of(paint.width()))
          .append('"');
      dash(paint.dash());
    }
    svg.append("/>\n");
  }

  private void dash(List<Double> dash) {
    if (!dash.isEmpty()) {
      svg.append(" stroke-dasharray=\"")
          .append(dash.stream().map(Decimal::of).collect(Collectors.joining(" ")))
          .append('"');
    }
  }

  private void words(Words words) {
    String x = Decimal.of(words.at().x());
    String y = Decimal.of(words.at().y());
    svg.append("<text x=\"").append(x).append("\" y=\"").append(y).append('"');
    if (words.turn() == Turn.UPWARDS) {
      svg.append(" transform=\"rotate(-90 ").append(x).append(' ').append(y).append(")\"");
    }
    svg.append(" font-size=\"").append(Decimal.of(words.size())).append('"');
    if (words.anchor() != Mark.Anchor.START) {
      svg.append(" text-anchor=\"")
          .append(words.anchor() == Mark.Anchor.END ? "end" : "middle")
          .append('"');
    }
    if (words.weight() == Weight.BOLD) {
      svg.append(" font-weight=\"bold\"");
    }
    if (!words.colour().equals("#000000")) {
      svg.append(" fill=\"").append(words.colour()).append('"');
    }
    svg.append('>').append(Markup.escaped(words.text())).append("</text>\n");
  }
}
