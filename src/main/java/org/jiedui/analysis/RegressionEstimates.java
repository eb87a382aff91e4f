package org.jiedui.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jiedui.analysis.EstimateRows.Line;
import org.jiedui.analysis.PanelDesign.Family;
import org.jiedui.analysis.PanelDesign.Rows;
import org.jiedui.stats.Covariance;
import org.jiedui.stats.Design;
import org.jiedui.stats.EventStudy;
import org.jiedui.stats.Factor;
import org.jiedui.stats.Fit;
import org.jiedui.stats.NotEstimable;
import org.jiedui.stats.Ppml;
import org.jiedui.stats.RandomisationTest;
import org.jiedui.stats.Regression;
import org.jiedui.stats.SeedSequence;
import org.jiedui.stats.SegmentedSeries;
import org.jiedui.stats.WildClusterBootstrap;
import org.jiedui.stats.WildWaldTest;
import org.jiedui.table.Status;

/** Designs that are one regression: segmented series, differences in differences, event studies. */
final class RegressionEstimates {
  private static final String TREATMENT = "treatment";

  private final PanelDesign design;
  private final Rows rows;
  private final EstimateRows found;
  private final RegressionTerms terms;

  RegressionEstimates(PanelDesign design, Rows rows, EstimateRows found) {
    this.design = design;
    this.rows = rows;
    this.found = found;
    this.terms = new RegressionTerms(design, rows, found);
  }

  void fill() {
    switch (design.kind()) {
      case ITS -> its();
      case DID -> did();
      case EVENT_STUDY -> eventStudy();
      default -> terms.add("", fit(controls(base())), Set.of());
    }
  }

  private void its() {
    double[] times = Arrays.stream(rows.time()).asDoubleStream().toArray();
    SegmentedSeries series = new SegmentedSeries(times, design.after().orElseThrow());
    for (SegmentedSeries.Shape shape : SegmentedSeries.Shape.values()) {
      String prefix = shape.name().toLowerCase(Locale.ROOT) + ": ";
      try {
        Fit fit = fit(controls(series.terms(base(), shape)));
        terms.add(prefix, fit, Set.of(SegmentedSeries.POST));
      } catch (NotEstimable refused) {
        found.refused(prefix + SegmentedSeries.POST, refused, rows.size());
      }
    }
  }

  private void did() {
    double[] treated = treatment();
    boolean[] ever = everTreated(treated);
    if (IntStream.range(0, ever.length).noneMatch(i -> ever[i])) {
      throw new NotEstimable(NotEstimable.Reason.NO_CONTRAST);
    }
    Fit fit = identified(treated, ever);
    if (treatedClusters(ever) == 1) {
      oneTreatedCluster(fit, treated, ever);
    } else {
      terms.add("", fit, Set.of(TREATMENT));
    }
    besideStaggered(treated);
  }

  /**
   * With staggered timing the coefficient mixes cohorts: the cohorts' own effect stands beside it.
   */
  private void besideStaggered(double[] treated) {
    int[] first = firstTreated(treated);
    if (Arrays.stream(first).filter(g -> g > 0).distinct().count() < 2) {
      return;
    }
    try {
      new StaggeredEstimates(design, rows.firstTreated(first), found).fillSimple();
    } catch (NotEstimable refused) {
      found.refused("simple", refused, rows.size());
    }
  }

  private int[] firstTreated(double[] treated) {
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < treated.length; i++) {
      if (treated[i] != 0) {
        first.merge(rows.unit().get(i), rows.time()[i], Math::min);
      }
    }
    return rows.unit().stream().mapToInt(u -> first.getOrDefault(u, EventStudy.NEVER)).toArray();
  }

  /** A treatment that effects absorb has nobody to be compared with when all are treated. */
  private Fit identified(double[] treated, boolean[] ever) {
    boolean all = IntStream.range(0, ever.length).allMatch(i -> ever[i]);
    NotEstimable.Reason absorbed =
        all ? NotEstimable.Reason.NO_CONTROL : NotEstimable.Reason.COLLINEAR;
    try {
      Fit fit = fit(controls(base().regressor(TREATMENT, treated)));
      if (fit.coefficient(TREATMENT).isPresent()) {
        return fit;
      }
    } catch (NotEstimable refused) {
      throw refused.reason() == NotEstimable.Reason.COLLINEAR
          ? new NotEstimable(absorbed)
          : refused;
    }
    throw new NotEstimable(absorbed);
  }

  /** The treatment column, or first treated and later. */
  private double[] treatment() {
    if (design.treatment().isPresent()) {
      return rows.numbers().get(design.treatment().get());
    }
    return IntStream.range(0, rows.size())
        .mapToDouble(
            i -> rows.firstTreated()[i] > 0 && rows.time()[i] >= rows.firstTreated()[i] ? 1 : 0)
        .toArray();
  }

  private boolean[] everTreated(double[] treated) {
    Set<String> ever = new TreeSet<>();
    for (int i = 0; i < treated.length; i++) {
      if (treated[i] != 0) {
        ever.add(rows.unit().get(i));
      }
    }
    boolean[] rowsOf = new boolean[treated.length];
    for (int i = 0; i < rowsOf.length; i++) {
      rowsOf[i] = ever.contains(rows.unit().get(i));
    }
    return rowsOf;
  }

  private int treatedClusters(boolean[] ever) {
    Factor cluster = terms.clusters().get(0);
    return (int)
        IntStream.range(0, ever.length).filter(i -> ever[i]).map(cluster::code).distinct().count();
  }

  /** No standard error: the treatment's path is given to every other cluster in turn. */
  private void oneTreatedCluster(Fit fit, double[] treated, boolean[] ever) {
    Factor cluster = terms.clusters().get(0);
    boolean[] assigned = new boolean[cluster.levels()];
    TreeSet<Integer> times = new TreeSet<>();
    for (int i = 0; i < treated.length; i++) {
      assigned[cluster.code(i)] |= ever[i];
      if (treated[i] != 0) {
        times.add(rows.time()[i]);
      }
    }
    var test =
        RandomisationTest.of(
            assigned,
            Factor.of("all", new int[assigned.length]),
            assignment -> placebo(assignment, cluster, times),
            new SeedSequence(design.seed(), "randomisation.did"),
            WildClusterBootstrap.DRAWS);
    double estimate = fit.coefficient(TREATMENT).orElseThrow();
    found.add(
        Line.of(TREATMENT, estimate, fit.size(), "randomisation " + test.assignments())
            .inference(null, null, test.p(), null)
            .clusters(cluster.levels())
            .status(Status.ONE_TREATED_CLUSTER)
            .flags(String.join(";", EstimateRows.flags(fit))));
  }

  private double placebo(boolean[] assignment, Factor cluster, Set<Integer> times) {
    double[] treated =
        IntStream.range(0, rows.size())
            .mapToDouble(i -> assignment[cluster.code(i)] && times.contains(rows.time()[i]) ? 1 : 0)
            .toArray();
    return fit(controls(base().regressor(TREATMENT, treated))).coefficient(TREATMENT).orElse(0);
  }

  private void eventStudy() {
    EventStudy study =
        new EventStudy(
            rows.time(), rows.firstTreated(), -design.ends().leads(), design.ends().lags());
    Fit fit = fit(controls(study.terms(base())));
    Optional<Covariance> variance = terms.add("", fit, Set.of());
    if (variance.isEmpty()) {
      return;
    }
    Covariance v = variance.get();
    try {
      Covariance.Joint joint = study.preTrends(v);
      found.add(
          Line.of(
                  "pre_trends",
                  null,
                  fit.size(),
                  "F(" + joint.q() + "," + (long) joint.df() + ") " + v.method())
              .inference(null, joint.f(), joint.p(), null));
      if (v.clusters() > 0 && v.clusters() <= WildClusterBootstrap.FEW_CLUSTERS) {
        wildPreTrends(fit, study);
      }
    } catch (NotEstimable refused) {
      found.refused("pre_trends", refused, fit.size());
    }
  }

  /** With few clusters F rejects too often. */
  private void wildPreTrends(Fit fit, EventStudy study) {
    SeedSequence seeds = new SeedSequence(design.seed(), "wild.pre_trends");
    var test = WildWaldTest.of(fit, study.leads(), terms.clusters().get(0), seeds);
    found.add(
        Line.of("pre_trends", null, fit.size(), "wild_wald (" + test.q() + ")")
            .inference(null, test.statistic(), test.p(), null));
  }

  private Design base() {
    Design base = Design.of(rows.value());
    base = rows.weight() == null ? base : base.weights(rows.weight());
    base = rows.offset() == null ? base : base.offset(rows.offset());
    List<String> effects = design.effects().orElseGet(this::ownEffects);
    for (String effect : effects) {
      base = base.effect(rows.factor(effect));
    }
    return effects.isEmpty() ? base.constant() : base;
  }

  /** Of units where there are several, and of times where the design compares units in time. */
  private List<String> ownEffects() {
    boolean several = new TreeSet<>(rows.unit()).size() > 1;
    return switch (design.kind()) {
      case DID, EVENT_STUDY -> List.of(PanelDesign.UNIT, PanelDesign.TIME);
      case ITS -> several ? List.of(PanelDesign.UNIT) : List.of();
      default -> List.of();
    };
  }

  private Design controls(Design to) {
    Design with = to;
    for (String control : design.controls()) {
      with = with.regressor(control, rows.numbers().get(control));
    }
    return with;
  }

  private Fit fit(Design of) {
    return design.family() == Family.POISSON ? Ppml.fit(of) : Regression.ols(of);
  }
}
