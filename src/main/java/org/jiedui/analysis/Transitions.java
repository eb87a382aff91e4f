package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiedui.stats.MarkovChain;
import org.jiedui.table.Status;

/** The rows of the table {@code convergence_transition}. */
final class Transitions {
  private Transitions() {}

  static List<Object[]> of(String indicator, String period, MarkovChain chain, double[] cuts) {
    Optional<double[]> steady = chain.steadyState();
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < chain.classes(); i++) {
      Optional<double[]> row = chain.row(i);
      for (int j = 0; j < chain.classes(); j++) {
        rows.add(
            new Object[] {
              indicator,
              period,
              i + 1,
              j + 1,
              chain.counts()[i][j],
              row.isPresent() ? (Double) row.get()[j] : null,
              (row.isPresent() ? Status.OK : Status.EMPTY_CLASS).name(),
              i < cuts.length ? (Double) cuts[i] : null,
              steady.isPresent() ? (Double) steady.get()[i] : null,
              steadyStatus(chain, steady).name()
            });
      }
    }
    return rows;
  }

  private static Status steadyStatus(MarkovChain chain, Optional<double[]> steady) {
    if (steady.isPresent()) {
      return Status.OK;
    }
    boolean empty = IntStream.range(0, chain.classes()).anyMatch(chain::isEmpty);
    return empty ? Status.EMPTY_CLASS : Status.NOT_ERGODIC;
  }
}
