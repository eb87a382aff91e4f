package org.jiedui.reference;

import java.util.List;
import java.util.OptionalLong;

/**
 * One thing that is known of how a pair of provinces cooperated in a year.
 *
 * @param level whose it is: province, prefecture or county
 * @param unit code of the prefecture or county; empty for the province
 * @param item one of {@link #ITEMS}
 * @param number meetings held or members of the team, 0 for what was not there; empty where it was
 *     there and no number is given
 */
public record MechanismRecord(
    int year,
    String donor,
    String recipient,
    String level,
    String unit,
    String item,
    OptionalLong number) {
  public static final String MEETING = "joint_meeting";
  public static final String TEAM = "work_team";
  public static final List<String> ITEMS =
      List.of("agreement", MEETING, TEAM, "plan", "assessment");

  public boolean inPlace() {
    return number.orElse(1) > 0;
  }
}
