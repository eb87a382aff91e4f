package org.jiedui.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of everything a published multiple may mean: what is divided by what, then what is
 * allowed for, joined by {@code +}, as in {@code annual+trend}.
 *
 * <p>A regression gives multiples per year, so that totals have neither trend nor comparison.
 */
public final class ClaimConvention {
  private static final List<String> TOTALS = List.of("total", "real");
  private static final List<String> BASES =
      List.of("total", "real", "annual", "real_annual", "per_head", "per_head+real");
  private static final List<String> ADJUSTMENTS = List.of("naive", "trend", "did");
  private static final List<String> ABSENT = List.of("", "zero", "missing");
  private static final Set<String> NAMES = names();

  private ClaimConvention() {}

  /**
   * Name of a row of the table of conventions.
   *
   * @param scale total, annual or per_head
   * @param prices nominal or real
   * @param adjustment naive, trend or did
   * @param entrants in or out
   * @param absent zero or missing where it is not what the study says, else empty
   */
  public static String name(
      String scale, String prices, String adjustment, String entrants, String absent) {
    String base =
        prices.equals("nominal")
            ? scale
            : switch (scale) {
              case "total" -> "real";
              case "annual" -> "real_annual";
              default -> scale + "+real";
            };
    return joined(base, adjustment, entrants, absent);
  }

  private static String joined(String base, String adjustment, String entrants, String absent) {
    List<String> words = new ArrayList<>(List.of(base));
    if (!adjustment.equals("naive")) {
      words.add(adjustment);
    }
    if (entrants.equals("out")) {
      words.add("entrants_out");
    }
    if (!absent.isEmpty()) {
      words.add(absent);
    }
    return String.join("+", words);
  }

  private static Set<String> names() {
    TreeSet<String> names = new TreeSet<>();
    for (String base : BASES) {
      for (String adjustment : TOTALS.contains(base) ? List.of("naive") : ADJUSTMENTS) {
        for (String entrants : List.of("in", "out")) {
          for (String absent : base.contains("annual") ? ABSENT : List.of("")) {
            names.add(joined(base, adjustment, entrants, absent));
          }
        }
      }
    }
    return names;
  }

  /** Every name there is. */
  static Set<String> all() {
    return NAMES;
  }

  /** The name with these words in any order after the first; as written where there is none. */
  static String of(String written) {
    List<String> words = sorted(written);
    return NAMES.stream().filter(name -> sorted(name).equals(words)).findFirst().orElse(written);
  }

  private static List<String> sorted(String name) {
    return Arrays.stream(name.split("\\+")).map(String::strip).sorted().toList();
  }
}
