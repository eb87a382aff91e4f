package org.jiedui.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jiedui.analysis.Windows;
import org.jiedui.ingest.Coverage;
import org.jiedui.ingest.DeliveryLog;
import org.jiedui.ingest.Ingest;
import org.jiedui.ingest.IngestRequest;
import org.jiedui.ingest.IngestResult;
import org.jiedui.ingest.Input;
import org.jiedui.ingest.Rejects;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Progress;
import org.jiedui.message.Step;
import org.jiedui.message.Text;
import org.jiedui.paper.Codebook;
import org.jiedui.paper.Settings;
import org.jiedui.paper.TableFacts;
import org.jiedui.publish.Attempt;
import org.jiedui.publish.History;
import org.jiedui.publish.InputDigest;
import org.jiedui.publish.Inputs;
import org.jiedui.publish.LedgerIdentity;
import org.jiedui.publish.Outcome;
import org.jiedui.publish.ProgramVersion;
import org.jiedui.publish.Report;
import org.jiedui.publish.TableFile;
import org.jiedui.publish.Version;
import org.jiedui.run.Run;
import org.jiedui.run.Session;
import org.jiedui.run.Study;
import org.jiedui.table.Frame;

/** One study on its way: its records are landed, and what they answer becomes a version. */
final class StudyRun {
  static final Text SYNTHETIC = Text.of("模拟数据,地名虚构,不反映任何地区情况", "synthetic data, invented places");

  private final Study study;
  private final Path root;
  private final Printer printer;
  private final Facts facts;
  private final Night night;
  private final Run run;
  private final Report report;
  private final Attempt attempt;
  private final IngestRequest request;
  private final Ingest.Scans scans;
  private final StudyOptions options;
  private SparkSession spark;
  private IngestResult records;

  private StudyRun(Study study, StudyOptions options, Printer printer, Facts facts, Night night) {
    this.study = study;
    this.options = options;
    this.root = options.root(study);
    this.printer = printer;
    this.facts = facts;
    this.night = night;
    this.request = request(options.fixes());
    this.run = options.runs().begin(options.command(), printer);
    this.report = new Report(options.reports(study).store(), reportId(study, options.command()));
    this.attempt =
        run.begin(report, asOf(), inputBytes(request), options.runs().patience(), footer());
    if (options.runs().holds()) {
      attempt.held();
    }
    attempt.require(LedgerIdentity::problems);
    run.phase("read");
    this.scans = Ingest.scan(request, printer.progress());
    RunFacts.digests(run, inputs());
  }

  /** From here on a session is needed. */
  private void ingest() {
    run.phase("session");
    spark = Session.open("jiedui " + study.id());
    run.program("spark", spark.version());
    run.phase("ingest");
    records = Ingest.run(spark, request, scans, printer.progress());
    records.warnings().forEach(run::warn);
    lost().forEach(run::warn);
    new RunFacts(records).tell(run);
    if (options.runs().refusesWarnings()) {
      run.refuseWarnings();
    }
    run.phase("compute");
  }

  /** A whole study publishes under its own name, one question beside it. */
  static String reportId(Study study, String command) {
    return command.equals("run") || command.equals("nightly")
        ? study.id()
        : study.id() + "-" + command;
  }

  private static long inputBytes(IngestRequest request) {
    return request.inputs().stream().map(Input::path).mapToLong(InputFiles::bytes).sum();
  }

  /** Loads what the study names, lands its files and sums the panel. */
  static StudyRun open(StudyOptions options, Printer printer) {
    Study study = options.study();
    InputException.throwIfAny(ExitCode.USAGE, windows(study).problems());
    return new StudyRun(study, options, printer, Facts.load(study), Night.of(study));
  }

  /** The same with what a night knows. */
  static StudyRun open(StudyOptions options, Printer printer, Night night) {
    Study study = options.study();
    InputException.throwIfAny(ExitCode.USAGE, windows(study).problems());
    return new StudyRun(study, options, printer, Facts.load(study), night);
  }

  static Windows windows(Study study) {
    Study.Windows w = study.windows();
    return new Windows(w.beforeFrom(), w.beforeTo(), w.afterFrom(), w.afterTo());
  }

  /** Tells of a delivered file that is not there any more. */
  void gone(DeliveryLog.Delivery withdrawal) {
    run.warn(
        Problem.warning(
                "FILE_WITHDRAWN",
                Text.of("已送达的文件不在了,不再计入", "a delivered file is gone and counts no longer"))
            .at(withdrawal.place())
            .fix("如非有意,请放回原处", "put it back if that was not meant"));
  }

  Study study() {
    return study;
  }

  /** The report that the command publishes. */
  Report report() {
    return report;
  }

  /** Takes what the raw files came to from elsewhere; none of them is read. */
  StudyRun given(Function<SparkSession, IngestResult> source) {
    spark = Session.open("jiedui " + study.id());
    records = source.apply(spark);
    return this;
  }

  /** Declared indicators, which are a table of every version. */
  Frame indicators() {
    return facts.indicatorTable();
  }

  /** What is asked of the records. */
  StudyQuestions questions() {
    return new StudyQuestions(study, facts, this::records, run::warn);
  }

  /** What came of the raw files; read when it is first asked for. */
  IngestResult records() {
    if (records == null) {
      ingest();
    }
    return records;
  }

  /** Publishes the tables as one version of the report, or finds that they already are. */
  private Version publish(List<Frame> tables) {
    run.phase("publish");
    List<Frame> all = new ArrayList<>(tables);
    all.addAll(
        List.of(
            facts.indicatorTable(),
            records.ledger(),
            records.stages(),
            records.reasons(),
            records.coverage()));
    if (records.splits().size() > 0) {
      all.add(records.splits());
    }
    if (records.periods().size() > 0) {
      all.add(records.periods());
    }
    all.forEach(attempt::write);
    rejects(attempt);
    attempt.writeText(Codebook.FILE, codebook(all));
    attempt.writeText(Settings.FILE, new StudySettings(study, facts.indicators()).json());
    attempt.writeText("reconciliation.json", records.reconciliationJson());
    attempt.writeText(InputList.NAME, InputList.of(records, study, night.deliveries()).json());
    return commit(Map.of("spark", spark.version()));
  }

  private static String codebook(List<Frame> tables) {
    return new Codebook(
            Stream.concat(
                    tables.stream().map(TableFacts::of),
                    Stream.of(TableFacts.of(Rejects.TABLE, Rejects.fields())))
                .toList())
        .json();
  }

  private Version commit(Map<String, String> programs) {
    Outcome outcome = attempt.commit(inputs(), programs);
    run.published(outcome);
    return outcome.version();
  }

  /** Row by row: there may be more of them than memory holds. */
  private void rejects(Attempt attempt) {
    try (TableFile.Writer writer = attempt.table(Rejects.TABLE, Rejects.fields())) {
      records.rejectRows().forEach(writer::append);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What became of the county-years of the version before; too many gone end the run. */
  private List<Problem> lost() {
    return before()
        .filter(v -> v.tables().contains(records.coverage().table()))
        .map(v -> v.read(records.coverage().table()))
        .map(before -> Coverage.lost(before, records.coverage(), request, records.gates()))
        .orElse(List.of());
  }

  /** The latest version of this day or one before it. */
  Optional<Version> before() {
    History history = report.history();
    return history.commits().stream()
        .filter(c -> !c.asOf().isAfter(asOf()))
        .filter(c -> !history.isHeld(c) && !history.isCollected(c))
        .reduce((earlier, later) -> later)
        .flatMap(c -> report.version(c.seq()));
  }

  /**
   * The version that holds exactly these inputs. The day's own is found; one of another day is
   * published again for this one; only when there is none is anything computed.
   */
  Version version(Supplier<List<Frame>> tables) {
    Optional<Version> there = report.published(asOf(), inputs());
    there.ifPresent(run::found);
    return there
        .or(() -> report.equal(inputs()).map(this::publishAgain))
        .orElseGet(() -> publish(computed(tables)));
  }

  private Version publishAgain(Version same) {
    printer.progress().begin(Step.PUBLISH, Progress.Work.UNKNOWN);
    run.phase("publish");
    same.tables().forEach(table -> copy(same, table));
    same.texts().forEach(text -> attempt.writeText(text, same.text(text)));
    return commit(same.manifest().versions());
  }

  private void copy(Version from, String table) {
    try (TableFile.Rows rows = from.rows(table);
        TableFile.Writer writer = attempt.table(table, rows.fields())) {
      for (Object[] row = rows.next(); row != null; row = rows.next()) {
        writer.append(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Frame> computed(Supplier<List<Frame>> tables) {
    records();
    printer.progress().begin(Step.COMPUTE, Progress.Work.UNKNOWN);
    List<Frame> computed = tables.get();
    printer.progress().begin(Step.PUBLISH, Progress.Work.UNKNOWN);
    return computed;
  }

  /** The answer to the command's question, published as a report of its own. */
  Results results(Supplier<List<Frame>> tables) {
    return new Results(printer, version(tables), study.synthetic());
  }

  private Map<String, String> footer() {
    return study.synthetic() ? Map.of(Provenance.NOTICE, Provenance.joined(SYNTHETIC)) : Map.of();
  }

  private LocalDate asOf() {
    return night.asOf();
  }

  private Inputs inputs() {
    List<InputDigest> files =
        Stream.concat(
                scans.digests().stream().map(f -> new InputDigest(f.getKey(), f.getValue())),
                night.without().stream())
            .toList();
    return new Inputs(
        files, facts.configuration(study, night.late()), facts.digests(), ProgramVersion.current());
  }

  private IngestRequest request(List<Path> fixes) {
    List<Input> inputs = night.inputs();
    List<Path> lists =
        Stream.concat(InputFiles.paths(inputs, Input.FIXES).stream(), fixes.stream()).toList();
    return new IngestRequest(
            inputs.stream().filter(Input::isRecords).toList(),
            facts.contract(),
            facts.indicators(),
            facts.geography(),
            facts.pairings(),
            study.firstYear(),
            study.lastYear(),
            root,
            facts.contract().settings().gates(),
            IngestRequest.Archive.KEEP)
        .fixedBy(lists)
        .namedBy(InputFiles.paths(inputs, Input.CODE_MAP));
  }
}
