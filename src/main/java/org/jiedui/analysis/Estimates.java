package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiedui.analysis.PanelDesign.Rows;
import org.jiedui.message.Text;
import org.jiedui.stats.NotEstimable;
import org.jiedui.stats.SimulatedCoverage;
import org.jiedui.table.Frame;

/**
 * A design on any long panel: what is estimated, by which method, and what stays undefined and why.
 */
public final class Estimates {
  private Estimates() {}

  /**
   * The table and what the panel looks like.
   *
   * @param table estimate
   * @param notes sentences about the panel and the reading of the design
   */
  public record Result(Frame table, List<Text> notes) {}

  public static Result of(PanelDesign design, Rows rows) {
    EstimateRows found = new EstimateRows(design.confidence());
    try {
      switch (design.kind()) {
        case RATIO -> new RatioEstimates(design, rows, found).fill();
        case STAGGERED -> new StaggeredEstimates(design, rows, found).fill();
        case ITS, DID, EVENT_STUDY, REGRESSION ->
            new RegressionEstimates(design, rows, found).fill();
      }
    } catch (NotEstimable refused) {
      found.refused(design.kind().name().toLowerCase(java.util.Locale.ROOT), refused, rows.size());
    }
    return new Result(found.frame(), notes(design, rows));
  }

  private static List<Text> notes(PanelDesign design, Rows rows) {
    List<Text> notes = new ArrayList<>(List.of(shape(rows)));
    int clusters = clusters(design, rows);
    if (design.kind() == PanelDesign.Kind.RATIO) {
      coverage(clusters).ifPresent(notes::add);
    } else if (design.family() == PanelDesign.Family.POISSON && clusters > 1) {
      poissonCoverage(clusters).ifPresent(notes::add);
    }
    notes.add(
        switch (design.kind()) {
          case RATIO ->
              Text.of(
                  "前后比只描述差异,不识别因果效应。", "A before/after ratio describes and identifies no effect.");
          case ITS ->
              Text.of(
                  "同时列出三种模型:符号可能随是否扣除趋势而变。",
                  "Three shapes stand side by side: the sign can turn when a trend is allowed for.");
          case EVENT_STUDY ->
              Text.of(
                  "前期检验不拒绝并不证明平行趋势。",
                  "Leads that are not rejected are no evidence of parallel trends.");
          case DID ->
              Text.of(
                  "处理时点不一时,双向固定效应是各组效应的混合,应与 staggered 并列。",
                  "With staggered timing two-way effects mix cohorts: read them beside staggered.");
          case STAGGERED ->
              Text.of(
                  "区间为逐点区间;sup-t 行给出同时区间的临界值。",
                  "Intervals are pointwise; the sup-t rows give the critical value of a band.");
          case REGRESSION -> Text.of("系数的含义取决于所设模型。", "Coefficients mean what the model says.");
        });
    return notes;
  }

  private static int clusters(PanelDesign design, Rows rows) {
    List<String> own = rows.unit();
    List<String> by =
        design.clusters().stream().findFirst().map(name -> rows.labels().get(name)).orElse(own);
    return new HashSet<>(by == null ? own : by).size();
  }

  /** What has to be said of intervals of a ratio of totals at this number of clusters. */
  public static Optional<Text> coverage(int clusters) {
    return told(
        SimulatedCoverage.Of.RATIO,
        clusters,
        Text.of(
            "聚类数为 %d 且金额偏态强时,名义 95%% 的区间在模拟中的覆盖率约为:%s。",
            "With %d clusters of very unequal size, 95 %% intervals held the truth in simulations in about: %s."));
  }

  /** The same of Poisson regressions: multiples beside a trend or a comparison group. */
  public static Optional<Text> poissonCoverage(int clusters) {
    return told(
        SimulatedCoverage.Of.POISSON,
        clusters,
        Text.of(
            "聚类数为 %d 且规模悬殊时,泊松回归名义 95%% 的区间(自助法为 5%% 检验)在模拟中的覆盖率约为:%s。",
            "With %d clusters of very unequal size, 95 %% intervals of Poisson regressions (of the bootstrap, tests at"
                + " 5 %%) held the truth in simulations in about: %s."));
  }

  private static Optional<Text> told(SimulatedCoverage.Of intervals, int clusters, Text words) {
    List<SimulatedCoverage> warned = SimulatedCoverage.warned(intervals, clusters);
    return warned.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Text.of(
                words
                    .zh()
                    .formatted(clusters, shares(warned, clusters, SimulatedCoverage::zh, "、")),
                words
                    .en()
                    .formatted(clusters, shares(warned, clusters, SimulatedCoverage::en, ", "))));
  }

  private static String shares(
      List<SimulatedCoverage> warned,
      int clusters,
      Function<SimulatedCoverage, String> name,
      String by) {
    return warned.stream()
        .map(one -> "%s %.0f %%".formatted(name.apply(one), one.at(clusters)))
        .collect(Collectors.joining(by));
  }

  /** How many units, times and cells there are, and what is missing. */
  private static Text shape(Rows rows) {
    Set<String> units = new HashSet<>(rows.unit());
    Map<Integer, Integer> times = new HashMap<>();
    for (int time : rows.time()) {
      times.merge(time, 1, Integer::sum);
    }
    long cells = (long) units.size() * times.size();
    long missing = cells - rows.size();
    String zh =
        "面板:%d 个单元 × %d 个时点,%d 行".formatted(units.size(), times.size(), rows.size())
            + (missing > 0 ? ",不平衡:缺 %d 格".formatted(missing) : missing == 0 ? ",平衡" : ",有重复行")
            + (rows.leftOut() > 0 ? ";%d 行因缺值未用".formatted(rows.leftOut()) : "")
            + "。";
    String en =
        "Panel: %d units × %d times, %d rows".formatted(units.size(), times.size(), rows.size())
            + (missing > 0
                ? ", unbalanced: %d cells are not there".formatted(missing)
                : missing == 0 ? ", balanced" : ", with repeated rows")
            + (rows.leftOut() > 0
                ? "; %d rows are left out for a missing value".formatted(rows.leftOut())
                : "")
            + ".";
    return Text.of(zh, en);
  }
}
