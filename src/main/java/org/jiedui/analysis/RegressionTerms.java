package org.jiedui.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jiedui.analysis.EstimateRows.Line;
import org.jiedui.analysis.PanelDesign.Family;
import org.jiedui.analysis.PanelDesign.Kind;
import org.jiedui.analysis.PanelDesign.Rows;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.stats.Covariance;
import org.jiedui.stats.Design;
import org.jiedui.stats.Factor;
import org.jiedui.stats.Fit;
import org.jiedui.stats.NotEstimable;
import org.jiedui.stats.SeedSequence;
import org.jiedui.stats.Vcov;
import org.jiedui.stats.WildClusterBootstrap;
import org.jiedui.table.Status;

/** The terms of a fit with the inference that the panel and its clusters bear. */
final class RegressionTerms {
  private static final int TOO_FEW = 5;

  private final PanelDesign design;
  private final Rows rows;
  private final EstimateRows found;

  RegressionTerms(PanelDesign design, Rows rows, EstimateRows found) {
    this.design = design;
    this.rows = rows;
    this.found = found;
  }

  /** The unit unless columns are named. */
  List<Factor> clusters() {
    List<String> names =
        design.clusters().isEmpty() ? List.of(PanelDesign.UNIT) : design.clusters();
    return names.stream().map(rows::factor).toList();
  }

  /** Rows of every term; empty where the variance does not exist. */
  Optional<Covariance> add(String prefix, Fit fit, Set<String> tested) {
    TreeSet<String> flags = EstimateRows.flags(fit);
    Covariance v;
    try {
      v = fit.covariance(vcov());
    } catch (NotEstimable refused) {
      Status why = Status.valueOf(refused.reason().name());
      withoutInference(prefix, fit, why, flags);
      return Optional.empty();
    }
    if (v.clusters() > 0 && v.clusters() < TOO_FEW) {
      withoutInference(prefix, fit, Status.TOO_FEW_CLUSTERS, flags);
      jackknife(prefix, fit);
      return Optional.empty();
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
    if (v.clusters() > 0
        && v.clusters() <= WildClusterBootstrap.FEW_CLUSTERS
        && clusters().size() == 1) {
      fewClusters(prefix, fit, tested);
    }
    return Optional.of(v);
  }

  private void withoutInference(String prefix, Fit fit, Status why, TreeSet<String> flags) {
    for (int k = 0; k < fit.names().size(); k++) {
      found.add(
          Line.of(prefix + fit.names().get(k), fit.coefficient(k), fit.size(), null)
              .status(why)
              .flags(String.join(";", flags)));
    }
  }

  /** The jackknife and the wild bootstrap, whose p is the one to go by. */
  private void fewClusters(String prefix, Fit fit, Set<String> tested) {
    jackknife(prefix, fit);
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
    WildClusterBootstrap.Result test;
    try {
      test = WildClusterBootstrap.of(fit, name, cluster, seeds, design.confidence());
    } catch (NotEstimable refused) {
      found.refused(prefix + name + " wild_cluster", refused, fit.size());
      return;
    }
    found.add(
        Line.of(
                prefix + name,
                fit.coefficient(name).orElseThrow(),
                fit.size(),
                test.method() + " t(CR0)")
            .inference(null, test.statistic(), test.p(), test.interval().orElse(null))
            .clusters(fit.levels(cluster)));
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
      case "nw" -> newey(lag);
      case "dk" -> Vcov.driscollKraay(rows.factor(PanelDesign.TIME), lag);
      default -> throw new IllegalArgumentException("no variance is named " + name);
    };
  }

  /** Lags of one unit must not reach into the next. */
  private Vcov newey(int lag) {
    if (!isSingle()) {
      throw new InputException(
          ExitCode.USAGE,
          Problem.error(
                  "USAGE",
                  Text.of(
                      "nw 用于单一序列,面板有多个单元",
                      "nw is for a single series; the panel has several units"))
              .fix("改用 dk:滞后 或 cr1", "use dk:LAG or cr1"));
    }
    return Vcov.neweyWest(lag);
  }

  private boolean isSingle() {
    return new TreeSet<>(rows.unit()).size() == 1;
  }

  /** A single series has no clusters: autocorrelation is allowed for, or overdispersion. */
  private String ownVcov() {
    if (!isSingle()) {
      return "cr1";
    }
    return design.family() == Family.POISSON ? "quasi" : "nw";
  }

  /** ⌊4 (T/100)^(2/9)⌋. */
  private int ownLag() {
    return (int) Math.floor(4 * StrictMath.pow(rows.size() / 100.0, 2.0 / 9));
  }
}
