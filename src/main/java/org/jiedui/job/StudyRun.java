package org.jiedui.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jiedui.analysis.AidFlows;
import org.jiedui.analysis.ClusterContext;
import org.jiedui.analysis.ClusterParams;
import org.jiedui.analysis.Clusters;
import org.jiedui.analysis.Convergence;
import org.jiedui.analysis.EffectRatio;
import org.jiedui.analysis.EffectTables;
import org.jiedui.analysis.GapChoices;
import org.jiedui.analysis.GapIndex;
import org.jiedui.analysis.GapParams;
import org.jiedui.analysis.IndexDraws;
import org.jiedui.analysis.Inequality;
import org.jiedui.analysis.InequalityParams;
import org.jiedui.analysis.Neighbourhood;
import org.jiedui.analysis.PairingEra;
import org.jiedui.analysis.PairingNetwork;
import org.jiedui.analysis.PairingParams;
import org.jiedui.analysis.Places;
import org.jiedui.analysis.RegionMatrix;
import org.jiedui.analysis.RegionValue;
import org.jiedui.analysis.Targeting;
import org.jiedui.analysis.TargetingParams;
import org.jiedui.analysis.Windows;
import org.jiedui.ingest.Coverage;
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
import org.jiedui.publish.InputDigest;
import org.jiedui.publish.Inputs;
import org.jiedui.publish.Outcome;
import org.jiedui.publish.ProgramVersion;
import org.jiedui.publish.Report;
import org.jiedui.publish.Version;
import org.jiedui.run.Session;
import org.jiedui.run.Study;
import org.jiedui.spark.Columns;
import org.jiedui.stats.ReferenceDistribution;
import org.jiedui.table.Frame;
import org.jiedui.table.PanelRow;
import org.jiedui.table.RegionYearRow;

/** One study on its way: facts, landed records, and the tables a command asks for. */
final class StudyRun {
  static final Text SYNTHETIC = Text.of("模拟数据,地名虚构,不反映任何地区情况", "synthetic data, invented places");

  private final Study study;
  private final Path root;
  private final Printer printer;
  private final Facts facts;
  private final SparkSession spark;
  private final IngestRequest request;
  private final IngestResult records;

  private StudyRun(Study study, Path root, List<Path> fixes, Printer printer, Facts facts) {
    this.study = study;
    this.root = root;
    this.printer = printer;
    this.facts = facts;
    this.request = request(fixes);
    printer.progress(Text.of("读取原始文件…", "reading raw files …"));
    Ingest.Scans scans = Ingest.scan(request);
    this.spark = Session.open("jiedui " + study.id());
    this.records = Ingest.run(spark, request, scans);
    records.warnings().forEach(printer::problem);
  }

  /** Loads what the study names, lands its files and sums the panel. */
  static StudyRun open(StudyOptions options, Printer printer) {
    Study study = options.study();
    InputException.throwIfAny(ExitCode.USAGE, windows(study).problems());
    return new StudyRun(study, options.root(study), options.fixes(), printer, Facts.load(study));
  }

  private static Windows windows(Study study) {
    Study.Windows w = study.windows();
    return new Windows(w.beforeFrom(), w.beforeTo(), w.afterFrom(), w.afterTo());
  }

  Study study() {
    return study;
  }

  Path root() {
    return root;
  }

  IngestResult records() {
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
        records.panel().where(asked),
        params,
        Set.copyOf(study.effects().comparison()),
        study.seed());
  }

  GapIndex.Result gap() {
    return GapIndex.of(records.regionYear(), GapSettings.of(study, facts));
  }

  Inequality.Result inequality() {
    return Inequality.of(records.regionYear(), inequalityParams());
  }

  Convergence.Result convergence() {
    return Convergence.of(records.regionYear(), inequalityParams());
  }

  PairingNetwork.Result pairing() {
    Study.Pairing asked = study.pairing();
    facts.levels(List.of(asked.strength(), asked.need()));
    PairingParams params =
        new PairingParams(
            asked.strength(),
            asked.need(),
            GapSettings.POPULATION,
            Places.of(regions()),
            GapSettings.of(study, facts).choices().eras().stream()
                .map(GapChoices.Era::years)
                .toList(),
            EffectRatio.Absent.valueOf(upper(study.absent())),
            facts.flow(study.targeting().aid()),
            asked.draws(),
            study.seed());
    Set<String> told = new TreeSet<>(study.effects().indicators());
    told.add(study.targeting().aid());
    return PairingNetwork.of(
        PairingEra.of(facts.pairings()), RegionValue.of(records.regionYear()), flows(told), params);
  }

  Targeting.Result targeting() {
    Study.Targeting asked = study.targeting();
    facts.levels(List.of(asked.need()));
    GapParams gap = GapSettings.of(study, facts);
    TargetingParams params =
        new TargetingParams(
            asked.need(),
            GapSettings.POPULATION,
            Places.of(regions()),
            facts.donors(),
            EffectRatio.Absent.valueOf(upper(study.absent())),
            gap.before(),
            gap.after(),
            gap.choices().eras(),
            asked.band(),
            study.effects().confidence(),
            study.seed());
    AidFlows aid = flows(Set.of(facts.flow(asked.aid()))).get(0);
    return Targeting.of(aid, RegionValue.of(records.regionYear()), params);
  }

  /** What went from donors to recipients, an indicator each. */
  private List<AidFlows> flows(Set<String> indicators) {
    return AidFlows.of(
        records.panel(), facts.measures(indicators), study.firstYear(), study.lastYear());
  }

  private InequalityParams inequalityParams() {
    Study.Windows w = study.windows();
    return new InequalityParams(
        facts.levels(study.inequality().indicators()),
        GapSettings.POPULATION,
        Places.COUNTY,
        Places.of(regions()),
        province -> facts.geography().zoneOf(province).orElse(""),
        new GapParams.Years(w.beforeFrom(), w.beforeTo()),
        new GapParams.Years(w.afterFrom(), w.afterTo()),
        study.inequality().classes(),
        study.effects().confidence());
  }

  Clusters.Result clusters(GapIndex.Result gap) {
    Study.Clusters asked = study.clusters();
    int year = asked.year() == 0 ? study.lastYear() : asked.year();
    ClusterParams params =
        ClusterParams.profiled(year, study.seed())
            .withStarts(asked.starts())
            .withScale(ClusterParams.Scale.valueOf(upper(asked.scale())))
            .withBootstraps(asked.bootstraps());
    if (asked.k().isPresent()) {
      params = params.withK(asked.k().getAsInt());
    }
    GapParams made = GapSettings.of(study, facts);
    return Clusters.of(
        spark,
        RegionMatrix.of(gap, year),
        ClusterContext.of(
                gap,
                made.before(),
                made.choices().eras(),
                facts.neighbours().map(Neighbourhood::new))
            .with(IndexDraws.of(gap, made.choices())),
        params);
  }

  /** Publishes the tables as one version of a report, or finds that they already are. */
  private Outcome publish(String report, List<Frame> tables) {
    lost(new Report(root, report)).forEach(printer::problem);
    Attempt attempt = new Report(root, report).begin(asOf(), footer());
    tables.forEach(attempt::write);
    attempt.write(facts.indicatorTable());
    attempt.write(records.ledger());
    attempt.write(records.reasons());
    attempt.write(records.coverage());
    attempt.write(records.rejects());
    attempt.writeText("reconciliation.json", records.reconciliationJson());
    Outcome outcome = attempt.commit(inputs(), Map.of("spark", spark.version()));
    outcome.warnings().forEach(printer::problem);
    return outcome;
  }

  /** What became of the county-years of the version before; too many gone end the run. */
  private List<Problem> lost(Report report) {
    return report
        .head()
        .filter(v -> v.tables().contains(records.coverage().table()))
        .map(v -> v.read(records.coverage().table()))
        .map(before -> Coverage.lost(before, records.coverage(), request, records.gates()))
        .orElse(List.of());
  }

  /** The version that holds exactly these inputs; computed and published when there is none. */
  Version version(String report, Supplier<List<Frame>> tables) {
    return new Report(root, report)
        .published(asOf(), inputs())
        .orElseGet(() -> publish(report, tables.get()).version());
  }

  /** The answer to one question, published as a report of its own. */
  Results results(String question, Supplier<List<Frame>> tables) {
    return new Results(printer, version(study.id() + "-" + question, tables), study.synthetic());
  }

  private Map<String, String> footer() {
    return study.synthetic()
        ? Map.of("jiedui.notice", SYNTHETIC.zh() + " / " + SYNTHETIC.en())
        : Map.of();
  }

  /** 31 December of the last year of the study: a report is of its data, not of today. */
  private LocalDate asOf() {
    return LocalDate.of(study.lastYear(), 12, 31);
  }

  private Inputs inputs() {
    List<InputDigest> files =
        records.inputs().stream().map(f -> new InputDigest(f.name(), f.sha256())).toList();
    return new Inputs(
        files,
        Fingerprint.of(study.canonical() + "\n" + facts.contract().settings()),
        facts.digests(),
        ProgramVersion.current());
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  private IngestRequest request(List<Path> fixes) {
    List<Input> inputs = InputFiles.of(study);
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
    Frame levels = records.regionYear();
    for (int i = 0; i < levels.size(); i++) {
      Double value = (Double) levels.value(i, RegionYearRow.VALUE);
      if (value != null && levels.text(i, RegionYearRow.INDICATOR).equals(GapSettings.POPULATION)) {
        heads
            .computeIfAbsent(levels.text(i, RegionYearRow.REGION_CODE), c -> new HashMap<>())
            .put((Integer) levels.value(i, RegionYearRow.YEAR), value);
      }
    }
    return heads;
  }
}
