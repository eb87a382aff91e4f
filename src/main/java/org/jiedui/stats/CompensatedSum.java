package org.jiedui.stats;

/**
 * Sum of doubles in a fixed order with the rounding error carried along.
 *
 * <p>Formula: Neumaier's variant of Kahan summation; of each addition the low-order part that was
 * lost is kept apart and added at the end. Unit: that of the terms. Callers sort by key, so that
 * the order is fixed. Source: A. Neumaier, 1974, Rundungsfehleranalyse einiger Verfahren zur
 * Summation endlicher Summen, ZAMM 54, 39–51.
 */
public final class CompensatedSum {
  private double sum;
  private double lost;

  public static double of(double... terms) {
    CompensatedSum total = new CompensatedSum();
    for (double term : terms) {
      total.add(term);
    }
    return total.value();
  }

  public void add(double term) {
    double next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
    sum = next;
  }

  public double value() {
    return sum + lost;
  }
}
