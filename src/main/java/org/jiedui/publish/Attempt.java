package org.jiedui.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;

/**
 * One run's files, in a folder that no other run uses and no reader sees before the commit. What is
 * never committed is collected later.
 */
public final class Attempt {
  private static final int LOOKS = 4;
  private static final int BETWEEN_LOOKS_MILLIS = 40;
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}(\\.[a-z0-9]{1,8})?");

  private final Report report;
  private final Store store;
  private final Durable durable;
  private final LocalDate asOf;
  private final String id;
  private final long base;
  private final Instant begun;
  private final Map<String, String> facts;
  private final Map<String, TableFile.Writer> tables = new TreeMap<>();
  private final Map<String, StoredFile> texts = new TreeMap<>();
  private final List<Gate> gates = new ArrayList<>();
  private final Object decision = new Object();
  private boolean held;
  private boolean decided;
  private volatile boolean abandoned;

  Attempt(Report report, LocalDate asOf, String id, Map<String, String> facts) throws IOException {
    this.report = report;
    this.store = report.store();
    this.durable = new Durable(store);
    this.asOf = asOf;
    this.id = id;
    this.facts = Map.copyOf(facts);
    this.begun = store.clock();
    this.base = report.history().latestOf(asOf).map(Commit::seq).orElse(0L);
  }

  /** 128 random bits, never used again. */
  public String id() {
    return id;
  }

  public LocalDate asOf() {
    return asOf;
  }

  /** What has to hold of the tables as they were read back; see {@link #require}. */
  public interface Gate {
    /** What does not. */
    List<Problem> problems(Function<String, Frame> tables);
  }

  /**
   * Adds a condition under which the version is published. A gate that finds something stops the
   * commit with exit 3; one that throws decides the exit code itself.
   */
  public Attempt require(Gate gate) {
    gates.add(gate);
    return this;
  }

  /** Publishes for review: readers get the version by default when it has been approved. */
  public Attempt held() {
    held = true;
    return this;
  }

  /**
   * Removes what was written, unless it was committed: nothing of the attempt can be committed any
   * more. May be called from another thread, and then waits while the commit is decided.
   */
  public void abandon() {
    abandoned = true;
    synchronized (decision) {
      if (!decided) {
        discardWhatIsStillWritten();
      }
    }
  }

  /** A write that was under way may put a file back; nothing begins after it. */
  private void discardWhatIsStillWritten() {
    for (int look = 0; look < LOOKS; look++) {
      discard();
      try {
        Thread.sleep(BETWEEN_LOOKS_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Adds a table. */
  public void write(Frame frame) {
    call(
        () -> {
          try (TableFile.Writer writer = table(frame.table(), frame.fields())) {
            for (Object[] row : frame.rows()) {
              writer.append(row);
            }
          }
          return null;
        });
  }

  /** Adds a table row by row, sorted; to be closed before the commit. */
  public TableFile.Writer table(String table, List<Field> fields) {
    String name = fresh(table + StoredFile.TABLE_SUFFIX);
    return call(
        () -> {
          var writer = new TableFile.Writer(store.write(path(name)), table, fields, facts);
          tables.put(name, writer);
          return writer;
        });
  }

  /** Adds a text, for instance the reconciliation or the codebook. */
  public void writeText(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(name, out -> out.write(bytes));
  }

  /** Adds a copy of a finished file, under its own name. */
  public void file(Path file) {
    add(file.getFileName().toString(), out -> Files.copy(file, out));
  }

  /**
   * Forces and reads back every file, then makes all of them a version in one step. With equal
   * inputs it finds the version that is there already. Throws with {@link ExitCode#TEMPORARY} when
   * another run published other inputs for the day meanwhile.
   *
   * @param versions further programs to be named in the manifest, for instance Spark
   */
  public Outcome commit(Inputs inputs, Map<String, String> versions) {
    return call(() -> publish(inputs, versions));
  }

  private Outcome publish(Inputs inputs, Map<String, String> versions) throws IOException {
    List<StoredFile> files = files();
    for (StoredFile file : files) {
      refuseAbandoned();
      store.force(path(file.path()));
    }
    durable.forceUp(folder());
    readBack(files);
    Manifest manifest = manifest(files, inputs, versions);
    return outcome(decide(manifest));
  }

  private Commit decide(Manifest manifest) throws IOException {
    synchronized (decision) {
      refuseAbandoned();
      String json = manifest.json();
      durable.replace(path(Manifest.NAME), json, id);
      // From here on a record may exist, whatever the store answers.
      decided = true;
      return commit(manifest, json);
    }
  }

  private void refuseAbandoned() {
    if (abandoned) {
      throw new IllegalStateException("the attempt was abandoned: " + id);
    }
  }

  private Commit commit(Manifest manifest, String json) throws IOException {
    var draft =
        new CommitLog.Draft(
            asOf,
            manifest.fingerprint(),
            "data/" + asOf + "-" + id + "/" + Manifest.NAME,
            Sha256.of(json),
            manifest.rows(),
            id,
            manifest.inputs().code(),
            base,
            begun,
            held);
    try {
      return report.log().append(draft);
    } catch (InputException refused) {
      discard();
      throw refused;
    }
  }

  private Outcome outcome(Commit commit) {
    boolean ours = commit.attempt().equals(id);
    if (!ours) {
      discard();
    }
    List<Problem> warnings = report.mendHint(id);
    Outcome.Kind kind = ours ? Outcome.Kind.PUBLISHED : Outcome.Kind.ALREADY;
    return new Outcome(kind, new Version(store, commit), warnings);
  }

  private void readBack(List<StoredFile> files) throws IOException {
    List<Problem> problems = new ArrayList<>();
    for (StoredFile file : files) {
      refuseAbandoned();
      Optional<Problem> problem = new FileCheck(durable, folder()).problem(file);
      problem.ifPresent(problems::add);
    }
    InputException.throwIfAny(ExitCode.STORAGE, problems);
    List<Problem> stops =
        gates.stream().flatMap(g -> g.problems(this::readTable).stream()).toList();
    InputException.throwIfAny(ExitCode.GATE, stops);
  }

  private Frame readTable(String table) {
    return call(
        () -> {
          try (var channel = store.read(path(table + StoredFile.TABLE_SUFFIX))) {
            return TableFile.read(channel);
          }
        });
  }

  private List<StoredFile> files() {
    Map<String, StoredFile> all = new TreeMap<>(texts);
    tables.forEach((name, writer) -> all.put(name, writer.stored(name)));
    return List.copyOf(all.values());
  }

  private Manifest manifest(List<StoredFile> files, Inputs inputs, Map<String, String> versions) {
    Map<String, String> programs = new TreeMap<>(versions);
    programs.put("jiedui", ProgramVersion.current());
    programs.put("java", Runtime.version().toString());
    return new Manifest(report.id(), asOf, id, inputs.fingerprint(), files, inputs, programs);
  }

  private void add(String name, Report.Content content) {
    String fresh = fresh(name);
    call(
        () -> {
          var out = new DigestingOutput(store.write(path(fresh)));
          try (out) {
            content.writeTo(out);
          }
          texts.put(fresh, new StoredFile(fresh, out.getPos(), out.sha256(), Optional.empty()));
          return null;
        });
  }

  private void discard() {
    try {
      new Tree(store).delete(folder());
    } catch (IOException left) {
      // Collected later.
    }
  }

  private String fresh(String name) {
    refuseAbandoned();
    if (!NAME.matcher(name).matches() || name.equals(Manifest.NAME)) {
      throw new IllegalArgumentException("not a name of a published file: " + name);
    }
    if (tables.containsKey(name) || texts.containsKey(name)) {
      throw new IllegalStateException("written twice in one attempt: " + name);
    }
    return name;
  }

  private <T> T call(Storage.Work<T> work) {
    return Storage.call(work, this::room);
  }

  private Storage.Room room() throws IOException {
    return new Storage.Room(store.place(folder()), new Tree(store).bytes(folder()), store.free());
  }

  private String folder() {
    return report.id() + "/data/" + asOf + "-" + id;
  }

  private String path(String name) {
    return folder() + "/" + name;
  }
}
