package org.jiedui.export.figure;

import java.util.List;
import org.jiedui.message.Text;

/** What is drawn in a panel, in the units of its axes. A title is what a pointer is told. */
public sealed interface Mark {
  /** A polygon line through points, in the dash of its ink. */
  record Line(List<At> points, Ink ink, Text title) implements Mark {
    public Line {
      points = List.copyOf(points);
    }
  }

  /** A thin solid line between two points: a range, a link of two dots. */
  record Span(At from, At to, Ink ink, Text title) implements Mark {}

  /** One data point. */
  record Dot(At at, Ink ink, Fill fill, double radius, Text title) implements Mark {
    public static final double RADIUS = 2.2;

    public static Dot of(double x, double y, Ink ink, Text title) {
      return new Dot(new At(x, y), ink, Fill.SOLID, RADIUS, title);
    }

    public Dot hollow() {
      return new Dot(at, ink, Fill.HOLLOW, radius, title);
    }

    public Dot sized(double points) {
      return new Dot(at, ink, fill, points, title);
    }
  }

  /** A hatched rectangle between two corners. */
  record Bar(At from, At to, Ink ink, Text title) implements Mark {}

  /** Rings filled even-odd, white to dark by a share from 0 to 1; below 0 is no value: white. */
  record Region(List<List<At>> rings, double share, Text title) implements Mark {
    public Region {
      rings = rings.stream().map(List::copyOf).toList();
    }
  }

  /** A rectangle of a matrix, white to dark by a share from 0 to 1. */
  record Tile(At from, At to, double share, Text words, Text title) implements Mark {}

  /** A line across the whole panel at a value of one axis. */
  record Rule(Side side, double value, Text words) implements Mark {}

  /** Words at a place; the offset is in points, rightwards and upwards. */
  record Label(At at, Text words, Anchor anchor, At offset) implements Mark {
    public static Label of(double x, double y, Text words) {
      return new Label(new At(x, y), words, Anchor.MIDDLE, new At(0, 0));
    }
  }

  /** Which axis a rule stands on. */
  enum Side {
    X,
    Y
  }

  /** Inside of a dot. */
  enum Fill {
    SOLID,
    HOLLOW
  }

  /** Which part of a text stands at its place. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }
}
