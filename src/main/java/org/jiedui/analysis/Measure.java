package org.jiedui.analysis;

/**
 * What an indicator's minor units are: only money is deflated.
 *
 * @param decimals decimal digits between the minor unit and the unit shown: 2 for fen and yuan
 */
public record Measure(Kind kind, int decimals) {
  public static final Measure MONEY = new Measure(Kind.MONEY, 2);
  public static final Measure COUNT = new Measure(Kind.COUNT, 0);

  /** Money has a price; heads and things have none. */
  public enum Kind {
    MONEY,
    COUNT
  }

  long minorPerUnit() {
    long scale = 1;
    for (int i = 0; i < decimals; i++) {
      scale *= 10;
    }
    return scale;
  }
}
