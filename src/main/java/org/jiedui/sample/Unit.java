package org.jiedui.sample;

/**
 * A unit a bureau writes amounts in: minor units in one of it, and the decimals written.
 *
 * <p>{@code quantum} is the smallest amount that can be written, in minor units.
 */
enum Unit {
  YUAN("元", 2, 2),
  WAN_ROUND("万元", 6, 2),
  WAN_FINE("万元", 6, 4),
  YI("亿元", 10, 4),
  PERSONS("人", 0, 0);

  private final String word;
  private final int exponent;
  private final int decimals;

  Unit(String word, int exponent, int decimals) {
    this.word = word;
    this.exponent = exponent;
    this.decimals = decimals;
  }

  String word() {
    return word;
  }

  long quantum() {
    return power(exponent - decimals);
  }

  /** The amount in this unit with its fixed number of decimals. */
  String write(long minor) {
    if (decimals == 0) {
      return Long.toString(minor);
    }
    long one = power(exponent);
    String fraction = Long.toString(one + minor % one).substring(1, 1 + decimals);
    return minor / one + "." + fraction;
  }

  private static long power(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }
}
