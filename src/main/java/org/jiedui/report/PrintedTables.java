package org.jiedui.report;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.publish.Version;
import org.jiedui.table.EffectEventRow;
import org.jiedui.table.Frame;

/** The list of printed tables: a new one is one file and one line here. */
public final class PrintedTables {
  private static final List<PrintedKind> ALL =
      List.of(
          labelled("effect-ratio", EffectRatioReport::of, "effect_ratio"),
          kind(
              "effect-reading",
              PrintedTables::readings,
              "effect_convention",
              "effect_placebo",
              "indicator"),
          labelled("effect-ratio-province", RegionRatioReport::provinces, "effect_ratio"),
          labelled("effect-ratio-pair", RegionRatioReport::pairs, "effect_ratio"),
          labelled("effect-interval", EffectIntervalReport::of, "effect_interval"),
          labelled("effect-convention", EffectConventionReport::of, "effect_convention"),
          labelled("effect-trend", EffectTrendReport::of, "effect_trend"),
          labelled("effect-event", EffectEventReport::of, "effect_event"),
          labelled("effect-placebo", EffectPlaceboReport::of, "effect_placebo"),
          labelled("effect-placebo-unit", EffectPlaceboUnitReport::of, "effect_placebo_unit"),
          labelled("effect-decomposition", EffectDecompositionReport::of, "effect_decomposition"),
          labelled(
              "effect-contribution",
              EffectDecompositionReport::contributions,
              "effect_decomposition"),
          kind("gap-index", PrintedTables::gaps, "gap_index"),
          kind("gap-weights", v -> weights(v, GapWeightsReport::of), "gap_weights"),
          kind("gap-weights-compared", v -> weights(v, GapWeightsReport::compared), "gap_weights"),
          of("gap-screening", GapWeightsReport::screening, "gap_weights"),
          labelled("gap-left-out", GapLeftOutReport::of, "gap_rank_draw"),
          of("gap-pair", GapPairReport::of, "gap_pair"),
          labelled("inequality", InequalityReport::of, "inequality"),
          labelled("inequality-parts", InequalityPartsReport::of, "inequality_parts"),
          labelled("convergence", ConvergenceReport::of, "convergence"),
          labelled(
              "convergence-transition", ConvergenceTransitionReport::of, "convergence_transition"),
          of("cluster-k-profile", ClusterKProfileReport::of, "cluster_k_profile"),
          of("cluster-profile", ClusterReport::of, "cluster_profile"),
          labelled("cluster-stability", ClusterStabilityReport::of, "cluster_stability"),
          of("cluster-transition", ClusterTransitionReport::of, "cluster_transition"),
          of("cluster-membership", ClusterMembershipReport::of, "cluster_membership"),
          of("moran", MoranReport::of, "moran"),
          of("pairing", PairingReport::of, "pairing"),
          of("pairing-era", PairingEraReport::of, "pairing_era"),
          of("pairing-turnover", PairingEraReport::turnover, "pairing_era"),
          labelled("pairing-match", PairingEraReport::match, "pairing_match"),
          of("targeting", TargetingReport::of, "targeting"),
          labelled("content-share", ContentReport::shares, "content_share"),
          labelled("content-channel", ContentReport::channels, "content_channel"),
          labelled("content-ratio", ContentReport::ratios, "content_ratio"),
          of("mechanism", ContentReport::mechanism, "mechanism"),
          of("scorecard", ScorecardReport::of, "scorecard"),
          labelled("scorecard-effect", ScorecardReport::effect, "scorecard_effect"),
          new PrintedKind("shifts", ShiftsReport.TABLES, ShiftsReport::of),
          of("scorecard-set", ScorecardReport::sets, "scorecard_set"),
          kind("descriptive", PrintedTables::descriptive, "descriptive", "indicator"),
          of("claim", ClaimReport::of, "claim"),
          of("statement", StatementReport::of, "statement"),
          kind("period-total", PrintedTables::periodTotals, "period_total", "indicator"),
          of("ledger", LedgerReport::of, "ledger"),
          of("ledger-amounts", LedgerReport::amounts, "ledger"),
          of("ledger-stages", LedgerStageReport::of, "ledger_stage"),
          of("reject-reason", RejectReasonReport::of, "reject_reason"),
          kind("codebook", CodebookReport::of));

  private PrintedTables() {}

  private static PrintedKind of(String id, Function<Frame, PaperTable> printing, String table) {
    return kind(id, version -> printing.apply(version.read(table)), table);
  }

  /** A table that calls indicators by their names. */
  private static PrintedKind labelled(
      String id, BiFunction<Frame, Map<String, Text>, PaperTable> printing, String table) {
    return kind(
        id,
        version -> printing.apply(version.read(table), Labels.indicators(version)),
        table,
        "indicator");
  }

  private static PrintedKind kind(
      String id, Function<Version, PaperTable> printing, String... tables) {
    return new PrintedKind(id, List.of(tables), printing);
  }

  /** The five readings; the event study is told of where the version has one. */
  public static PaperTable readings(Version version) {
    Frame events =
        version.tables().contains("effect_event")
            ? version.read("effect_event")
            : Frame.of("effect_event", EffectEventRow.values(), List.of());
    return EffectReadingReport.of(
        version.read("effect_convention"),
        version.read("effect_placebo"),
        version.read("effect_trend"),
        events,
        Labels.indicators(version));
  }

  /** With the ranges of ranks, where the version has them. */
  private static PaperTable gaps(Version version) {
    Frame index = version.read("gap_index");
    return version.tables().contains("gap_rank_range")
        ? GapReport.ofLastYear(index, version.read("gap_rank_range"))
        : GapReport.ofLastYear(index);
  }

  private static PaperTable descriptive(Version version) {
    return DescriptiveReport.of(
        version.read("descriptive"), Labels.indicators(version), Labels.units(version));
  }

  /** The dimensions of the index by their names. */
  private static PaperTable weights(
      Version version, BiFunction<Frame, Map<String, Text>, PaperTable> printing) {
    return printing.apply(version.read("gap_weights"), Labels.dimensions(version));
  }

  private static PaperTable periodTotals(Version version) {
    return PeriodTotalReport.of(version.read("period_total"), version.read("indicator"));
  }

  public static List<PrintedKind> all() {
    return ALL;
  }

  /** The kind of that name, which is on the list. */
  public static PrintedKind named(String id) {
    return ALL.stream().filter(kind -> kind.id().equals(id)).findFirst().orElseThrow();
  }

  public static List<String> ids() {
    return ALL.stream().map(PrintedKind::id).toList();
  }
}
