package org.jiedui.sample;

import java.util.Comparator;
import java.util.Locale;
import java.util.TreeMap;

/** Writes the folder {@code geography}: units at the end of 2020 and all changes before. */
final class GeographyFiles {
  private static final String SOURCE = "模拟数据 synthetic";

  private GeographyFiles() {}

  static void write(World world, Folder folder) {
    folder.utf8("geography/geography.conf", conf());
    folder.utf8("geography/units.csv", units(world));
    folder.utf8("geography/changes.csv", changes(world));
  }

  private static String conf() {
    String text =
        """
        # 模拟数据,地名虚构 / synthetic data, invented places
        title { zh = "虚构的行政区划(模拟数据)", en = "Invented places (synthetic data)" }
        base-year = 2020
        covers = [%d, %d]
        source = "jiedui generate"
        licence = "CC0-1.0"
        synthetic = true
        """;
    return String.format(Locale.ROOT, text, Years.FIRST, Years.LAST);
  }

  private static String units(World world) {
    TreeMap<String, String[]> rows = new TreeMap<>();
    world
        .provinces()
        .forEach(p -> put(rows, p.code(), p.name(), p.nameEn(), "province", p.side().zone()));
    world
        .prefectures()
        .forEach(
            p ->
                put(
                    rows,
                    p.code(),
                    p.name(),
                    p.nameEn(),
                    "prefecture",
                    p.province().side().zone()));
    for (Place place : world.places()) {
      Spell now = place.at(Years.LAST);
      put(rows, now.code(), now.name(), now.nameEn(), "county", place.province().side().zone());
    }
    Csv csv = Csv.unix("code", "name", "name_en", "level", "zone");
    rows.values().forEach(csv::row);
    return csv.toString();
  }

  private static void put(TreeMap<String, String[]> rows, String... row) {
    rows.put(row[0], row);
  }

  private static String changes(World world) {
    Csv csv =
        Csv.unix(
            "year", "kind", "old_code", "old_name", "new_code", "new_name", "confidence", "source");
    world.changes().stream()
        .sorted(
            Comparator.comparingInt(Change::year)
                .thenComparing(c -> c.before().code())
                .thenComparing(c -> c.after().code()))
        .forEach(c -> csv.row(row(c)));
    return csv.toString();
  }

  private static String[] row(Change change) {
    return new String[] {
      Integer.toString(change.year()),
      change.kind().name().toLowerCase(Locale.ROOT),
      change.before().code(),
      change.before().name(),
      change.after().code(),
      change.after().name(),
      "high",
      SOURCE
    };
  }
}
