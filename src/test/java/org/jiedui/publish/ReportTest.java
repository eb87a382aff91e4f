package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of a report on a disk. */
class ReportTest {
  @TempDir private Path root;

  @Test
  void latestIsOneConsistentFolderAndMovesWithEveryVersion() throws Exception {
    Store store = new LocalStore(root);
    for (int content = 1; content <= 3; content++) {
      Outcome outcome = Trial.publish(store, Trial.NIGHT, content);
      Path latest = root.resolve("trial/latest").toRealPath();
      assertThat(latest).isEqualTo(outcome.version().path().toRealPath());
      assertThat(TableFile.read(latest.resolve("a.parquet")).rows().get(0)[1]).isEqualTo(content);
    }
  }

  @Test
  void theSameInputsAreAlreadyPublishedAndLeaveNothingBehind() throws Exception {
    Store store = new LocalStore(root);
    Trial.publish(store, Trial.NIGHT, 1);
    List<Path> before = tree();

    Outcome again = Trial.publish(store, Trial.NIGHT, 1);

    assertThat(again.kind()).isEqualTo(Outcome.Kind.ALREADY);
    assertThat(again.version().seq()).isEqualTo(1);
    assertThat(tree()).isEqualTo(before);
    assertThat(Trial.report(store).published(Trial.NIGHT, Trial.inputs(1))).isPresent();
    assertThat(Trial.report(store).published(Trial.NIGHT, Trial.inputs(2))).isEmpty();
    assertThat(tree()).isEqualTo(before);
  }

  @Test
  void aCorrectionSupersedesAndGoingBackIsANewVersion() throws Exception {
    Store store = new LocalStore(root);
    Trial.publish(store, Trial.NIGHT, 1);
    Trial.publish(store, Trial.NIGHT, 2);
    Outcome back = Trial.publish(store, Trial.NIGHT, 1);

    assertThat(back.kind()).isEqualTo(Outcome.Kind.PUBLISHED);
    assertThat(back.version().commit().supersedes()).isEqualTo(2);
    assertThat(Trial.report(store).history().commits())
        .extracting(Commit::seq)
        .containsExactly(1L, 2L, 3L);
    assertThat(Trial.content(Trial.report(store).version(2).orElseThrow())).isEqualTo(2);
    Trial.checkHistory(store);
  }

  @Test
  void aMissedNightComesIntoHistoryAndNotToTheFront() throws Exception {
    Store store = new LocalStore(root);
    Trial.publish(store, Trial.NIGHT, 2);
    Trial.publish(store, Trial.NIGHT.minusDays(1), 1);

    assertThat(Trial.visible(store)).isEqualTo(2);
    assertThat(Trial.report(store).history().commits())
        .extracting(Commit::seq)
        .containsExactly(2L, 1L);
  }

  @Test
  void theSameContentGivesTheSameBytesInTwoRoots() throws Exception {
    Version one = Trial.publish(new LocalStore(root.resolve("one")), Trial.NIGHT, 1).version();
    Version two = Trial.publish(new LocalStore(root.resolve("two")), Trial.NIGHT, 1).version();

    assertThat(one.manifest().files()).isEqualTo(two.manifest().files());
    assertThat(one.commit().fingerprint()).isEqualTo(two.commit().fingerprint());
  }

  @Test
  void filesAndFoldersAreNotForEverybody() throws Exception {
    Trial.publish(new LocalStore(root.resolve("data")), Trial.NIGHT, 1);
    try (Stream<Path> all = Files.walk(root.resolve("data"))) {
      for (Path path : (Iterable<Path>) all.filter(p -> !Files.isSymbolicLink(p))::iterator) {
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        assertThat(mode).as(path.toString()).endsWith("---").doesNotContain("-w-");
      }
    }
  }

  @Test
  void noNameLeavesTheStore() {
    Store store = new LocalStore(root);
    List<String> names = List.of("../x", "/etc/x", "a/../../x", "C:\\x", "a\0b");
    for (String name : names) {
      assertThatThrownBy(() -> store.write(name))
          .as(name)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new Report(store, "../x"))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.USAGE));
    Proof.PUBLISH_NAMES.record(Counts.of(names.size(), 0));
  }

  @Test
  void anUnknownTableIsAnsweredWithTheNearestOne() {
    Store store = new LocalStore(root);
    Attempt attempt = Trial.report(store).begin(Trial.NIGHT);
    attempt.write(Trial.frame("effect_ratio", 1));
    Version version = attempt.commit(Trial.inputs(1), Map.of()).version();

    assertThatThrownBy(() -> version.read("effect_ration"))
        .hasMessageContaining("did you mean effect_ratio?");
  }

  @Test
  void theRunReportIsWrittenWholeAndCounts(@TempDir Path other) throws Exception {
    Report report = new Report(other, "trial");
    var run =
        new RunReport(
            "run",
            Optional.of(new RunReport.Key("trial", Trial.NIGHT)),
            "00ff",
            "published",
            ExitCode.OK,
            7,
            "abc",
            Instant.EPOCH,
            Instant.EPOCH,
            Map.of("ingest", 1.5),
            Map.of("rows", Map.of("read", 10L)),
            List.of(),
            List.of(Map.of("code", "ZERO_BASE")));
    report.record(run);

    String json = Files.readString(other.resolve("trial/_runs/2026-11-21-00ff.json"));
    assertThat(Json.object(json))
        .containsEntry("exitCode", 0L)
        .containsEntry("rows", Map.of("read", 10L))
        .containsEntry("phaseSeconds", Map.of("ingest", 1.5));
  }

  private List<Path> tree() throws Exception {
    try (Stream<Path> all = Files.walk(root)) {
      return all.sorted().toList();
    }
  }
}
