package org.jiedui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command {@code estimate} reproduces the reference cases of statistics.md sections 2 and 3,
 * read from files and printed as CSV; where nothing can be estimated it says why.
 */
class EstimateTest {
  private static final Offset<Double> DIGITS = within(5e-9);
  private static final int[] FIRST = {3, 3, 3, 4, 4, 4, 0, 0, 0, 0, 0, 0};
  private static final String[] T = {
    "10 11 15 17 20", "8 8 13 14 15", "12 14 17 21 22", "9 10 11 16 18", "7 9 9 13 15",
    "11 11 13 17 21", "10 10 12 12 13", "6 8 8 9 11", "9 9 10 12 12", "13 14 14 15 17",
    "8 9 11 11 12", "5 6 7 8 8"
  };

  @TempDir private static Path folder;
  private static Path grunfeld;

  /** A line of output, columns by position. */
  private record Found(List<String> cells) {
    double at(int column) {
      return Double.parseDouble(cells.get(column));
    }

    double estimate() {
      return at(1);
    }

    double error() {
      return at(2);
    }

    double statistic() {
      return at(3);
    }

    double p() {
      return at(4);
    }

    String status() {
      return cells.get(10);
    }
  }

  private record Output(int exit, List<Found> lines) {
    Found one(String term, String method) {
      List<Found> found =
          lines.stream()
              .filter(l -> l.cells().get(0).equals(term) && l.cells().get(9).startsWith(method))
              .toList();
      assertThat(found).as(term + " by " + method + " in " + lines).hasSize(1);
      return found.get(0);
    }
  }

  private static Output estimate(Path panel, String options) {
    List<String> words = new ArrayList<>(List.of("estimate", "--panel", panel.toString()));
    words.addAll(List.of(options.split(" ")));
    words.addAll(List.of("--format", "csv"));
    PrintStream out = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    int exit;
    try {
      exit = Main.run(words.toArray(String[]::new));
    } finally {
      System.setOut(out);
    }
    List<Found> lines =
        printed.toString(StandardCharsets.UTF_8).lines().skip(1).map(EstimateTest::cells).toList();
    return new Output(exit, lines);
  }

  private static Found cells(String line) {
    List<String> cells = new ArrayList<>();
    boolean quoted = false;
    StringBuilder cell = new StringBuilder();
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return new Found(cells);
  }

  private static Path write(String name, String header, List<String> lines) throws IOException {
    return Files.writeString(folder.resolve(name), header + "\n" + String.join("\n", lines) + "\n");
  }

  @BeforeAll
  static void panel() throws IOException {
    grunfeld = shipped("grunfeld.csv");
  }

  private static Path shipped(String name) throws IOException {
    try (InputStream in = EstimateTest.class.getResourceAsStream("/stats/" + name)) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .collect(Collectors.toList());
      return write(name, lines.remove(0), lines);
    }
  }

  private static Path panelT(int... units) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int unit : units) {
      String[] values = T[unit].split(" ");
      for (int t = 1; t <= 5; t++) {
        boolean treated = FIRST[unit] > 0 && t >= FIRST[unit];
        String first = FIRST[unit] == 0 ? "" : String.valueOf(FIRST[unit]);
        lines.add(unit + "," + t + "," + values[t - 1] + "," + first + "," + (treated ? 1 : 0));
      }
    }
    return write("t" + Arrays.hashCode(units) + ".csv", "unit,year,value,first_treated,D", lines);
  }

  private static int[] cohort(int... wanted) {
    return IntStream.range(0, FIRST.length)
        .filter(i -> Arrays.stream(wanted).anyMatch(g -> g == FIRST[i]))
        .toArray();
  }

  @Test
  void ratiosOfGrunfeldAreTheReferenceOnes() {
    Output found = estimate(grunfeld, "--design ratio --unit firm --value inv --after 1945");
    assertThat(found.exit()).isZero();
    Found delta = found.one("ratio_total", "log_delta");
    assertThat(delta.estimate()).isCloseTo(1.730031171, DIGITS);
    assertThat(delta.error()).isCloseTo(.1499975520, DIGITS);
    assertThat(delta.at(5)).isCloseTo(1.421916154, DIGITS);
    assertThat(delta.at(6)).isCloseTo(2.104911631, DIGITS);
    assertThat(found.one("ln_ratio_total", "log").error()).isCloseTo(.0867022251, DIGITS);
    assertThat(found.one("ratio_total", "fieller").at(5)).isCloseTo(.7605425742, DIGITS);
    assertThat(found.one("ratio_total", "fieller").at(6)).isCloseTo(5.152526779, within(5e-8));
    assertThat(found.one("ratio_total", "jackknife").error()).isCloseTo(.1137037750, DIGITS);
    assertThat(found.one("unit_mean", "units").estimate()).isCloseTo(1.879698621, DIGITS);
    assertThat(found.one("unit_geometric_mean", "units").estimate()).isCloseTo(1.837901172, DIGITS);
    assertThat(found.one("unit_median", "units").estimate()).isCloseTo(1.835476747, DIGITS);
  }

  @Test
  void regressionsOfGrunfeldAreTheReferenceOnes() {
    String base =
        "--design regression --unit firm --value inv --controls value,capital --effects firm,year";
    Output found = estimate(grunfeld, base);
    assertThat(found.one("value", "CR1").estimate()).isCloseTo(.1177158551, DIGITS);
    assertThat(found.one("value", "CR1").error()).isCloseTo(.0108244295, DIGITS);
    assertThat(found.one("capital", "CV3").error()).isCloseTo(.2465632844, DIGITS);
    assertThat(found.one("capital", "wild").p()).isEqualTo(52 / 1024.0);
    assertThat(found.one("value", "wild").statistic()).isCloseTo(12.12063097, within(5e-8));
    double[] errors = {.0137512830, .0111089155};
    String[] names = {"iid", "cr1s"};
    for (int i = 0; i < 2; i++) {
      Output other = estimate(grunfeld, base + " --vcov " + names[i]);
      assertThat(other.one("value", names[i].toUpperCase()).error()).isCloseTo(errors[i], DIGITS);
    }
  }

  @Test
  void segmentedPoissonOfGrunfeldTurnsItsSign() {
    Output found =
        estimate(grunfeld, "--design its --unit firm --value inv --after 1945 --family poisson");
    assertThat(found.one("level: exp(post)", "CR1").estimate()).isCloseTo(1.730031171, DIGITS);
    assertThat(found.one("trend: exp(post)", "CR1").estimate()).isCloseTo(.8406000643, DIGITS);
    assertThat(found.one("trend: post", "CR1").error()).isCloseTo(.0709773669, DIGITS);
    assertThat(found.one("slope_change: post", "CR1").error()).isCloseTo(.0624368854, DIGITS);
    assertThat(found.one("slope_change: post:trend", "CR1").estimate())
        .isCloseTo(.0453299776, DIGITS);
  }

  /** R 4.2, by hand; the calls stand at WildClusterBootstrapTest. */
  @Test
  void aPoissonTrendWithTenClustersHasTheScoreBootstrapToo() {
    Output found =
        estimate(
            grunfeld,
            "--design its --unit firm --time year --value inv --after 1945 --family poisson");
    Found test = found.one("trend: post", "score_cluster all 1024");
    assertThat(test.statistic()).isCloseTo(-2.63944839, within(1e-7));
    assertThat(test.p()).isEqualTo(244 / 1024.0);
  }

  /**
   * R 4.2, plm 2.6-2 and sandwich: m = lm(emp ~ wage + capital + factor(firm) + factor(year));
   * sqrt(diag(vcovCL(m, cluster = firm, type = "HC0", cadjust = FALSE))) * sqrt(140/139 *
   * 1030/1020).
   */
  @Test
  void theUnbalancedPanelOfBritishFirmsIsThatOfR() throws IOException {
    Output found =
        estimate(
            shipped("empluk.csv"),
            "--design regression --unit firm --time year --value emp --controls wage,capital"
                + " --effects firm,year");
    Found wage = found.one("wage", "CR1(unit) K=11");
    Found capital = found.one("capital", "CR1(unit) K=11");
    assertThat(wage.estimate()).isCloseTo(-0.2731482232, DIGITS);
    assertThat(wage.error()).isCloseTo(0.12730227282, DIGITS);
    assertThat(capital.estimate()).isCloseTo(0.5648035993, DIGITS);
    assertThat(capital.error()).isCloseTo(0.04984732436, DIGITS);
  }

  /** R 4.2, sandwich: m = lm(RealInv ~ RealGNP + RealInt); NeweyWest(m, 4, prewhite = FALSE). */
  @Test
  void neweyWestOfAmericanInvestmentIsThatOfR() throws IOException {
    Output found =
        estimate(
            shipped("investment.csv"),
            "--design regression --unit country --time year --value real_inv --controls"
                + " real_gnp,real_int --effects none --vcov nw:4");
    assertThat(found.one("real_gnp", "NW(4)").estimate()).isCloseTo(0.1691364542, DIGITS);
    assertThat(found.one("real_gnp", "NW(4)").error()).isCloseTo(0.01675078586, DIGITS);
    assertThat(found.one("real_int", "NW(4)").error()).isCloseTo(3.34237535268, DIGITS);
  }

  /** R 4.2, sandwich: m = lm(Expenditure ~ Income + I(Income^2)); vcovHC(m, "HC3"). */
  @Test
  void leverageOfPublicSchoolsIsThatOfR() throws IOException {
    Output found =
        estimate(
            shipped("publicschools.csv"),
            "--design regression --unit state --time year --value expenditure --controls"
                + " income,income2 --effects none --vcov hc3");
    assertThat(found.one("income", "HC3").estimate()).isCloseTo(-1834.2029463, within(5e-7));
    assertThat(found.one("income", "HC3").error()).isCloseTo(2975.411409, within(5e-6));
    assertThat(found.one("income2", "HC3").error()).isCloseTo(1995.241963, within(5e-6));
  }

  @Test
  void differencesInDifferencesOfPanelTAreTheReferenceOnes() throws IOException {
    Path three = panelT(cohort(3, 0));
    assertThat(estimate(three, "--design did --treatment D").one("treatment", "CR1").estimate())
        .isCloseTo(4.305555556, DIGITS);
    assertThat(
            estimate(three, "--design did --treatment D --family poisson")
                .one("exp(treatment)", "CR1")
                .estimate())
        .isCloseTo(1.294829483, DIGITS);
    Output staggered =
        estimate(panelT(cohort(3, 4, 0)), "--design did --first-treated first_treated");
    assertThat(staggered.one("simple", "influence").estimate()).isCloseTo(4.266666667, DIGITS);
    Found all = staggered.one("treatment", "CR1");
    assertThat(all.estimate()).isCloseTo(4.119047619, DIGITS);
    assertThat(all.error()).isCloseTo(.2518986205, DIGITS);
  }

  @Test
  void eventStudiesOfPanelTAreTheReferenceOnes() throws IOException {
    Output found =
        estimate(panelT(cohort(3, 0)), "--design event-study --first-treated first_treated");
    assertThat(found.one("e=-2", "CR1").estimate()).isCloseTo(-.1666666667, DIGITS);
    assertThat(found.one("e=2", "CR1").error()).isCloseTo(.5808478796, DIGITS);
    Found leads =
        estimate(panelT(cohort(4, 0)), "--design event-study --first-treated first_treated")
            .one("pre_trends", "F(2,8)");
    assertThat(leads.statistic()).isCloseTo(.1454545455, DIGITS);
    assertThat(leads.p()).isCloseTo(.8668647341, DIGITS);
  }

  @Test
  void staggeredEffectsOfPanelTAreTheReferenceOnes() throws IOException {
    Output found =
        estimate(panelT(cohort(3, 4, 0)), "--design staggered --first-treated first_treated");
    assertThat(found.one("att(4,5)", "influence").error()).isCloseTo(.5970607017, DIGITS);
    assertThat(found.one("simple", "influence").error()).isCloseTo(.1601850781, DIGITS);
    assertThat(found.one("dynamic", "influence").error()).isCloseTo(.1970721912, DIGITS);
    assertThat(found.one("group", "influence").error()).isCloseTo(.1846055744, DIGITS);
    assertThat(found.one("calendar", "influence").error()).isCloseTo(.1771400599, DIGITS);
    assertThat(found.lines().get(0).cells().get(11)).isEqualTo("SMALL_COHORT");
    Output notYet =
        estimate(
            panelT(cohort(3, 4, 0)),
            "--design staggered --first-treated first_treated --control not-yet");
    assertThat(notYet.one("att(3,3)", "influence").error()).isCloseTo(.5443310540, DIGITS);
  }

  @Test
  void oneTreatedClusterHasARandomisationPOnly() throws IOException {
    int[] units = IntStream.concat(IntStream.of(0), IntStream.range(6, 12)).toArray();
    Found one =
        estimate(panelT(units), "--design did --treatment D").one("treatment", "randomisation 7");
    assertThat(one.status()).isEqualTo("ONE_TREATED_CLUSTER");
    assertThat(one.cells().get(2)).isEmpty();
    assertThat(one.p()).isCloseTo(1 / 7.0, within(1e-12));
  }

  @Test
  void fewClustersKeepTheJackknifeOnly() throws IOException {
    Output found = estimate(panelT(0, 1, 6, 7), "--design did --treatment D");
    assertThat(found.lines().get(0).status()).isEqualTo("TOO_FEW_CLUSTERS");
    assertThat(found.one("treatment", "CV3").error()).isPositive();
  }

  @Test
  void whatCannotBeEstimatedSaysWhy() throws IOException {
    String staggered = "--design staggered --first-treated first_treated";
    status("NO_CONTRAST", panelT(cohort(0)), "--design did --treatment D");
    status("NO_CONTROL", panelT(cohort(3)), "--design did --treatment D");
    status("NO_CONTRAST", panelT(cohort(0)), staggered);
    status("NO_CONTROL", panelT(cohort(3)), staggered);
    status("TOO_SHORT", panelT(cohort(0)), "--design its --after 5");
    status("NO_DATA", panelT(cohort(0)), "--design ratio --after 9");
    flag("NO_NEVER_TREATED;SMALL_COHORT", panelT(cohort(3, 4)), staggered);
    List<String> singles = new ArrayList<>(Files.readAllLines(panelT(cohort(3, 4, 0))));
    singles.add("99,1,5,,0");
    Path single = Files.write(folder.resolve("single.csv"), singles);
    flag("SINGLETONS_DROPPED=1", single, "--design did --treatment D");
    List<String> early = new ArrayList<>(Files.readAllLines(panelT(cohort(3, 4, 0))));
    early.replaceAll(
        line -> line.startsWith("0,") ? line.replaceFirst(",3,([01])$", ",1,$1") : line);
    Path always = Files.write(folder.resolve("always.csv"), early);
    flag("ALWAYS_TREATED=1;SMALL_COHORT", always, staggered);
    List<String> lines = new ArrayList<>();
    for (int year = 1; year <= 8; year++) {
      lines.add("a," + year + "," + (year == 3 ? -1 : year));
    }
    Path negative = write("negative.csv", "unit,year,value", lines);
    status("NEGATIVE_VALUE", negative, "--design its --after 5 --family poisson");
    Path late = write("late.csv", "unit,year,value", List.of("a,1,0", "a,2,5", "b,1,0", "b,2,6"));
    status("ZERO_BASE", late, "--design ratio --after 2");
    Path tiny = write("tiny.csv", "unit,year,value,x", List.of("a,1,1,2", "a,2,5,3"));
    status("NO_DF", tiny, "--design regression --controls x --vcov iid");
    Path from =
        write(
            "from.csv",
            "unit,year,value,first_treated",
            List.of("a,1,1,1", "a,2,5,1", "b,1,1,", "b,2,2,"));
    status("NO_PRE_PERIOD", from, "--design event-study --first-treated first_treated");
  }

  private static void status(String code, Path panel, String options) {
    Output found = estimate(panel, options);
    assertThat(found.exit()).isZero();
    assertThat(found.lines().get(0).status()).as(options + " on " + panel).isEqualTo(code);
  }

  private static void flag(String codes, Path panel, String options) {
    assertThat(estimate(panel, options).lines().get(0).cells().get(11)).isEqualTo(codes);
  }

  @Test
  void unbalancedPanelsAreDescribedAndUsed() throws IOException {
    Path whole = panelT(cohort(3, 4, 0));
    List<String> lines = new ArrayList<>(Files.readAllLines(whole));
    lines.set(7, lines.get(7).replaceFirst(",8,", ",NA,"));
    Path holes = folder.resolve("holes.csv");
    Files.write(holes, lines);
    Output found = estimate(holes, "--design staggered --first-treated first_treated");
    assertThat(found.lines().get(0).cells().get(7)).isEqualTo("11");
    assertThat(found.lines().get(0).cells().get(11)).isEqualTo("MISSING_YEARS=1;SMALL_COHORT");
    assertThat(estimate(holes, "--design did --treatment D").one("treatment", "CR1").at(7))
        .isEqualTo(59);
  }

  @Test
  void theOrderOfRowsCannotBeSeen() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int year = 1; year <= 30; year++) {
      lines.add("a," + year + "," + (year * 7 % 11 + (year >= 15 ? 4 : 0)));
    }
    Path sorted = write("sorted.csv", "unit,year,value", lines);
    java.util.Collections.reverse(lines);
    Path reversed = write("reversed.csv", "unit,year,value", lines);
    String its = "--design its --after 15 --vcov nw:3";
    assertThat(estimate(reversed, its)).isEqualTo(estimate(sorted, its));
    assertThat(estimate(sorted, its).one("trend: post", "NW(3)").error()).isPositive();
  }

  @Test
  void neweyWestIsRefusedForSeveralUnits() {
    assertThat(
            estimate(grunfeld, "--design its --unit firm --value inv --after 1945 --vcov nw:1")
                .exit())
        .isEqualTo(2);
  }

  @Test
  void aRequestThatDoesNotFitIsRefusedWithEverythingThatIsMissing() {
    assertThat(estimate(grunfeld, "--design its --value inv --unit firm --vcov robust").exit())
        .isEqualTo(2);
    assertThat(estimate(grunfeld, "--design guess --value inv --unit firm").exit()).isEqualTo(2);
    assertThat(estimate(grunfeld, "--design its --value invest --unit firm --after 1945").exit())
        .isEqualTo(4);
  }
}
