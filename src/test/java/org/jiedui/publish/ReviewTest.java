package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Versions that are published for review. */
class ReviewTest {
  private static final LocalDate NEXT = Trial.NIGHT.plusDays(1);

  private final ModelStore store = new ModelStore();
  private final Report report = Trial.report(store);

  @Test
  void aHeldVersionOpensByNumberAndIsNotTheDefaultUntilItIsApproved() throws Exception {
    Trial.publish(store, Trial.NIGHT, 1);
    Commit held = hold(NEXT, 2);

    assertThat(Trial.visible(store)).isEqualTo(1);
    assertThat(report.version(2).orElseThrow().isHeld()).isTrue();
    assertThat(Trial.content(report.version(2).orElseThrow())).isEqualTo(2);
    assertThat(hinted()).isEqualTo(1);

    assertThat(report.approve(held, "checked")).isTrue();
    assertThat(report.approve(held, "again")).isFalse();
    assertThat(Trial.visible(store)).isEqualTo(2);
    assertThat(hinted()).isEqualTo(2);
    assertThat(report.version(2).orElseThrow().isHeld()).isFalse();
  }

  @Test
  void theSameInputsAreNotComputedAgainBecauseTheyAreHeld() {
    hold(NEXT, 2);

    assertThat(report.published(NEXT, Trial.inputs(2))).isPresent();
    assertThat(report.head()).isEmpty();
  }

  @Test
  void approvingAnOlderVersionDoesNotTakeTheDefaultFromALaterOne() throws Exception {
    Commit held = hold(NEXT, 2);
    Trial.publish(store, NEXT, 3);
    report.approve(held, "");

    assertThat(Trial.visible(store)).isEqualTo(3);
  }

  @Test
  void anApprovalOfAnotherRecordOrADamagedOneApprovesNothing() throws Exception {
    Trial.publish(store, Trial.NIGHT, 1);
    Commit held = hold(NEXT, 2);
    report.approve(held, "");
    String file = Trial.ID + "/_approvals/" + Commit.fileName(2);
    store.damage(
        file, bytes -> Marks.json(report.history().numbered(1).orElseThrow(), "", "").getBytes());
    assertThat(Trial.visible(store)).isEqualTo(1);

    store.damage(file, bytes -> new byte[] {'{'});
    assertThat(Trial.visible(store)).isEqualTo(1);
  }

  private Commit hold(LocalDate asOf, int content) {
    Attempt attempt = report.begin(asOf).held();
    attempt.write(Trial.frame("a", content));
    attempt.write(Trial.frame("b", content));
    return attempt.commit(Trial.inputs(content), Map.of()).version().commit();
  }

  /** What is read by the name for people. */
  private int hinted() throws Exception {
    return (Integer) TableFile.read(store.read(Trial.ID + "/latest/a.parquet")).rows().get(0)[1];
  }
}
