package org.jiedui.job;

import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jiedui.analysis.ClusterParams;
import org.jiedui.analysis.Clusters;
import org.jiedui.analysis.GapIndex;
import org.jiedui.analysis.RegionMatrix;
import org.jiedui.message.ExitCode;
import org.jiedui.report.ClusterKProfileReport;
import org.jiedui.report.ClusterReport;
import org.jiedui.report.ClusterStabilityReport;
import org.jiedui.report.ClusterTransitionReport;
import org.jiedui.run.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which regions resemble each other in their gap and its components? */
@Command(name = "clusters")
public final class ClustersJob implements Callable<Integer> {
  @Option(names = "--cost", paramLabel = "A,B", split = ",", descriptionKey = "panel.cost")
  private Set<String> costs = Set.of();

  @Option(names = "--k", paramLabel = "K", descriptionKey = "panel.k")
  private Integer k;

  @Option(names = "--seed", paramLabel = "S", descriptionKey = "panel.seed")
  private long seed = 42;

  @Mixin private PanelOptions panel;
  @Mixin private WindowOptions windows;
  @Mixin private StudyOptions options;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    if (panel.given()) {
      ownPanel(printer);
    } else {
      study(printer);
    }
    return ExitCode.OK.code();
  }

  private void ownPanel(Printer printer) {
    SparkSession spark = Session.open("jiedui clusters");
    OwnPanel own = new OwnPanel(panel.read(() -> spark));
    ClusterParams params = ClusterParams.profiled(own.lastYear(), seed);
    GapIndex.Result gap = own.gap(costs, windows.windows(), seed);
    Clusters.Result found =
        Clusters.of(
            spark,
            RegionMatrix.of(gap, own.lastYear()),
            own.context(gap, windows.windows()),
            k == null ? params : params.withK(k));
    if (printer.forPeople()) {
      printer.table(ClusterKProfileReport.of(found.kProfile()));
      printer.table(ClusterReport.of(found.profile()));
      printer.table(ClusterStabilityReport.of(found.stability()));
      printer.table(ClusterTransitionReport.of(found.transition()));
    }
    printer.whole(found.membership());
  }

  private void study(Printer printer) {
    StudyRun run = StudyRun.open(options, printer);
    run.results(() -> run.questions().clusters(run.questions().gap()).tables())
        .one(Results::clusters, "show cluster_membership");
  }
}
