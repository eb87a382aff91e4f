package org.jiedui.ingest.file;

import java.util.List;
import java.util.function.Predicate;
import org.jiedui.message.Problem;

/** Columns of amounts that have a header and no value in any row. */
public final class EmptyColumns {
  private EmptyColumns() {}

  /**
   * One warning a column.
   *
   * @param tally of the file; nothing is said where most rows were rejected, values and all
   * @param hasValues whether any record of a measure came of the file
   */
  public static List<Problem> of(List<Layout> layouts, Tally tally, Predicate<Measure> hasValues) {
    if (tally.rows(Tally.Place.ACCEPTED) <= tally.rows(Tally.Place.REJECTED)) {
      return List.of();
    }
    return layouts.stream()
        .flatMap(
            layout ->
                layout
                    .measures()
                    .filter(slot -> slot.year() == 0 && !hasValues.test(slot.measure()))
                    .map(slot -> problem(layout, slot)))
        .toList();
  }

  private static Problem problem(Layout layout, Slot slot) {
    return Reason.COL_EMPTY
        .problem()
        .at(
            layout.sheetName().isEmpty()
                ? layout.file() + ":1:" + slot.number()
                : layout.file() + ", sheet " + Excerpt.printable(layout.sheetName()))
        .showing(Excerpt.printable(slot.header()))
        .fix(
            "确认是否漏填;确无此项的,删去该列",
            "ask whether it was forgotten; if there is nothing to tell, leave the column out");
  }
}
