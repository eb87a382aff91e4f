package org.jiedui.stats;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Leads and lags of a treatment: one regressor for each time since the first treated time, the last
 * one before it the reference.
 *
 * <p>Times beyond the ends are put into bins at the ends. Never-treated units have the first
 * treated time 0. Undefined: NO_CONTRAST when no unit is treated, NO_PRE_PERIOD when no treated
 * unit is seen at the reference, NO_CONTROL when every unit is treated at the same time.
 */
public final class EventStudy {
  /** First treated time of a unit that never is. */
  public static final int NEVER = 0;

  private static final int REFERENCE = -1;

  private final Integer[] since;
  private final int low;
  private final int high;
  private final List<Integer> leadsAndLags;

  /**
   * @param firstTreated of each row's unit, {@link #NEVER} for never
   * @param low earliest time since treatment with a regressor of its own or as bin, below −1
   * @param high latest, at least 0
   */
  public EventStudy(int[] times, int[] firstTreated, int low, int high) {
    this.low = low;
    this.high = high;
    this.since =
        IntStream.range(0, times.length)
            .mapToObj(row -> firstTreated[row] == NEVER ? null : times[row] - firstTreated[row])
            .toArray(Integer[]::new);
    check(firstTreated);
    TreeSet<Integer> seen = new TreeSet<>();
    Arrays.stream(since).filter(e -> e != null).forEach(e -> seen.add(binned(e)));
    if (!seen.remove(REFERENCE)) {
      throw new NotEstimable(NotEstimable.Reason.NO_PRE_PERIOD);
    }
    this.leadsAndLags = List.copyOf(seen);
  }

  private void check(int... firstTreated) {
    TreeSet<Integer> cohorts = new TreeSet<>();
    Arrays.stream(firstTreated).forEach(cohorts::add);
    if (cohorts.equals(new TreeSet<>(List.of(NEVER)))) {
      throw new NotEstimable(NotEstimable.Reason.NO_CONTRAST);
    }
    if (cohorts.size() < 2) {
      throw new NotEstimable(NotEstimable.Reason.NO_CONTROL);
    }
  }

  private int binned(int e) {
    return Math.max(low, Math.min(high, e));
  }

  public Design terms(Design design) {
    Design with = design;
    for (int e : leadsAndLags) {
      double[] column =
          Arrays.stream(since).mapToDouble(s -> s != null && binned(s) == e ? 1 : 0).toArray();
      with = with.regressor(name(e), column);
    }
    return with;
  }

  /** Name of the regressor of a time since treatment: e=-3, or e<=-5 and e>=5 for a bin. */
  public String name(int e) {
    boolean lowBin = e == low && Arrays.stream(since).anyMatch(s -> s != null && s < low);
    boolean highBin = e == high && Arrays.stream(since).anyMatch(s -> s != null && s > high);
    return (lowBin ? "e<=" : highBin ? "e>=" : "e=") + e;
  }

  /** Times since treatment with a regressor. */
  public List<Integer> leadsAndLags() {
    return leadsAndLags;
  }

  /**
   * Joint test that all leads are 0, which is no evidence of parallel trends when it does not
   * reject (J. Roth, 2022, American Economic Review: Insights 4, 305–322).
   */
  public Covariance.Joint preTrends(Covariance covariance) {
    return covariance.joint(leads());
  }

  /** Names of the regressors of times before the reference. */
  public List<String> leads() {
    return leadsAndLags.stream().filter(e -> e < REFERENCE).map(this::name).toList();
  }
}
