package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Test;

/** Bit rot, records cut short, and runs that were asleep. */
class DamageTest {
  private static final UnaryOperator<byte[]> FLIP = bytes -> flip(bytes.length / 2).apply(bytes);
  private static final UnaryOperator<byte[]> CUT = bytes -> Arrays.copyOf(bytes, bytes.length - 8);

  private static UnaryOperator<byte[]> flip(int at) {
    return bytes -> {
      bytes[at] ^= 1;
      return bytes;
    };
  }

  @Test
  void verifyNamesEveryFileThatWasFlippedOrCutAndReadersRefuseIt() throws Exception {
    int cases = 0;
    int unseen = 0;
    int unseenBySize = 0;
    ModelStore whole = published();
    for (String path : List.of("a.parquet", "b.parquet", "reconciliation.json", "manifest.json")) {
      String file = dataFile(whole, path);
      int size = new Durable(whole).bytes(file).length;
      for (UnaryOperator<byte[]> damage : damages(size)) {
        ModelStore store = whole.copy();
        store.damage(file, damage);
        boolean named = verify(store).stream().map(Problem::place).toList().equals(List.of(file));
        unseen += named ? 0 : 1;
        unseenBySize += new Durable(store).bytes(file).length == size ? 1 : 0;
        cases++;
      }
    }
    assertThat(cases).isGreaterThan(100);
    assertThat(unseen).isZero();
    assertThat(unseenBySize).isPositive();
    Proof.PUBLISH_DAMAGE.record(Counts.of(cases, unseen).control(cases, unseenBySize));
  }

  /** A bit of every 31st byte, and the last eight bytes. */
  private static List<UnaryOperator<byte[]>> damages(int size) {
    List<UnaryOperator<byte[]>> damages = new ArrayList<>(List.of(CUT));
    for (int at = 0; at < size; at += 31) {
      damages.add(flip(at));
    }
    return damages;
  }

  @Test
  void aDamagedManifestIsRefusedByName() throws Exception {
    ModelStore store = published();
    String file = dataFile(store, "manifest.json");
    store.damage(file, FLIP);

    assertThat(verify(store)).extracting(Problem::place).containsExactly(file);
    assertThatThrownBy(() -> Trial.report(store).head().orElseThrow().read("a"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(file);
  }

  @Test
  void aMissingFileIsRefusedByNameAndTheOthersOpen() throws Exception {
    ModelStore store = published();
    String file = dataFile(store, "a.parquet");
    store.delete(file);
    Version head = Trial.report(store).head().orElseThrow();

    assertThatThrownBy(() -> head.read("a")).hasMessageContaining(file);
    assertThat(head.read("b").size()).isEqualTo(5);
  }

  @Test
  void aDamagedRecordUnderTheHighestNumberDoesNotBlockTheNextCommit() throws Exception {
    List<UnaryOperator<byte[]>> damages =
        List.of(
            FLIP,
            CUT,
            bytes -> new byte[0],
            bytes -> "{\"foreign\": true}".getBytes(StandardCharsets.UTF_8),
            bytes -> "not json".getBytes(StandardCharsets.UTF_8));
    int blocked = 0;
    for (UnaryOperator<byte[]> damage : damages) {
      ModelStore store = published();
      Trial.publish(store, Trial.NIGHT, 2);
      store.damage(Trial.ID + "/_commits/" + Commit.fileName(2), damage);
      assertThat(Trial.visible(store)).isEqualTo(1);
      assertThat(Trial.report(store).history().warnings()).hasSize(1);
      blocked += isBlockedWithoutDamagedNames(store.copy()) ? 1 : 0;

      Outcome outcome = Trial.publish(store, Trial.NIGHT, 3);

      assertThat(outcome.version().seq()).isEqualTo(3);
      assertThat(outcome.version().commit().parentSeq()).isEqualTo(1);
      assertThat(Trial.visible(store)).isEqualTo(3);
    }
    assertThat(blocked).isPositive();
    Proof.PUBLISH_DAMAGED_RECORD.record(
        Counts.of(damages.size(), 0).control(damages.size(), blocked));
  }

  /** The control: sees whole records only, and so takes a number that is taken for ever. */
  private static boolean isBlockedWithoutDamagedNames(ModelStore store) {
    int[] looks = {0};
    Store blind =
        new WeakStore(store) {
          @Override
          public List<Entry> list(String folder) {
            if (++looks[0] > 50) {
              throw new IllegalStateException("blocked for ever");
            }
            return store.list(folder).stream()
                .filter(entry -> !entry.name().equals(Commit.fileName(2)))
                .toList();
          }
        };
    try {
      Trial.publish(blind, Trial.NIGHT, 3);
      return false;
    } catch (IllegalStateException blocked) {
      return true;
    }
  }

  @Test
  void aRecordThatWasRewrittenBreaksTheChain() throws Exception {
    ModelStore store = published();
    Trial.publish(store, Trial.NIGHT, 2);
    store.delete(Trial.ID + "/_commits/" + Commit.fileName(1));

    assertThat(Trial.report(store).verifyLog())
        .extracting(Problem::code)
        .containsExactly("CHAIN_BROKEN");
  }

  @Test
  void aRecordOfANewerProtocolIsRefusedAndNotGuessedAt() throws Exception {
    ModelStore store = published();
    Commit first = Trial.report(store).history().commits().get(0);
    String newer = rewritten(first, Commit.PROTOCOL + 1);
    store.damage(
        Trial.ID + "/_commits/" + Commit.fileName(1),
        bytes -> newer.getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> Trial.report(store).head())
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.INPUT))
        .hasMessageContaining("PROTO_NEWER");
  }

  @Test
  void anAttemptOlderThanADayIsNotCommitted() throws Exception {
    ModelStore store = published();
    Attempt attempt = Trial.report(store).begin(Trial.NIGHT);
    attempt.write(Trial.frame("a", 2));
    store.setClock(store.clock().plus(Duration.ofHours(25)));

    assertThatThrownBy(() -> attempt.commit(Trial.inputs(2), java.util.Map.of()))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.TEMPORARY));
    assertThat(Trial.visible(store)).isEqualTo(1);
  }

  private static String rewritten(Commit c, long protocol) {
    return new Commit(
            c.seq(),
            c.report(),
            c.asOf(),
            c.fingerprint(),
            c.manifest(),
            c.manifestSha256(),
            c.parentSeq(),
            c.parentSha256(),
            c.supersedes(),
            c.rows(),
            c.attempt(),
            c.codeVersion(),
            protocol,
            c.committedAt(),
            c.held())
        .json();
  }

  private static ModelStore published() {
    ModelStore store = new ModelStore();
    Trial.publish(store, Trial.NIGHT, 1);
    return store;
  }

  private static List<Problem> verify(ModelStore store) {
    return Trial.report(store).head().orElseThrow().verify();
  }

  private static String dataFile(ModelStore store, String name) {
    return store.files().stream().filter(f -> f.endsWith("/" + name)).findFirst().orElseThrow();
  }
}
