package org.jiedui.ingest.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiedui.message.Text;
import org.jiedui.reference.PlacePath;

/**
 * The code of one row that carries names in its place: the one that somebody decided for its names
 * in each of its years, else a problem of the row.
 */
final class RowPlaces {
  private final Layout layout;
  private final RowIssues issues;
  private final List<Reason> flags;
  private final boolean named;
  private final boolean never;
  private final Map<Integer, Integer> codes = new HashMap<>();
  private boolean absent;

  RowPlaces(Layout layout, RowIssues issues, List<Reason> flags) {
    this.layout = layout;
    this.issues = issues;
    this.flags = flags;
    named = layout.hasPlaceNames();
    never = layout.slot(Role.RECIPIENT).isEmpty();
  }

  void clear() {
    codes.clear();
    absent = named && never;
  }

  /** Says that the code cell is empty; whether names stand in its place. */
  boolean isNamed(List<String> cells) {
    absent = named && !layout.place(cells).isEmpty();
    return absent;
  }

  /** Looks up what was decided, once for the row or for each year that its columns name. */
  void resolve(List<String> cells, LandedRecord record, RowAmounts amounts, Sink sink) {
    if (!absent || issues.isTotal()) {
      return;
    }
    PlacePath path = layout.place(cells);
    int[] years = years(record.year, amounts);
    boolean open = path.isEmpty();
    for (int year : years) {
      open |= !decided(path, year, sink);
    }
    if (open && years.length > 0) {
      issues.cell(
          layout.codeSlot(), path.isEmpty() ? Reason.CODE_SYNTAX : Reason.CODE_NAME_ONLY, hint());
    }
    if (!codes.isEmpty() && !open) {
      record.codeVintage = 0;
      flags.add(Reason.CODE_MAPPED);
    }
  }

  /** The code of the row in a year, where its names decide it. */
  int code(int year, int otherwise) {
    return codes.getOrDefault(year, otherwise);
  }

  private boolean decided(PlacePath path, int year, Sink sink) {
    Optional<PlaceCodes.Decided> found = layout.places().of(path, year);
    if (found.isEmpty()) {
      if (!path.isEmpty()) {
        sink.named(path, year);
      }
      return false;
    }
    if (found.get().isDropped()) {
      issues.row(Reason.FIX_DROPPED);
    } else {
      codes.put(year, found.get().code());
    }
    return true;
  }

  private static int[] years(int year, RowAmounts amounts) {
    return year > 0
        ? new int[] {year}
        : amounts.parsed().stream()
            .mapToInt(RowAmounts.Parsed::year)
            .filter(y -> y > 0)
            .distinct()
            .sorted()
            .toArray();
  }

  private Text hint() {
    return Text.same("jobs/jiedui codes " + layout.file());
  }
}
