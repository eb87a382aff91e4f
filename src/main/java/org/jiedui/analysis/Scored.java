package org.jiedui.analysis;

import java.util.Optional;
import org.jiedui.stats.CompositeIndex;

/**
 * One region in one year: its values, what they are on the goalposts, and its index.
 *
 * @param values in the order of the indicators, NaN where missing
 * @param coverage share of population behind each value
 * @param normalised NaN where missing
 * @param index empty when too little is present
 */
record Scored(
    String unit,
    int year,
    String role,
    double[] values,
    double[] coverage,
    double[] normalised,
    Optional<CompositeIndex> index) {

  /** Whether a value stands there that nobody reported. */
  boolean isImputed(int j) {
    return !Double.isNaN(values[j]) && coverage[j] == 0;
  }

  /** The index as a value of a table: null when there is none. */
  Double development() {
    return index.map(CompositeIndex::value).orElse(null);
  }

  Double gap() {
    return index.map(i -> 1 - i.value()).orElse(null);
  }
}
