package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Eight writers and sixteen readers at once, and deaths among the writers. */
class StormTest {
  private static final int WRITERS = 8;
  private static final int READERS = 16;
  private static final int NIGHTS = 3;
  private static final int LOOKS = 12;

  /** Turns to a death: a writer has about 90 of them to a night. */
  private static final int ONE_IN = 150;

  /** Each of them takes one promise away. */
  private static final List<UnaryOperator<Store>> WEAKER =
      List.of(WeakStore::withoutExclusiveCreation, WeakStore::createThenFill);

  @Test
  void whateverTheOrderEveryAcknowledgedVersionIsThereAndEveryReaderSeesWholeOnes()
      throws Exception {
    storm(Proof.PUBLISH_STORM, 4, WEAKER.subList(0, 1));
  }

  @Test
  @Tag("thorough")
  void inTwoHundredOrders() throws Exception {
    storm(Proof.PUBLISH_STORM_THOROUGH, 200, WEAKER);
  }

  private static void storm(Proof proof, int seeds, List<UnaryOperator<Store>> weaker)
      throws Exception {
    int failures = 0;
    int found = 0;
    for (int seed = 0; seed < seeds; seed++) {
      List<String> anomalies = storm(seed, store -> store);
      assertThat(anomalies).as("seed " + seed).isEmpty();
      failures += anomalies.isEmpty() ? 0 : 1;
      for (UnaryOperator<Store> weakened : weaker) {
        found += storm(seed, weakened).isEmpty() ? 0 : 1;
      }
    }
    assertThat(found).isPositive();
    proof.record(Counts.of(seeds, failures).control((long) seeds * weaker.size(), found));
  }

  private static List<String> storm(long seed, UnaryOperator<Store> weakened) throws Exception {
    ModelStore store = new ModelStore();
    Trial.publish(store, Trial.NIGHT, 10);
    Replay replay = new Replay();
    List<Interleaving.Program> programs = new ArrayList<>();
    IntStream.range(0, WRITERS)
        .forEach(i -> programs.add(writer(new Random(31 * seed + i), replay, weakened)));
    IntStream.range(0, READERS).forEach(i -> programs.add(reader(replay)));
    for (Throwable failure :
        Interleaving.everywhere(store).run(new Random(seed), WRITERS, ONE_IN, programs)) {
      if (failure != null) {
        replay.anomaly(failure.toString());
      }
    }
    assertThat(replay.operations()).isGreaterThan((long) READERS * LOOKS / 2);
    return replay.anomalies(store);
  }

  /** When it dies it is started again, and goes on with the next night. */
  private static Interleaving.Program writer(
      Random random, Replay replay, UnaryOperator<Store> weakened) {
    int[] left = {NIGHTS};
    return store -> {
      while (left[0]-- > 0) {
        publish(weakened.apply(store), random, replay);
      }
    };
  }

  /** Nights and contents are few, so that writers meet: the same, corrections, one overtaken. */
  private static void publish(Store store, Random random, Replay replay) {
    int night = random.nextInt(3);
    int content = 10 * (night + 1) + random.nextInt(3);
    LocalDate asOf = Trial.NIGHT.plusDays(night);
    try {
      Outcome outcome = Trial.publish(store, asOf, content);
      replay.acknowledged(new Replay.Met(asOf, outcome.version().seq(), content));
    } catch (InputException e) {
      if (e.exit() != ExitCode.TEMPORARY) {
        replay.anomaly(e.toString());
      }
    }
  }

  private static Interleaving.Program reader(Replay replay) {
    List<Replay.Met> seen = replay.reader();
    return store -> {
      for (int i = 0; i < LOOKS; i++) {
        look(store, seen, replay);
      }
    };
  }

  private static void look(Store store, List<Replay.Met> seen, Replay replay) {
    try {
      seen.add(Replay.Met.of(Trial.report(store).head().orElseThrow()));
    } catch (AssertionError | RuntimeException e) {
      replay.anomaly("a reader: " + e);
    }
  }
}
