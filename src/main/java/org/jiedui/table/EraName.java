package org.jiedui.table;

import java.util.OptionalInt;

/** How tables name a period that is an era of pairing: by the year it begins, {@code era 2016}. */
public final class EraName {
  private static final String PREFIX = "era ";

  private EraName() {}

  public static String of(int firstYear) {
    return PREFIX + firstYear;
  }

  /** The year it begins; empty for a period that is no era. */
  public static OptionalInt firstYear(String period) {
    return period.startsWith(PREFIX)
        ? OptionalInt.of(Integer.parseInt(period.substring(PREFIX.length())))
        : OptionalInt.empty();
  }
}
