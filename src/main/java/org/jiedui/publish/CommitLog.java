package org.jiedui.publish;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** The numbered records of one report: created one after the other, never changed. */
final class CommitLog {
  /** Half the time after which an attempt that nobody committed may be collected. */
  private static final Duration OLDEST = Duration.ofHours(24);

  private static final Pattern NAME = Pattern.compile("\\d{20}\\.json");
  private static final Pattern TOMBSTONE = Pattern.compile("\\d{20}\\.tombstone\\.json");

  private final Store store;
  private final Durable durable;
  private final String report;

  CommitLog(Store store, String report) {
    this.store = store;
    this.durable = new Durable(store);
    this.report = report;
  }

  /**
   * What is to be committed.
   *
   * @param base number of the day's latest commit when the run began, 0 for none
   */
  record Draft(
      LocalDate asOf,
      String fingerprint,
      String manifest,
      String manifestSha256,
      long rows,
      String attempt,
      String code,
      long base,
      Instant begun,
      boolean held) {}

  History read() throws IOException {
    List<Commit> commits = new ArrayList<>();
    List<Problem> warnings = new ArrayList<>();
    Set<Long> collected = new TreeSet<>();
    long highest = 0;
    for (Store.Entry entry : store.list(folder())) {
      if (NAME.matcher(entry.name()).matches()) {
        highest = Math.max(highest, number(entry.name()));
        read(entry.name(), commits, warnings);
      } else if (TOMBSTONE.matcher(entry.name()).matches()) {
        collected.add(number(entry.name()));
      }
    }
    Set<Long> approved = new TreeSet<>();
    if (commits.stream().anyMatch(Commit::held)) {
      approved.addAll(new Marks(store, report, Marks.APPROVALS).of(commits));
    }
    return new History(commits, highest, warnings, approved, collected);
  }

  /** Says beside the record that the files of a version are given up. */
  void bury(Commit commit, String token) throws IOException {
    String tombstone = folder() + "/" + Commit.fileName(commit.seq()).replace(".json", "");
    try {
      durable.create(
          tombstone + ".tombstone.json", Marks.json(commit, store.clock().toString(), ""), token);
    } catch (FileAlreadyExistsException before) {
      // An earlier collection came so far and no further.
    }
  }

  /**
   * Creates the next record, unless the day has the same fingerprint already; throws OVERTAKEN when
   * the day got another one since the run began. Whatever it returns is durable.
   */
  Commit append(Draft draft) throws IOException {
    while (true) {
      refuseOld(draft);
      History history = read();
      Optional<Commit> latest = history.latestOf(draft.asOf());
      if (latest.isPresent() && latest.get().fingerprint().equals(draft.fingerprint())) {
        return acknowledge(latest.get());
      }
      if (latest.map(Commit::seq).orElse(0L) != draft.base()) {
        throw overtaken(draft.asOf(), latest);
      }
      Commit next = next(draft, history);
      try {
        durable.create(file(next.seq()), next.json(), draft.attempt());
        return next;
      } catch (FileAlreadyExistsException lost) {
        // Another writer has the number: look again at what it committed.
      }
    }
  }

  /** Makes a record durable that another writer may have left before it came to that. */
  Commit acknowledge(Commit commit) throws IOException {
    store.force(file(commit.seq()));
    durable.forceUp(folder());
    return commit;
  }

  /** Gaps in the chain of parents, and records that no reader can use. */
  List<Problem> problems() throws IOException {
    History history = read();
    List<Problem> problems = new ArrayList<>(history.warnings());
    for (Commit commit : history.commits()) {
      Optional<Commit> parent = history.numbered(commit.parentSeq());
      boolean first = commit.parentSeq() == 0;
      if (!first && !parent.map(Commit::sha256).equals(Optional.of(commit.parentSha256()))) {
        problems.add(brokenChain(commit));
      }
    }
    return problems;
  }

  private Commit next(Draft draft, History history) throws IOException {
    Optional<Commit> parent = history.lastWritten();
    return new Commit(
        history.highestName() + 1,
        report,
        draft.asOf(),
        draft.fingerprint(),
        draft.manifest(),
        draft.manifestSha256(),
        parent.map(Commit::seq).orElse(0L),
        parent.map(Commit::sha256).orElse(""),
        draft.base(),
        draft.rows(),
        draft.attempt(),
        draft.code(),
        Commit.PROTOCOL,
        store.clock().toString(),
        draft.held());
  }

  private void read(String name, List<Commit> commits, List<Problem> warnings) throws IOException {
    String text = durable.text(folder() + "/" + name);
    try {
      Commit commit = Commit.parse(text);
      if (commit.seq() != number(name) || !commit.report().equals(report)) {
        throw new IOException("the record is of another name");
      }
      commits.add(commit);
    } catch (IOException e) {
      warnings.add(damaged(name, e));
    }
  }

  private void refuseOld(Draft draft) throws IOException {
    if (Duration.between(draft.begun(), store.clock()).compareTo(OLDEST) > 0) {
      throw new InputException(
          ExitCode.TEMPORARY,
          Problem.error(
                  "ATTEMPT_TOO_OLD",
                  Text.of("本次运行开始已超过 24 小时,未发布", "the run began over 24 hours ago: not published"))
              .fix("请重新运行", "run again"));
    }
  }

  private static InputException overtaken(LocalDate asOf, Optional<Commit> latest) {
    String seq = latest.map(commit -> " " + commit.seq()).orElse("");
    return new InputException(
        ExitCode.TEMPORARY,
        Problem.error(
                "OVERTAKEN",
                Text.of(
                    "本次运行期间," + asOf + " 的已发布版本已变为" + seq,
                    "while this run computed, the published version of "
                        + asOf
                        + " became another:"
                        + seq))
            .because("较旧的数据不得覆盖更正", "older data must not replace a correction")
            .fix("请重新运行", "run again"));
  }

  private Problem damaged(String name, IOException cause) {
    return Problem.warning(
            "COMMIT_DAMAGED",
            Text.of(
                "发布记录已损坏,不予采用:" + cause.getMessage(),
                "commit record is damaged and passed over: " + cause.getMessage()))
        .at(folder() + "/" + name);
  }

  private Problem brokenChain(Commit commit) {
    return Problem.error(
            "CHAIN_BROKEN",
            Text.of(
                "版本 " + commit.seq() + " 的上一记录 " + commit.parentSeq() + " 缺失或已改变",
                "the record before version "
                    + commit.seq()
                    + ", number "
                    + commit.parentSeq()
                    + ", is missing or was changed"))
        .at(file(commit.seq()));
  }

  private String folder() {
    return report + "/_commits";
  }

  private String file(long seq) {
    return folder() + "/" + Commit.fileName(seq);
  }

  private static long number(String name) {
    return Long.parseLong(name.substring(0, 20));
  }
}
