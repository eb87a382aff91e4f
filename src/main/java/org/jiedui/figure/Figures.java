package org.jiedui.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jiedui.export.figure.Figure;
import org.jiedui.message.Closest;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** The list of figures: a new one is one file and one line here. */
public final class Figures {
  private static final List<FigureKind> ALL =
      List.of(
          kind(
              "before-after",
              "前后两期总额与倍数",
              "Before and after",
              BeforeAfterFigure::of,
              "effect_ratio",
              "indicator"),
          kind(
              "yearly",
              "逐年合计",
              "Yearly totals",
              YearlyFigure::of,
              "pair_year",
              "effect_ratio",
              "indicator"),
          kind(
              "conventions",
              "设定曲线",
              "Specification curves",
              ConventionsFigure::of,
              "effect_convention",
              "effect_placebo",
              "indicator"),
          kind(
              "its",
              "实际、拟合与趋势延续",
              "Counterfactual series",
              ItsFigure::of,
              "effect_trend",
              "effect_convention",
              "pair_year",
              "indicator"),
          kind(
              "event-study",
              "事件研究",
              "Event study",
              EventStudyFigure::of,
              "effect_event",
              "indicator"),
          kind("placebo", "分割年", "Placebo dates", PlaceboFigure::of, "effect_placebo", "indicator"),
          kind(
              "decomposition",
              "各省贡献",
              "Contributions",
              ContributionFigure::of,
              "effect_decomposition",
              "indicator"),
          kind(
              "lorenz",
              "洛伦兹曲线",
              "Lorenz curves",
              LorenzFigure::of,
              "lorenz",
              "effect_ratio",
              "indicator"),
          kind("gap-rank", "发展差距位次", "Gap ranking", GapRankFigure::of, "gap_index", "indicator"),
          kind(
              "rank-range",
              "位次区间",
              "Ranges of ranks",
              RankRangeFigure::of,
              "gap_rank_range",
              "indicator"),
          kind(
              "inequality-parts",
              "差异的分解",
              "Parts of inequality",
              InequalityPartsFigure::of,
              "inequality_parts",
              "indicator"),
          kind(
              "transition",
              "转移矩阵",
              "Transition matrices",
              TransitionFigure::of,
              "convergence_transition",
              "indicator"),
          kind(
              "cluster-k-profile",
              "类别数的选择",
              "Choice of k",
              ClusterKProfileFigure::of,
              "cluster_k_profile"),
          kind("silhouette", "轮廓宽度", "Silhouettes", SilhouetteFigure::of, "cluster_membership"),
          kind(
              "cluster-map",
              "类别散点",
              "Cluster map",
              ClusterMapFigure::of,
              "cluster_membership",
              "cluster_profile",
              "gap_component"),
          kind(
              "cluster-profile",
              "类别概况",
              "Cluster profile",
              ClusterProfileFigure::of,
              "cluster_profile"),
          kind(
              "stability",
              "类的稳定性",
              "Stability",
              StabilityFigure::of,
              "cluster_stability",
              "indicator"),
          kind(
              "dendrogram",
              "聚类树",
              "Tree",
              DendrogramFigure::of,
              "cluster_tree",
              "cluster_membership"),
          kind("moran", "莫兰散点", "Moran scatter", MoranFigure::of, "moran", "indicator"),
          kind("pairing", "结对流向", "Pairing flows", PairingFigure::of, "pair_year", "indicator"),
          kind(
              "concentration",
              "集中曲线",
              "Concentration curves",
              ConcentrationFigure::of,
              "targeting_curve",
              "targeting"),
          kind(
              "content-areas",
              "资金用途的份额",
              "Shares of funds by use",
              ContentFigure::areas,
              "content_share",
              "indicator"),
          kind(
              "content-channels",
              "渠道的份额",
              "Shares of channels",
              ContentFigure::channels,
              "content_channel",
              "indicator"),
          kind(
              "scorecard",
              "考核得分",
              "Scores of the assessment",
              ScorecardFigure::of,
              "scorecard",
              "indicator"),
          kind(
              "waterfall",
              "数据去向",
              "Where the data went",
              WaterfallFigure::of,
              "ledger",
              "indicator"),
          kind("choropleth", "地区分布图", "Map", ChoroplethFigure::of, "gap_index", "indicator"));

  private Figures() {}

  private static FigureKind kind(
      String id,
      String zh,
      String en,
      Function<Published, Optional<Figure>> drawing,
      String... tables) {
    return new FigureKind(id, Text.of(zh, en), List.of(tables), drawing);
  }

  public static List<FigureKind> all() {
    return ALL;
  }

  public static List<String> ids() {
    return ALL.stream().map(FigureKind::id).toList();
  }

  /** Every figure that these tables allow, in the order of the list. */
  public static List<Figure> drawn(Published published) {
    return ALL.stream().map(kind -> kind.draw(published)).flatMap(Optional::stream).toList();
  }

  /** The kind of that name; an unknown name is refused with the nearest one. */
  public static FigureKind named(String id) {
    return ALL.stream()
        .filter(kind -> kind.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new InputException(ExitCode.USAGE, unknown(id)));
  }

  private static Problem unknown(String id) {
    String known = String.join(", ", ids());
    Problem problem =
        Problem.error("FIGURE_UNKNOWN", Text.of("没有名为 " + id + " 的图", "no figure is called " + id))
            .expected(known, known);
    return Closest.to(id, ids())
        .map(near -> problem.fix("是否指 " + near + "?", "did you mean " + near + "?"))
        .orElse(problem);
  }
}
