package org.jiedui.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jiedui.ingest.DeliveryLog;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.Commit;
import org.jiedui.publish.Report;
import org.jiedui.publish.Version;
import org.jiedui.run.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A whole study for one night, or for those that are missing: for schedulers. */
@Command(name = "nightly")
public final class NightlyJob implements Callable<Integer> {
  /** Ends of a night that the next night does not wait for. */
  private static final Set<ExitCode> PASSED = Set.of(ExitCode.GATE, ExitCode.INPUT);

  @Option(names = "--as-of", paramLabel = "DATE", required = true, descriptionKey = "nightly.asof")
  private LocalDate asOf;

  @Option(names = "--since", paramLabel = "DATE", descriptionKey = "nightly.since")
  private LocalDate since;

  @Option(names = "--with-late-files", descriptionKey = "nightly.late")
  private boolean lateFiles;

  @Option(names = "--dry-run", descriptionKey = "nightly.dry")
  private boolean dry;

  @Mixin private StudyOptions options;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Study study = options.study();
    Path root = options.root(study);
    Report report =
        new Report(options.reports(study).store(), StudyRun.reportId(study, options.command()));
    Printer printer = output.printer();
    List<LocalDate> nights = nights(report);
    if (dry) {
      printer.table(NightTable.planned(nights, plan(study, root, report)));
      return ExitCode.OK.code();
    }
    NightTable told = new NightTable();
    ExitCode worst = ExitCode.OK;
    for (LocalDate night : nights) {
      ExitCode end = one(study, root, report, night, printer, told);
      worst = worst == ExitCode.OK ? end : worst;
    }
    printer.table(told.table());
    return worst.code();
  }

  /** The night asked for, and before it those since a day that have no version. */
  private List<LocalDate> nights(Report report) {
    if (since != null && since.isAfter(asOf)) {
      throw new InputException(
          ExitCode.USAGE,
          Problem.error("NIGHTS_NONE", Text.of("--since 晚于 --as-of", "--since is after --as-of"))
              .at(since + " … " + asOf));
    }
    List<LocalDate> nights = new ArrayList<>();
    var history = report.history();
    for (LocalDate n = since == null ? asOf : since; n.isBefore(asOf); n = n.plusDays(1)) {
      if (history.latestOf(n).isEmpty()) {
        nights.add(n);
      }
    }
    nights.add(asOf);
    return nights;
  }

  private List<DeliveryLog.Delivery> plan(Study study, Path root, Report report) {
    return new DeliveryLog(root, report.id())
        .pending(seenIn(report, asOf), InputFiles.arrivals(study));
  }

  /** What comes after a later night was published cannot have been there in an older one. */
  private static LocalDate seenIn(Report report, LocalDate night) {
    return report.history().commits().stream()
        .map(Commit::asOf)
        .filter(night::isBefore)
        .max(LocalDate::compareTo)
        .orElse(night);
  }

  private ExitCode one(
      Study study, Path root, Report report, LocalDate night, Printer printer, NightTable told) {
    try {
      Optional<Commit> before = report.history().latestOf(night);
      List<DeliveryLog.Delivery> fresh = new ArrayList<>();
      Night known = known(study, root, report, night, fresh);
      StudyRun run = StudyRun.open(options, printer, known);
      fresh.stream().filter(DeliveryLog.Delivery::isWithdrawal).forEach(run::gone);
      Optional<Version> last = run.before();
      Version version = run.version(() -> RunJob.compute(run));
      if (before.map(Commit::seq).filter(seq -> seq == version.seq()).isEmpty()) {
        ChangeSummary.tell(root, last, version, printer);
      }
      new RejectsExport(report).write(version, printer);
      RunJob.export(run, version, printer);
      told.add(version, before, fresh);
      options.runs().ended(ExitCode.OK.code());
      return ExitCode.OK;
    } catch (InputException e) {
      if (!PASSED.contains(e.exit()) || night.equals(asOf)) {
        throw e;
      }
      options.runs().failed(options.command(), e);
      e.problems().forEach(printer::problem);
      told.add(night, e);
      return e.exit();
    }
  }

  private Night known(
      Study study, Path root, Report report, LocalDate night, List<DeliveryLog.Delivery> fresh) {
    DeliveryLog log = new DeliveryLog(root, report.id());
    List<DeliveryLog.Arrival> arrivals = InputFiles.arrivals(study);
    fresh.addAll(log.record(seenIn(report, night), arrivals));
    boolean late = lateFiles && !log.after(night).isEmpty();
    var inputs = log.inputs(late ? LocalDate.MAX : night, arrivals);
    return new Night(night, inputs, List.of(), late ? Night.LATE_FILES : "");
  }
}
