package org.jiedui.report;

import java.util.List;
import java.util.function.Function;
import org.jiedui.export.PaperTable;
import org.jiedui.publish.Version;
import org.jiedui.table.Frame;

/** The list of printed tables: a new one is one file and one line here. */
public final class PrintedTables {
  private static final List<PrintedKind> ALL =
      List.of(
          kind("effect-ratio", PrintedTables::effects, "effect_ratio", "indicator"),
          kind(
              "effect-ratio-province",
              v -> RegionRatioReport.provinces(v.read("effect_ratio"), Labels.indicators(v)),
              "effect_ratio",
              "indicator"),
          kind(
              "effect-ratio-pair",
              v -> RegionRatioReport.pairs(v.read("effect_ratio"), Labels.indicators(v)),
              "effect_ratio",
              "indicator"),
          of("gap-index", GapReport::ofLastYear, "gap_index"),
          of("gap-weights", GapWeightsReport::of, "gap_weights"),
          of("k-profile", KProfileReport::of, "k_profile"),
          of("cluster-profile", ClusterReport::of, "cluster_profile"),
          of("cluster-membership", ClusterMembershipReport::of, "cluster_membership"),
          of("pairing", PairingReport::of, "pairing"),
          kind("descriptive", PrintedTables::descriptive, "descriptive", "indicator"),
          of("claim", ClaimReport::of, "claim"),
          of("ledger", LedgerReport::of, "ledger"),
          of("ledger-amounts", LedgerReport::amounts, "ledger"),
          of("reject-reason", RejectReasonReport::of, "reject_reason"),
          kind("codebook", CodebookReport::of));

  private PrintedTables() {}

  private static PrintedKind of(String id, Function<Frame, PaperTable> printing, String table) {
    return kind(id, version -> printing.apply(version.read(table)), table);
  }

  private static PrintedKind kind(
      String id, Function<Version, PaperTable> printing, String... tables) {
    return new PrintedKind(id, List.of(tables), printing);
  }

  private static PaperTable effects(Version version) {
    return EffectRatioReport.of(version.read("effect_ratio"), Labels.indicators(version));
  }

  private static PaperTable descriptive(Version version) {
    return DescriptiveReport.of(
        version.read("descriptive"), Labels.indicators(version), Labels.units(version));
  }

  public static List<PrintedKind> all() {
    return ALL;
  }

  public static List<String> ids() {
    return ALL.stream().map(PrintedKind::id).toList();
  }
}
