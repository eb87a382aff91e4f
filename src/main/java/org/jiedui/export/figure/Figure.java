package org.jiedui.export.figure;

import java.util.List;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;

/**
 * A figure: panels on a grid, the key to its series, notes, and the numbers behind it. Every format
 * draws this one model.
 *
 * @param id file and reference name, such as {@code before-after}
 * @param caption what a paper prints under or above it; never drawn inside the picture
 * @param description the figure in words, for readers who cannot see it
 * @param columns panels side by side at full width; half of them at one column
 * @param notes n, window, price base and source, drawn below the panels
 * @param data the tidy table that is written beside every picture
 */
public record Figure(
    String id,
    Text caption,
    Text description,
    int columns,
    List<Panel> panels,
    List<Key> keys,
    List<Text> notes,
    PaperTable data) {
  public Figure {
    panels = List.copyOf(panels);
    keys = List.copyOf(keys);
    notes = List.copyOf(notes);
    if (columns < 1 || panels.isEmpty()) {
      throw new IllegalArgumentException("figure " + id + " has no panel");
    }
  }

  /** One entry of the legend. */
  public record Key(Sample sample, Ink ink, Text words) {}

  /** What an entry of the legend shows. */
  public enum Sample {
    LINE,
    /** Thin and solid, as a span is drawn. */
    SPAN,
    LINE_AND_DOT,
    DOT,
    HOLLOW_DOT,
    BAR,
    RAMP,
    NO_VALUE
  }

  /** The two widths of a journal's page. */
  public enum Width {
    ONE_COLUMN(80),
    TWO_COLUMNS(160);

    private final int millimetres;

    Width(int millimetres) {
      this.millimetres = millimetres;
    }

    public int millimetres() {
      return millimetres;
    }

    double points() {
      return millimetres * 72 / 25.4;
    }
  }
}
