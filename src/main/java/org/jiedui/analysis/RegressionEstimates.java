package org.jiedui.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jiedui.analysis.EstimateRows.Line;
import org.jiedui.analysis.PanelDesign.Family;
import org.jiedui.analysis.PanelDesign.Kind;
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
import org.jiedui.stats.Vcov;
import org.jiedui.stats.WildClusterBootstrap;
import org.jiedui.table.Status;

/** Designs that are one regression: segmented series, differences in differences, event studies. */
final class RegressionEstimates {
  /** Up to here CR1, CV3 and the wild bootstrap stand side by side. */
  private static final int FEW = 30;

  private static final int TOO_FEW = 5;
  private static final String TREATMENT = "treatment";

  private final PanelDesign design;
  private final Rows rows;
  private final EstimateRows found;

  RegressionEstimates(PanelDesign design, Rows rows, EstimateRows found) {
    this.design = design;
    this.rows = rows;
    this.found = found;
  }

  void fill() {
    switch (design.kind()) {
      case ITS -> its();
      case DID -> did();
      case EVENT_STUDY -> eventStudy();
      default -> terms("", fit(controls(base())), Set.of());
    }
  }

  private void its() {
    double[] times = Arrays.stream(rows.time()).asDoubleStream().toArray();
    SegmentedSeries series = new SegmentedSeries(times, design.after().orElseThrow());
    for (SegmentedSeries.Shape shape : SegmentedSeries.Shape.values()) {
      String prefix = shape.name().toLowerCase(Locale.ROOT) + ": ";
      try {
        Fit fit = fit(controls(series.terms(base(), shape)));
        terms(prefix, fit, Set.of(SegmentedSeries.POST));
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
      terms("", fit, Set.of(TREATMENT));
    }
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
    Factor cluster = clusters().get(0);
    return (int)
        IntStream.range(0, ever.length).filter(i -> ever[i]).map(cluster::code).distinct().count();
  }

  /** No standard error: the treatment's path is given to every other cluster in turn. */
  private void oneTreatedCluster(Fit fit, double[] treated, boolean[] ever) {
    Factor cluster = clusters().get(0);
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
            .flags(String.join(";", flags(fit))));
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
    Covariance v = terms("", fit, Set.of());
    if (v == null) {
      return;
    }
    try {
      Covariance.Joint joint = study.preTrends(v);
      found.add(
          Line.of(
                  "pre_trends",
                  null,
                  fit.size(),
                  "F(" + joint.q() + "," + (long) joint.df() + ") " + v.method())
              .inference(null, joint.f(), joint.p(), null));
    } catch (NotEstimable refused) {
      found.refused("pre_trends", refused, fit.size());
    }
  }

  private Design base() {
    Design base = Design.of(rows.value());
    base = rows.weight() == null ? base : base.weights(rows.weight());
    base = rows.offset() == null ? base : base.offset(rows.offset());
    List<String> effects = design.effects().orElseGet(this::ownEffects);
    for (String effect : effects) {
      base = base.effect(factor(effect));
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

  private Factor factor(String name) {
    return switch (name) {
      case PanelDesign.UNIT -> Factor.of(name, rows.unit());
      case PanelDesign.TIME -> Factor.of(name, rows.time());
      default -> Factor.of(name, rows.labels().get(name));
    };
  }

  private List<Factor> clusters() {
    List<String> names =
        design.clusters().isEmpty() ? List.of(PanelDesign.UNIT) : design.clusters();
    return names.stream().map(this::factor).toList();
  }

  /** Rows of every term; null where the variance does not exist. */
  private Covariance terms(String prefix, Fit fit, Set<String> tested) {
    TreeSet<String> flags = flags(fit);
    Covariance v;
    try {
      v = fit.covariance(vcov());
    } catch (NotEstimable refused) {
      Status why = Status.valueOf(refused.reason().name());
      withoutInference(prefix, fit, why, flags);
      return null;
    }
    if (v.clusters() > 0 && v.clusters() < TOO_FEW) {
      withoutInference(prefix, fit, Status.TOO_FEW_CLUSTERS, flags);
      jackknife(prefix, fit);
      return null;
    }
    if (v.repaired()) {
      flags.add(Status.SINGULAR_VCOV.name());
    }
    for (int k = 0; k < fit.names().size(); k++) {
      found.coefficient(prefix + fit.names().get(k), v, k, flags);
      if (design.family() == Family.POISSON && !fit.names().get(k).equals(Design.CONSTANT)) {
        found.exponential(prefix, v, k);
      }
    }
    if (v.clusters() > 0 && v.clusters() <= FEW && clusters().size() == 1) {
      fewClusters(prefix, fit, tested);
    }
    return v;
  }

  private void withoutInference(String prefix, Fit fit, Status why, TreeSet<String> flags) {
    for (int k = 0; k < fit.names().size(); k++) {
      found.add(
          Line.of(prefix + fit.names().get(k), fit.coefficient(k), fit.size(), null)
              .status(why)
              .flags(String.join(";", flags)));
    }
  }

  /** The jackknife and, for least squares, the wild bootstrap, whose p is the one to go by. */
  private void fewClusters(String prefix, Fit fit, Set<String> tested) {
    jackknife(prefix, fit);
    if (design.family() == Family.POISSON) {
      return;
    }
    boolean all = design.kind() == Kind.REGRESSION;
    for (String name : fit.names()) {
      if (!name.equals(Design.CONSTANT) && (all || tested.contains(name))) {
        wild(prefix, fit, name);
      }
    }
  }

  private void jackknife(String prefix, Fit fit) {
    try {
      Covariance v = fit.covariance(Vcov.cv3(clusters().get(0)));
      for (int k = 0; k < fit.names().size(); k++) {
        found.coefficient(prefix + fit.names().get(k), v, k, new TreeSet<>());
      }
    } catch (NotEstimable refused) {
      found.refused(prefix + "CV3", refused, fit.size());
    }
  }

  private void wild(String prefix, Fit fit, String name) {
    Factor cluster = clusters().get(0);
    var seeds = new SeedSequence(design.seed(), "wild." + prefix + name);
    WildClusterBootstrap.Result test =
        WildClusterBootstrap.of(fit, name, cluster, seeds, design.confidence());
    found.add(
        Line.of(
                prefix + name,
                fit.coefficient(name).orElseThrow(),
                fit.size(),
                test.method() + " t(CR0)")
            .inference(null, test.statistic(), test.p(), test.interval().orElse(null))
            .clusters(fit.levels(cluster)));
  }

  private TreeSet<String> flags(Fit fit) {
    TreeSet<String> flags = new TreeSet<>();
    fit.dropped().collinear().forEach(name -> flags.add(Status.COLLINEAR + "=" + name));
    if (fit.dropped().singletons() > 0) {
      flags.add(Status.SINGLETONS_DROPPED + "=" + fit.dropped().singletons());
    }
    if (fit.dropped().separated() > 0) {
      flags.add(Status.SEPARATED + "=" + fit.dropped().separated());
    }
    return flags;
  }

  private Vcov vcov() {
    String name = design.vcov().orElseGet(this::ownVcov);
    Factor[] by = clusters().toArray(Factor[]::new);
    String[] parts = name.split(":");
    int lag = parts.length > 1 ? Integer.parseInt(parts[1]) : ownLag();
    return switch (parts[0]) {
      case "cr0" -> Vcov.cr0(by[0]);
      case "cr1" -> Vcov.cr1(by);
      case "cr1s" -> Vcov.cr1s(by);
      case "cr2" -> Vcov.cr2(by[0]);
      case "cv3" -> Vcov.cv3(by[0]);
      case "hc1" -> Vcov.hc1();
      case "hc3" -> Vcov.hc3();
      case "iid" -> Vcov.iid();
      case "quasi" -> Vcov.quasi();
      case "nw" -> Vcov.neweyWest(lag);
      case "dk" -> Vcov.driscollKraay(factor(PanelDesign.TIME), lag);
      default -> throw new IllegalArgumentException("no variance is named " + name);
    };
  }

  /** A single series has no clusters: autocorrelation is allowed for, or overdispersion. */
  private String ownVcov() {
    boolean single = new TreeSet<>(rows.unit()).size() == 1;
    if (!single) {
      return "cr1";
    }
    return design.family() == Family.POISSON ? "quasi" : "nw";
  }

  /** ⌊4 (T/100)^(2/9)⌋. */
  private int ownLag() {
    return (int) Math.floor(4 * StrictMath.pow(rows.size() / 100.0, 2.0 / 9));
  }
}
