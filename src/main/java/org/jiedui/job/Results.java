package org.jiedui.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiedui.analysis.Estimates;
import org.jiedui.export.PaperTable;
import org.jiedui.ingest.IngestResult;
import org.jiedui.message.Text;
import org.jiedui.publish.InputDigest;
import org.jiedui.publish.Report;
import org.jiedui.publish.Version;
import org.jiedui.report.ClaimReport;
import org.jiedui.report.ClusterKProfileReport;
import org.jiedui.report.ClusterReport;
import org.jiedui.report.ClusterStabilityReport;
import org.jiedui.report.ClusterTransitionReport;
import org.jiedui.report.ContentReport;
import org.jiedui.report.ConvergenceReport;
import org.jiedui.report.EffectRatioReport;
import org.jiedui.report.GapPairReport;
import org.jiedui.report.GapReport;
import org.jiedui.report.GapWeightsReport;
import org.jiedui.report.InequalityPartsReport;
import org.jiedui.report.InequalityReport;
import org.jiedui.report.Labels;
import org.jiedui.report.LedgerReport;
import org.jiedui.report.LedgerStageReport;
import org.jiedui.report.MoranReport;
import org.jiedui.report.PairingEraReport;
import org.jiedui.report.PrintedTables;
import org.jiedui.report.RejectReasonReport;
import org.jiedui.report.ScorecardReport;
import org.jiedui.report.ShiftsReport;
import org.jiedui.report.StatementReport;
import org.jiedui.report.TableReport;
import org.jiedui.report.TargetingReport;
import org.jiedui.report.UndefinedRatios;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;

/**
 * What a command prints of a published version: always what was published, never what was meant.
 */
final class Results {
  private static final int ENDS = 5;

  private final Printer printer;
  private final Version version;
  private final boolean synthetic;

  Results(Printer printer, Version version, boolean synthetic) {
    this.printer = printer;
    this.version = version;
    this.synthetic = synthetic;
  }

  /** Everything a whole run has to say. */
  void all() {
    if (!printer.forPeople()) {
      program("effect_ratio");
      return;
    }
    notice();
    ledger();
    effects();
    gap();
    clusters();
    inequalityInBrief();
    printer.table(ShiftsReport.of(version));
    claims();
    place("show effect_ratio --where level=nation");
  }

  /** One question's answer. */
  void one(Consumer<Results> answer, String next) {
    notice();
    answer.accept(this);
    place(next + " --report " + version.commit().report());
  }

  void effects() {
    Frame effects = version.read("effect_ratio");
    print("effect_ratio", EffectRatioReport.of(effects, Labels.indicators(version)));
    UndefinedRatios.note(effects).ifPresent(printer::problem);
    if (printer.forPeople()) {
      int clusters = nationalClusters(effects);
      List<Text> coverage =
          Stream.of(Estimates.coverage(clusters), Estimates.poissonCoverage(clusters))
              .flatMap(Optional::stream)
              .toList();
      printer.table(PrintedTables.readings(version).noted(coverage));
    }
  }

  /** The fewest clusters that a national multiple has. */
  private static int nationalClusters(Frame effects) {
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < effects.size(); i++) {
      boolean nation = effects.text(i, EffectRatioRow.LEVEL).equals("nation");
      Integer clusters = (Integer) effects.value(i, EffectRatioRow.CLUSTERS);
      fewest = nation ? Math.min(fewest, clusters) : fewest;
    }
    return fewest;
  }

  /** The index with its weights, ranks and pairs. */
  void gapInFull() {
    weights(printer, version.read("gap_weights"), Labels.dimensions(version));
    gap();
    if (printer.forPeople()) {
      printer.table(GapPairReport.of(version.read("gap_pair")));
    }
  }

  /** What the index is made of, for people. */
  static void weights(Printer printer, Frame weights, Map<String, Text> dimensions) {
    if (printer.forPeople()) {
      printer.table(GapWeightsReport.of(weights, dimensions));
      printer.table(GapWeightsReport.compared(weights, dimensions));
      printer.table(GapWeightsReport.screening(weights));
    }
  }

  void gap() {
    print("gap_index", gapTable(version.read("gap_index"), version.read("gap_rank_range")));
  }

  /** Both ends of the ranking in the last year there is. */
  static PaperTable gapTable(Frame index, Frame ranges) {
    return GapReport.ofLastYear(index, ranges, ENDS);
  }

  void clusters() {
    if (printer.forPeople()) {
      printer.table(ClusterKProfileReport.of(version.read("cluster_k_profile")));
    }
    Frame profile = version.read("cluster_profile");
    print("cluster_membership", ClusterReport.of(profile, version.read("cluster_membership")));
    if (printer.forPeople()) {
      printer.table(
          ClusterStabilityReport.of(version.read("cluster_stability"), Labels.indicators(version)));
      printer.table(ClusterTransitionReport.of(version.read("cluster_transition")));
      Frame moran = version.read("moran");
      if (moran.size() > 0) {
        printer.table(MoranReport.of(moran));
      }
    }
  }

  private void inequalityInBrief() {
    if (version.tables().contains("inequality")) {
      printer.table(
          InequalityReport.brief(
              version.read("inequality"), version.read("convergence"), Labels.indicators(version)));
    }
  }

  void inequality() {
    if (!printer.forPeople()) {
      program("inequality");
      return;
    }
    printer.table(InequalityReport.of(version.read("inequality"), Labels.indicators(version)));
    printer.table(
        InequalityPartsReport.of(version.read("inequality_parts"), Labels.indicators(version)));
    printer.table(ConvergenceReport.of(version.read("convergence"), Labels.indicators(version)));
  }

  void pairing() {
    if (!printer.forPeople()) {
      program("pairing_era");
      return;
    }
    printer.table(PairingEraReport.of(version.read("pairing_era")));
    printer.table(PairingEraReport.turnover(version.read("pairing_era")));
    printer.table(
        PairingEraReport.match(version.read("pairing_match"), Labels.indicators(version)));
  }

  void targeting() {
    print("targeting", TargetingReport.of(version.read("targeting")));
  }

  /** With the mechanism. */
  void content() {
    if (!printer.forPeople()) {
      program("content_share");
      return;
    }
    var labels = Labels.indicators(version);
    Frame shares = version.read("content_share");
    Frame channels = version.read("content_channel");
    if (shares.size() > 0) {
      printer.table(ContentReport.shares(shares, labels));
    }
    if (channels.size() > 0) {
      printer.table(ContentReport.channels(channels, labels));
    }
    printer.table(ContentReport.ratios(version.read("content_ratio"), labels));
    printer.table(ContentReport.mechanism(version.read("mechanism")));
  }

  void scorecard() {
    print("scorecard", ScorecardReport.of(version.read("scorecard")));
    if (printer.forPeople()) {
      printer.table(ScorecardReport.sets(version.read("scorecard_set")));
      printer.table(
          ScorecardReport.effect(version.read("scorecard_effect"), Labels.indicators(version)));
    }
  }

  void claims() {
    print("claim", ClaimReport.of(version.read("claim")));
    if (printer.forPeople()) {
      printer.table(StatementReport.of(version.read("statement")));
    }
  }

  void ledger() {
    print("ledger", LedgerReport.of(version.read("ledger")));
  }

  /** The ledger with its amounts and reasons. */
  void appendix() {
    ledger();
    if (printer.forPeople()) {
      printer.table(LedgerReport.amounts(version.read("ledger")));
      printer.table(LedgerStageReport.of(version.read("ledger_stage")));
      printer.table(RejectReasonReport.of(version.read("reject_reason")));
    }
  }

  /** Rejects as files to be mended, beside the version. */
  void rejects(Report report) {
    new RejectsExport(report).write(version, printer);
  }

  /** Files that are not in it come first; synthetic numbers never stand alone. */
  void notice() {
    String without = setAside();
    if (!without.isEmpty()) {
      printer.line(
          Text.of(
              "※ 本报告不含无法使用的文件:" + without,
              "※ without these files, which cannot be used: " + without));
    }
    if (synthetic) {
      printer.line(Text.of("※ " + StudyRun.SYNTHETIC.zh(), "※ " + StudyRun.SYNTHETIC.en()));
    }
  }

  private String setAside() {
    String prefix = IngestResult.SET_ASIDE + ":";
    return version.manifest().inputs().files().stream()
        .map(InputDigest::name)
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .collect(Collectors.joining(", "));
  }

  /** Where the version lies, and what to type next. */
  void place(String next) {
    if (version.isHeld()) {
      printer.line(
          Text.of(
              "待批准,latest 未动:jobs/jiedui approve " + version.seq(),
              "held for review, latest stays: jobs/jiedui approve " + version.seq()));
    }
    printer.line(
        Text.of(
            "已发布为版本 %d(截至 %s):%s"
                .formatted(version.seq(), version.commit().asOf(), version.place()),
            "published as version %d (as of %s): %s"
                .formatted(version.seq(), version.commit().asOf(), version.place())));
    printer.line(Text.of("下一步:jobs/jiedui " + next, "next: jobs/jiedui " + next));
  }

  private void print(String table, PaperTable forPeople) {
    if (printer.forPeople()) {
      printer.table(forPeople);
    } else {
      program(table);
    }
  }

  private void program(String table) {
    printer.table(TableReport.of(version.read(table), List.of()));
  }
}
