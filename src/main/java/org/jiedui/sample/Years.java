package org.jiedui.sample;

import java.util.stream.IntStream;

/** The years of the invented world and its two windows. */
final class Years {
  static final int FIRST = 1996;
  static final int LAST = 2020;
  static final int FIRST_AFTER = 2016;
  static final int COUNT = LAST - FIRST + 1;

  /** First year with development indicators; before it there is population only. */
  static final int FIRST_DEVELOPMENT = 2012;

  private Years() {}

  static IntStream all() {
    return IntStream.rangeClosed(FIRST, LAST);
  }

  static boolean isAfter(int year) {
    return year >= FIRST_AFTER;
  }
}
