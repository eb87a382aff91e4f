package org.jiedui.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.Attempt;
import org.jiedui.publish.Fingerprint;
import org.jiedui.publish.Inputs;
import org.jiedui.publish.Json;
import org.jiedui.publish.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The account of a run, and who is told. */
class RunTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private static final String VALUE = "canary-31415";

  @TempDir private Path folder;

  private final List<Problem> said = new ArrayList<>();

  @Test
  void aPublishedRunLeavesItsAccountAStatusFileAndMetricsAndNoLease() throws Exception {
    Run run = run(outlets("", ""));
    publish(run, "one");
    run.rows(new RowCounts(200, 150, 50));
    run.fact("files", List.of(Map.of("name", "a.csv", "rows", 200L)));
    run.end(ExitCode.OK);

    Map<String, Object> account = status();
    assertThat(account)
        .containsEntry("format", "jiedui.run/1")
        .containsEntry("report", "trial")
        .containsEntry("asOf", "2026-11-21")
        .containsEntry("outcome", "published")
        .containsEntry("exitCode", 0L)
        .containsEntry("version", 1L)
        .containsKeys("phaseSeconds", "peakMemoryBytes", "bytes", "versions", "files");
    assertThat(Json.object(Files.readString(accounts().get(0)))).isEqualTo(account);
    assertThat(folder.resolve("root/trial/_locks")).isEmptyDirectory();
    assertThat(Files.readString(folder.resolve("metrics.prom")))
        .contains(
            "jiedui_rows_accepted{report=\"trial\"} 150\n",
            "jiedui_rejected_ratio{report=\"trial\"} 0.250000\n",
            "jiedui_version{report=\"trial\"} 1\n",
            "jiedui_run_seconds{report=\"trial\",phase=\"publish\"}",
            "jiedui_last_success_timestamp_seconds");
  }

  @Test
  void aFailedRunSaysWhyByCodeAndPlaceButShowsNoValueAndItsFilesAreGone() throws Exception {
    Run run = run(outlets("", ""));
    Attempt attempt = begin(run);
    attempt.writeText("note.txt", "half");
    Problem problem =
        Problem.error("AMOUNT_BAD", Text.same("not an amount: " + VALUE)).at("a.csv:7:3");
    run.warn(Problem.warning("REJECT_SHARE", Text.same(VALUE)).showing(VALUE).at("b.csv"));
    run.fail(new RuntimeException(new InputException(ExitCode.GATE, problem)));

    String text = Files.readString(folder.resolve("status.json"));
    assertThat(Json.object(text))
        .containsEntry("outcome", "failed")
        .containsEntry("exitCode", 3L)
        .containsEntry("version", 0L)
        .containsEntry("problems", List.of(Map.of("code", "AMOUNT_BAD", "place", "a.csv:7:3")))
        .containsEntry("warnings", List.of(Map.of("code", "REJECT_SHARE", "place", "b.csv")));
    assertThat(text).doesNotContain(VALUE);
    assertThat(accounts()).hasSize(1);
    assertThat(folder.resolve("root/trial/data")).isEmptyDirectory();
    assertThat(folder.resolve("root/trial/_locks")).isEmptyDirectory();
  }

  @Test
  void aFaultOfOursIsToldByItsPlaceInTheProgramOnly() throws Exception {
    Run run = run(outlets("", ""));
    begin(run);
    run.fail(new IllegalStateException(VALUE));

    assertThat(status()).containsEntry("exitCode", 1L);
    assertThat(Files.readString(folder.resolve("status.json")))
        .contains("java.lang.IllegalStateException at org.jiedui.run.RunTest")
        .doesNotContain(VALUE);
  }

  @Test
  void aRunThatFailedBeforeItKnewItsReportStillWritesTheStatusFile() throws Exception {
    Run run = run(outlets("", ""));
    run.fail(new InputException(ExitCode.USAGE, Problem.error("CONF_KEY", Text.NONE)));

    assertThat(status()).containsEntry("exitCode", 2L).containsEntry("report", null);
  }

  @Test
  void theSecondRunOfTheSameInputsSaysAlready() throws Exception {
    Run first = run(Outlets.NONE);
    publish(first, "one");
    first.end(ExitCode.OK);
    Run second = run(outlets("", ""));
    publish(second, "one");
    second.end(ExitCode.OK);

    assertThat(status()).containsEntry("outcome", "already").containsEntry("version", 1L);
    assertThat(accounts()).hasSize(2);
  }

  @Test
  void hooksGetTheAccountAndTheirFailureIsAWarning() throws Exception {
    Path copy = folder.resolve("copy.json");
    Run good = run(outlets("dd 'of=" + copy + "' status=none", "false"));
    publish(good, "one");
    good.end(ExitCode.OK);
    assertThat(Json.object(Files.readString(copy))).containsEntry("outcome", "published");
    assertThat(said).isEmpty();

    for (String hook : List.of("false", "no-such-program --password x")) {
      Run bad = run(outlets(hook, ""));
      publish(bad, hook);
      bad.end(ExitCode.OK);
      assertThat(status()).containsEntry("exitCode", 0L);
      assertThat(said).last().extracting(Problem::code).isEqualTo("HOOK_FAILED");
      assertThat(said.toString()).doesNotContain("password");
      assertThat(status().get("warnings").toString()).contains("HOOK_FAILED");
    }
  }

  @Test
  void aHookIsSplitIntoWordsWithoutAShellAndEndedWhenItTakesTooLong() {
    assertThat(new Hook("mail -s \"it failed\" 'a b' $HOME;ls", Duration.ZERO).words())
        .containsExactly("mail", "-s", "it failed", "a b", "$HOME;ls");
    long start = System.nanoTime();
    assertThat(new Hook("sleep 30", Duration.ofMillis(200)).tell("{}")).isPresent();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void aSecondRunAtOnceIsTemporaryAndAPatientOneWaits() {
    Run first = run(Outlets.NONE);
    begin(first);
    Run second = run(Outlets.NONE);
    assertThatThrownBy(() -> begin(second))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.TEMPORARY));
    second.end(ExitCode.TEMPORARY);

    Thread ending = new Thread(() -> first.end(ExitCode.OK));
    Run patient = run(Outlets.NONE);
    ending.start();
    patient.begin(report(), DAY, 1, Duration.ofMinutes(1), Map.of());
    patient.end(ExitCode.OK);
    assertThat(folder.resolve("root/trial/_locks")).isEmptyDirectory();
  }

  @Test
  void aDiskWithoutRoomIsRefusedBeforeAnyWork() {
    Run run = run(Outlets.NONE);
    assertThatThrownBy(() -> run.begin(report(), DAY, Long.MAX_VALUE / 8, Duration.ZERO, Map.of()))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.STORAGE))
        .hasMessageContainingAll("DISK_FULL", "needed", "free", "jiedui gc --dry-run");
    run.end(ExitCode.STORAGE);
  }

  @Test
  void warningsMayBeMadeToStopARun() {
    Run run = run(Outlets.NONE);
    run.refuseWarnings();
    run.warn(Problem.warning("REJECT_SHARE", Text.NONE));

    assertThatThrownBy(run::refuseWarnings)
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.GATE));
    run.end(ExitCode.GATE);
  }

  private Run run(Outlets outlets) {
    return new Run("night", outlets, said::add);
  }

  private Report report() {
    return new Report(folder.resolve("root"), "trial");
  }

  private Attempt begin(Run run) {
    return run.begin(report(), DAY, 1, Duration.ZERO, Map.of());
  }

  private void publish(Run run, String text) {
    Attempt attempt = begin(run);
    run.phase("publish");
    attempt.writeText("note.txt", text);
    Inputs inputs = new Inputs(List.of(), Fingerprint.of(text), List.of(), "0.1.0");
    run.published(attempt.commit(inputs, Map.of()));
  }

  private Outlets outlets(String onSuccess, String onFailure) {
    return new Outlets(
        Optional.of(folder.resolve("status.json")),
        Optional.of(folder.resolve("metrics.prom")),
        Optional.of(onSuccess).filter(s -> !s.isEmpty()),
        Optional.of(onFailure).filter(s -> !s.isEmpty()));
  }

  private Map<String, Object> status() throws IOException {
    return Json.object(Files.readString(folder.resolve("status.json")));
  }

  private List<Path> accounts() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("root/trial/_runs"))) {
      return files.sorted().toList();
    }
  }
}
