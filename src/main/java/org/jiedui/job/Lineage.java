package org.jiedui.job;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jiedui.ingest.TracedRecords.Traced;
import org.jiedui.message.Text;
import org.jiedui.table.Frame;

/**
 * What a row of a published table is made of.
 *
 * @param formula says it in words, with the totals put in
 * @param sources rows of other published tables that it is computed from
 * @param records which records are behind it
 * @param totals published numbers that are sums or counts of those records
 */
record Lineage(
    Function<List<BigDecimal>, Text> formula,
    List<Frame> sources,
    Predicate<Traced> records,
    List<Total> totals) {

  private static final Predicate<Traced> NO_RECORD = record -> false;

  /** What is added up. */
  enum Kind {
    AMOUNT,
    RECORDS
  }

  /**
   * A published number that some of the records give.
   *
   * @param published null where the table is empty, which holds as long as there is nothing
   * @param decimals of the unit it is published in, below the point
   */
  record Total(Kind kind, Number published, int decimals, Predicate<Traced> which) {
    boolean holds(BigDecimal found) {
      return published == null
          ? found.signum() == 0
          : found.doubleValue() == published.doubleValue();
    }
  }

  /** Sources that say nothing are left out. */
  Lineage {
    sources = sources.stream().filter(frame -> frame.size() > 0).toList();
    totals = List.copyOf(totals);
  }

  /** One whose formula has no numbers of its own. */
  static Lineage of(Text formula, List<Frame> sources, Predicate<Traced> records) {
    return new Lineage(totals -> formula, sources, records, List.of());
  }

  /** One that is nothing but sums and counts of its records. */
  static Lineage sum(
      TableRow row, Predicate<Traced> records, List<Frame> sources, Total... totals) {
    return new Lineage(
        found -> {
          String sums =
              found.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(", "));
          return Text.of(
              row.name() + " = 下列记录之和:" + sums,
              row.name() + " = sum of the records below: " + sums);
        },
        sources,
        records,
        List.of(totals));
  }

  /** One that goes back to declarations or to other tables, of which no record is read. */
  static Lineage elsewhere(Text formula, List<Frame> sources) {
    return of(formula, sources, NO_RECORD);
  }

  boolean hasRecords() {
    return records != NO_RECORD;
  }
}
