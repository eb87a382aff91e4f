package org.jiedui.export;

import java.util.stream.IntStream;

/**
 * The page of a Word document that a table fits on: upright or lying, its size of type, and the
 * widths of its columns in twentieths of a point.
 *
 * @param size in half points: 21 is Chinese size five, 18 small five
 */
record DocxPage(Paper paper, int size, int[] widths) {
  static final int SMALL = 18;
  static final int MARGIN = 60;

  /** Fonts that stand in for a missing one are wider. */
  private static final double ROOM = 1.14;

  private static final int FIVE = 21;
  private static final int SMALL_SIX = 15;
  private static final int PAGE_MARGIN = 1440;

  /** A4, in twentieths of a point. */
  private enum Paper {
    UPRIGHT(11906, 16838, ""),
    LYING(16838, 11906, " w:orient=\"landscape\"");

    private final int width;
    private final int height;
    private final String orientation;

    Paper(int width, int height, String orientation) {
      this.width = width;
      this.height = height;
      this.orientation = orientation;
    }

    int room() {
      return width - 2 * PAGE_MARGIN;
    }
  }

  /** The largest type that breaks no words into lines, upright before lying; else small type. */
  static DocxPage of(PrintedTable table) {
    Fit fit = new Fit(table);
    for (Paper paper : Paper.values()) {
      for (int size : new int[] {FIVE, SMALL}) {
        DocxPage page = new DocxPage(paper, size, twips(fit.natural(), size));
        if (page.width() <= paper.room()) {
          return page;
        }
      }
    }
    DocxPage broken = lying(fit, SMALL, table.width());
    return broken.width() <= Paper.LYING.room() ? broken : lying(fit, SMALL_SIX, table.width());
  }

  private static DocxPage lying(Fit fit, int size, int columns) {
    int room = (int) ((Paper.LYING.room() - columns * 2 * MARGIN) / (halfEm(size) * ROOM));
    return new DocxPage(Paper.LYING, size, twips(fit.within(room), size));
  }

  private static int[] twips(int[] halfEms, int size) {
    return IntStream.of(halfEms).map(w -> (int) (w * halfEm(size) * ROOM) + 2 * MARGIN).toArray();
  }

  private static int halfEm(int size) {
    return size * 5;
  }

  int width() {
    return IntStream.of(widths).sum();
  }

  int width(int from, int columns) {
    return IntStream.range(from, from + columns).map(i -> widths[i]).sum();
  }

  /** Where the points of a column stand, so that its widest number is in the middle. */
  int decimalTab(int column, int before, int after) {
    int inside = widths[column] - 2 * MARGIN;
    return (inside + (before - after) * halfEm(size)) / 2;
  }

  String section() {
    return "<w:sectPr><w:pgSz w:w=\""
        + paper.width
        + "\" w:h=\""
        + paper.height
        + "\""
        + paper.orientation
        + "/>"
        + "<w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\""
        + " w:header=\"720\" w:footer=\"720\" w:gutter=\"0\"/></w:sectPr>";
  }
}
