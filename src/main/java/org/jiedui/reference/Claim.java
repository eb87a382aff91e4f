package org.jiedui.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jiedui.message.Closest;
import org.jiedui.message.Text;
import org.jiedui.settings.Settings;

/**
 * One published multiple: as printed, and what it counts.
 *
 * @param decimals digits after the point as printed
 * @param convention one of the names of {@link ClaimConvention}
 * @param rule boundary rule that is asked for by name: C, whose windows share a year, or D, which
 *     goes by dates; empty where the years of the windows say it
 * @param direction E2W, W2E or both
 * @param form cash, kind, none, or all
 * @param stages stages of funds that may stand for it, the preferred one first
 * @param scope scope of published figures that count
 * @param units units of published figures that count; persons and person-times never mix
 * @param tolerance largest difference that still counts as equal
 */
public record Claim(
    String id,
    Text quote,
    Text source,
    int page,
    double published,
    int decimals,
    String convention,
    String rule,
    int beforeFrom,
    int beforeTo,
    int afterFrom,
    int afterTo,
    String indicator,
    String direction,
    String form,
    List<String> stages,
    String scope,
    List<String> units,
    double tolerance) {
  /** Room for the rounding of a decimal fraction to a double, not for data. */
  private static final double REPRESENTATION = 1e-9;

  private static final String OVERLAPPING = "C";

  /** Reads the file; all problems at once. */
  public static List<Claim> load(Path file) {
    Settings s = Settings.load(file);
    known(s);
    Text source = s.label("source");
    List<Claim> claims = new ArrayList<>();
    TreeSet<String> ids = new TreeSet<>();
    for (Settings one : s.list("claims")) {
      Claim claim = read(one, source);
      if (!ids.add(claim.id())) {
        one.bad("id", "未用过的编号", "an id that is used once", Optional.empty());
      }
      claims.add(claim);
    }
    s.finish();
    return List.copyOf(claims);
  }

  /** The file holds multiples and other statements; each reader knows of the other's settings. */
  static void known(Settings s) {
    List.of("source", "claims", "statements", "lists").forEach(s::has);
  }

  /** Whether a computed value equals the printed one. */
  public boolean matches(double value) {
    return Math.abs(value - published) <= tolerance + REPRESENTATION;
  }

  public int yearsBefore() {
    return beforeTo - beforeFrom + 1;
  }

  public int yearsAfter() {
    return afterTo - afterFrom + 1;
  }

  private static Claim read(Settings s, Text source) {
    Settings windows = s.child("windows");
    List<Integer> before = span(windows, "before");
    List<Integer> after = span(windows, "after");
    String rule = windows.has("rule") ? windows.word("rule", Set.of("C", "D"), "") : "";
    if (after.get(0) <= before.get(1) && !rule.equals(OVERLAPPING)) {
      windows.bad("after", "前期之后的年份", "years after the earlier window", Optional.empty());
    }
    Settings query = s.child("query");
    int decimals = s.integer("decimals", 1);
    return new Claim(
        s.text("id"),
        s.label("quote"),
        source,
        s.integer("page", 0),
        published(s),
        decimals,
        convention(s),
        rule,
        before.get(0),
        before.get(1),
        after.get(0),
        after.get(1),
        query.text("indicator"),
        query.word("direction", Set.of("E2W", "W2E", "both"), "E2W"),
        query.word("form", Set.of("cash", "kind", "none", "all"), "all"),
        query.texts("stages"),
        query.text("scope", "全国"),
        query.texts("units"),
        s.real("tolerance", 0.5 * StrictMath.pow(10, -decimals)));
  }

  private static String convention(Settings s) {
    String name = ClaimConvention.of(s.text("convention", "total"));
    if (!ClaimConvention.all().contains(name)) {
      s.bad(
          "convention",
          "total、annual、real、real_annual、per_head,其后可用 + 接 real(人均)、trend 或 did(年均与人均)、entrants_out、zero 或 missing(年均)",
          "total, annual, real, real_annual or per_head, and joined by +: real (per head), trend or"
              + " did (annual and per head), entrants_out, zero or missing (annual)",
          Closest.to(name, ClaimConvention.all()));
    }
    return name;
  }

  private static double published(Settings s) {
    double value = s.real("published", 0);
    if (!(value > 0)) {
      s.bad("published", "大于 0 的倍数", "a multiple above 0", Optional.empty());
    }
    return value;
  }

  private static List<Integer> span(Settings s, String key) {
    List<Integer> years = s.integers(key);
    if (years.size() == 2 && years.get(0) <= years.get(1)) {
      return years;
    }
    s.bad(key, "[起始年, 结束年]", "[first year, last year]", Optional.empty());
    return List.of(0, 0);
  }
}
