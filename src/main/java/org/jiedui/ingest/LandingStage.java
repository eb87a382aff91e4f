package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.jiedui.ingest.file.PlaceCodes;
import org.jiedui.ingest.file.RecordKey;
import org.jiedui.ingest.file.Tally;
import org.jiedui.message.Progress;
import org.jiedui.message.Progress.Work;
import org.jiedui.message.Step;

/** From scanned files to landings: lands the new ones in one Spark job and commits each. */
final class LandingStage {
  private static final long SLICE_BYTES = 4L << 20;

  /** Many small files: so often is it known at least how far the work has come. */
  private static final int SLICES_PER_CORE = 8;

  private final IngestRequest request;
  private final PartTask.Parser parser;
  private final Progress progress;
  private final LandingStore store;

  LandingStage(IngestRequest request, PartTask.Parser parser, Progress progress) {
    this.request = request;
    this.parser = parser;
    this.progress = progress;
    store = LandingStore.in(request.root());
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

  /** Lands what is new. Inputs with the same bytes and table land once. */
  List<Landed> land(SparkSession spark, List<Scanned> files) {
    try {
      Files.createDirectories(request.root().resolve(LandingStore.FOLDER));
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
}
