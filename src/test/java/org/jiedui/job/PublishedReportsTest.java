package org.jiedui.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jiedui.message.InputException;
import org.jiedui.publish.Attempt;
import org.jiedui.publish.Inputs;
import org.jiedui.publish.Report;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands that look at published versions. */
class PublishedReportsTest {
  @TempDir private Path root;

  private String out;

  @BeforeEach
  void publishTwoVersions() {
    publish("sample", "one");
    publish("sample", "two");
  }

  @Test
  void historyListsTheVersionsAndPrintsThePathOfOne() {
    assertThat(run(new HistoryJob(), "--format", "csv")).isZero();
    assertThat(out.lines()).hasSize(3);
    assertThat(out).contains("2026-11-21");

    assertThat(run(new HistoryJob(), "--version", "1", "--print-path")).isZero();
    assertThat(Path.of(out.strip()).resolve("note.txt")).hasContent("one");
  }

  @Test
  void verifyIsSilentOnWholeVersionsAndNamesADamagedFile() throws Exception {
    assertThat(run(new VerifyJob(), "--all")).isZero();

    Path file = new Report(root, "sample").version(1).orElseThrow().path().resolve("note.txt");
    Files.writeString(file, "onE");

    assertThat(run(new VerifyJob())).isZero();
    assertThat(run(new VerifyJob(), "--version", "1")).isEqualTo(5);
    assertThat(run(new VerifyJob(), "--all")).isEqualTo(5);
  }

  @Test
  void withSeveralReportsTheCallerHasToChoose() {
    publish("other", "three");

    assertThat(problems(new HistoryJob())).contains("REPORT_AMBIGUOUS", "other, sample");
    assertThat(problems(new HistoryJob(), "--report", "sampel")).contains("did you mean sample?");
    assertThat(run(new HistoryJob(), "--report", "other")).isZero();
  }

  @Test
  void anUnknownVersionAndAnEmptyRootAreUsageErrorsWithAWayOut() {
    assertThat(problems(new VerifyJob(), "--version", "9")).contains("there is no version 9");
    assertThat(problems(new VerifyJob(), "--root", root.resolve("empty").toString()))
        .contains("REPORT_NONE");
  }

  @Test
  void aHeldVersionIsMarkedAndApprovedOnce() {
    publish("sample", "three", attempt -> attempt.held());

    assertThat(run(new HistoryJob(), "--lang", "en")).isZero();
    assertThat(out).contains("held", "superseded", "Default version: 2");
    assertThat(run(new ApproveJob(), "3", "--lang", "en")).isZero();
    assertThat(out).contains("version 3 is approved", "the default version is 3");
    assertThat(run(new ApproveJob(), "3", "--lang", "en")).isZero();
    assertThat(out).contains("was approved before");
    assertThat(run(new HistoryJob(), "--lang", "en")).isZero();
    assertThat(out).contains("default, approved");
    assertThat(problems(new ApproveJob(), "9")).contains("there is no version 9");
  }

  @Test
  void aPinnedVersionIsMarkedWithItsNote() {
    assertThat(run(new PinJob(), "1", "--note", "Table 2", "--lang", "en")).isZero();
    assertThat(run(new PinJob(), "1", "--note", "other", "--lang", "en")).isZero();
    assertThat(out).contains("was pinned before: Table 2");
    assertThat(run(new HistoryJob(), "--lang", "zh")).isZero();
    assertThat(out).contains("已被更正、保留 (Table 2)");
  }

  @Test
  void freshnessIsFiveWhenNothingEndedWellInTime() throws Exception {
    assertThat(run(new FreshnessJob(), "--lang", "en")).isZero();
    assertThat(out).contains("fresh", "jiedui_age_seconds{report=\"sample\"} ");
    Thread.sleep(1_100);
    assertThat(run(new FreshnessJob(), "--max-age", "1s", "--lang", "en")).isEqualTo(5);
    assertThat(out).contains("stale");
    assertThat(run(new FreshnessJob(), "--warn", "1s", "--lang", "en")).isZero();
    assertThat(out).contains("nearly stale");
  }

  @Test
  void gcListsInADryRunAndChangesNothing() throws Exception {
    for (int i = 0; i < 31; i++) {
      publish("sample", "more " + i);
    }
    assertThat(run(new GcJob(), "--dry-run", "--format", "csv")).isZero();
    assertThat(out.lines()).hasSize(4);
    assertThat(run(new GcJob(), "--format", "csv")).isZero();
    assertThat(out.lines()).hasSize(4);
    assertThat(run(new GcJob(), "--format", "csv")).isZero();
    assertThat(out.lines()).hasSize(1);
    assertThat(run(new HistoryJob(), "--lang", "en")).isZero();
    assertThat(out).contains("superseded, collected");
    assertThat(run(new VerifyJob(), "--all")).isZero();
  }

  @Test
  void aStaleHintIsRepaired() throws Exception {
    Path latest = root.resolve("sample/latest");
    Files.delete(latest);
    assertThat(run(new VerifyJob())).isZero();
    assertThat(latest).doesNotExist();
    assertThat(run(new VerifyJob(), "--repair")).isZero();
    assertThat(latest.resolve("note.txt")).hasContent("two");
  }

  private void publish(String report, String text) {
    publish(report, text, attempt -> attempt);
  }

  private void publish(String report, String text, UnaryOperator<Attempt> how) {
    Attempt attempt = how.apply(new Report(root, report).begin(LocalDate.of(2026, 11, 21)));
    attempt.writeText("note.txt", text);
    attempt.commit(new Inputs(List.of(), text, List.of(), "0.1.0"), Map.of());
  }

  private int run(Object job, String... args) {
    PrintStream before = System.out;
    var bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      return line(job).execute(withRoot(args));
    } finally {
      System.setOut(before);
      out = bytes.toString(StandardCharsets.UTF_8);
    }
  }

  private String problems(Object job, String... args) {
    String[] message = {""};
    line(job)
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              message[0] = e.getMessage();
              return ((InputException) e).exit().code();
            })
        .execute(withRoot(args));
    return message[0];
  }

  private static CommandLine line(Object job) {
    return new CommandLine(job).setOverwrittenOptionsAllowed(true);
  }

  private String[] withRoot(String... args) {
    List<String> all = new java.util.ArrayList<>(List.of("--root", root.toString()));
    all.addAll(List.of(args));
    return all.toArray(String[]::new);
  }
}
