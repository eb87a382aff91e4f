package org.jiedui.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jiedui.ingest.IngestResult.InputFact;
import org.jiedui.ingest.LandingStage.Landed;
import org.jiedui.ingest.LandingStage.Scanned;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.LandingStore;
import org.jiedui.ingest.file.PartTask;
import org.jiedui.ingest.file.Reason;
import org.jiedui.ingest.file.Tally;
import org.jiedui.ingest.file.TotalGap;
import org.jiedui.message.Problem;
import org.jiedui.message.Progress;
import org.jiedui.message.Step;
import org.jiedui.spark.Columns;
import org.jiedui.spark.FilePaths;
import org.jiedui.table.Frame;
import org.jiedui.table.PanelRow;

/** From raw files to the panel: landing, codes, duplicates, sums, ledger. */
public final class Ingest {
  private final IngestRequest request;
  private final Progress progress;
  private final LandingStage landingStage;
  private final Codes codes;
  private Deliveries deliveries;
  private final Map<Reason, Long> flags = new EnumMap<>(Reason.class);

  private Ingest(IngestRequest request, PartTask.Parser parser, Progress progress) {
    this.request = request;
    this.progress = progress;
    landingStage = new LandingStage(request, parser, progress);
    codes = new Codes(request.geography(), request.pairings());
  }

  /**
   * Reads, checks and sums everything. A bad file ends in an {@link
   * org.jiedui.message.InputException} (exit 4, or 75 when it changes meanwhile) that names all of
   * them; too many rejects in exit 3; a ledger that does not close in exit 1.
   */
  public static IngestResult run(SparkSession spark, IngestRequest request) {
    return run(spark, request, scan(request));
  }

  /**
   * The pass over the bytes of all files that needs no session, so that it can run while one
   * starts.
   */
  public static Scans scan(IngestRequest request) {
    return scan(request, Progress.NONE);
  }

  /** {@link #scan(IngestRequest)}, followed by somebody. */
  public static Scans scan(IngestRequest request, Progress progress) {
    Fixes fixes = Fixes.read(request);
    CodeMaps maps =
        CodeMaps.read(
            request.codeMaps(), request.contract().settings().limits(), request.geography());
    var store = LandingStore.in(request.root());
    LandingStage.Scans scans = new ScanStage(request, store, progress).scan();
    return new Scans(maps.applied(fixes.applied(scans.files())), fixes, maps, scans.aside());
  }

  /** {@link #run(SparkSession, IngestRequest)} with the scans already made. */
  public static IngestResult run(SparkSession spark, IngestRequest request, Scans scans) {
    return run(spark, request, scans, Progress.NONE);
  }

  /** {@link #run(SparkSession, IngestRequest, Scans)}, followed by somebody. */
  public static IngestResult run(
      SparkSession spark, IngestRequest request, Scans scans, Progress progress) {
    return new Ingest(request, PartTask.Parser.FAST, progress).result(spark, scans);
  }

  /** With a chosen parser, so that both can be compared. */
  static IngestResult run(SparkSession spark, IngestRequest request, PartTask.Parser parser) {
    return new Ingest(request, parser, Progress.NONE).result(spark, scan(request));
  }

  /** The scanned inputs of a request, with the rows that mended lists change. */
  public static final class Scans {
    private final List<Scanned> files;
    private final Fixes fixes;
    private final CodeMaps maps;
    private final List<Refused> aside;

    private Scans(List<Scanned> files, Fixes fixes, CodeMaps maps, List<Refused> aside) {
      this.files = List.copyOf(files);
      this.fixes = fixes;
      this.maps = maps;
      this.aside = List.copyOf(aside);
    }

    /** Without any mended list or map. */
    Scans(List<Scanned> files) {
      this(files, Fixes.none(), CodeMaps.none(), List.of());
    }

    List<Scanned> files() {
      return files;
    }

    /** Digests of all inputs by name: mended lists, maps and files set aside among them. */
    public List<Map.Entry<String, String>> digests() {
      return Stream.of(
              files.stream().map(f -> Map.entry(f.name(), f.sha256())),
              fixes.counts().stream().map(c -> Map.entry(c.name(), c.sha256())),
              maps.counts().stream().map(c -> Map.entry(c.name(), c.sha256())),
              aside.stream().map(Refused::fact).map(f -> Map.entry(f.name(), f.sha256())))
          .flatMap(digests -> digests)
          .toList();
    }
  }

  private IngestResult result(SparkSession spark, Scans scans) {
    Fixes fixes = scans.fixes;
    List<IngestResult.InputFact> lists = new ArrayList<>(fixes.archived(request));
    lists.addAll(scans.maps.archived(request));
    List<Landed> delivered = landingStage.land(spark, scans.files);
    progress.begin(Step.RECORDS, Progress.Work.UNKNOWN);
    List<Landed> landed = delivered.stream().filter(l -> !l.redelivered()).toList();
    List<Landing> landings = landed.stream().map(Landed::landing).toList();
    landings.forEach(l -> l.flags().forEach(this::flag));
    flag(Reason.FILE_REDELIVERED, delivered.size() - landed.size());

    List<LandingFacts> facts = LandingFacts.of(spark, request, store(), landings);
    deliveries = Deliveries.of(request.contract().settings(), landings, facts);
    Gates gates = new Gates(request.gates());
    var judged =
        new JudgedRecords(spark, request, codes, store(), landings, facts, deliveries, gates);
    Groups flows = judged.table(Input.FLOWS);
    flows.join(judged.table(Input.ROSTER));
    Groups levels = judged.table(Input.LEVELS);
    List<SetApart> apart = judged.apart();
    judged.flags().forEach(this::flag);
    List<Problem> warnings = new ArrayList<>(scans.aside.stream().map(Refused::warning).toList());
    warnings.addAll(totals(landings));
    warnings.addAll(gates.check(landings, apart, deliveries));
    warnings.addAll(
        DeliveredRows.check(
            landed, request.contract().settings(), gates.limits().rowsWarn(), gates.readings()));
    warnings.addAll(new FileWarnings(request, store()).of(standing(landed)));
    warnings.addAll(new Shifts(request).check(levels(landings, facts)));
    warnings.addAll(
        new HeadsTwice(store())
            .check(standing(landings, Input.ROSTER), standing(landings, Input.FLOWS)));
    warnings.addAll(fixes.warnings());

    YearDigests digests = new YearDigests(landings, apart, flows.taken());
    SortedMap<Integer, Path> panelFiles = new PanelStage(request, codes, digests).write(flows);
    List<PanelFacts> panelFacts = PanelFacts.of(request, panelFiles);
    Frame regionYear = new RegionStage(request, codes).frame(levels, digests);
    Set<String> withdrawn =
        IntStream.range(0, landings.size())
            .filter(deliveries::isWithdrawn)
            .mapToObj(i -> landings.get(i).id())
            .collect(Collectors.toSet());
    List<String> redelivered =
        delivered.stream().filter(Landed::redelivered).map(l -> l.file().name()).toList();
    LedgerStage.Ledger ledger =
        new LedgerStage(request, store())
            .close(
                landings,
                Recount.of(request, landings, facts),
                apart,
                flows.taken(),
                panelFacts,
                judged.periods(),
                redelivered,
                Stream.concat(fixes.counts().stream(), scans.maps.counts().stream()).toList(),
                deliveries);
    Rejects rejects =
        new Rejects(
            Kept.records(request.root(), "rejects"),
            store(),
            request.geography(),
            sources(landed),
            apart,
            fixes.rejects(),
            deliveries);
    return new IngestResult(
        panelFiles,
        panel(spark, panelFiles),
        judged.periods(),
        regionYear,
        codes.splits(),
        rejects,
        ledger.frame(),
        ledger.stages(),
        ledger.reasons(),
        ledger.json(),
        warnings,
        Stream.of(
                delivered.stream().map(l -> fact(l, withdrawn)),
                lists.stream(),
                scans.aside.stream().map(Refused::fact))
            .flatMap(inputs -> inputs)
            .toList(),
        flags,
        UsedRecords.keep(request.root(), landings, apart, flows.taken()),
        Coverage.of(panelFacts),
        gates.readings());
  }

  private List<Problem> totals(List<Landing> landings) {
    List<Problem> problems = new ArrayList<>();
    for (Landing landing : landings) {
      for (TotalGap gap : landing.gaps()) {
        int decimals = request.indicators().find(gap.indicator()).map(i -> i.decimals()).orElse(0);
        problems.add(gap.problem(landing.place(gap.line()), decimals));
      }
    }
    return problems;
  }

  private List<Landed> standing(List<Landed> landed) {
    return IntStream.range(0, landed.size())
        .filter(i -> !deliveries.isWithdrawn(i))
        .mapToObj(landed::get)
        .toList();
  }

  private List<Landing> standing(List<Landing> landings, String table) {
    return IntStream.range(0, landings.size())
        .filter(i -> !deliveries.isWithdrawn(i) && landings.get(i).table().equals(table))
        .mapToObj(landings::get)
        .toList();
  }

  private List<Map.Entry<String, List<Shifts.Level>>> levels(
      List<Landing> landings, List<LandingFacts> facts) {
    return IntStream.range(0, landings.size())
        .filter(i -> !deliveries.isWithdrawn(i) && landings.get(i).table().equals(Input.FLOWS))
        .mapToObj(i -> Map.entry(landings.get(i).name(), facts.get(i).levels()))
        .toList();
  }

  private Dataset<Row> panel(SparkSession spark, SortedMap<Integer, Path> files) {
    String[] paths = files.values().stream().map(FilePaths::literal).toArray(String[]::new);
    var schema = Columns.schema(PanelRow.values());
    return paths.length == 0
        ? spark.createDataFrame(List.of(), schema)
        : spark.read().schema(schema).parquet(paths);
  }

  private List<Rejects.Source> sources(List<Landed> landed) {
    return landed.stream()
        .map(l -> new Rejects.Source(l.landing(), l.file().name(), l.file()::layouts, bytes(l)))
        .toList();
  }

  /** The file that holds the bytes of a landing. */
  private Path bytes(Landed l) {
    return request.archive() == IngestRequest.Archive.OFF
        ? l.file().input().path()
        : Archive.file(request.root(), l.landing().sha256());
  }

  private static InputFact fact(Landed l, Set<String> withdrawn) {
    Landing landing = l.landing();
    return new InputFact(
        l.file().input().path(),
        l.file().name(),
        landing.table(),
        landing.sha256(),
        landing.bytes(),
        landing.tally().rows(Tally.Place.READ),
        landing.charset(),
        landing.encodingEvidence(),
        l.file().input().sourceId(),
        landing.id(),
        withdrawn.contains(landing.id()),
        l.redelivered());
  }

  private void flag(Reason reason, long count) {
    if (count > 0) {
      flags.merge(reason, count, Long::sum);
    }
  }

  private LandingStore store() {
    return landingStage.store();
  }
}
