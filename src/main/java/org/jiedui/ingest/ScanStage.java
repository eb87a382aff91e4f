package org.jiedui.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jiedui.ingest.LandingStage.Scanned;
import org.jiedui.ingest.LandingStage.Scans;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.LandingStore;
import org.jiedui.ingest.file.PersonKey;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Progress;
import org.jiedui.message.Progress.Work;
import org.jiedui.message.Step;

/** The files of a request before they land: what each of them is, read only where nobody knows. */
final class ScanStage {
  private final IngestRequest request;
  private final Progress progress;
  private final LandingStore store;
  private final SeenFiles seen;

  ScanStage(IngestRequest request, LandingStore store, Progress progress) {
    this.request = request;
    this.progress = progress;
    this.store = store;
    seen = SeenFiles.in(request.root());
  }

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
    Path archived = Archive.file(request.root(), sha256);
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
