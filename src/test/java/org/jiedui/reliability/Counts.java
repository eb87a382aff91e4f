package org.jiedui.reliability;

import java.time.Duration;

/**
 * How often a fault was tried and did harm, by the product and by its weaker control, and what one
 * case needed at most; negative where nothing was counted.
 */
public record Counts(
    long cases,
    long failures,
    long controlCases,
    long controlFailures,
    double worstSeconds,
    long mebibytes) {

  public static Counts of(long cases, long failures) {
    return new Counts(cases, failures, -1, -1, -1, -1);
  }

  public Counts control(long cases, long failures) {
    return new Counts(this.cases, this.failures, cases, failures, worstSeconds, mebibytes);
  }

  public Counts worst(Duration worst) {
    return new Counts(
        cases, failures, controlCases, controlFailures, worst.toNanos() / 1e9, mebibytes);
  }

  /** The memory that a case had, not what it took: a run of the suite repeats it. */
  public Counts memory(long mebibytes) {
    return new Counts(cases, failures, controlCases, controlFailures, worstSeconds, mebibytes);
  }
}
