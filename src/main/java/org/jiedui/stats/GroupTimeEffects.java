package org.jiedui.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Effects of a treatment with staggered timing, for each cohort and time, without covariates.
 *
 * <p>ATT(g,t) = mean(Y_t − Y_b | G = g) − mean(Y_t − Y_b | C); b is the last time before g for t ≥
 * g, and before g the time before t (varying base) or the same b (universal). C are the never
 * treated, or those not yet treated at max(t, b). Influence function ψ_i = 1{G=g}(ΔY − m_g)/p_g −
 * 1{C}(ΔY − m_C)/p_C, standard error √(mean ψ²/n), ψ added up within clusters first. Unit: that of
 * the outcome. Undefined: NO_CONTROL for an empty cell, NO_CONTRAST without a treated cohort.
 * Source: B. Callaway and P. H. C. Sant'Anna, 2021, Difference-in-differences with multiple time
 * periods, Journal of Econometrics 225, 200–230.
 */
public final class GroupTimeEffects {
  /** Who the treated are compared with. */
  public enum Control {
    NEVER_TREATED,
    NOT_YET_TREATED
  }

  /** What outcomes before the treatment are compared with. */
  public enum Base {
    VARYING,
    UNIVERSAL
  }

  /**
   * One row of outcomes a unit, one column a time, complete.
   *
   * @param times ascending
   * @param firstTreated of each unit, {@link EventStudy#NEVER} for never or after the last time
   */
  public record Panel(double[][] outcomes, int[] times, int[] firstTreated, Factor clusters) {}

  /** An effect of a cohort at a time and its influence function over the units in use. */
  public record Cell(int cohort, int time, double effect, double[] influence, int treated) {}

  private final Panel panel;
  private final Control control;
  private final Base base;
  private final int[] cohort;
  private final List<Cell> cells = new ArrayList<>();
  private final List<int[]> empty = new ArrayList<>();
  private final int always;
  private final boolean switched;

  private GroupTimeEffects(
      Panel panel, Control control, Base base, int[] cohort, int always, boolean switched) {
    this.panel = panel;
    this.control = control;
    this.base = base;
    this.cohort = cohort;
    this.always = always;
    this.switched = switched;
    for (int g : cohorts()) {
      IntStream.range(0, panel.times().length).forEach(t -> cell(g, t));
    }
  }

  public static GroupTimeEffects of(Panel given, Control control, Base base) {
    int first = given.times()[0];
    int[] stays =
        IntStream.range(0, given.firstTreated().length)
            .filter(i -> never(given, i) || given.firstTreated()[i] > first)
            .toArray();
    int always = given.firstTreated().length - stays.length;
    Panel panel = only(given, stays);
    boolean none = IntStream.range(0, stays.length).noneMatch(i -> never(panel, i));
    if (none) {
      return of(beforeLastCohort(panel), Control.NOT_YET_TREATED, base, always, true);
    }
    return of(panel, control, base, always, false);
  }

  private static GroupTimeEffects of(
      Panel panel, Control control, Base base, int always, boolean switched) {
    int[] cohort =
        IntStream.range(0, panel.firstTreated().length)
            .map(i -> never(panel, i) ? EventStudy.NEVER : panel.firstTreated()[i])
            .toArray();
    if (IntStream.of(cohort).allMatch(g -> g == EventStudy.NEVER)) {
      throw new NotEstimable(
          switched ? NotEstimable.Reason.NO_CONTROL : NotEstimable.Reason.NO_CONTRAST);
    }
    return new GroupTimeEffects(panel, control, base, cohort, always, switched);
  }

  private static boolean never(Panel panel, int unit) {
    int g = panel.firstTreated()[unit];
    return g == EventStudy.NEVER || g > panel.times()[panel.times().length - 1];
  }

  private static Panel only(Panel panel, int... units) {
    double[][] outcomes =
        IntStream.of(units).mapToObj(i -> panel.outcomes()[i]).toArray(double[][]::new);
    int[] first = IntStream.of(units).map(i -> panel.firstTreated()[i]).toArray();
    return new Panel(outcomes, panel.times(), first, panel.clusters().only(units));
  }

  /** Times until the last cohort is treated: it is the comparison until then. */
  private static Panel beforeLastCohort(Panel panel) {
    int last = IntStream.of(panel.firstTreated()).max().orElse(0);
    int times = (int) IntStream.of(panel.times()).filter(t -> t < last).count();
    if (times < 2) {
      throw new NotEstimable(NotEstimable.Reason.NO_CONTROL);
    }
    double[][] outcomes =
        java.util.Arrays.stream(panel.outcomes())
            .map(row -> java.util.Arrays.copyOf(row, times))
            .toArray(double[][]::new);
    int[] until = java.util.Arrays.copyOf(panel.times(), times);
    return new Panel(outcomes, until, panel.firstTreated(), panel.clusters());
  }

  private void cell(int g, int t) {
    int before = (int) IntStream.of(panel.times()).filter(time -> time < g).count() - 1;
    boolean post = panel.times()[t] >= g;
    int b = post || base == Base.UNIVERSAL ? before : t - 1;
    if (b < 0 || b == t) {
      return;
    }
    int until = Math.max(panel.times()[t], panel.times()[b]);
    boolean[] treated = new boolean[cohort.length];
    boolean[] compared = new boolean[cohort.length];
    for (int i = 0; i < cohort.length; i++) {
      treated[i] = cohort[i] == g;
      compared[i] = cohort[i] != g && isControl(cohort[i], until);
    }
    cell(g, t, b, treated, compared);
  }

  private boolean isControl(int cohortOf, int until) {
    return cohortOf == EventStudy.NEVER || control == Control.NOT_YET_TREATED && cohortOf > until;
  }

  private void cell(int g, int t, int b, boolean[] treated, boolean[] compared) {
    double[] change = new double[cohort.length];
    for (int i = 0; i < change.length; i++) {
      change[i] = panel.outcomes()[i][t] - panel.outcomes()[i][b];
    }
    int nTreated = count(treated);
    int nCompared = count(compared);
    if (nCompared == 0) {
      empty.add(new int[] {g, panel.times()[t]});
      return;
    }
    double ofTreated = mean(change, treated, nTreated);
    double ofCompared = mean(change, compared, nCompared);
    double n = cohort.length;
    double[] influence = new double[cohort.length];
    for (int i = 0; i < influence.length; i++) {
      influence[i] = treated[i] ? (change[i] - ofTreated) * n / nTreated : 0;
      influence[i] -= compared[i] ? (change[i] - ofCompared) * n / nCompared : 0;
    }
    cells.add(new Cell(g, panel.times()[t], ofTreated - ofCompared, influence, nTreated));
  }

  private static int count(boolean... members) {
    int count = 0;
    for (boolean member : members) {
      count += member ? 1 : 0;
    }
    return count;
  }

  private static double mean(double[] values, boolean[] members, int count) {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < values.length; i++) {
      sum.add(members[i] ? values[i] : 0);
    }
    return sum.value() / count;
  }

  /** Treated cohorts in use, ascending. */
  public int[] cohorts() {
    int last = panel.times()[panel.times().length - 1];
    return IntStream.of(cohort)
        .filter(g -> g != EventStudy.NEVER && g <= last)
        .distinct()
        .sorted()
        .toArray();
  }

  /** By cohort and time. */
  public List<Cell> cells() {
    return cells;
  }

  /** Cohort and time of cells without anyone to compare with. */
  public List<int[]> empty() {
    return empty;
  }

  /** Units that were treated from the first time on and are left out. */
  public int alwaysTreated() {
    return always;
  }

  /** Whether there were no never-treated units, so that the not-yet-treated stand in for them. */
  public boolean withoutNeverTreated() {
    return switched;
  }

  public int units() {
    return cohort.length;
  }

  int[] cohort() {
    return cohort;
  }

  Factor clusters() {
    return panel.clusters();
  }

  public GroupTimeSummary summary() {
    return new GroupTimeSummary(this);
  }
}
