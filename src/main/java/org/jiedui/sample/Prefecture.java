package org.jiedui.sample;

/** An invented prefecture; {@code number} counts from 0 within its province. */
record Prefecture(Province province, int number, String code, String name, String nameEn) {
  private static final int LEFT_OUT = 2;

  /** Whether the change of 2016 reached it: all but the third prefecture of every province. */
  boolean isReached() {
    return number != LEFT_OUT;
  }
}
