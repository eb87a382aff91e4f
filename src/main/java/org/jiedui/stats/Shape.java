package org.jiedui.stats;

/**
 * Skewness and kurtosis of an indicator, and whether its outliers ask for treatment.
 *
 * <p>Formula, as spreadsheets and COINr have it: {@code G1 = n / ((n−1)(n−2)) Σ ((x − mean)/sd)³};
 * {@code G2 = n(n+1) / ((n−1)(n−2)(n−3)) Σ ((x − mean)/sd)⁴ − 3(n−1)²/((n−2)(n−3))}, sd with n − 1.
 * Unit: none. Both 0 for fewer than four values or without variation. Source: Joanes and Gill
 * (1998), The Statistician 47, 183–189, G1 and G2.
 */
public record Shape(double skewness, double kurtosis) {
  private static final double SKEWED = 2;
  private static final double HEAVY = 3.5;

  public static Shape of(double[] x) {
    double n = x.length;
    double mean = CompensatedSum.of(x) / n;
    double deviation = n < 4 ? 0 : Standardise.deviation(x, mean);
    if (deviation == 0) {
      return new Shape(0, 0);
    }
    CompensatedSum cubes = new CompensatedSum();
    CompensatedSum fourths = new CompensatedSum();
    for (double value : x) {
      double z = (value - mean) / deviation;
      cubes.add(z * z * z);
      fourths.add(z * z * z * z);
    }
    double skewness = n / ((n - 1) * (n - 2)) * cubes.value();
    double kurtosis =
        n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) * fourths.value()
            - 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3));
    return new Shape(skewness, kurtosis);
  }

  /** |skew| above 2 and kurtosis above 3.5: the rule of the OECD/JRC handbook. */
  public boolean needsTreatment() {
    return Math.abs(skewness) > SKEWED && kurtosis > HEAVY;
  }
}
