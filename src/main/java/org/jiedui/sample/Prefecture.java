package org.jiedui.sample;

/** An invented prefecture; {@code number} counts from 0 within its province. */
record Prefecture(Province province, int number, String code, String name, String nameEn) {
  /**
   * Whether the change of 2016 reached it: all but one of each province, the third and the first in
   * turn, so that those left out are neither richer nor poorer.
   */
  boolean isReached() {
    return number != (province.number() % 2 == 0 ? 2 : 0);
  }
}
