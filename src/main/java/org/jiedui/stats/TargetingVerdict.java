package org.jiedui.stats;

/**
 * Which way aid goes, from the slope of its logarithm on that of income: an equivalence test with a
 * declared band, then the sign.
 *
 * <p>BALANCED when the 90 % interval lies within ± band (two one-sided tests of 5 %), else PRO_POOR
 * when the 95 % interval lies below 0, PRO_RICH when above, else UNDETERMINED. Source: Schuirmann
 * (1987), Journal of Pharmacokinetics and Biopharmaceutics 15, 657–680.
 */
public enum TargetingVerdict {
  PRO_POOR,
  BALANCED,
  PRO_RICH,
  UNDETERMINED;

  /** Level of the interval that is held against the band, and of the one held against 0. */
  public static final double EQUIVALENCE_LEVEL = .90;

  public static final double SIGN_LEVEL = .95;

  public static TargetingVerdict of(Interval equivalence, Interval sign, double band) {
    if (equivalence.low() > -band && equivalence.high() < band) {
      return BALANCED;
    }
    if (sign.high() < 0) {
      return PRO_POOR;
    }
    return sign.low() > 0 ? PRO_RICH : UNDETERMINED;
  }
}
