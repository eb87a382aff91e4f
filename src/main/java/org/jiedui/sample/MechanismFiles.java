package org.jiedui.sample;

import java.util.List;
import java.util.TreeSet;

/**
 * Writes {@code mechanism.csv}: agreements, joint meetings, work teams, plans and assessments of
 * pairs of provinces from 2012, each more often there after 2016 than before.
 */
final class MechanismFiles {
  static final double IN_PLACE_BEFORE = .35;
  static final double IN_PLACE_AFTER = .85;
  private static final double UNRECORDED = .03;
  private static final double ODD_TEAM = .1;
  private static final List<String> ITEMS = List.of("agreement", "plan", "assessment");

  private final Csv csv =
      Csv.unix(
          "year",
          "donor_code",
          "recipient_code",
          "level",
          "unit_code",
          "item",
          "number",
          "source",
          "note");
  private final World world;
  private final Chance chance;

  private MechanismFiles(World world, long seed) {
    this.world = world;
    this.chance = Chance.of(seed, "sample.mechanism", 0);
  }

  static void write(World world, Pairs pairs, long seed, Folder folder) {
    MechanismFiles files = new MechanismFiles(world, seed);
    for (int year = ContentFiles.FIRST; year <= Years.LAST; year++) {
      for (Province recipient : world.recipients()) {
        for (String donor : donors(world, pairs, recipient, year)) {
          files.pair(year, donor, recipient);
        }
      }
    }
    folder.utf8("mechanism.csv", files.csv.toString());
  }

  /** Donors of any county of the province. */
  static TreeSet<String> donors(World world, Pairs pairs, Province recipient, int year) {
    TreeSet<String> donors = new TreeSet<>();
    world.places().stream()
        .filter(place -> place.province().equals(recipient))
        .forEach(place -> donors.addAll(pairs.donorsOf(place, year)));
    return donors;
  }

  private void pair(int year, String donor, Province recipient) {
    double probability = Years.isAfter(year) ? IN_PLACE_AFTER : IN_PLACE_BEFORE;
    for (String item : ITEMS) {
      if (!chance.chance(UNRECORDED)) {
        row(year, donor, recipient, "province", "", item, chance.chance(probability) ? 1 : 0);
      }
    }
    int most = Years.isAfter(year) ? 3 : 1;
    int held = chance.chance(probability) ? 1 + chance.below(most) : 0;
    row(year, donor, recipient, "province", "", "joint_meeting", held);
    boolean team = chance.chance(probability);
    row(year, donor, recipient, "province", "", "work_team", team ? size(12, 19) : 0);
    if (team) {
      teams(year, donor, recipient, held);
    }
  }

  /** Of the first prefecture and its first county; prefectures meet when their provinces do. */
  private void teams(int year, String donor, Province recipient, int held) {
    Place place =
        world.places().stream().filter(p -> p.province().equals(recipient)).findFirst().get();
    String county = place.at(year).code();
    String prefecture = place.prefecture().code();
    row(year, donor, recipient, "prefecture", prefecture, "work_team", size(5, 7));
    row(year, donor, recipient, "county", county, "work_team", size(2, 3));
    row(year, donor, recipient, "prefecture", prefecture, "joint_meeting", 2 * held);
  }

  private int size(int smallest, int largest) {
    return chance.chance(ODD_TEAM) ? largest + 2 : smallest + chance.below(largest - smallest + 1);
  }

  private void row(
      int year, String donor, Province recipient, String level, String unit, String item, int n) {
    csv.row(
        Integer.toString(year),
        donor,
        recipient.code(),
        level,
        unit,
        item,
        Integer.toString(n),
        "模拟数据 synthetic",
        "");
  }
}
