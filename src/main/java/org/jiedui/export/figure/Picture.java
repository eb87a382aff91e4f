package org.jiedui.export.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * A figure laid out: what is drawn where, in points from the upper left corner, first to last. Each
 * format writes exactly this.
 */
public record Picture(
    String id, double width, double height, String description, List<Piece> pieces) {
  public Picture {
    pieces = List.copyOf(pieces);
  }

  /** One thing that is drawn. */
  public sealed interface Piece {}

  /** Lines and areas. */
  public record Path(List<Ring> rings, Paint paint) implements Piece {
    public Path {
      rings = List.copyOf(rings);
    }

    static Path line(Paint paint, At... points) {
      return new Path(List.of(new Ring(List.of(points), End.OPEN)), paint);
    }

    static Path area(Paint paint, At... points) {
      return new Path(List.of(new Ring(List.of(points), End.CLOSED)), paint);
    }
  }

  /** Points joined by straight lines. */
  public record Ring(List<At> points, End end) {
    public Ring {
      points = List.copyOf(points);
    }
  }

  /** Whether the last point is joined to the first. */
  public enum End {
    OPEN,
    CLOSED
  }

  /** A circle. */
  public record Disc(At centre, double radius, Paint paint) implements Piece {}

  /** Words on one line; turned ones run upwards. */
  public record Words(
      At at, String text, double size, Mark.Anchor anchor, Turn turn, Weight weight, String colour)
      implements Piece {
    Words(At at, String text, double size, Mark.Anchor anchor, Turn turn, Weight weight) {
      this(at, text, size, anchor, turn, weight, "#000000");
    }

    /** Left, top, right and bottom of the words, by the widths kept in the program. */
    public double[] box() {
      double width = TextWidth.of(text, size);
      double before =
          switch (anchor) {
            case START -> 0;
            case MIDDLE -> width / 2;
            case END -> width;
          };
      double up = size * 0.8;
      double down = size * 0.2;
      return turn == Turn.LEVEL
          ? new double[] {at.x() - before, at.y() - up, at.x() - before + width, at.y() + down}
          : new double[] {at.x() - up, at.y() + before - width, at.x() + down, at.y() + before};
    }
  }

  /** Direction of words. */
  public enum Turn {
    LEVEL,
    UPWARDS
  }

  /** Strength of words. */
  public enum Weight {
    NORMAL,
    BOLD
  }

  /** Pieces of one data point with what a pointer is told of it, and the series they belong to. */
  public record Titled(String title, String series, List<Piece> pieces) implements Piece {
    public Titled {
      pieces = List.copyOf(pieces);
    }
  }

  /**
   * Fill and stroke.
   *
   * @param fill hexadecimal colour, empty for none
   * @param stroke hexadecimal colour, empty for none
   * @param width of the stroke in points
   * @param dash empty for a solid line
   */
  public record Paint(String fill, String stroke, double width, List<Double> dash) {
    static final double HAIR = 0.5;

    static Paint fill(String colour) {
      return new Paint(colour, "", 0, List.of());
    }

    static Paint stroke(String colour, double width) {
      return new Paint("", colour, width, List.of());
    }

    static Paint dashed(String colour, double width, List<Double> dash) {
      return new Paint("", colour, width, dash);
    }
  }

  /** All words, titled ones included, in drawing order. */
  public List<Words> words() {
    List<Words> words = new ArrayList<>();
    collect(pieces, words);
    return words;
  }

  private static void collect(List<Piece> pieces, List<Words> words) {
    for (Piece piece : pieces) {
      if (piece instanceof Words found) {
        words.add(found);
      } else if (piece instanceof Titled titled) {
        collect(titled.pieces(), words);
      }
    }
  }
}
