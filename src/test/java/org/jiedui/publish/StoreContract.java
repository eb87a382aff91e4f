package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What publication relies on, the same for every storage. */
abstract class StoreContract {
  private static final int WRITERS = 8;

  /** An empty store. */
  abstract Store fresh() throws IOException;

  @Test
  void ofManyWritersExactlyOneGetsAName() throws Exception {
    Store store = fresh();
    for (int round = 0; round < 5; round++) {
      assertThat(winners(store, "folder/" + round + ".json")).isEqualTo(1);
    }
  }

  @Test
  void whatIsWrittenIsReadFromAnyPlace() throws Exception {
    Store store = fresh();
    write(store, "a/b/file", "0123456789");
    store.force("a/b/file");
    store.force("a/b");
    try (SeekableByteChannel channel = store.read("a/b/file")) {
      assertThat(channel.size()).isEqualTo(10);
      channel.position(7);
      ByteBuffer rest = ByteBuffer.allocate(10);
      assertThat(channel.read(rest)).isEqualTo(3);
      assertThat(channel.position()).isEqualTo(10);
      assertThat(channel.read(rest)).isEqualTo(-1);
      channel.position(0);
      assertThat(new String(rest.array(), 0, 3, StandardCharsets.UTF_8)).isEqualTo("789");
    }
    assertThatThrownBy(() -> write(store, "a/b/file", "x"))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThatThrownBy(() -> store.read("a/none")).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void listsAreSortedAndSayWhatStandsUnderANameAndMissingFoldersAreEmpty() throws Exception {
    Store store = fresh();
    write(store, "a/z", "12");
    write(store, "a/b/inner", "1");
    write(store, "a/c", "123");

    assertThat(store.list("a"))
        .extracting(Store.Entry::name, Store.Entry::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("b", Store.Kind.FOLDER),
            org.assertj.core.groups.Tuple.tuple("c", Store.Kind.FILE),
            org.assertj.core.groups.Tuple.tuple("z", Store.Kind.FILE));
    assertThat(store.list("a").get(1).bytes()).isEqualTo(3);
    assertThat(store.list("none")).isEmpty();
  }

  @Test
  void movingReplacesAFileAndTakesAFolderWithAllThatIsInIt() throws Exception {
    Store store = fresh();
    write(store, "a/old", "old");
    write(store, "a/new", "new");
    store.move("a/new", "a/old");
    assertThat(new Durable(store).text("a/old")).isEqualTo("new");
    assertThatThrownBy(() -> store.read("a/new")).isInstanceOf(NoSuchFileException.class);

    write(store, "trash/mark", "x");
    store.move("a", "trash/a");
    assertThat(new Durable(store).text("trash/a/old")).isEqualTo("new");
    assertThat(store.list("a")).isEmpty();
    assertThatThrownBy(() -> store.move("a", "b")).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void deletingWhatIsNotThereIsNoErrorAndLinkingItIsOne() throws Exception {
    Store store = fresh();
    write(store, "a/file", "x");
    assertThatCode(() -> store.delete("a/none")).doesNotThrowAnyException();
    assertThatThrownBy(() -> store.link("a/none", "a/name"))
        .isInstanceOf(NoSuchFileException.class);
    store.delete("a/file");
    store.delete("a");
    assertThat(store.list("")).isEmpty();
  }

  @Test
  void theClockIsThatOfItsFiles() throws Exception {
    Store store = fresh();
    var before = store.clock();
    write(store, "a", "x");
    assertThat(store.list("").get(0).modified()).isAfterOrEqualTo(before);
    assertThat(store.clock()).isAfterOrEqualTo(before);
    assertThat(store.list("")).hasSize(1);
  }

  @Test
  void theProbeIsContent() throws Exception {
    Store store = fresh();
    assertThatCode(() -> new Probe(store).exclusive("a", "token")).doesNotThrowAnyException();
    assertThat(store.list("a")).isEmpty();
  }

  @Test
  void nightsCorrectionsReviewsAndCollectionsWorkAlike() throws Exception {
    Store store = fresh();
    Trial.night(store, Trial.NIGHT, 1);
    Trial.night(store, Trial.NIGHT, 1);
    Trial.night(store, Trial.NIGHT, 2);
    Report report = Trial.report(store);
    assertThat(report.history().commits()).hasSize(2);
    assertThat(report.staleHint()).isEmpty();
    assertThat(report.version(1).orElseThrow().verify()).isEmpty();
    assertThat(Trial.visible(store)).isEqualTo(2);

    Attempt held = report.begin(Trial.NIGHT).held();
    held.write(Trial.frame("a", 3));
    held.write(Trial.frame("b", 3));
    Commit commit = held.commit(Trial.inputs(3), java.util.Map.of()).version().commit();
    assertThat(Trial.visible(store)).isEqualTo(2);
    report.approve(commit, "");
    report.pin(commit, "note");
    assertThat(Trial.visible(store)).isEqualTo(3);
    assertThat(report.collect()).isEmpty();
    Trial.checkHistory(store);
  }

  @Test
  void deathAtAStepLeavesTheOldVersionOrTheNewOne() throws Exception {
    Store counted = fresh();
    Trial.night(counted, Trial.NIGHT, 1);
    FaultStore counting = FaultStore.counting(counted);
    Trial.night(counting, Trial.NIGHT, 2);
    for (int step = 1; step <= counting.steps(); step += 9) {
      Store store = fresh();
      Trial.night(store, Trial.NIGHT, 1);
      try {
        Trial.night(FaultStore.failing(store, step, FaultStore.Fault.KILL_AFTER), Trial.NIGHT, 2);
      } catch (FaultStore.Killed killed) {
        assertThat(Trial.visible(store)).isIn(1, 2);
      }
      Trial.loseLease(store);
      Trial.night(store, Trial.NIGHT, 2);
      assertThat(Trial.visible(store)).isEqualTo(2);
      Trial.checkHistory(store);
    }
  }

  static void write(Store store, String file, String text) throws IOException {
    try (OutputStream out = store.write(file)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** How many of several writers at once believe that they have created a name. */
  static int winners(Store store, String name) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Callable<Boolean>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        String token = "t" + i;
        writers.add(() -> creates(store, name, token));
      }
      int winners = 0;
      for (Future<Boolean> won : pool.invokeAll(writers)) {
        winners += won.get() ? 1 : 0;
      }
      return winners;
    } finally {
      pool.shutdownNow();
    }
  }

  private static boolean creates(Store store, String name, String token) throws IOException {
    try {
      new Durable(store).create(name, token, token);
      return true;
    } catch (FileAlreadyExistsException lost) {
      return false;
    }
  }
}
