package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jiedui.analysis.GapParams.Years;
import org.jiedui.analysis.PairStatistic.Form;
import org.jiedui.reference.MechanismRecord;
import org.jiedui.table.Frame;

/**
 * How cooperation is organised: of agreement, joint meeting, work team, plan and assessment the
 * share that is in place per pair and year, meetings by level, and sizes of teams against their
 * stated ranges.
 *
 * <p>An item without a record is missing and not absent, unless the source is declared complete for
 * that year and the pair was in force.
 */
public final class Mechanism {
  public static final String TABLE = "mechanism";
  public static final String INSTITUTIONALISATION = "institutionalisation";
  public static final String IN_RANGE = "team_in_range";
  private static final List<String> LEVELS = List.of("province", "prefecture", "county");

  private final PairQuantities quantities = new PairQuantities();
  private final Map<String, Years> teams;
  private final Set<Item> meetingYears = new HashSet<>();

  private Mechanism(Map<String, Years> teams) {
    this.teams = teams;
  }

  /**
   * What the records are said to cover.
   *
   * @param years in which what is not recorded is not there
   * @param links pairs of provinces in force in a year
   */
  public record Complete(Years years, IntFunction<Set<Link>> links) {
    /** Nothing is said: what is not recorded is not known. */
    public static final Complete NOTHING = new Complete(new Years(0, -1), year -> Set.of());
  }

  /**
   * @param teams smallest and largest team of a level
   */
  public static Frame of(
      List<MechanismRecord> records,
      Complete complete,
      Map<String, Years> teams,
      ContentParams params) {
    Mechanism mechanism = new Mechanism(teams);
    mechanism.items(records, complete);
    records.forEach(mechanism::numbers);
    return PairRatios.of(TABLE, mechanism.quantities, statistics(), params);
  }

  private record Item(Link link, int year, String item) {}

  private void items(List<MechanismRecord> records, Complete complete) {
    Map<Item, Boolean> inPlace = new HashMap<>();
    for (MechanismRecord r : records) {
      inPlace.merge(new Item(link(r), r.year(), r.item()), r.inPlace(), Boolean::logicalOr);
    }
    for (int year = complete.years().from(); year <= complete.years().to(); year++) {
      for (Link link : complete.links().apply(year)) {
        for (String item : MechanismRecord.ITEMS) {
          inPlace.putIfAbsent(new Item(link, year, item), false);
        }
      }
    }
    inPlace.forEach(
        (key, there) -> {
          quantities.add("known:" + key.item(), key.link(), key.year(), 1);
          quantities.add("in:" + key.item(), key.link(), key.year(), there ? 1 : 0);
        });
  }

  private void numbers(MechanismRecord r) {
    if (r.item().equals(MechanismRecord.MEETING)) {
      quantities.add("meetings:" + r.level(), link(r), r.year(), r.number().orElse(1));
      if (meetingYears.add(new Item(link(r), r.year(), r.level()))) {
        quantities.add("meeting_years:" + r.level(), link(r), r.year(), 1);
      }
    }
    if (r.item().equals(MechanismRecord.TEAM) && r.number().orElse(0) > 0) {
      Years range = teams.get(r.level());
      boolean inRange = range.contains((int) r.number().getAsLong());
      quantities.add("members:" + r.level(), link(r), r.year(), r.number().getAsLong());
      quantities.add("teams:" + r.level(), link(r), r.year(), 1);
      quantities.add("teams_in_range:" + r.level(), link(r), r.year(), inRange ? 1 : 0);
    }
  }

  private static Link link(MechanismRecord r) {
    return new Link(r.donor(), r.recipient());
  }

  private static List<PairStatistic> statistics() {
    List<PairStatistic> told = new ArrayList<>();
    List<String> in = MechanismRecord.ITEMS.stream().map(item -> "in:" + item).toList();
    List<String> known = MechanismRecord.ITEMS.stream().map(item -> "known:" + item).toList();
    told.add(PairStatistic.share(INSTITUTIONALISATION, Content.ALL, in, known, List.of(known)));
    for (String item : MechanismRecord.ITEMS) {
      told.add(over("item", item, "in:" + item, "known:" + item, Form.SHARE));
    }
    for (String level : LEVELS) {
      told.add(over("meetings", level, "meetings:" + level, "meeting_years:" + level, Form.RATIO));
      told.add(over("team_size", level, "members:" + level, "teams:" + level, Form.RATIO));
      told.add(over(IN_RANGE, level, "teams_in_range:" + level, "teams:" + level, Form.SHARE));
    }
    return told;
  }

  private static PairStatistic over(
      String measure, String part, String above, String below, Form form) {
    return new PairStatistic(
        measure, part, List.of(List.of(above), List.of(below)), List.of(List.of(below)), form);
  }
}
