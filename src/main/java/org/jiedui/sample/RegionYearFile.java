package org.jiedui.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Writes {@code region_year.csv}: population of all years and the development indicators from 2012,
 * one row per code of the year.
 */
final class RegionYearFile {
  private static final double MISSING_CELLS = .01;

  private final World world;
  private final Development development;
  private final Chance chance;
  private int missing;

  private RegionYearFile(World world, long seed) {
    this.world = world;
    this.development = new Development(seed);
    this.chance = Chance.of(seed, "sample.missing", 0);
  }

  /** Returns how many cells were left empty. */
  static int write(World world, long seed, Folder folder) {
    RegionYearFile file = new RegionYearFile(world, seed);
    List<String> header = new ArrayList<>(List.of("地区代码", "年份", "人口"));
    header.addAll(Development.words());
    Csv csv = Csv.unix(header.toArray(String[]::new));
    Years.all().forEach(year -> file.year(csv, year));
    folder.utf8("region_year.csv", csv.toString());
    return file.missing;
  }

  private void year(Csv csv, int year) {
    TreeMap<String, String[]> rows = new TreeMap<>();
    for (Province donor : world.donors()) {
      long people = 40_000_000L + 5_000_000L * donor.number() + 200_000L * (year - Years.FIRST);
      rows.put(donor.code(), row(donor.code(), year, people, development.donor(donor, year)));
    }
    TreeMap<String, List<Place>> byCode = new TreeMap<>();
    for (Place place : world.places()) {
      byCode.computeIfAbsent(place.at(year).code(), c -> new ArrayList<>()).add(place);
    }
    byCode.forEach(
        (code, places) -> {
          long people = places.stream().mapToLong(p -> p.population(year)).sum();
          String[] values = holed(development.county(places.get(0), year), year);
          rows.put(code, row(code, year, people, values));
        });
    rows.values().forEach(csv::row);
  }

  /** At most one empty cell a row, none in the last year but for every fiftieth of the others. */
  private String[] holed(String[] values, int year) {
    double rate = year == Years.LAST ? MISSING_CELLS / 50 : MISSING_CELLS;
    if (year >= Years.FIRST_DEVELOPMENT && chance.chance(rate * values.length)) {
      values[chance.below(values.length)] = "—";
      missing++;
    }
    return values;
  }

  private static String[] row(String code, int year, long people, String[] values) {
    List<String> row = new ArrayList<>();
    row.add(code);
    row.add(Integer.toString(year));
    row.add(Long.toString(people));
    for (String value : values) {
      row.add(year < Years.FIRST_DEVELOPMENT ? "" : value);
    }
    return row.toArray(String[]::new);
  }
}
