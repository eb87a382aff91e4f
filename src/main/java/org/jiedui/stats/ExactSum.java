package org.jiedui.stats;

import java.io.Serializable;
import java.math.BigInteger;

/**
 * Sum of doubles without any rounding until it is read, so that it depends neither on the order of
 * its terms nor on how they were parted.
 *
 * <p>Formula: every term is an integer multiple of 2<sup>−1074</sup>; the sum of these integers is
 * kept in digits of 32 bits, each with room for what has not been carried yet. Unit: that of the
 * terms. Undefined for a term that is not finite. Source: U. W. Kulisch and W. L. Miranker, 1986,
 * The arithmetic of the digital computer, SIAM Review 28, 1–40; with carries put off as in R. M.
 * Neal, 2015, Fast exact summation using small and large superaccumulators, arXiv:1505.05571.
 */
public final class ExactSum implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int DIGITS = 67;
  private static final int DIGIT_BITS = 32;
  private static final long DIGIT = 0xFFFFFFFFL;
  private static final int LOWEST_EXPONENT = -1075;
  // A term adds less than 2^52 to a digit, so that a digit takes 2^10 of them beside its own value.
  private static final int UNCARRIED = 1000;
  private static final int KEPT_BITS = 128;

  private final long[] digits = new long[DIGITS];
  private int uncarried;

  public static double of(double... terms) {
    ExactSum sum = new ExactSum();
    for (double term : terms) {
      sum.add(term);
    }
    return sum.value();
  }

  public void add(double term) {
    long bits = Double.doubleToRawLongBits(term);
    int exponent = (int) (bits >>> 52) & 0x7FF;
    if (exponent == 0x7FF) {
      throw new IllegalArgumentException("a term is " + term);
    }
    long fraction = bits & 0xFFFFFFFFFFFFFL;
    long mantissa = exponent == 0 ? fraction << 1 : fraction | 1L << 52;
    int digit = exponent >>> 5;
    int shift = exponent & 31;
    long low = (mantissa << shift) & DIGIT;
    long high = mantissa >>> (DIGIT_BITS - shift);
    digits[digit] += bits < 0 ? -low : low;
    digits[digit + 1] += bits < 0 ? -high : high;
    if (++uncarried == UNCARRIED) {
      carry();
    }
  }

  /** The other sum stays as it is in value. */
  public ExactSum add(ExactSum other) {
    carry();
    other.carry();
    for (int i = 0; i < DIGITS; i++) {
      digits[i] += other.digits[i];
    }
    carry();
    return this;
  }

  /** The double next to the sum. */
  public double value() {
    BigInteger sum = BigInteger.ZERO;
    for (int i = DIGITS - 1; i >= 0; i--) {
      sum = sum.shiftLeft(DIGIT_BITS).add(BigInteger.valueOf(digits[i]));
    }
    BigInteger size = sum.abs();
    int cut = Math.max(0, size.bitLength() - KEPT_BITS);
    BigInteger kept = size.shiftRight(cut);
    // What is cut off counts only where it decides between two neighbours.
    boolean more = cut > 0 && size.getLowestSetBit() < cut;
    double value = (more ? kept.setBit(0) : kept).doubleValue();
    return sum.signum() * Math.scalb(value, cut + LOWEST_EXPONENT);
  }

  /** All digits but the highest to 0…2^32 − 1. */
  private void carry() {
    for (int i = 0; i + 1 < DIGITS; i++) {
      digits[i + 1] += digits[i] >> DIGIT_BITS;
      digits[i] &= DIGIT;
    }
    uncarried = 0;
  }
}
