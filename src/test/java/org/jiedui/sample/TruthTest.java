package org.jiedui.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files say, read again by {@link Reading}, is what the truth beside them says. */
class TruthTest {
  @TempDir static Path root;

  private static Path sample;
  private static Path bulk;
  private static Reading inSample;
  private static Reading inBulk;

  @BeforeAll
  static void generate() throws IOException {
    sample = root.resolve("sample");
    bulk = root.resolve("bulk");
    Generator.write(new Plan(sample, Plan.Layout.SAMPLE, 160, 0, Plan.SEED));
    Generator.write(new Plan(bulk, Plan.Layout.BULK, 120, 50_000, 3));
    inSample = Reading.of(sample);
    inBulk = Reading.of(bulk);
  }

  @Test
  void everyPlantedMultipleIsExactOnTheAcceptedRows() throws IOException {
    Map<String, long[]> sums = new TreeMap<>();
    inSample.totals.forEach(
        (key, sides) -> {
          long[] sum = sums.computeIfAbsent(key.split(",")[0], k -> new long[2]);
          sum[0] += sides[0];
          sum[1] += sides[1];
        });

    assertThat(multiple(sums.get("fiscal"))).isEqualByComparingTo("3.17");
    assertThat(multiple(sums.get("donation"))).isEqualByComparingTo("4.40");
    assertThat(multiple(sums.get("cadres"))).isEqualByComparingTo("1.60");
    assertThat(multiple(sums.get("professionals"))).isEqualByComparingTo("5.25");
  }

  /** Throws where the quotient has no finite decimal form, as it would not be exact. */
  private static BigDecimal multiple(long[] sides) {
    return new BigDecimal(sides[1]).divide(new BigDecimal(sides[0]));
  }

  @Test
  void totalsAreThoseOfTheTruth() throws IOException {
    assertThat(lines(inSample.totals)).isEqualTo(truth(sample));
    assertThat(lines(inBulk.totals)).isEqualTo(truth(bulk));
  }

  @Test
  void wrongRowsAreAsManyAsTheTruthSays() throws IOException {
    assertThat(inSample.reasons).isEqualTo(errors(sample));
    assertThat(inBulk.reasons).isEqualTo(errors(bulk));
  }

  @Test
  void lessThanOneRowInAHundredOfAFileIsWrong() throws IOException {
    Map<String, Long> wrong = new TreeMap<>();
    errors(sample)
        .forEach(
            (key, n) -> {
              if (!key.endsWith("CODE_TRANSITION") && !key.endsWith("BLANK")) {
                wrong.merge(key.split(",")[0], n, Long::sum);
              }
            });
    for (Map.Entry<String, Long> file : wrong.entrySet()) {
      long rows =
          new String(Files.readAllBytes(sample.resolve(file.getKey())), "GB18030").lines().count();
      assertThat(file.getValue() * 100).as(file.getKey()).isLessThan(rows);
    }
  }

  @Test
  void donorsOfAcceptedRowsArePairedInThatYear() throws IOException {
    World world = World.of(Plan.SEED, 160, 6);
    Pairs pairs = Pairs.of(world);
    Map<String, Set<String>> donors = new TreeMap<>();
    for (Place place : world.places()) {
      for (int year = 1996; year <= 2020; year++) {
        List<String> own = pairs.donorsOf(place, year);
        donors.computeIfAbsent(place.at(year).code() + year, k -> new TreeSet<>()).addAll(own);
        String before = place.at(Math.max(1996, year - 1)).code();
        donors.computeIfAbsent(before + year, k -> new TreeSet<>()).addAll(own);
      }
    }
    for (String[] row : inSample.accepted) {
      if (!row[2].isEmpty()) {
        assertThat(donors.get(row[3] + row[1])).contains(row[2]);
      }
    }
  }

  @Test
  void atLeastTenPairsOfProvincesGiveInBothWindows() throws IOException {
    Set<String> before = new TreeSet<>();
    Set<String> after = new TreeSet<>();
    for (String[] row : inSample.accepted) {
      String pair = row[2] + row[3].substring(0, 2);
      (Integer.parseInt(row[1]) < 2016 ? before : after).add(pair);
    }
    before.removeIf(pair -> pair.length() < 8);
    Set<String> both = new TreeSet<>(before);
    both.retainAll(after);

    assertThat(both).hasSizeGreaterThanOrEqualTo(10);
    assertThat(before).as("some pairs end in 2015").hasSizeGreaterThan(both.size());
  }

  @Test
  void someCountiesEnterAfter2016AndSomeLeaveBefore() throws IOException {
    Set<String> before = new TreeSet<>();
    Set<String> after = new TreeSet<>();
    for (String[] row : inSample.accepted) {
      (Integer.parseInt(row[1]) < 2016 ? before : after).add(row[3]);
    }
    Set<String> units = new TreeSet<>();
    Reading.table(sample.resolve("geography/units.csv")).stream()
        .filter(u -> u[3].equals("county"))
        .forEach(u -> units.add(u[0]));
    assertThat(units.stream().filter(u -> !before.contains(u) && after.contains(u)).count())
        .isGreaterThan(4);
    assertThat(units.stream().filter(u -> before.contains(u) && !after.contains(u)).count())
        .isGreaterThan(2);
  }

  private static List<String> truth(Path dir) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String[] row : Reading.table(dir.resolve("truth/truth.csv"))) {
      if (!row[1].equals("all") && !row[0].equals("indicator")) {
        lines.add(row[0] + "," + row[1] + "," + row[2] + " " + row[4] + " " + row[5]);
      }
    }
    lines.sort(null);
    return lines;
  }

  private static List<String> lines(Map<String, long[]> totals) {
    List<String> lines = new ArrayList<>();
    totals.forEach((key, sides) -> lines.add(key + " " + sides[0] + " " + sides[1]));
    lines.sort(null);
    return lines;
  }

  private static Map<String, Long> errors(Path dir) throws IOException {
    Map<String, Long> errors = new TreeMap<>();
    for (String[] row : Reading.table(dir.resolve("truth/planted_errors.csv"))) {
      if (!row[0].equals("file")) {
        errors.put(row[0] + "," + row[1], Long.valueOf(row[2]));
      }
    }
    return errors;
  }
}
