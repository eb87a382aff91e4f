package org.jiedui.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jiedui.analysis.ClusterParams;
import org.jiedui.analysis.Clusters;
import org.jiedui.analysis.EffectRatio;
import org.jiedui.analysis.EffectTables;
import org.jiedui.analysis.GapIndex;
import org.jiedui.analysis.GapParams;
import org.jiedui.analysis.Places;
import org.jiedui.analysis.RegionMatrix;
import org.jiedui.analysis.Windows;
import org.jiedui.ingest.Coverage;
import org.jiedui.ingest.DeliveryLog;
import org.jiedui.ingest.Ingest;
import org.jiedui.ingest.IngestRequest;
import org.jiedui.ingest.IngestResult;
import org.jiedui.ingest.Input;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.Attempt;
import org.jiedui.publish.Fingerprint;
import org.jiedui.publish.History;
import org.jiedui.publish.InputDigest;
import org.jiedui.publish.Inputs;
import org.jiedui.publish.LedgerIdentity;
import org.jiedui.publish.Outcome;
import org.jiedui.publish.ProgramVersion;
import org.jiedui.publish.Report;
import org.jiedui.publish.Version;
import org.jiedui.run.Run;
import org.jiedui.run.Session;
import org.jiedui.run.Study;
import org.jiedui.spark.Columns;
import org.jiedui.stats.MissingPolicy;
import org.jiedui.stats.ReferenceDistribution;
import org.jiedui.table.Frame;
import org.jiedui.table.PanelRow;
import org.jiedui.table.RegionYearRow;

/** One study on its way: facts, landed records, and the tables a command asks for. */
final class StudyRun {
  static final Text SYNTHETIC = Text.of("模拟数据,地名虚构,不反映任何地区情况", "synthetic data, invented places");

  private static final String POPULATION = "population";

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
    printer.progress(Text.of("读取原始文件…", "reading raw files …"));
    run.phase("read");
    this.scans = Ingest.scan(request);
    RunFacts.digests(run, inputs());
  }

  /** From here on a session is needed. */
  private void ingest() {
    run.phase("session");
    spark = Session.open("jiedui " + study.id());
    run.program("spark", spark.version());
    run.phase("ingest");
    records = Ingest.run(spark, request, scans);
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

  private static Windows windows(Study study) {
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

  /** What came of the raw files; read when it is first asked for. */
  IngestResult records() {
    if (records == null) {
      ingest();
    }
    return records;
  }

  Frame regions() {
    return facts.geography().regions();
  }

  EffectTables.Result effects() {
    Set<String> wanted = new TreeSet<>(study.effects().indicators());
    EffectRatio.Params params =
        EffectRatio.Params.of(
                windows(study),
                EffectRatio.Absent.valueOf(upper(study.absent())),
                facts.measures(wanted))
            .places(Places.of(regions()), facts.links(study.firstYear(), study.lastYear()))
            .prices(facts.prices()::deflator)
            .population(population())
            .intervals(
                study.effects().confidence(),
                ReferenceDistribution.valueOf(upper(study.effects().reference())));
    var asked = Columns.of(PanelRow.INDICATOR).isin(wanted.toArray());
    return EffectTables.of(
        records().panel().where(asked),
        params,
        Set.copyOf(study.effects().comparison()),
        study.seed());
  }

  GapIndex.Result gap() {
    Study.Windows w = study.windows();
    boolean counties = study.gap().level().equals(Places.COUNTY);
    Set<String> paired = facts.recipients(study.firstYear(), study.lastYear());
    Set<String> recipients = counties ? paired : facts.prefectures(paired);
    GapParams params =
        new GapParams(
            facts.gapParts(study.gap().indicators()),
            counties ? GapParams.Regions.COUNTIES : GapParams.Regions.PREFECTURES_FROM_COUNTIES,
            GapParams.Weighting.valueOf(upper(study.gap().weights())),
            missing(),
            new GapParams.Years(study.firstYear(), study.lastYear()),
            new GapParams.Years(w.beforeFrom(), w.beforeTo()),
            new GapParams.Years(w.afterFrom(), w.afterTo()),
            POPULATION,
            Places.of(regions()),
            facts.donors(),
            recipients::contains);
    return GapIndex.of(records().regionYear(), params);
  }

  Clusters.Result clusters(GapIndex.Result gap) {
    Study.Clusters asked = study.clusters();
    int year = asked.year() == 0 ? study.lastYear() : asked.year();
    ClusterParams params =
        ClusterParams.profiled(year, study.seed())
            .withStarts(asked.starts())
            .withScale(ClusterParams.Scale.valueOf(upper(asked.scale())));
    if (asked.k().isPresent()) {
      params = params.withK(asked.k().getAsInt());
    }
    return Clusters.of(spark, RegionMatrix.of(gap, year), params);
  }

  /** Publishes the tables as one version of the report, or finds that they already are. */
  private Version publish(List<Frame> tables) {
    run.phase("publish");
    tables.forEach(attempt::write);
    attempt.write(facts.indicatorTable());
    attempt.write(records.ledger());
    attempt.write(records.reasons());
    attempt.write(records.coverage());
    attempt.write(records.rejects());
    attempt.writeText("reconciliation.json", records.reconciliationJson());
    attempt.writeText(InputList.NAME, InputList.of(records, study, night.deliveries()).json());
    return commit(Map.of("spark", spark.version()));
  }

  private Version commit(Map<String, String> programs) {
    Outcome outcome = attempt.commit(inputs(), programs);
    run.published(outcome);
    return outcome.version();
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
  private Optional<Version> before() {
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
        .orElseGet(
            () -> {
              records();
              return publish(tables.get());
            });
  }

  private Version publishAgain(Version same) {
    run.phase("publish");
    same.tables().forEach(table -> attempt.write(same.read(table)));
    same.texts().forEach(text -> attempt.writeText(text, same.text(text)));
    return commit(same.manifest().versions());
  }

  /** The answer to the command's question, published as a report of its own. */
  Results results(Supplier<List<Frame>> tables) {
    return new Results(printer, version(tables), study.synthetic());
  }

  private Map<String, String> footer() {
    return study.synthetic()
        ? Map.of("jiedui.notice", SYNTHETIC.zh() + " / " + SYNTHETIC.en())
        : Map.of();
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
        files,
        Fingerprint.of(study.canonical() + "\n" + facts.contract().settings() + night.late()),
        facts.digests(),
        ProgramVersion.current());
  }

  private MissingPolicy missing() {
    return study.gap().missing().equals("refuse")
        ? MissingPolicy.refuse()
        : MissingPolicy.available(study.gap().minShare());
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
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

  private Map<String, Map<Integer, Double>> population() {
    Map<String, Map<Integer, Double>> heads = new HashMap<>();
    Frame levels = records().regionYear();
    for (int i = 0; i < levels.size(); i++) {
      Double value = (Double) levels.value(i, RegionYearRow.VALUE);
      if (value != null && levels.text(i, RegionYearRow.INDICATOR).equals(POPULATION)) {
        heads
            .computeIfAbsent(levels.text(i, RegionYearRow.REGION_CODE), c -> new HashMap<>())
            .put((Integer) levels.value(i, RegionYearRow.YEAR), value);
      }
    }
    return heads;
  }
}
