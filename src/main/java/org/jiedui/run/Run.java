package org.jiedui.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.Attempt;
import org.jiedui.publish.CleanStop;
import org.jiedui.publish.Durable;
import org.jiedui.publish.Lease;
import org.jiedui.publish.LocalStore;
import org.jiedui.publish.Outcome;
import org.jiedui.publish.ProgramVersion;
import org.jiedui.publish.Report;
import org.jiedui.publish.RunReport;
import org.jiedui.publish.Version;

/**
 * One run of a command that publishes: it looks whether it can, takes the lease, keeps the account,
 * and tells how it ended to everybody who asked, last of all in a file.
 *
 * <p>A run that nobody ends is ended with the process: its attempt is removed, its lease released,
 * and its account says that it was stopped.
 */
public final class Run {
  private static final Duration HOOK_LIMIT = Duration.ofSeconds(30);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(2);

  private final String command;
  private final Outlets outlets;
  private final Consumer<Problem> voice;
  private final CleanStop stop = CleanStop.with(this::stopped);
  private final Instant began = Instant.now();
  private final Phases phases = new Phases();
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final Map<String, String> programs =
      new TreeMap<>(
          Map.of("jiedui", ProgramVersion.current(), "java", Runtime.version().toString()));
  private final List<Problem> warnings = new CopyOnWriteArrayList<>();
  private Optional<Report> report = Optional.empty();
  private Optional<Attempt> attempt = Optional.empty();
  private Optional<Lease> lease = Optional.empty();
  private Optional<RowCounts> rows = Optional.empty();
  private Optional<Version> version = Optional.empty();
  private String outcome = "done";
  private boolean ended;

  /**
   * Begins the account.
   *
   * @param voice is told every warning at once
   */
  public Run(String command, Outlets outlets, Consumer<Problem> voice) {
    this.command = command;
    this.outlets = outlets;
    this.voice = voice;
  }

  /**
   * Looks whether the report can be published, takes its lease and begins the attempt. From now on
   * a version that another run publishes for the day is not replaced by this one.
   *
   * @param inputBytes size of the raw files
   * @param patience how long to wait for the lease of another run
   * @param footer facts for the footer of every table
   */
  public synchronized Attempt begin(
      Report target,
      LocalDate asOf,
      long inputBytes,
      Duration patience,
      Map<String, String> footer) {
    report = Optional.of(target);
    target.preflight(inputBytes);
    lease = Optional.of(new Waiting(target, voice).lease(patience).beating());
    lease.get().warnings().forEach(this::warn);
    attempt = Optional.of(target.begin(asOf, footer));
    return attempt.get();
  }

  /** The next part of the work begins. */
  public void phase(String name) {
    phases.begin(name);
  }

  /** A tree of maps, lists, texts and numbers for the account; no value of a row. */
  public void fact(String name, Object tree) {
    synchronized (facts) {
      facts.put(name, tree);
    }
  }

  /** A program that takes part, by its version. */
  public void program(String name, String programVersion) {
    programs.put(name, programVersion);
  }

  public void rows(RowCounts counts) {
    rows = Optional.of(counts);
  }

  /** Said at once, and repeated in the account. */
  public void warn(Problem warning) {
    voice.accept(warning);
    warnings.add(warning);
  }

  /** Throws with exit 3 when there was a warning. */
  public void refuseWarnings() {
    InputException.throwIfAny(ExitCode.GATE, warnings);
  }

  /** What came of the attempt. */
  public synchronized void published(Outcome result) {
    result.warnings().forEach(this::warn);
    found(result.version());
    if (result.kind() == Outcome.Kind.PUBLISHED) {
      outcome = result.version().commit().held() ? "held" : "published";
    }
  }

  /** The version was there already. */
  public synchronized void found(Version there) {
    version = Optional.of(there);
    outcome = "already";
  }

  /** The run has ended with this code. */
  public void end(ExitCode exit) {
    end(exit == ExitCode.OK ? outcome : "failed", exit, List.of());
  }

  /** The run has ended by an exception. */
  public void fail(Throwable failure) {
    if (!CleanStop.underWay()) {
      Optional<InputException> known = InputException.in(failure);
      List<Map<String, String>> problems =
          known
              .map(input -> input.problems().stream().map(Run::told).toList())
              .orElseGet(() -> List.of(Map.of("code", "INTERNAL", "place", where(failure))));
      end("failed", known.map(InputException::exit).orElse(ExitCode.INTERNAL), problems);
    }
  }

  private void stopped() {
    end("stopped", CleanStop.cause().orElse(ExitCode.INTERNAL), List.of());
  }

  private synchronized void end(String word, ExitCode exit, List<Map<String, String>> problems) {
    if (ended) {
      return;
    }
    ended = true;
    phases.end();
    try {
      attempt.ifPresent(Attempt::abandon);
      RunReport account = account(word, exit, problems);
      metrics(account);
      hook(account).ifPresent(this::warn);
      write(account(word, exit, problems));
    } finally {
      lease.ifPresent(Lease::close);
      stop.close();
    }
  }

  private RunReport account(String word, ExitCode exit, List<Map<String, String>> problems) {
    Map<String, Object> all;
    synchronized (facts) {
      all = new LinkedHashMap<>(facts);
    }
    all.put("peakMemoryBytes", PeakMemory.bytes());
    version.ifPresent(v -> all.put("bytes", v.bytes()));
    all.put("versions", programs);
    return new RunReport(
        command,
        report.flatMap(r -> attempt.map(a -> new RunReport.Key(r.id(), a.asOf()))),
        attempt.map(Attempt::id).orElseGet(() -> UUID.randomUUID().toString().replace("-", "")),
        word,
        exit,
        version.map(Version::seq).orElse(0L),
        version.map(v -> v.commit().fingerprint()).orElse(""),
        began,
        Instant.now(),
        phases.seconds(),
        all,
        problems,
        warnings.stream().map(Run::told).toList());
  }

  private void metrics(RunReport account) {
    outlets.metrics().ifPresent(file -> replace(file, Metrics.of(account, success(account), rows)));
  }

  private Optional<Instant> success(RunReport account) {
    try {
      return account.succeeded()
          ? Optional.of(account.ended())
          : report.flatMap(Report::lastSuccess);
    } catch (InputException unreadable) {
      return Optional.empty();
    }
  }

  private Optional<Problem> hook(RunReport account) {
    Duration limit = CleanStop.underWay() ? STOP_LIMIT : HOOK_LIMIT;
    return (account.succeeded() ? outlets.onSuccess() : outlets.onFailure())
        .flatMap(command -> new Hook(command, limit).tell(account.json()));
  }

  /** Not to be able to tell of a run does not change how it ended. */
  private void write(RunReport account) {
    try {
      if (account.key().isPresent()) {
        report.get().record(account);
      }
    } catch (InputException e) {
      e.problems().forEach(problem -> voice.accept(unwritten("_runs", problem.summary())));
    }
    outlets.status().ifPresent(file -> replace(file, account.json()));
  }

  private void replace(Path file, String text) {
    Path whole = file.toAbsolutePath();
    try {
      String token = UUID.randomUUID().toString();
      new Durable(new LocalStore(whole.getParent()))
          .replace(whole.getFileName().toString(), text, token);
    } catch (IOException e) {
      voice.accept(unwritten(whole.toString(), Text.same(e.toString())));
    }
  }

  private static Problem unwritten(String place, Text cause) {
    return Problem.warning(
            "ACCOUNT_UNWRITTEN",
            Text.of("未能写出运行报告:" + cause.zh(), "the run report was not written: " + cause.en()))
        .at(place);
  }

  /** A summary may show a value of a row; code and place never do. */
  private static Map<String, String> told(Problem problem) {
    Map<String, String> tree = new LinkedHashMap<>();
    tree.put("code", problem.code());
    tree.put("place", problem.place());
    return tree;
  }

  private static String where(Throwable failure) {
    StackTraceElement[] frames = failure.getStackTrace();
    return failure.getClass().getName() + (frames.length == 0 ? "" : " at " + frames[0]);
  }
}
