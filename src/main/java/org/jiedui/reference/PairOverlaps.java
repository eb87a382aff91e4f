package org.jiedui.reference;

import java.util.List;
import java.util.Map;
import org.jiedui.message.Text;

/** No pair may be in force twice in a year; the later of two rows is named. */
final class PairOverlaps {
  private PairOverlaps() {}

  static void check(Map<Pair, CsvRow> pairs) {
    List<Pair> all = List.copyOf(pairs.keySet());
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (same(all.get(i), all.get(j)) && overlap(all.get(i), all.get(j))) {
          CsvRow row = pairs.get(all.get(i));
          CsvRow other = pairs.get(all.get(j));
          String where = other.file().getFileName() + ":" + other.line();
          row.problems()
              .add(
                  row.problem(
                          "valid_from",
                          Text.of(
                              "与 " + where + " 的同一结对年份重叠",
                              "overlaps in years with the same pair at " + where))
                      .fix("缩短其中一行的有效年份", "shorten the years of one of the two rows"));
        }
      }
    }
  }

  private static boolean same(Pair a, Pair b) {
    return !a.donorUnit().isEmpty()
        && a.donorUnit().equals(b.donorUnit())
        && a.recipientUnit().equals(b.recipientUnit());
  }

  private static boolean overlap(Pair a, Pair b) {
    return a.validFrom() <= b.validTo() && b.validFrom() <= a.validTo();
  }
}
