package org.jiedui.export.figure;

import java.util.List;

/**
 * How a series is told apart: colour (Okabe and Ito 2008, safe for colour-blind readers), and also
 * dash, shape and hatch, so that a grey print still separates any two of them.
 */
public enum Ink {
  BLUE("#0072B2", List.of(), Shape.CIRCLE, 45),
  VERMILION("#D55E00", List.of(4.0, 2.0), Shape.SQUARE, 135),
  GREEN("#009E73", List.of(1.0, 1.5), Shape.TRIANGLE, 0),
  ORANGE("#E69F00", List.of(6.0, 2.0, 1.0, 2.0), Shape.DIAMOND, 90),
  PURPLE("#CC79A7", List.of(8.0, 2.0), Shape.DOWN, 22),
  SKY("#56B4E9", List.of(2.0, 1.0), Shape.CROSS, 157),
  BLACK("#000000", List.of(6.0, 1.5, 1.0, 1.5, 1.0, 1.5), Shape.PLUS, 67),
  /** For what is no series: references, links, ranges. */
  GREY("#6E6E6E", List.of(2.0, 2.0), Shape.BAR, 112);

  /** Forms of a data point. */
  public enum Shape {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND,
    DOWN,
    CROSS,
    PLUS,
    BAR
  }

  private final String colour;
  private final List<Double> dash;
  private final Shape shape;
  private final int hatch;

  Ink(String colour, List<Double> dash, Shape shape, int hatch) {
    this.colour = colour;
    this.dash = dash;
    this.shape = shape;
    this.hatch = hatch;
  }

  /** Hexadecimal sRGB. */
  public String colour() {
    return colour;
  }

  /** Lengths of strokes and gaps in points; empty for a solid line. */
  public List<Double> dash() {
    return dash;
  }

  public Shape shape() {
    return shape;
  }

  /** Direction of the hatching of bars, in degrees from the horizontal. */
  public int hatch() {
    return hatch;
  }

  /** The n-th series of a figure, from 0. There are as many as can be told apart. */
  public static Ink series(int n) {
    Ink[] inks = values();
    if (n < 0 || n >= inks.length - 1) {
      throw new IllegalArgumentException("a figure tells at most 7 series apart, not " + (n + 1));
    }
    return inks[n];
  }
}
