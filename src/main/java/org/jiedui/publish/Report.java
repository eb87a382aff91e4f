package org.jiedui.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** One report: its published versions, and the way to publish the next. */
public final class Report {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

  private final Store store;
  private final String id;
  private final CommitLog log;
  private final Supplier<String> tokens;

  public Report(Path root, String id) {
    this(new LocalStore(root), id);
  }

  public Report(Store store, String id) {
    this(store, id, Report::randomToken);
  }

  /** For tests, in which one seed makes everything. */
  Report(Store store, String id, Supplier<String> tokens) {
    if (!ID.matcher(id).matches()) {
      throw new InputException(
          ExitCode.USAGE,
          Problem.error("REPORT_NAME", Text.of("报告名无效:" + id, "not a name of a report: " + id))
              .expected("小写字母、数字、_ 和 -", "lower-case letters, digits, _ and -"));
    }
    this.store = store;
    this.id = id;
    this.log = new CommitLog(store, id);
    this.tokens = tokens;
  }

  public String id() {
    return id;
  }

  /** All commits that are whole, with a warning for each record that is not. */
  public History history() {
    return Storage.call(log::read);
  }

  /** The version readers get by default. */
  public Optional<Version> head() {
    return history().head().map(this::version);
  }

  public Optional<Version> version(long seq) {
    return history().numbered(seq).map(this::version);
  }

  /**
   * The day's latest version when it was made of the same inputs: nothing is left to do. To be
   * asked before the work.
   */
  public Optional<Version> published(LocalDate asOf, Inputs inputs) {
    Optional<Commit> same =
        history()
            .latestOf(asOf)
            .filter(commit -> commit.fingerprint().equals(inputs.fingerprint()));
    same.ifPresent(
        commit -> {
          Storage.call(() -> log.acknowledge(commit));
          mendHint(tokens.get());
        });
    return same.map(this::version);
  }

  /** The newest whole version of any day that was made of the same inputs. */
  public Optional<Version> equal(Inputs inputs) {
    History history = history();
    return history.commits().stream()
        .filter(commit -> commit.fingerprint().equals(inputs.fingerprint()))
        .filter(commit -> !history.isCollected(commit))
        .max(History.ORDER)
        .map(this::version)
        .filter(version -> version.verify().isEmpty());
  }

  public Attempt begin(LocalDate asOf) {
    return begin(asOf, Map.of());
  }

  /** {@code facts} go into the footer of every table. */
  public Attempt begin(LocalDate asOf, Map<String, String> facts) {
    return Storage.call(() -> new Attempt(this, asOf, tokens.get(), facts));
  }

  /**
   * Whether the next version can be published here; otherwise throws before any work is done.
   *
   * @param inputBytes size of the raw files
   */
  public void preflight(long inputBytes) {
    Storage.call(
        () -> {
          new Preflight(this).check(inputBytes, tokens.get());
          return null;
        });
  }

  /** Takes the lease; exit 75 when another run has it. */
  public Lease lease() {
    return Lease.take(store, id, tokens.get());
  }

  /** Keeps a version for ever; false when it was pinned before. */
  public boolean pin(Commit commit, String note) {
    return Storage.call(() -> new Marks(store, id, Marks.PINS).put(commit, note, tokens.get()));
  }

  /** Notes of the pinned versions, by number. */
  public Map<Long, String> pins() {
    return Storage.call(() -> new Marks(store, id, Marks.PINS).notes(history().commits()));
  }

  /** Lets readers get a held version by default; false when it was approved before. */
  public boolean approve(Commit commit, String note) {
    boolean first =
        Storage.call(() -> new Marks(store, id, Marks.APPROVALS).put(commit, note, tokens.get()));
    mendHint(tokens.get());
    return first;
  }

  /** What would be given up now. */
  public List<Garbage> garbage() {
    return Storage.call(() -> new GarbageCollection(this, tokens.get()).plan());
  }

  /** Gives up what is of no more use, in two phases; returns what was done. */
  public List<Garbage> collect() {
    return Storage.call(() -> new GarbageCollection(this, tokens.get()).collect());
  }

  /** Sets the hint right; a warning when that fails. */
  public List<Problem> repair() {
    return mendHint(tokens.get());
  }

  /** Keeps the account of a run, failed or not; the last thing a run does. */
  public void record(RunReport run) {
    LocalDate asOf = run.key().orElseThrow().asOf();
    String name = id + "/_runs/" + asOf + "-" + run.attempt() + ".json";
    Storage.call(
        () -> {
          new Durable(store).replace(name, run.json(), run.attempt());
          return null;
        });
  }

  /** How old the report is; none before its first version. */
  public Optional<Freshness> freshness() {
    Optional<Commit> head = history().head();
    return head.map(
        commit -> {
          Instant computed = Instant.parse(commit.committedAt());
          Instant success = lastSuccess().filter(computed::isBefore).orElse(computed);
          Duration age = Duration.between(success, clock());
          return new Freshness(id, commit.seq(), commit.asOf(), commit.committedAt(), success, age);
        });
  }

  /** A warning when the name for people does not point to the default version. */
  public Optional<Problem> staleHint() {
    return Storage.call(
        () -> {
          Optional<Commit> head = log.read().head();
          return head.isEmpty() || new Hint(store, id).pointsTo(head.get())
              ? Optional.empty()
              : Optional.of(hintStale("latest 未指向默认版本", "latest is not the default version"));
        });
  }

  /** When a run of the report ended well last, by the store's time. */
  public Optional<Instant> lastSuccess() {
    return Storage.call(() -> new Runs(store, id).lastSuccess());
  }

  /** The store's own time. */
  public Instant clock() {
    return Storage.call(store::clock);
  }

  /** What fills a file. */
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes a file made from a version, in place of the one of that name, whole or not at all. */
  public void export(String file, Content content) throws IOException {
    String name = id + "/" + file;
    String draft = Durable.folder(name) + "/." + tokens.get() + ".tmp";
    try (OutputStream out = new BufferedOutputStream(store.write(draft))) {
      content.writeTo(out);
    }
    store.move(draft, name);
  }

  /** Whether a file made from a version is there. */
  public boolean hasExport(String file) throws IOException {
    String name = id + "/" + file;
    String own = name.substring(name.lastIndexOf('/') + 1);
    return store.list(Durable.folder(name)).stream().anyMatch(entry -> entry.name().equals(own));
  }

  /** How a person names a file of the report. */
  public String place(String file) {
    return store.place(id + "/" + file);
  }

  /** Damage of the commit log itself; for files see {@link Version#verify()}. */
  public List<Problem> verifyLog() {
    return Storage.call(log::problems);
  }

  Store store() {
    return store;
  }

  CommitLog log() {
    return log;
  }

  /** A hint that cannot be set is a warning: the version is published. */
  List<Problem> mendHint(String token) {
    try {
      Optional<Commit> head = log.read().head();
      if (head.isPresent()) {
        new Hint(store, id).pointTo(head.get(), token);
      }
      return List.of();
    } catch (IOException e) {
      String cause = e.getMessage();
      return List.of(hintStale("未能更新 latest:" + cause, "latest was not moved: " + cause));
    }
  }

  private static Problem hintStale(String zh, String en) {
    return Problem.warning("HINT_STALE", Text.of("版本已发布," + zh, "the version is published; " + en))
        .fix("下次运行会修复,或 verify --repair", "the next run mends it, or verify --repair");
  }

  private Version version(Commit commit) {
    return new Version(store, commit);
  }

  private static String randomToken() {
    byte[] bits = new byte[16];
    new SecureRandom().nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }
}
