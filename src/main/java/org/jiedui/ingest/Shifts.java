package org.jiedui.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.LandingStore;
import org.jiedui.ingest.file.Reason;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.reference.Indicator;

/**
 * Amounts that are about 10^4 or 10^8 times those of all other years, up or down: the unit is
 * probably wrong. Nothing is converted.
 *
 * <p>Compared are medians of the mean amount of a record over the groups of county, donor, year and
 * kind: of one year of one file against the median of such medians of all other years, of which
 * there must be three.
 */
final class Shifts {
  private static final int OTHER_YEARS = 3;
  private static final int GROUPS = 5;

  /** Half a power of ten: what lies between is an amount that grew. */
  private static final double TOLERANCE = 0.5;

  private final IngestRequest request;

  Shifts(IngestRequest request) {
    this.request = request;
  }

  /** Median of an indicator in one year of one file. */
  record Level(String indicator, int year, double median, int groups) {}

  /** Median of the medians of all other years, and which these are. */
  private record Usual(int from, int to, double median) {
    static Usual of(List<Level> others) {
      return new Usual(
          others.stream().mapToInt(Level::year).min().orElseThrow(),
          others.stream().mapToInt(Level::year).max().orElseThrow(),
          Shifts.median(others.stream().mapToDouble(Level::median).sorted().toArray()));
    }
  }

  /**
   * @param levels those of every file, by its name
   */
  List<Problem> check(List<Map.Entry<String, List<Level>>> levels) {
    List<Level> all = levels.stream().flatMap(file -> file.getValue().stream()).toList();
    List<Problem> problems = new ArrayList<>();
    levels.forEach(
        file ->
            file.getValue().forEach(l -> check(file.getKey(), l, all).ifPresent(problems::add)));
    return problems;
  }

  private Optional<Problem> check(String file, Level level, List<Level> all) {
    List<Level> others =
        all.stream()
            .filter(l -> l.indicator().equals(level.indicator()) && l.year() != level.year())
            .toList();
    if (others.size() < OTHER_YEARS || level.groups() < GROUPS) {
      return Optional.empty();
    }
    Usual usual = Usual.of(others);
    int power = power(level.median(), usual.median());
    return power == 0 ? Optional.empty() : Optional.of(problem(file, level, usual, power));
  }

  /** The medians of one landing, read from its sums. */
  static List<Level> levels(Landing landing, LandingStore store) {
    Map<String, Map<Integer, List<Double>>> means = new TreeMap<>();
    store.sums(
        landing,
        (year, kind, recipient, donor, sum, records, rows) -> {
          if (sum > 0 && records > 0 && !kind.isPeriod()) {
            means
                .computeIfAbsent(kind.indicator(), i -> new TreeMap<>())
                .computeIfAbsent(year, y -> new ArrayList<>())
                .add((double) sum / records);
          }
        });
    List<Level> levels = new ArrayList<>();
    means.forEach(
        (indicator, years) ->
            years.forEach(
                (year, values) -> {
                  double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
                  levels.add(new Level(indicator, year, median(sorted), sorted.length));
                }));
    return levels;
  }

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static int power(double now, double usual) {
    double digits = StrictMath.log10(now / usual);
    return Arrays.stream(new int[] {4, 8, -4, -8})
        .filter(p -> Math.abs(digits - p) < TOLERANCE)
        .findFirst()
        .orElse(0);
  }

  private Problem problem(String file, Level level, Usual usual, int power) {
    String times = "10^" + power;
    String years = usual.from() + "-" + usual.to();
    return Reason.UNIT_SHIFT
        .problem(
            Text.of(
                level.indicator() + " 约为其他年份的 " + times + " 倍",
                level.indicator() + " is about " + times + " times that of other years"))
        .at(file)
        .showing(
            years + " | " + shown(usual.median(), level.indicator()),
            String.format("%" + years.length() + "d | ", level.year())
                + shown(level.median(), level.indicator()))
        .expected("各年中位数同一量级", "medians of the same magnitude in all years")
        .because("多半是单位写错;系统不会自动换算", "the unit is probably wrong; nothing is converted")
        .fix(
            "更正表头单位,或在 conf/ingest.conf 声明 files { \"" + file + "\" { unit = 元 } }",
            "correct the unit in the header, or declare files { \""
                + file
                + "\" { unit = 元 } } in conf/ingest.conf");
  }

  private String shown(double minorUnits, String id) {
    Indicator indicator = request.indicators().find(id).orElseThrow();
    return String.format(
            Locale.ROOT, "%,.2f", new BigDecimal(minorUnits).movePointLeft(indicator.decimals()))
        + " "
        + indicator.unit().zh();
  }
}
