package org.jiedui.reference;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.Set;

/** A price index by year; dividing an amount of a year by its deflator gives base-year prices. */
public interface Prices extends Serializable {
  /**
   * Reads {@code year,index,source}; exactly one year must have the index 1 or 100. All problems
   * end in one {@link org.jiedui.message.InputException} (exit 2).
   */
  static Prices load(Path file) {
    return PriceTable.load(file);
  }

  /** Price level relative to the base year (base year = 1); empty for a year without index. */
  OptionalDouble deflator(int year);

  int baseYear();

  /** The same index with another base year; refused when that year has none. */
  Prices inPricesOf(int year);

  /** Years with an index, in order. */
  Set<Integer> years();

  /** SHA-256, in hex, of the file it was read from. */
  String digest();
}
