package org.jiedui.export.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jiedui.export.figure.Picture.Disc;
import org.jiedui.export.figure.Picture.End;
import org.jiedui.export.figure.Picture.Paint;
import org.jiedui.export.figure.Picture.Path;
import org.jiedui.export.figure.Picture.Piece;
import org.jiedui.export.figure.Picture.Ring;

/** Data points and hatched bars as lines and areas, for panels and legend alike. */
final class Brush {
  static final double LINE = 1.0;
  static final double SPAN = 0.75;
  private static final double SPACING = 3;
  private static final double NARROW = 5;

  private Brush() {}

  static Piece dot(At at, Ink ink, Mark.Fill fill, double r) {
    double x = at.x();
    double y = at.y();
    Paint paint =
        new Paint(
            fill == Mark.Fill.SOLID ? ink.colour() : "#FFFFFF", ink.colour(), 0.75, List.of());
    Paint stroke = Paint.stroke(ink.colour(), LINE);
    return switch (ink.shape()) {
      case CIRCLE -> new Disc(at, r, paint);
      case SQUARE ->
          Path.area(paint, at(x - r, y - r), at(x + r, y - r), at(x + r, y + r), at(x - r, y + r));
      case TRIANGLE ->
          Path.area(paint, at(x, y - 1.2 * r), at(x + 1.1 * r, y + r), at(x - 1.1 * r, y + r));
      case DOWN ->
          Path.area(paint, at(x, y + 1.2 * r), at(x + 1.1 * r, y - r), at(x - 1.1 * r, y - r));
      case DIAMOND ->
          Path.area(
              paint,
              at(x, y - 1.3 * r),
              at(x + 1.3 * r, y),
              at(x, y + 1.3 * r),
              at(x - 1.3 * r, y));
      case CROSS ->
          strokes(stroke, at(x - r, y - r), at(x + r, y + r), at(x - r, y + r), at(x + r, y - r));
      case PLUS -> strokes(stroke, at(x - r, y), at(x + r, y), at(x, y - r), at(x, y + r));
      case BAR -> strokes(stroke, at(x, y - r), at(x, y + r));
    };
  }

  private static Path strokes(Paint paint, At... ends) {
    List<Ring> rings = new ArrayList<>();
    for (int i = 0; i < ends.length; i += 2) {
      rings.add(new Ring(List.of(ends[i], ends[i + 1]), End.OPEN));
    }
    return new Path(rings, paint);
  }

  /** A rectangle in a light tint of the ink, with its outline and its hatching. */
  static List<Piece> bar(double left, double top, double right, double bottom, Ink ink) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(rectangle(left, top, right, bottom, Paint.fill(light(ink.colour()))));
    List<Ring> hatch = hatch(left, top, right, bottom, ink.hatch());
    if (!hatch.isEmpty()) {
      pieces.add(new Path(hatch, Paint.stroke(ink.colour(), Paint.HAIR)));
    }
    pieces.add(outline(left, top, right, bottom, Paint.stroke(ink.colour(), Paint.HAIR)));
    return pieces;
  }

  /** Narrow bars stand side by side and would be nothing but outline. */
  private static Path outline(double left, double top, double right, double bottom, Paint paint) {
    return right - left < NARROW
        ? Path.line(paint, at(left, top), at(right, top))
        : rectangle(left, top, right, bottom, paint);
  }

  static Path rectangle(double left, double top, double right, double bottom, Paint paint) {
    return Path.area(paint, at(left, top), at(right, top), at(right, bottom), at(left, bottom));
  }

  /** Parallel lines at an angle, cut at the rectangle (Liang and Barsky 1984). */
  static List<Ring> hatch(double left, double top, double right, double bottom, int degrees) {
    double dx = StrictMath.cos(StrictMath.toRadians(degrees));
    double dy = -StrictMath.sin(StrictMath.toRadians(degrees));
    double reach = StrictMath.hypot(right, bottom) + 1;
    double[] across = {
      across(left, top, dx, dy),
      across(right, top, dx, dy),
      across(left, bottom, dx, dy),
      across(right, bottom, dx, dy)
    };
    double last = DoubleStream.of(across).max().orElseThrow();
    List<Ring> lines = new ArrayList<>();
    for (double i = Math.ceil(DoubleStream.of(across).min().orElseThrow()); i <= last; i++) {
      double x = -dy * SPACING * i;
      double y = dx * SPACING * i;
      double[] span = {-reach, reach};
      cut(span, x, dx, left, right);
      cut(span, y, dy, top, bottom);
      if (span[1] - span[0] > 0.1) {
        lines.add(
            new Ring(
                List.of(
                    at(x + dx * span[0], y + dy * span[0]), at(x + dx * span[1], y + dy * span[1])),
                End.OPEN));
      }
    }
    return lines;
  }

  /** Which line of the hatching a point lies on; neighbours share their lines. */
  private static double across(double x, double y, double dx, double dy) {
    return (-dy * x + dx * y) / SPACING;
  }

  private static void cut(double[] span, double start, double slope, double low, double high) {
    if (Math.abs(slope) < 1e-9) {
      if (start < low || start > high) {
        span[1] = span[0];
      }
      return;
    }
    double a = (low - start) / slope;
    double b = (high - start) / slope;
    span[0] = Math.max(span[0], Math.min(a, b));
    span[1] = Math.min(span[1], Math.max(a, b));
  }

  /** The colour mixed with three parts of white. */
  private static String light(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    StringBuilder mixed = new StringBuilder("#");
    for (int shift = 16; shift >= 0; shift -= 8) {
      mixed.append("%02X".formatted(((rgb >> shift & 0xFF) + 3 * 0xFF) / 4));
    }
    return mixed.toString();
  }

  static At at(double x, double y) {
    return new At(x, y);
  }
}
