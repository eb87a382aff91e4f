package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Ninety nights with everything mixed: arrivals, corrections of earlier nights, deliveries that
 * come twice, inputs refused by a gate, deaths, losses of power, errors, leases left behind,
 * collections every week; a reader looks after every night.
 */
class SoakTest {
  private static final int NIGHTS = 90;
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  @Test
  void ninetyNightsKeepEveryPromise() throws Exception {
    List<String> anomalies = soak(1, store -> store);
    assertThat(anomalies).isEmpty();
    List<String> weaker = soak(1, WeakStore::withoutForce);
    assertThat(weaker).isNotEmpty();
    Proof.PUBLISH_SOAK.record(Counts.of(NIGHTS, anomalies.size()).control(NIGHTS, nights(weaker)));
  }

  /** An anomaly begins with its night. */
  private static long nights(List<String> anomalies) {
    return anomalies.stream().map(a -> a.substring(0, 10)).distinct().count();
  }

  @Test
  @Tag("thorough")
  void ninetyNightsTwentyTimes() throws Exception {
    long weaker = 0;
    for (int seed = 2; seed < 22; seed++) {
      assertThat(soak(seed, store -> store)).as("seed " + seed).isEmpty();
      weaker += nights(soak(seed, WeakStore::withoutForce));
    }
    long nights = 20L * NIGHTS;
    Proof.PUBLISH_SOAK_THOROUGH.record(Counts.of(nights, 0).control(nights, weaker));
  }

  private static List<String> soak(long seed, UnaryOperator<Store> weakened) throws IOException {
    Soak soak = new Soak(new Random(seed), weakened);
    for (int night = 0; night < NIGHTS; night++) {
      soak.night(FIRST.plusDays(night), night + 1);
    }
    soak.collect();
    return soak.anomalies;
  }

  /** The state of the world: what readers may see, and what has gone wrong. */
  private static final class Soak {
    private final Random random;
    private final UnaryOperator<Store> weakened;
    private final List<String> anomalies = new ArrayList<>();

    /** By night: the content that was acknowledged last. */
    private final TreeMap<LocalDate, Integer> acknowledged = new TreeMap<>();

    private ModelStore store = new ModelStore();
    private int corrections = 1_000;

    Soak(Random random, UnaryOperator<Store> weakened) {
      this.random = random;
      this.weakened = weakened;
      store.setClock(FIRST.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    void night(LocalDate asOf, int content) throws IOException {
      store.setClock(store.clock().plus(Duration.ofDays(1)));
      if (random.nextInt(10) == 0) {
        refused(asOf);
      }
      if (random.nextInt(3) == 0) {
        disturbed(asOf, content);
      }
      settle(asOf, content);
      if (random.nextInt(4) == 0) {
        settle(asOf, content);
      }
      if (random.nextInt(5) == 0 && acknowledged.size() > 3) {
        LocalDate late = asOf.minusDays(1 + random.nextInt(3));
        settle(late, ++corrections);
      }
      if (asOf.getDayOfMonth() % 7 == 0) {
        collect();
      }
    }

    /** A gate finds something: nothing changes. */
    private void refused(LocalDate asOf) {
      Attempt attempt = Trial.report(store).begin(asOf);
      attempt.write(Trial.frame("a", -1));
      attempt.require(tables -> List.of(Problem.error("BAD", Text.NONE)));
      try {
        attempt.commit(Trial.inputs(-1), Map.of());
        anomalies.add(asOf + ": the gate let it through");
      } catch (InputException stopped) {
        look(asOf + " after a gate");
      }
    }

    /** A run that does not come to its end. */
    private void disturbed(LocalDate asOf, int content) throws IOException {
      var faults = FaultStore.Fault.values();
      FaultStore.Fault fault = faults[random.nextInt(4)];
      FaultStore failing = FaultStore.failing(store, 1 + random.nextInt(90), fault);
      try {
        Trial.night(weakened.apply(failing), asOf, content);
        acknowledged.put(asOf, content);
      } catch (FaultStore.Killed killed) {
        if (random.nextBoolean()) {
          store = store.afterPowerLoss(random);
        }
      } catch (InputException e) {
        if (e.exit() != ExitCode.STORAGE && e.exit() != ExitCode.TEMPORARY) {
          anomalies.add(asOf + ": " + e);
        }
      }
      look(asOf + " after " + fault);
      Trial.loseLease(store);
    }

    private void settle(LocalDate asOf, int content) {
      try {
        Trial.night(weakened.apply(store), asOf, content);
        acknowledged.put(asOf, content);
        if (random.nextInt(8) == 0) {
          store = store.afterPowerLoss(random);
          Trial.loseLease(store);
        }
      } catch (IOException | RuntimeException e) {
        anomalies.add(asOf + ": " + e);
      }
      look(asOf + " settled");
    }

    void collect() {
      try {
        store.setClock(store.clock().plus(Duration.ofDays(10)));
        Trial.report(store).collect();
        Trial.report(store).collect();
        boundedGarbage();
      } catch (IOException | RuntimeException e) {
        anomalies.add("collection: " + e);
      }
      look("after a collection");
    }

    /** I9: nothing stays but committed versions and what is in its time of grace. */
    private void boundedGarbage() throws IOException {
      store.setClock(store.clock().plus(Duration.ofDays(10)));
      Trial.report(store).collect();
      History history = Trial.report(store).history();
      long kept = history.commits().stream().filter(c -> !history.isCollected(c)).count();
      if (history.warnings().isEmpty() && store.list(Trial.ID + "/data").size() != kept) {
        anomalies.add("garbage is left");
      }
    }

    /** What is seen is the latest night's, whole, and nothing acknowledged is gone. */
    private void look(String when) {
      try {
        int seen = Trial.visible(store);
        Trial.checkHistory(store);
        History history = Trial.report(store).history();
        if (!acknowledged.isEmpty()) {
          LocalDate last = acknowledged.lastKey();
          boolean newer = history.head().orElseThrow().asOf().isAfter(last);
          if (!newer && seen < acknowledged.get(last)) {
            anomalies.add(when + ": " + acknowledged.get(last) + " is lost, " + seen + " is seen");
          }
        }
      } catch (IOException | RuntimeException | AssertionError e) {
        anomalies.add(when + ": " + e);
      }
    }
  }
}
