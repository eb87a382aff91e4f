package org.jiedui.analysis;

import java.util.Locale;

/** How the two totals are made comparable. The name of the convention stands beside the number. */
public enum Convention {
  TOTAL,
  ANNUAL,
  REAL,
  REAL_ANNUAL,
  PER_HEAD;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isReal() {
    return this == REAL || this == REAL_ANNUAL;
  }

  boolean isAnnual() {
    return this == ANNUAL || this == REAL_ANNUAL;
  }
}
