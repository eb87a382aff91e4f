package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jiedui.message.InputException;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two writers at the commit log, their steps mixed in every way. */
class InterleavingTest {
  private static final int STEPS = 9;
  private static final LocalDate NEXT = Trial.NIGHT.plusDays(1);

  @Test
  void inSomeThousandOrdersTheSameNightIsOneCommitAndTwoNightsAreTwo() throws Exception {
    List<Long> orders = some(1_200);
    int failures = same(orders, store -> store) + two(orders, store -> store);
    assertThat(failures).isZero();
    List<Long> few = orders.subList(0, 300);
    int weaker =
        same(few, WeakStore::createThenFill) + two(few, WeakStore::withoutExclusiveCreation);
    assertThat(weaker).isPositive();
    Proof.PUBLISH_INTERLEAVED.record(
        Counts.of(2L * orders.size(), failures).control(2L * few.size(), weaker));
  }

  @Test
  @Tag("thorough")
  void inAllOrders() throws Exception {
    List<Long> orders = all();
    assertThat(orders).hasSize(48_620);
    int failures = same(orders, store -> store) + two(orders, store -> store);
    assertThat(failures).isZero();
    int weaker =
        same(orders, WeakStore::createThenFill) + two(orders, WeakStore::withoutExclusiveCreation);
    Proof.PUBLISH_INTERLEAVED_THOROUGH.record(
        Counts.of(2L * orders.size(), failures).control(2L * orders.size(), weaker));
  }

  /** Orders in which one night with the same inputs is not exactly one commit. */
  private static int same(List<Long> orders, UnaryOperator<Store> weakened) throws Exception {
    int failures = 0;
    for (long order : orders) {
      ModelStore store = new ModelStore();
      run(store, weakened, order, draft(Trial.NIGHT, "same", 1), draft(Trial.NIGHT, "same", 2));
      failures += Trial.report(store).history().commits().size() == 1 ? 0 : 1;
    }
    return failures;
  }

  /** Orders in which one of two nights is lost, or the later one is not the default. */
  private static int two(List<Long> orders, UnaryOperator<Store> weakened) throws Exception {
    int failures = 0;
    for (long order : orders) {
      ModelStore store = new ModelStore();
      run(store, weakened, order, draft(Trial.NIGHT, "one", 1), draft(NEXT, "two", 2));
      History history = Trial.report(store).history();
      boolean both =
          history.commits().size() == 2
              && history.head().orElseThrow().asOf().equals(NEXT)
              && Trial.report(store).verifyLog().isEmpty();
      failures += both ? 0 : 1;
    }
    return failures;
  }

  private static void run(
      ModelStore store,
      UnaryOperator<Store> weakened,
      long order,
      CommitLog.Draft first,
      CommitLog.Draft second)
      throws Exception {
    Throwable[] failures =
        Interleaving.atNames(store)
            .run(
                order,
                2 * STEPS,
                stopping -> append(weakened.apply(stopping), first),
                stopping -> append(weakened.apply(stopping), second));
    for (Throwable failure : failures) {
      if (failure != null && !(failure instanceof InputException)) {
        throw new AssertionError(failure);
      }
    }
  }

  private static void append(Store store, CommitLog.Draft draft) {
    Storage.call(() -> new CommitLog(store, Trial.ID).append(draft));
  }

  private static CommitLog.Draft draft(LocalDate asOf, String content, int writer) {
    return new CommitLog.Draft(
        asOf,
        Fingerprint.of(content),
        "data/" + writer + "/manifest.json",
        Fingerprint.of("manifest " + writer),
        5,
        "writer" + writer,
        "0.1.0",
        0,
        new ModelStore().clock(),
        false);
  }

  private static List<Long> all() {
    List<Long> orders = new ArrayList<>();
    for (long bits = 0; bits < 1L << 2 * STEPS; bits++) {
      if (Long.bitCount(bits) == STEPS) {
        orders.add(bits);
      }
    }
    return orders;
  }

  private static List<Long> some(int number) {
    List<Long> all = all();
    Random random = new Random(8);
    return random.ints(number, 0, all.size()).mapToObj(all::get).toList();
  }
}
