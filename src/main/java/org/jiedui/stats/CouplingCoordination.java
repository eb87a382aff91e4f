package org.jiedui.stats;

/**
 * How closely several systems of a region develop together, and at which level.
 *
 * <p>Formula, U_k in [0, 1] the index of system k and a_k its weight (they sum to 1): level {@code
 * T = Σ a_k U_k}, coordination {@code D = √(C T)}. Classical coupling {@code C = n (Π U)^(1/n) / Σ
 * U}, for two systems {@code 2 √(U₁U₂) / (U₁ + U₂)}. Corrected coupling, for two systems only,
 * {@code C = √([1 − |U₂ − U₁|] U_min / U_max)}: the classical one crowds near 1. Unit: none, all in
 * [0, 1]. Where a system is 0, C = D = 0 (flag ZERO_SYSTEM). Source: 王淑佳等 (2021), 自然资源学报 36(3),
 * 793–810.
 *
 * @param coupling C
 * @param level T
 */
public record CouplingCoordination(double coupling, double level) {

  public static CouplingCoordination classical(double[] u, double[] weights) {
    double sum = CompensatedSum.of(u);
    double product = 1;
    for (double system : u) {
      product *= inRange(system);
    }
    double root = u.length == 2 ? Math.sqrt(product) : StrictMath.pow(product, 1.0 / u.length);
    return new CouplingCoordination(
        product == 0 ? 0 : Math.min(1, u.length * root / sum), level(u, weights));
  }

  /** Defined for two systems. */
  public static CouplingCoordination corrected(double[] u, double[] weights) {
    if (u.length != 2) {
      throw new IllegalArgumentException("corrected coupling of " + u.length + " systems");
    }
    double low = Math.min(inRange(u[0]), inRange(u[1]));
    double high = Math.max(u[0], u[1]);
    double coupling = low == 0 ? 0 : Math.sqrt((1 - (high - low)) * low / high);
    return new CouplingCoordination(coupling, level(u, weights));
  }

  /** D. */
  public double coordination() {
    return Math.sqrt(coupling * level);
  }

  private static double level(double[] u, double[] weights) {
    CompensatedSum sum = new CompensatedSum();
    for (int k = 0; k < u.length; k++) {
      sum.add(weights[k] * u[k]);
    }
    return sum.value();
  }

  private static double inRange(double u) {
    if (!(u >= 0 && u <= 1)) {
      throw new IllegalArgumentException("a system's index of " + u);
    }
    return u;
  }
}
