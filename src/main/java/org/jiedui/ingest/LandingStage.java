package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.jiedui.ingest.file.FileScan;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.LandingPart;
import org.jiedui.ingest.file.LandingStore;
import org.jiedui.ingest.file.Layout;
import org.jiedui.ingest.file.Mends;
import org.jiedui.ingest.file.PartTask;
import org.jiedui.ingest.file.PersonKey;
import org.jiedui.ingest.file.PlaceCodes;
import org.jiedui.ingest.file.RecordKey;
import org.jiedui.ingest.file.Tally;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Progress;
import org.jiedui.message.Progress.Work;
import org.jiedui.message.Step;

/** From files to landings: scans all of them, lands the new ones in one Spark job, commits each. */
final class LandingStage {
  private static final long SLICE_BYTES = 4L << 20;

  /** Many small files: so often is it known at least how far the work has come. */
  private static final int SLICES_PER_CORE = 8;

  private final IngestRequest request;
  private final PartTask.Parser parser;
  private final Progress progress;
  private final LandingStore store;
  private final SeenFiles seen;

  LandingStage(IngestRequest request, PartTask.Parser parser, Progress progress) {
    this.request = request;
    this.parser = parser;
    this.progress = progress;
    store = new LandingStore(request.root().resolve("landing"));
    seen = SeenFiles.in(request.root());
  }

  /**
   * One input whose bytes are known: the identity of its landing, and how it is read. A file that
   * has landed is not opened before somebody asks how it is read.
   */
  record Scanned(
      Input input, String table, FileStamp stamp, String sha256, String landing, Opened opened) {
    String name() {
      return input.name();
    }

    FileScan scan() {
      return opened.scan();
    }

    List<Layout> layouts() {
      return opened.layouts();
    }

    /** How a range of the file is read: a text has one way, a workbook one for each sheet. */
    Layout layout(int range) {
      return layouts().size() == 1 ? layouts().get(0) : layouts().get(range);
    }
  }

  /** The same input with mended rows: another landing. */
  static Scanned mended(Scanned file, Mends mends) {
    return mends.isEmpty() ? file : otherwise(file, l -> l.mended(mends), mends.digest());
  }

  /** The same input with codes for rows that carry names: another landing. */
  static Scanned placed(Scanned file, PlaceCodes codes) {
    return codes.isEmpty() ? file : otherwise(file, l -> l.placed(codes), codes.digest());
  }

  private static Scanned otherwise(Scanned file, UnaryOperator<Layout> read, String digest) {
    return new Scanned(
        file.input(),
        file.table(),
        file.stamp(),
        file.sha256(),
        Landing.digest(List.of(file.landing(), digest)),
        file.opened().with(read));
  }

  /** One input and its landing; {@code redelivered} when an earlier input brought the same. */
  record Landed(Scanned file, Landing landing, boolean redelivered) {}

  /** The files that can be read, and those that the night goes on without. */
  record Scans(List<Scanned> files, List<Refused> aside) {}

  /**
   * Problems of all files at once; inputs in the order of name and content, not of delivery. Where
   * bad files are set aside, only those count that may be whole in a moment, or all when none is
   * good.
   */
  Scans scan() {
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      var files = new AtomicLong();
      progress.begin(Step.SCAN, new Work(request.inputs().size(), files::get, () -> 0));
      List<Future<Scanned>> futures =
          request.inputs().stream().map(i -> threads.submit(() -> scan(i, files))).toList();
      List<Scanned> scanned = new ArrayList<>();
      List<Refused> refused = new ArrayList<>();
      for (int i = 0; i < futures.size(); i++) {
        collect(request.inputs().get(i), futures.get(i), scanned, refused);
      }
      scanned.sort(
          Comparator.comparing(Scanned::name)
              .thenComparing(Scanned::sha256)
              .thenComparing(s -> s.input().path().toString()));
      seen.save();
      changed(scanned, refused);
      boolean goesOn = request.contract().settings().setAside() && !scanned.isEmpty();
      Refused.throwAny(refused.stream().filter(r -> !goesOn || r.mayBecomeWhole()).toList());
      return new Scans(scanned, refused);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Lands what is new. Inputs with the same bytes and table land once. */
  List<Landed> land(SparkSession spark, List<Scanned> files) {
    try {
      Files.createDirectories(request.root().resolve("landing"));
      Map<String, Scanned> distinct = new LinkedHashMap<>();
      files.forEach(f -> distinct.putIfAbsent(f.table() + f.sha256(), f));
      Map<String, Landing> landings = new HashMap<>();
      List<Scanned> fresh = new ArrayList<>();
      for (Scanned file : distinct.values()) {
        store
            .find(file.landing())
            .ifPresentOrElse(l -> landings.put(file.landing(), l), () -> fresh.add(file));
      }
      landings.putAll(landFresh(spark, fresh));
      return files.stream()
          .map(
              f -> {
                Scanned first = distinct.get(f.table() + f.sha256());
                Landing landing = landings.get(first.landing()).named(first.name());
                return new Landed(f, landing, f != first);
              })
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LandingStore store() {
    return store;
  }

  private Map<String, Landing> landFresh(SparkSession spark, List<Scanned> fresh)
      throws IOException {
    List<PartTask> tasks = new ArrayList<>();
    Map<String, Path> attempts = new HashMap<>();
    Archive archive = new Archive(request);
    long bytes = 0;
    for (Scanned file : fresh) {
      Path attempt = store.attempt(file.landing());
      attempts.put(file.landing(), attempt);
      String source = archive.keep(file).toAbsolutePath().toString();
      bytes += file.scan().size();
      for (int range = 0; range < file.scan().ranges(); range++) {
        tasks.add(task(file, source, attempt, range));
      }
    }
    int least = SLICES_PER_CORE * spark.sparkContext().defaultParallelism();
    int slices = Math.max((int) (bytes / SLICE_BYTES), least);
    LongAccumulator read = spark.sparkContext().longAccumulator("bytes");
    LongAccumulator rows = spark.sparkContext().longAccumulator("rows");
    progress.begin(Step.LAND, new Work(bytes, read::sum, rows::sum));
    List<PartTask.Done> done =
        Parallel.map(spark, "land files", tasks, slices, task -> counted(task, read, rows));
    Map<String, Landing> landings = new HashMap<>();
    int from = 0;
    for (Scanned file : fresh) {
      file.stamp().check();
      int to = from + file.scan().ranges();
      List<LandingPart> parts = PartTask.Done.parts(done.subList(from, to));
      Landing landing = landing(file, attempts.get(file.landing()), parts);
      landings.put(file.landing(), store.commit(landing));
      from = to;
    }
    return landings;
  }

  private static PartTask.Done counted(PartTask task, LongAccumulator read, LongAccumulator rows) {
    PartTask.Done done = task.run();
    read.add(task.bytes());
    rows.add(done.part().tally().rows(Tally.Place.READ));
    return done;
  }

  private PartTask task(Scanned file, String source, Path attempt, int range) {
    RecordKey key = RecordKey.of(request.contract().table(file.table()));
    return new PartTask(
        source,
        file.scan(),
        file.layout(range),
        key,
        file.landing(),
        attempt.toAbsolutePath().toString(),
        range,
        parser);
  }

  private static Landing landing(Scanned file, Path attempt, List<LandingPart> parts) {
    FileScan scan = file.scan();
    return new Landing(
        file.landing(),
        attempt.getFileName().toString(),
        scan.name(),
        scan.sha256(),
        scan.size(),
        file.table(),
        scan.charset(),
        scan.encodingEvidence(),
        parts);
  }

  private Scanned scan(Input input, AtomicLong files) {
    try {
      return scan(input);
    } finally {
      files.incrementAndGet();
    }
  }

  private Scanned scan(Input input) {
    FileStamp stamp = FileStamp.of(input.path());
    String table =
        input.table().isEmpty() ? request.contract().tableOf(input.name()) : input.table();
    Optional<String> known =
        input.sha256().isEmpty() ? seen.sha256(stamp) : Optional.of(input.sha256());
    return known
        .filter(sha256 -> store.find(id(input, table, sha256)).isPresent())
        .map(sha256 -> scanned(input, table, stamp, sha256, opened(input, table, sha256)))
        .orElseGet(() -> read(input, table, stamp));
  }

  private Scanned read(Input input, String table, FileStamp stamp) {
    Opened opened = keyed(Opened.now(request.contract(), table, input, input.path()), table);
    stamp.check();
    String sha256 = opened.scan().sha256();
    seen.remember(stamp, sha256);
    return scanned(input, table, stamp, sha256, opened);
  }

  private Scanned scanned(
      Input input, String table, FileStamp stamp, String sha256, Opened opened) {
    return new Scanned(input, table, stamp, sha256, id(input, table, sha256), opened);
  }

  /** What is read again of a file that has landed is read from its archived bytes. */
  private Opened opened(Input input, String table, String sha256) {
    Path archived = request.root().resolve("archive").resolve(sha256);
    Path bytes = Files.exists(archived) ? archived : input.path();
    return keyed(Opened.later(request.contract(), table, input, bytes), table);
  }

  /** Persons of rosters are told apart by the key of the study. */
  private Opened keyed(Opened opened, String table) {
    if (!request.contract().table(table).isRoster()) {
      return opened;
    }
    PersonKey key = PersonKey.of(request.root());
    return opened.with(l -> l.keyed(key));
  }

  private String id(Input input, String table, String sha256) {
    String contract = request.contract().digest(input.name());
    String id = Landing.id(sha256, contract, table, input.sourceId());
    return request.contract().table(table).isRoster()
        ? Landing.digest(List.of(id, PersonKey.of(request.root()).digest()))
        : id;
  }

  private void changed(List<Scanned> scanned, List<Refused> refused) {
    UnitChanges.of(scanned, f -> store.has(f.landing()), request.contract().settings())
        .forEach(
            (file, problems) -> {
              scanned.remove(file);
              refused.add(new Refused(file.input(), new InputException(ExitCode.INPUT, problems)));
            });
  }

  private static void collect(
      Input input, Future<Scanned> future, List<Scanned> scanned, List<Refused> refused) {
    try {
      scanned.add(future.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InputException problem) {
        refused.add(new Refused(input, problem));
      } else if (e.getCause() instanceof RuntimeException ours) {
        throw ours;
      } else {
        throw new IllegalStateException(e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
