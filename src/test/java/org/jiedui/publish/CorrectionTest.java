package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Test;

/** A late correction is a new version that says which one it corrects; the old one still opens. */
class CorrectionTest {
  private static final int NIGHTS = 5;

  @Test
  void correctingANightOfThePastLeavesTheDefaultAndEveryOtherVersionAsTheyAre() throws Exception {
    int failures = 0;
    int weaker = 0;
    for (int corrected = 0; corrected < NIGHTS; corrected++) {
      ModelStore store = new ModelStore();
      for (int night = 0; night < NIGHTS; night++) {
        Trial.publish(store, Trial.NIGHT.plusDays(night), night + 1);
      }
      List<Integer> before = contents(store);
      Outcome outcome = Trial.publish(store, Trial.NIGHT.plusDays(corrected), 100);
      List<Integer> after = contents(store);

      boolean kept = after.subList(0, NIGHTS).equals(before) && after.get(NIGHTS) == 100;
      boolean said = outcome.version().commit().supersedes() == corrected + 1;
      int head = Trial.visible(store);
      failures += kept && said && head == (corrected == NIGHTS - 1 ? 100 : NIGHTS) ? 0 : 1;
      weaker += byNameAndSize(store, corrected) ? 0 : 1;
    }
    assertThat(failures).isZero();
    Proof.PUBLISH_CORRECTION.record(Counts.of(NIGHTS, failures).control(NIGHTS, weaker));
  }

  /** The control: a corrected cell of the same length is no change by name and size. */
  private static boolean byNameAndSize(ModelStore store, int corrected) {
    Report report = Trial.report(store);
    StoredFile old = stored(report.version(corrected + 1).orElseThrow());
    StoredFile now = stored(report.version(NIGHTS + 1).orElseThrow());
    return old.bytes() != now.bytes() || !old.path().equals(now.path());
  }

  private static StoredFile stored(Version version) {
    return version.manifest().file("a.parquet").orElseThrow();
  }

  private static List<Integer> contents(ModelStore store) {
    List<Integer> contents = new ArrayList<>();
    Report report = Trial.report(store);
    report.history().commits().stream()
        .map(Commit::seq)
        .sorted()
        .forEach(seq -> contents.add(Trial.content(report.version(seq).orElseThrow())));
    return contents;
  }
}
