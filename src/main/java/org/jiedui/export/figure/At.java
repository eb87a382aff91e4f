package org.jiedui.export.figure;

/** A place: in the units of the axes in a {@link Mark}, in points in a {@link Picture}. */
public record At(double x, double y) {
  public At {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("a place of a figure must be finite");
    }
  }
}
