package org.jiedui.analysis;

import java.util.Locale;

/** One reading of a before/after sentence: every choice that changes the number. */
record Specification(
    Scale scale,
    Prices prices,
    String rule,
    Entrants entrants,
    EffectRatio.Absent absent,
    Adjustment adjustment) {

  /** What is divided by what. */
  enum Scale {
    TOTAL,
    ANNUAL,
    PER_HEAD
  }

  /** In which money. */
  enum Prices {
    NOMINAL,
    REAL
  }

  /** Whether recipients without any earlier flow count. */
  enum Entrants {
    IN,
    OUT
  }

  /** What the change is held against. */
  enum Adjustment {
    NAIVE,
    TREND,
    DID
  }

  /** A regression gives multiples per year; no record matters only where years are averaged. */
  boolean isAdmissible(EffectRatio.Absent ofStudy) {
    boolean perYear = scale == Scale.ANNUAL;
    return (adjustment == Adjustment.NAIVE || scale != Scale.TOTAL)
        && (perYear || absent == ofStudy);
  }

  static String code(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
