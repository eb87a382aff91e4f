package org.jiedui.job;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
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
}
