package org.jiedui.job;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jiedui.message.Text;

/** What the rows of each table go back to; a new table is one line here. */
final class Lineages {
  private static final Map<String, BiFunction<Background, TableRow, Lineage>> ALL = all();
  private static final Map<String, Text> OUTSIDE = outside();

  private Lineages() {}

  private static Map<String, BiFunction<Background, TableRow, Lineage>> all() {
    Map<String, BiFunction<Background, TableRow, Lineage>> all = new LinkedHashMap<>();
    put(all, FlowLineage::new, flows());
    put(all, TargetingLineage::new, targeting());
    put(all, PairLineage::new, pairs());
    put(all, LevelLineage::new, levels());
    put(all, GapLineage::new, gap());
    put(all, ClusterLineage::new, clusters());
    put(all, LedgerLineage::new, ledger());
    put(all, DeclaredLineage::new, declared());
    return all;
  }

  private static <L> void put(
      Map<String, BiFunction<Background, TableRow, Lineage>> all,
      BiFunction<Background, TableRow, L> kind,
      Map<String, Function<L, Lineage>> tables) {
    tables.forEach((table, of) -> all.put(table, (b, r) -> of.apply(kind.apply(b, r))));
  }

  private static Map<String, Function<FlowLineage, Lineage>> flows() {
    Map<String, Function<FlowLineage, Lineage>> flows = new LinkedHashMap<>();
    flows.put("effect_ratio", FlowLineage::ratio);
    List.of(
            "effect_interval",
            "effect_trend",
            "effect_convention",
            "effect_decomposition",
            "effect_event",
            "effect_placebo")
        .forEach(table -> flows.put(table, FlowLineage::windowed));
    flows.put("effect_placebo_unit", FlowLineage::placeboUnit);
    flows.put("period_total", FlowLineage::period);
    flows.put("coverage", FlowLineage::coverage);
    return flows;
  }

  private static Map<String, Function<TargetingLineage, Lineage>> targeting() {
    Map<String, Function<TargetingLineage, Lineage>> targeting = new LinkedHashMap<>();
    targeting.put("targeting", TargetingLineage::targeting);
    targeting.put("targeting_curve", TargetingLineage::curve);
    targeting.put("lorenz", TargetingLineage::lorenz);
    return targeting;
  }

  private static Map<String, Function<PairLineage, Lineage>> pairs() {
    Map<String, Function<PairLineage, Lineage>> pairs = new LinkedHashMap<>();
    pairs.put("pair_year", PairLineage::pairYear);
    pairs.put("pairing_link", PairLineage::link);
    pairs.put("pairing_era", PairLineage::era);
    pairs.put("pairing_match", PairLineage::match);
    List.of("content_share", "content_channel", "content_ratio")
        .forEach(table -> pairs.put(table, PairLineage::content));
    pairs.put("scorecard_effect", PairLineage::scoreEffect);
    return pairs;
  }

  private static Map<String, Function<LevelLineage, Lineage>> levels() {
    Map<String, Function<LevelLineage, Lineage>> levels = new LinkedHashMap<>();
    levels.put("region_year", LevelLineage::level);
    List.of(
            "descriptive",
            "inequality",
            "inequality_parts",
            "convergence",
            "convergence_transition")
        .forEach(table -> levels.put(table, LevelLineage::spread));
    return levels;
  }

  private static Map<String, Function<GapLineage, Lineage>> gap() {
    Map<String, Function<GapLineage, Lineage>> gap = new LinkedHashMap<>();
    gap.put("gap_index", GapLineage::index);
    gap.put("gap_component", GapLineage::component);
    gap.put("gap_dimension", GapLineage::dimension);
    gap.put("gap_coupling", GapLineage::coupling);
    gap.put("gap_change", GapLineage::change);
    gap.put("gap_pair", GapLineage::pair);
    gap.put("gap_rank_range", GapLineage::rankRange);
    gap.put("gap_rank_draw", GapLineage::rankDraw);
    gap.put("gap_weights", GapLineage::weights);
    return gap;
  }

  private static Map<String, Function<ClusterLineage, Lineage>> clusters() {
    Map<String, Function<ClusterLineage, Lineage>> clusters = new LinkedHashMap<>();
    clusters.put("cluster_membership", ClusterLineage::membership);
    clusters.put("cluster_profile", ClusterLineage::profile);
    clusters.put("cluster_stability", ClusterLineage::stability);
    clusters.put("cluster_transition", ClusterLineage::transition);
    clusters.put("cluster_tree", ClusterLineage::tree);
    clusters.put("cluster_k_profile", ClusterLineage::numberOfClusters);
    clusters.put("moran", ClusterLineage::moran);
    return clusters;
  }

  private static Map<String, Function<LedgerLineage, Lineage>> ledger() {
    Map<String, Function<LedgerLineage, Lineage>> ledger = new LinkedHashMap<>();
    ledger.put("ledger", LedgerLineage::ledger);
    ledger.put("ledger_stage", LedgerLineage::stages);
    ledger.put("reject_reason", LedgerLineage::reason);
    ledger.put("rejects", LedgerLineage::reject);
    return ledger;
  }

  private static Map<String, Function<DeclaredLineage, Lineage>> declared() {
    Map<String, Function<DeclaredLineage, Lineage>> declared = new LinkedHashMap<>();
    DeclaredLineage.tables().forEach(table -> declared.put(table, DeclaredLineage::declaration));
    declared.put("scorecard", DeclaredLineage::score);
    declared.put("claim", DeclaredLineage::claim);
    declared.put("statement", DeclaredLineage::statement);
    return declared;
  }

  /** Why a table that the program knows is in no version, and where to look instead. */
  private static Map<String, Text> outside() {
    Map<String, Text> outside = new HashMap<>();
    outside.put(
        "panel",
        Text.of(
            "面板按年存放在版本之外;其合计在表 pair_year 与 coverage 中,explain 说明其来历",
            "the panel is kept by year outside versions; its sums are pair_year and coverage, which"
                + " explain tells of"));
    outside.put(
        "code_map",
        Text.of(
            "地名对照表是输入,由 codes 起草;其决定在文件自身的 decision 列",
            "a map of names is an input that `codes` drafts; its decisions stand in its own column"));
    outside.put(
        "estimate",
        Text.of(
            "estimate 的结果不进入版本:它来自用户自己的面板文件",
            "results of estimate are in no version: they come from a panel file of the user's own"));
    return outside;
  }

  static List<String> tables() {
    return List.copyOf(ALL.keySet());
  }

  static boolean knows(String table) {
    return ALL.containsKey(table) || OUTSIDE.containsKey(table);
  }

  /** Empty for a table that versions may have. */
  static Optional<Text> outside(String table) {
    return Optional.ofNullable(OUTSIDE.get(table));
  }

  static Lineage of(Background behind, TableRow row) {
    return ALL.get(row.frame().table()).apply(behind, row);
  }
}
