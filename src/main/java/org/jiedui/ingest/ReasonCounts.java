package org.jiedui.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jiedui.ingest.file.ExactSum;
import org.jiedui.table.Frame;
import org.jiedui.table.RejectReasonRow;

/** Rows and amounts by file, place and first reason, counted beside the ledger. */
final class ReasonCounts {
  private final Map<List<String>, ExactSum> sums = new TreeMap<>(ReasonCounts::order);

  /**
   * @param codes all reasons, joined by semicolons
   */
  void add(String file, Enum<?> place, String codes, String measure, long value) {
    String code = codes.split(";")[0];
    List<String> key = List.of(file, place.name().toLowerCase(Locale.ROOT), code, measure);
    sums.computeIfAbsent(key, k -> new ExactSum()).add(value);
  }

  private static int order(List<String> a, List<String> b) {
    for (int i = 0; i < a.size(); i++) {
      int order = a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /**
   * @param unit of a measure, for people
   */
  Frame frame(UnaryOperator<String> unit) {
    List<Object[]> rows = new ArrayList<>();
    sums.forEach(
        (key, sum) ->
            rows.add(
                new Object[] {
                  key.get(0),
                  key.get(1),
                  key.get(2),
                  key.get(3),
                  unit.apply(key.get(3)),
                  sum.value().longValueExact()
                }));
    return Frame.of("reject_reason", RejectReasonRow.values(), rows);
  }
}
