package org.jiedui.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Totals before and after the mapping to the base year, on geographies drawn from a seed. */
class ConservationTest {
  private static final int FROM = 2000;
  private static final int BASE = 2012;
  private static final int TO = 2016;

  @TempDir Path dir;

  @Test
  void totalsBeforeEqualTotalsAfterForAnyRecodesMergesAndSplits() throws IOException {
    for (long seed = 0; seed < 60; seed++) {
      Drawn drawn = new Drawn(seed);
      Geography geography = Geography.load(drawn.write(dir));
      for (int year = FROM; year <= TO; year++) {
        Map<String, Long> before = drawn.amounts(year);
        Map<String, Long> after = new TreeMap<>();
        for (var record : before.entrySet()) {
          Resolution found = geography.resolve(Integer.parseInt(record.getKey()), year);
          assertThat(found.outcome())
              .as("seed %d, %s in %d", seed, record.getKey(), year)
              .isEqualTo(Resolution.Outcome.OK);
          after.merge(found.unit(), record.getValue(), Math::addExact);
        }
        assertThat(sum(after)).as("seed %d, year %d", seed, year).isEqualTo(sum(before));
        assertThat(geography.units(Level.COUNTY)).as("seed %d", seed).containsAll(after.keySet());
      }
    }
  }

  @Test
  void partsThatWereOneUnitInSomeYearAreOneUnitInAll() throws IOException {
    for (long seed = 0; seed < 60; seed++) {
      Drawn drawn = new Drawn(seed);
      Geography geography = Geography.load(drawn.write(dir));
      for (TreeSet<String> parts : drawn.origins()) {
        assertThat(parts.stream().map(code -> unit(geography, code)).distinct())
            .as("seed %d, parts %s", seed, parts)
            .hasSizeLessThanOrEqualTo(1);
      }
    }
  }

  private static String unit(Geography geography, String code) {
    return geography.resolve(Integer.parseInt(code), BASE).unit();
  }

  private static long sum(Map<String, Long> amounts) {
    return amounts.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
  }

  /** A drawn history: the codes valid in each year, and the lines that lead from year to year. */
  private static final class Drawn {
    private final SplittableRandom random;
    private final List<String> lines = new ArrayList<>();
    private final Map<Integer, TreeSet<String>> valid = new TreeMap<>();
    private final Map<String, TreeSet<String>> splits = new TreeMap<>();
    private int next = 100;

    Drawn(long seed) {
      random = new SplittableRandom(seed);
      TreeSet<String> alive = new TreeSet<>();
      for (int i = 0; i < 12; i++) {
        alive.add(code());
      }
      valid.put(FROM, alive);
      for (int year = FROM + 1; year <= TO; year++) {
        valid.put(year, changed(year, new TreeSet<>(valid.get(year - 1))));
      }
    }

    Path write(Path dir) throws IOException {
      StringBuilder units = new StringBuilder("code,name,name_en,level,zone\n");
      units.append("710000,甲省,,province,西部\n");
      valid.get(BASE).forEach(c -> units.append(c).append(",县,,county,\n"));
      Files.writeString(dir.resolve("units.csv"), units);
      Files.writeString(
          dir.resolve("changes.csv"),
          "year,kind,old_code,old_name,new_code,new_name,confidence,source\n"
              + String.join("\n", lines));
      Files.writeString(
          dir.resolve("geography.conf"),
          "title { zh = 虚构, en = Invented }\nbase-year = "
              + BASE
              + "\ncovers = ["
              + FROM
              + ", "
              + TO
              + "]\nsource = invented\nlicence = none\nsynthetic = true\n");
      return dir;
    }

    Map<String, Long> amounts(int year) {
      Map<String, Long> amounts = new TreeMap<>();
      valid.get(year).forEach(c -> amounts.put(c, random.nextLong(-1000, 1_000_000_000_000L)));
      return amounts;
    }

    /** Base-year codes that arose from one split. */
    List<TreeSet<String>> origins() {
      return splits.values().stream()
          .map(parts -> new TreeSet<>(parts.stream().filter(valid.get(BASE)::contains).toList()))
          .toList();
    }

    private TreeSet<String> changed(int year, TreeSet<String> alive) {
      List<String> free = new ArrayList<>(alive);
      for (int i = random.nextInt(4); i > 0 && free.size() >= 3; i--) {
        String old = free.remove(random.nextInt(free.size()));
        switch (random.nextInt(4)) {
          case 0 -> recode(year, old, alive);
          case 1 -> merge(year, old, free.remove(random.nextInt(free.size())), alive);
          case 2 -> split(year, old, alive);
          default -> absorb(year, old, free.remove(random.nextInt(free.size())), alive);
        }
      }
      return alive;
    }

    private void recode(int year, String old, TreeSet<String> alive) {
      replace(year, "recode", old, code(), alive);
    }

    private void merge(int year, String a, String b, TreeSet<String> alive) {
      String one = code();
      replace(year, "merge", a, one, alive);
      replace(year, "merge", b, one, alive);
    }

    private void absorb(int year, String old, String into, TreeSet<String> alive) {
      replace(year, "merge", old, into, alive);
      line(year, "merge", into, into);
    }

    private void split(int year, String old, TreeSet<String> alive) {
      boolean stays = random.nextBoolean();
      TreeSet<String> parts = new TreeSet<>();
      for (int i = 0; i < 2; i++) {
        String part = stays && i == 0 ? old : code();
        line(year, "split", old, part);
        parts.add(part);
      }
      alive.remove(old);
      alive.addAll(parts);
      if (year <= BASE) {
        splits.put(year + old, parts);
      }
    }

    private void replace(int year, String kind, String old, String code, TreeSet<String> alive) {
      line(year, kind, old, code);
      alive.remove(old);
      alive.add(code);
    }

    private void line(int year, String kind, String old, String code) {
      lines.add(String.format(Locale.ROOT, "%d,%s,%s,县,%s,县,high,invented", year, kind, old, code));
    }

    private String code() {
      next += next % 100 == 99 ? 2 : 1; // a code that ends in 00 is not a county
      return "711" + next;
    }
  }
}
