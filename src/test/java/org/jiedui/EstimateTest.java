package org.jiedui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jiedui.Estimating.cohort;
import static org.jiedui.Estimating.estimate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jiedui.Estimating.Found;
import org.jiedui.Estimating.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where nothing can be estimated, or not as asked, the command {@code estimate} says why. */
class EstimateTest {
  @TempDir private static Path folder;

  private static Estimating files() {
    return new Estimating(folder);
  }

  @Test
  void oneTreatedClusterHasARandomisationPOnly() throws IOException {
    int[] units = IntStream.concat(IntStream.of(0), IntStream.range(6, 12)).toArray();
    Found one =
        estimate(files().panelT(units), "--design did --treatment D")
            .one("treatment", "randomisation 7");
    assertThat(one.status()).isEqualTo("ONE_TREATED_CLUSTER");
    assertThat(one.cells().get(2)).isEmpty();
    assertThat(one.p()).isCloseTo(1 / 7.0, within(1e-12));
  }

  @Test
  void fewClustersKeepTheJackknifeOnly() throws IOException {
    Output found = estimate(files().panelT(0, 1, 6, 7), "--design did --treatment D");
    assertThat(found.lines().get(0).status()).isEqualTo("TOO_FEW_CLUSTERS");
    assertThat(found.one("treatment", "CV3").error()).isPositive();
  }

  @Test
  void whatCannotBeEstimatedSaysWhy() throws IOException {
    String staggered = "--design staggered --first-treated first_treated";
    status("NO_CONTRAST", files().panelT(cohort(0)), "--design did --treatment D");
    status("NO_CONTROL", files().panelT(cohort(3)), "--design did --treatment D");
    status("NO_CONTRAST", files().panelT(cohort(0)), staggered);
    status("NO_CONTROL", files().panelT(cohort(3)), staggered);
    status("TOO_SHORT", files().panelT(cohort(0)), "--design its --after 5");
    status("NO_DATA", files().panelT(cohort(0)), "--design ratio --after 9");
    flag("NO_NEVER_TREATED;SMALL_COHORT", files().panelT(cohort(3, 4)), staggered);
    List<String> singles = new ArrayList<>(Files.readAllLines(files().panelT(cohort(3, 4, 0))));
    singles.add("99,1,5,,0");
    Path single = Files.write(folder.resolve("single.csv"), singles);
    flag("SINGLETONS_DROPPED=1", single, "--design did --treatment D");
    List<String> early = new ArrayList<>(Files.readAllLines(files().panelT(cohort(3, 4, 0))));
    early.replaceAll(
        line -> line.startsWith("0,") ? line.replaceFirst(",3,([01])$", ",1,$1") : line);
    Path always = Files.write(folder.resolve("always.csv"), early);
    flag("ALWAYS_TREATED=1;SMALL_COHORT", always, staggered);
    List<String> lines = new ArrayList<>();
    for (int year = 1; year <= 8; year++) {
      lines.add("a," + year + "," + (year == 3 ? -1 : year));
    }
    Path negative = files().write("negative.csv", "unit,year,value", lines);
    status("NEGATIVE_VALUE", negative, "--design its --after 5 --family poisson");
    Path late =
        files().write("late.csv", "unit,year,value", List.of("a,1,0", "a,2,5", "b,1,0", "b,2,6"));
    status("ZERO_BASE", late, "--design ratio --after 2");
    Path tiny = files().write("tiny.csv", "unit,year,value,x", List.of("a,1,1,2", "a,2,5,3"));
    status("NO_DF", tiny, "--design regression --controls x --vcov iid");
    Path from =
        files()
            .write(
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
    Path whole = files().panelT(cohort(3, 4, 0));
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
    Path sorted = files().write("sorted.csv", "unit,year,value", lines);
    java.util.Collections.reverse(lines);
    Path reversed = files().write("reversed.csv", "unit,year,value", lines);
    String its = "--design its --after 15 --vcov nw:3";
    assertThat(estimate(reversed, its)).isEqualTo(estimate(sorted, its));
    assertThat(estimate(sorted, its).one("trend: post", "NW(3)").error()).isPositive();
  }

  @Test
  void neweyWestIsRefusedForSeveralUnits() throws IOException {
    assertThat(
            estimate(
                    files().shipped("grunfeld.csv"),
                    "--design its --unit firm --value inv --after 1945 --vcov nw:1")
                .exit())
        .isEqualTo(2);
  }

  @Test
  void aRequestThatDoesNotFitIsRefusedWithEverythingThatIsMissing() throws IOException {
    assertThat(
            estimate(
                    files().shipped("grunfeld.csv"),
                    "--design its --value inv --unit firm --vcov robust")
                .exit())
        .isEqualTo(2);
    assertThat(
            estimate(files().shipped("grunfeld.csv"), "--design guess --value inv --unit firm")
                .exit())
        .isEqualTo(2);
    assertThat(
            estimate(
                    files().shipped("grunfeld.csv"),
                    "--design its --value invest --unit firm --after 1945")
                .exit())
        .isEqualTo(4);
  }
}
