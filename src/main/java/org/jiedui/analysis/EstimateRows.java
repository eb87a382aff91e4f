package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jiedui.stats.Covariance;
import org.jiedui.stats.Fit;
import org.jiedui.stats.Interval;
import org.jiedui.stats.NotEstimable;
import org.jiedui.table.EstimateRow;
import org.jiedui.table.Frame;
import org.jiedui.table.Status;

/** Rows of the table {@code estimate} as they come. */
final class EstimateRows {
  private final List<Object[]> rows = new ArrayList<>();
  private final double level;

  EstimateRows(double level) {
    this.level = level;
  }

  Frame frame() {
    return Frame.of("estimate", EstimateRow.values(), rows);
  }

  /** One line: what is not there stays null and the status says why. */
  record Line(
      String term,
      Double estimate,
      Double error,
      Double statistic,
      Double p,
      Interval interval,
      Integer n,
      Integer clusters,
      String method,
      Status status,
      String flags) {

    static Line of(String term, Double estimate, int n, String method) {
      return new Line(term, estimate, null, null, null, null, n, null, method, Status.OK, "");
    }

    Line inference(Double se, Double t, Double pValue, Interval found) {
      return new Line(term, estimate, se, t, pValue, found, n, clusters, method, status, flags);
    }

    Line clusters(int g) {
      return new Line(term, estimate, error, statistic, p, interval, n, g, method, status, flags);
    }

    Line status(Status why) {
      return new Line(
          term, estimate, error, statistic, p, interval, n, clusters, method, why, flags);
    }

    Line flags(String codes) {
      return new Line(
          term, estimate, error, statistic, p, interval, n, clusters, method, status, codes);
    }
  }

  void add(Line line) {
    rows.add(
        new EffectTables.Cells(EstimateRow.values())
            .put(EstimateRow.TERM, line.term())
            .put(EstimateRow.ESTIMATE, line.estimate())
            .put(EstimateRow.STD_ERROR, line.error())
            .put(EstimateRow.STATISTIC, line.statistic())
            .put(EstimateRow.P_VALUE, line.p())
            .put(EstimateRow.CI_LOW, line.interval() == null ? null : line.interval().low())
            .put(EstimateRow.CI_HIGH, line.interval() == null ? null : line.interval().high())
            .put(EstimateRow.N, line.n())
            .put(EstimateRow.CLUSTERS, line.clusters())
            .put(EstimateRow.METHOD, line.method())
            .put(EstimateRow.STATUS, line.status().name())
            .put(EstimateRow.FLAGS, line.flags())
            .row());
  }

  /** Codes of what a fit left out. */
  static TreeSet<String> flags(Fit fit) {
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

  void refused(String term, NotEstimable why, int n) {
    add(Line.of(term, null, n, null).status(Status.valueOf(why.reason().name())));
  }

  /** A coefficient with the inference of a variance. */
  void coefficient(String term, Covariance v, int at, TreeSet<String> flags) {
    Fit fit = v.fit();
    Line line =
        Line.of(term, fit.coefficient(at), fit.size(), v.method()).flags(String.join(";", flags));
    line = v.clusters() > 0 ? line.clusters(v.clusters()) : line;
    add(
        v.standardError(at) > 0
            ? line.inference(v.standardError(at), v.statistic(at), v.p(at), v.interval(at, level))
            : line.status(Status.SINGULAR_VCOV));
  }

  /** e^β with the interval of β carried over; the delta method's standard error. */
  void exponential(String prefix, Covariance v, int at) {
    double value = StrictMath.exp(v.fit().coefficient(at));
    String term = prefix + "exp(" + v.fit().names().get(at) + ")";
    Line line = Line.of(term, value, v.fit().size(), v.method());
    line = v.clusters() > 0 ? line.clusters(v.clusters()) : line;
    if (!(v.standardError(at) > 0)) {
      add(line.status(Status.SINGULAR_VCOV));
      return;
    }
    Interval log = v.interval(at, level);
    Interval interval = new Interval(StrictMath.exp(log.low()), StrictMath.exp(log.high()));
    add(line.inference(value * v.standardError(at), v.statistic(at), v.p(at), interval));
  }
}
