package org.jiedui.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jiedui.analysis.Estimates;
import org.jiedui.export.PaperTable;
import org.jiedui.ingest.IngestResult;
import org.jiedui.message.Text;
import org.jiedui.publish.InputDigest;
import org.jiedui.publish.Report;
import org.jiedui.publish.Version;
import org.jiedui.report.ClaimReport;
import org.jiedui.report.ClusterReport;
import org.jiedui.report.EffectRatioReport;
import org.jiedui.report.EffectReadingReport;
import org.jiedui.report.GapReport;
import org.jiedui.report.KProfileReport;
import org.jiedui.report.LedgerReport;
import org.jiedui.report.RejectReasonReport;
import org.jiedui.report.TableReport;
import org.jiedui.report.UndefinedRatios;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.jiedui.table.GapIndexRow;
import org.jiedui.table.IndicatorRow;

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
    print("effect_ratio", EffectRatioReport.of(effects, labels()));
    UndefinedRatios.note(effects).ifPresent(printer::problem);
    if (printer.forPeople()) {
      printer.table(
          EffectReadingReport.of(
              version.read("effect_convention"), version.read("effect_placebo"), labels()));
      Estimates.coverage(nationalClusters(effects)).ifPresent(printer::line);
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

  void gap() {
    print("gap_index", gapTable(version.read("gap_index")));
  }

  /** Both ends of the ranking in the last year there is. */
  static PaperTable gapTable(Frame index) {
    int last = 0;
    for (int i = 0; i < index.size(); i++) {
      last = Math.max(last, (Integer) index.value(i, GapIndexRow.YEAR));
    }
    return GapReport.of(index, last, ENDS);
  }

  void clusters() {
    if (printer.forPeople()) {
      printer.table(KProfileReport.of(version.read("k_profile")));
    }
    print("cluster_membership", ClusterReport.of(version.read("cluster_profile")));
  }

  void claims() {
    print("claim", ClaimReport.of(version.read("claim")));
  }

  void ledger() {
    print("ledger", LedgerReport.of(version.read("ledger")));
  }

  private Map<String, Text> labels() {
    return labels(version);
  }

  /** The version explains its own words. */
  static Map<String, Text> labels(Version version) {
    Frame indicators = version.read("indicator");
    Map<String, Text> labels = new HashMap<>();
    for (int i = 0; i < indicators.size(); i++) {
      labels.put(
          indicators.text(i, IndicatorRow.INDICATOR),
          Text.of(
              indicators.text(i, IndicatorRow.LABEL_ZH),
              indicators.text(i, IndicatorRow.LABEL_EN)));
    }
    return labels;
  }

  /** The ledger with its amounts and reasons. */
  void appendix() {
    ledger();
    if (printer.forPeople()) {
      printer.table(LedgerReport.amounts(version.read("ledger")));
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
