package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jiedui.message.InputException;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Test;

/** What is given up, what never is, and readers that are slow meanwhile. */
class GarbageCollectionTest {
  private static final int CORRECTIONS = 40;

  @Test
  void keptAreTheLastThirtyOneAMonthTheNewestOfADayPinnedAndHeldOnes() {
    ModelStore store = new ModelStore();
    LocalDate today = today(store);
    publish(store, today.minusDays(700), 1);
    publish(store, today.minusDays(700), 2);
    publish(store, today.minusDays(699), 3);
    publish(store, today.minusDays(300), 4);
    publish(store, today.minusDays(300), 5);
    publish(store, today.minusDays(299), 6);
    for (int i = 0; i < 30; i++) {
      publish(store, today, 100 + i);
    }
    Report report = Trial.report(store);
    report.pin(report.version(1).orElseThrow().commit(), "Table 2");

    assertThat(report.garbage()).extracting(Garbage::version).containsExactly(2L, 4L);
  }

  @Test
  void versionsAreMovedAwayFirstAndDeletedSevenDaysLater() throws Exception {
    ModelStore store = corrections(CORRECTIONS);
    Report report = Trial.report(store);
    long before = bytes(store);

    assertThat(report.collect()).hasSize(10).allMatch(g -> g.kind() == Garbage.Kind.VERSION);
    assertThat(report.collect()).isEmpty();
    assertThat(Trial.content(report.version(3).orElseThrow())).isEqualTo(3);
    assertThat(report.history().collected()).hasSize(10);
    later(store, Duration.ofDays(8));
    assertThat(report.collect()).hasSize(10).allMatch(g -> g.kind() == Garbage.Kind.TRASHED);

    assertThatThrownBy(() -> report.version(3).orElseThrow().read("a"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("VERSION_COLLECTED");
    assertThat(Trial.visible(store)).isEqualTo(CORRECTIONS);
    assertThat(bytes(store)).isLessThan(before * 4 / 5);
    assertThat(report.verifyLog()).isEmpty();
  }

  @Test
  void attemptsThatNobodyCommittedGoAfterTwoDaysUnlessARunIsUnderWay() throws Exception {
    ModelStore store = new ModelStore();
    Trial.publish(store, Trial.NIGHT, 1);
    Report report = Trial.report(store);
    report.begin(Trial.NIGHT).write(Trial.frame("a", 9));

    later(store, Duration.ofHours(47));
    assertThat(report.garbage()).isEmpty();
    later(store, Duration.ofHours(2));
    try (Lease lease = report.lease()) {
      assertThat(report.garbage()).isEmpty();
    }
    assertThat(report.collect()).extracting(Garbage::kind).containsExactly(Garbage.Kind.ORPHAN);
    later(store, Duration.ofDays(8));
    report.collect();
    assertThat(store.list(Trial.ID + "/data")).hasSize(1);
    assertThat(store.list(Trial.ID + "/_trash")).isEmpty();
  }

  @Test
  void whileARecordIsDamagedItsFilesAreNoOrphans() throws Exception {
    ModelStore store = new ModelStore();
    Trial.publish(store, Trial.NIGHT, 1);
    Trial.publish(store, Trial.NIGHT, 2);
    store.damage(Trial.ID + "/_commits/" + Commit.fileName(2), bytes -> new byte[0]);
    later(store, Duration.ofDays(9));

    assertThat(Trial.report(store).garbage()).isEmpty();
  }

  @Test
  void withoutOneWholeVersionNothingExpires() throws Exception {
    ModelStore store = corrections(CORRECTIONS);
    Report report = Trial.report(store);
    for (Commit commit : report.history().commits()) {
      if (commit.seq() > 10) {
        store.delete(Trial.ID + "/" + Durable.folder(commit.manifest()) + "/a.parquet");
      }
    }

    assertThat(report.garbage()).isEmpty();
  }

  /** A reader holds a version for half an hour while a collection dies at one of its steps. */
  @Test
  void aSlowReaderFindsEveryFileWhereverTheCollectionStops() throws Exception {
    ModelStore published = corrections(33);
    FaultStore counting = FaultStore.counting(published.copy());
    Trial.report(counting).collect();
    int failures = 0;
    for (int step = 1; step <= counting.steps(); step++) {
      failures += readerLost(published.copy(), step) ? 1 : 0;
    }
    assertThat(failures).isZero();
    int weaker = onePhaseLoses(published.copy()) ? 1 : 0;
    Proof.PUBLISH_COLLECT.record(Counts.of(counting.steps(), failures).control(1, weaker));
  }

  private static boolean readerLost(ModelStore store, int step) throws IOException {
    Version slow = Trial.report(store).version(2).orElseThrow();
    slow.manifest();
    try {
      Trial.report(FaultStore.failing(store, step, FaultStore.Fault.KILL_AFTER)).collect();
      throw new AssertionError("nothing was killed");
    } catch (FaultStore.Killed killed) {
      later(store, Duration.ofMinutes(30));
    }
    try {
      boolean same = Trial.content(slow) == 2 && Trial.visible(store) == 33;
      Trial.report(store).collect();
      boolean still = Trial.content(slow) == 2 && Trial.report(store).garbage().isEmpty();
      Trial.checkHistory(store);
      return !same || !still;
    } catch (InputException lost) {
      return true;
    }
  }

  /** The control: deletes at once. */
  private static boolean onePhaseLoses(ModelStore store) throws IOException {
    Version slow = Trial.report(store).version(2).orElseThrow();
    slow.manifest();
    for (Garbage garbage : Trial.report(store).garbage()) {
      new Tree(store).delete(Trial.ID + "/" + garbage.name());
    }
    try {
      return Trial.content(slow) != 2;
    } catch (InputException lost) {
      return true;
    }
  }

  /** Versions of one day of two years ago, each correcting the one before. */
  private static ModelStore corrections(int number) {
    ModelStore store = new ModelStore();
    for (int content = 1; content <= number; content++) {
      Trial.publish(store, LocalDate.of(2024, 3, 1), content);
    }
    return store;
  }

  private static void publish(Store store, LocalDate asOf, int content) {
    Trial.publish(store, asOf, content);
  }

  private static LocalDate today(ModelStore store) {
    return LocalDate.ofInstant(store.clock(), ZoneOffset.UTC);
  }

  private static void later(ModelStore store, Duration time) {
    store.setClock(store.clock().plus(time));
  }

  private static long bytes(ModelStore store) throws IOException {
    return new Tree(store).bytes(Trial.ID);
  }
}
