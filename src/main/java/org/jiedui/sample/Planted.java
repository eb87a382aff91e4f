package org.jiedui.sample;

import java.util.Locale;

/**
 * The planted national multiple of an indicator: total of 2016-2020 over total of 1996-2015, in
 * hundredths. None is a published one.
 */
enum Planted {
  FISCAL(317),
  DONATION(440),
  CADRES(160),
  PROFESSIONALS(525);

  private final int hundredths;

  Planted(int hundredths) {
    this.hundredths = hundredths;
  }

  /** The total before must be divisible by this for the multiple to be exact. */
  long divisor() {
    long a = hundredths;
    long b = 100;
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return 100 / a;
  }

  long after(long before) {
    return Math.multiplyExact(before, (long) hundredths) / 100;
  }

  double multiple() {
    return hundredths / 100.0;
  }

  String printed() {
    return hundredths / 100 + "." + World.twoDigits(hundredths % 100);
  }

  /** The minor unit totals are kept in. */
  String unit() {
    return this == FISCAL || this == DONATION ? "fen" : "person";
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
