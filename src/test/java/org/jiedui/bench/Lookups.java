package org.jiedui.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jiedui.reference.Geography;
import org.jiedui.reference.Pairings;
import org.jiedui.reference.Resolution;

/**
 * Geography and pairings as two flat files, so that DuckDB can join them: which base unit a code
 * means in a year, and which donors a unit has in a year.
 */
final class Lookups {
  private static final int FIRST = 1996;
  private static final int LAST = 2020;

  private Lookups() {}

  static void write(Path data, Path folder) throws IOException {
    Geography geography = Geography.load(data.resolve("geography"));
    Pairings pairings = Pairings.load(data.resolve("pairings"), geography);
    StringBuilder codes = new StringBuilder("code,year,unit,province\n");
    StringBuilder pairs = new StringBuilder("unit,year,donor\n");
    TreeSet<String> units = new TreeSet<>();
    for (String code : codes(data)) {
      for (int year = FIRST; year <= LAST; year++) {
        Resolution found = geography.resolve(Integer.parseInt(code), year);
        if (found.accepted()) {
          String unit = found.unit();
          units.add(unit);
          codes.append("%s,%d,%s,%s%n".formatted(code, year, unit, geography.provinceOf(unit)));
        }
      }
    }
    for (String unit : units) {
      for (int year = FIRST; year <= LAST; year++) {
        for (String donor : pairings.donorsOf(unit, year)) {
          pairs.append("%s,%d,%s%n".formatted(unit, year, donor));
        }
      }
    }
    Files.writeString(folder.resolve("codes.csv"), codes);
    Files.writeString(folder.resolve("pairs.csv"), pairs);
  }

  /** Every code that the two files of the geography name. */
  private static List<String> codes(Path data) throws IOException {
    TreeSet<String> codes = new TreeSet<>();
    for (String file : List.of("units.csv", "changes.csv")) {
      for (String line : Files.readAllLines(data.resolve("geography").resolve(file))) {
        Stream.of(line.split(",")).filter(cell -> cell.matches("\\d{6}")).forEach(codes::add);
      }
    }
    return List.copyOf(codes);
  }
}
