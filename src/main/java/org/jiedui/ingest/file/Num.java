package org.jiedui.ingest.file;

import java.math.BigDecimal;
import org.jiedui.message.Text;

/**
 * What a cell means as a number: a value, or the reason why it is none.
 *
 * @param error null when the value stands
 * @param value minor units, or the code or year itself
 * @param flag a note on an accepted value; null for none
 * @param residue exact minus rounded value in minor units; null when nothing was rounded
 * @param suggestion likely reading of a refused cell
 */
record Num(Reason error, long value, Reason flag, BigDecimal residue, Text suggestion) {
  static Num of(long value) {
    return new Num(null, value, null, null, Text.NONE);
  }

  static Num flagged(long value, Reason flag) {
    return new Num(null, value, flag, null, Text.NONE);
  }

  static Num rounded(long value, BigDecimal residue) {
    return new Num(null, value, Reason.NUM_ROUNDED, residue, Text.NONE);
  }

  static Num refused(Reason error, Text suggestion) {
    return new Num(error, 0, null, null, suggestion);
  }

  static Num refused(Reason error) {
    return refused(error, Text.NONE);
  }

  boolean stands() {
    return error == null;
  }
}
