package org.jiedui.export.figure;

import java.util.List;
import org.jiedui.message.Text;

/**
 * One pair of axes with what is drawn on them.
 *
 * @param heading short words above the axes, empty for none
 * @param height of the plotting area, in points
 * @param side columns of words to the right, one entry per band of the vertical axis
 */
public record Panel(
    Text heading, Axis x, Axis y, List<Mark> marks, double height, List<Column> side) {
  public Panel {
    marks = List.copyOf(marks);
    side = List.copyOf(side);
  }

  public static Panel of(Text heading, Axis x, Axis y, double height, List<Mark> marks) {
    return new Panel(heading, x, y, marks, height, List.of());
  }

  public Panel beside(List<Column> columns) {
    return new Panel(heading, x, y, marks, height, columns);
  }

  /** An axis with its words. Every axis of numbers states its unit. */
  public record Axis(Text label, Text unit, Scale scale) {
    public static Axis bands(List<Text> names) {
      return new Axis(Text.NONE, Text.NONE, new Scale.Bands(names));
    }

    /** An axis that only places: the plane of a map. */
    public static Axis blank(double low, double high) {
      return new Axis(Text.NONE, Text.NONE, new Scale.Plane(low, high));
    }

    Text title() {
      if (unit.isEmpty() || label.isEmpty()) {
        return label.isEmpty() ? unit : label;
      }
      return Text.of(label.zh() + "（" + unit.zh() + "）", label.en() + " (" + unit.en() + ")");
    }
  }

  /** Words beside the bands. */
  public record Column(Text heading, List<Text> words) {
    public Column {
      words = List.copyOf(words);
    }
  }
}
