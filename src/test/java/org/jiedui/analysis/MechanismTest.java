package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jiedui.analysis.GapParams.Years;
import org.jiedui.reference.MechanismRecord;
import org.jiedui.table.ContentRow;
import org.jiedui.table.Frame;
import org.junit.jupiter.api.Test;

/** How cooperation is organised: cases worked by hand. */
class MechanismTest {
  private static final Map<String, Years> TEAMS =
      Map.of(
          "province", new Years(11, 20), "prefecture", new Years(5, 7), "county", new Years(2, 3));

  private final List<MechanismRecord> records = new ArrayList<>();

  @Test
  void theShareIsOfItemsThatAreRecorded() {
    record(2015, "agreement", 1);
    record(2015, "plan", 0);
    record(2015, "assessment", 0);
    record(2016, "agreement", 1);
    record(2016, "plan", 1);
    Frame found = mechanism(Mechanism.Complete.NOTHING);
    assertThat(value(found, "before", "institutionalisation", "all"))
        .isCloseTo(1 / 3.0, within(1e-15));
    assertThat(value(found, "after", "institutionalisation", "all")).isEqualTo(1);
    assertThat(value(found, "after", "item", "plan")).isEqualTo(1);
    // Nobody says whether there was an assessment in 2016.
    assertThat(row(found, "after", "item", "assessment")[ContentRow.STATUS.ordinal()])
        .isEqualTo("NO_DATA");
  }

  @Test
  void whatACompleteSourceDoesNotRecordIsNotThere() {
    record(2016, "agreement", 1);
    record(2016, "plan", 1);
    Set<Link> both = Set.of(new Link("A", "x"), new Link("B", "x"));
    Frame found = mechanism(new Mechanism.Complete(new Years(2016, 2016), year -> both));
    Object[] share = row(found, "after", "institutionalisation", "all");
    assertThat(share[ContentRow.AMOUNT.ordinal()]).isEqualTo(2.0);
    assertThat(share[ContentRow.TOTAL.ordinal()]).isEqualTo(10.0);
  }

  @Test
  void meetingsAreCountedByLevelAndYear() {
    record(2014, "joint_meeting", 1);
    record(2015, "joint_meeting", 0);
    record(2016, "joint_meeting", 3);
    add(2016, "prefecture", "760100", "joint_meeting", 2);
    add(2016, "prefecture", "760200", "joint_meeting", 1);
    Frame found = mechanism(Mechanism.Complete.NOTHING);
    assertThat(value(found, "before", "meetings", "province")).isEqualTo(.5);
    assertThat(value(found, "after", "meetings", "province")).isEqualTo(3);
    assertThat(value(found, "2016", "meetings", "prefecture")).isEqualTo(3);
    assertThat(value(found, "before", "item", "joint_meeting")).isEqualTo(.5);
  }

  @Test
  void teamsAreHeldAgainstTheirStatedSizes() {
    record(2016, "work_team", 10);
    add(2016, "prefecture", "760100", "work_team", 7);
    add(2016, "prefecture", "760200", "work_team", 8);
    add(2016, "county", "760121", "work_team", 2);
    Frame found = mechanism(Mechanism.Complete.NOTHING);
    assertThat(value(found, "after", "team_in_range", "province")).isZero();
    assertThat(value(found, "after", "team_in_range", "prefecture")).isEqualTo(.5);
    assertThat(value(found, "after", "team_in_range", "county")).isEqualTo(1);
    assertThat(value(found, "after", "team_size", "prefecture")).isEqualTo(7.5);
  }

  @Test
  void recordsInAnotherOrderGiveTheSameBits() {
    for (int i = 0; i < 90; i++) {
      String item = MechanismRecord.ITEMS.get(i % 5);
      records.add(
          new MechanismRecord(
              2014 + i / 5 % 3, "D" + i % 9, "x", "province", "", item, OptionalLong.of(i % 7)));
    }
    String first = DrawnPanel.bits(mechanism(Mechanism.Complete.NOTHING));
    Collections.reverse(records);
    assertThat(DrawnPanel.bits(mechanism(Mechanism.Complete.NOTHING))).isEqualTo(first);
  }

  private void record(int year, String item, long number) {
    add(year, "province", "", item, number);
  }

  private void add(int year, String level, String unit, String item, long number) {
    records.add(new MechanismRecord(year, "A", "x", level, unit, item, OptionalLong.of(number)));
  }

  private Frame mechanism(Mechanism.Complete complete) {
    return Mechanism.of(
        records,
        complete,
        TEAMS,
        new ContentParams(
            Places.BY_CODE,
            new Years(2014, 2015),
            new Years(2016, 2016),
            EffectRatio.Absent.ZERO,
            .95,
            42));
  }

  private static double value(Frame frame, String period, String measure, String part) {
    return (Double) row(frame, period, measure, part)[ContentRow.VALUE.ordinal()];
  }

  private static Object[] row(Frame frame, String period, String measure, String part) {
    return frame.rows().stream()
        .filter(row -> row[ContentRow.LEVEL.ordinal()].equals("nation"))
        .filter(row -> row[ContentRow.PERIOD.ordinal()].equals(period))
        .filter(row -> row[ContentRow.MEASURE.ordinal()].equals(measure))
        .filter(row -> row[ContentRow.PART.ordinal()].equals(part))
        .findFirst()
        .orElseThrow();
  }
}
