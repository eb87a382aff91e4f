package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Test;

/** The lease saves work and decides nothing. */
class LeaseTest {
  private static final String FILE = Trial.ID + "/" + Lease.FILE;

  private final ModelStore store = new ModelStore();

  @Test
  void aSecondRunIsToldWhoHoldsTheLeaseWithExitCode75() {
    try (Lease first = Trial.report(store).lease()) {
      assertThat(first.warnings()).isEmpty();
      assertHeld();
    }
    Trial.report(store).lease().close();
    assertThat(store.files()).isEmpty();
  }

  @Test
  void aBeatKeepsItAliveAndTenSilentMinutesDoNot() throws Exception {
    Lease first = Trial.report(store).lease();
    later(Duration.ofMinutes(9));
    assertThat(first.beat()).isTrue();
    later(Duration.ofMinutes(9));
    assertHeld();
    later(Duration.ofMinutes(2));

    try (Lease second = Trial.report(store).lease()) {
      assertThat(second.warnings()).extracting(Problem::code).containsExactly("LEASE_TAKEN_OVER");
      assertThat(first.beat()).isFalse();
      first.close();
      assertHeld();
    }
    assertThat(store.files()).isEmpty();
  }

  /** Foreign, corrupt, empty, of a dead process, of another host; young and old. */
  @Test
  void handMadeLeasesAreTakenOverWhenStaleAndNothingIsPublishedTwice() throws Exception {
    String dead = "{\"id\":\"x\",\"host\":\"" + host() + "\",\"pid\":" + Integer.MAX_VALUE + "}";
    String other = "{\"id\":\"x\",\"host\":\"elsewhere\",\"pid\":1}";
    List<String> leases = List.of("", "not json", "[1]", "{\"foreign\":true}", "\0\0\0\0", other);
    int cases = 0;
    for (String text : leases) {
      put(text);
      assertHeld();
      later(Duration.ofMinutes(11));
      published();
      cases++;
    }
    put(dead);
    published();
    cases++;

    assertThat(Trial.report(store).history().commits()).hasSize(1);
    Proof.PUBLISH_LEASE.record(Counts.of(cases, 0).control(1, leaseAloneFails() ? 1 : 0));
  }

  @Test
  void withTheLeaseDeletedByHandTwoRunsStillPublishOnce() throws Exception {
    Report report = Trial.report(store);
    try (Lease first = report.lease()) {
      Attempt attempt = report.begin(Trial.NIGHT);
      attempt.write(Trial.frame("a", 1));
      attempt.write(Trial.frame("b", 1));
      Trial.loseLease(store);
      Trial.night(store, Trial.NIGHT, 1);
      Outcome late = attempt.commit(Trial.inputs(1), java.util.Map.of());

      assertThat(late.kind()).isEqualTo(Outcome.Kind.ALREADY);
    }
    assertThat(report.history().commits()).hasSize(1);
  }

  /** The control: who takes the lease publishes, by writing the next number without a look. */
  private static boolean leaseAloneFails() throws IOException {
    ModelStore store = new ModelStore();
    Report report = Trial.report(store);
    try (Lease first = report.lease()) {
      Trial.loseLease(store);
      try (Lease second = report.lease()) {
        String record = Trial.ID + "/_commits/" + Commit.fileName(1);
        Durable durable = new Durable(store);
        durable.replace(record, "first", "1");
        durable.replace(record, "second", "2");
        return !durable.text(record).equals("first");
      }
    }
  }

  private void published() {
    Trial.night(store, Trial.NIGHT, 1);
    assertThat(Trial.report(store).history().commits()).hasSize(1);
  }

  private void assertHeld() {
    assertThatThrownBy(() -> Trial.report(store).lease())
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.TEMPORARY))
        .hasMessageContaining("LEASE_HELD");
  }

  private void put(String text) throws IOException {
    store.delete(FILE);
    try (OutputStream out = store.write(FILE)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void later(Duration time) {
    store.setClock(store.clock().plus(time));
  }

  private static String host() throws IOException {
    return java.net.InetAddress.getLocalHost().getHostName();
  }
}
