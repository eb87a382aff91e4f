package org.jiedui.job;

import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jiedui.analysis.ClusterParams;
import org.jiedui.analysis.Clusters;
import org.jiedui.analysis.GapIndex;
import org.jiedui.analysis.ManyClusters;
import org.jiedui.analysis.RegionMatrix;
import org.jiedui.message.ExitCode;
import org.jiedui.message.Text;
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
  @Option(names = "--k", paramLabel = "K", descriptionKey = "panel.k")
  private Integer k;

  @Mixin private IndexOptions index;
  @Mixin private StudyOptions options;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    if (index.given()) {
      ownPanel(printer);
    } else {
      study(printer);
    }
    return ExitCode.OK.code();
  }

  private void ownPanel(Printer printer) {
    SparkSession spark = Session.open("jiedui clusters");
    ClusterParams params = ClusterParams.profiled(0, index.seed());
    params = k == null ? params : params.withK(k);
    PanelRows rows = index.panel().rows(spark);
    if (params.allowsPairsOf(rows.units(params.mostRegions() + 1))) {
      clusters(printer, spark, params);
    } else {
      manyClusters(printer, ManyClusters.of(rows.values(), index.costs(), params));
    }
  }

  private void clusters(Printer printer, SparkSession spark, ClusterParams params) {
    OwnPanel own = index.read(() -> spark);
    GapIndex.Result gap = index.gap(own);
    Clusters.Result found =
        Clusters.of(
            spark,
            RegionMatrix.of(gap, own.lastYear()),
            own.context(gap, index.windows()),
            params.of(own.lastYear()));
    if (printer.forPeople()) {
      printer.table(ClusterKProfileReport.of(found.kProfile()));
      printer.table(ClusterReport.of(found.profile(), found.membership()));
      printer.table(ClusterStabilityReport.of(found.stability()));
      printer.table(ClusterTransitionReport.of(found.transition()));
    }
    printer.whole(found.membership());
  }

  /** More regions than pairs allow: for a program the profile of the clusters, else that of k. */
  private void manyClusters(Printer printer, ManyClusters.Result found) {
    if (printer.forPeople()) {
      printer.table(ClusterKProfileReport.of(found.kProfile()));
      printer.table(ClusterReport.of(found.profile()).noted(List.of(withoutPairs(found))));
    } else {
      printer.whole(k == null ? found.kProfile() : found.profile());
    }
  }

  private static Text withoutPairs(ManyClusters.Result found) {
    return Text.of(
        "MATRIX_TOO_LARGE:参与分类 %,d 个地区,超过两两距离的上限,不计算轮廓系数、Gap 统计量、Ward 树、稳定性与各地区归属;%,d 个地区缺少指标,未分类。"
            .formatted(found.classified(), found.unclassified()),
        ("MATRIX_TOO_LARGE: %,d regions are classified, more than pairwise distances allow:"
                + " silhouettes, gap statistic, Ward's tree, stability and the list of members are"
                + " not computed; %,d regions lack an indicator and are not classified.")
            .formatted(found.classified(), found.unclassified()));
  }

  private void study(Printer printer) {
    StudyRun run = StudyRun.open(options, printer);
    run.results(() -> run.questions().clusters(run.questions().gap()).tables())
        .one(Results::clusters, "show cluster_membership");
  }
}
