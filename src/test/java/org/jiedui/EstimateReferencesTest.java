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
import org.assertj.core.data.Offset;
import org.jiedui.Estimating.Found;
import org.jiedui.Estimating.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command {@code estimate} reproduces the reference cases of statistics.md sections 2 and 3,
 * read from files and printed as CSV.
 */
class EstimateReferencesTest {
  private static final Offset<Double> DIGITS = within(5e-9);

  @TempDir private static Path folder;

  private static Estimating files() {
    return new Estimating(folder);
  }

  @Test
  void ratiosOfGrunfeldAreTheReferenceOnes() throws IOException {
    Output found =
        estimate(
            files().shipped("grunfeld.csv"), "--design ratio --unit firm --value inv --after 1945");
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
  void regressionsOfGrunfeldAreTheReferenceOnes() throws IOException {
    String base =
        "--design regression --unit firm --value inv --controls value,capital --effects firm,year";
    Output found = estimate(files().shipped("grunfeld.csv"), base);
    assertThat(found.one("value", "CR1").estimate()).isCloseTo(.1177158551, DIGITS);
    assertThat(found.one("value", "CR1").error()).isCloseTo(.0108244295, DIGITS);
    assertThat(found.one("capital", "CV3").error()).isCloseTo(.2465632844, DIGITS);
    assertThat(found.one("capital", "wild").p()).isEqualTo(52 / 1024.0);
    assertThat(found.one("value", "wild").statistic()).isCloseTo(12.12063097, within(5e-8));
    double[] errors = {.0137512830, .0111089155};
    String[] names = {"iid", "cr1s"};
    for (int i = 0; i < 2; i++) {
      Output other = estimate(files().shipped("grunfeld.csv"), base + " --vcov " + names[i]);
      assertThat(other.one("value", names[i].toUpperCase()).error()).isCloseTo(errors[i], DIGITS);
    }
  }

  @Test
  void segmentedPoissonOfGrunfeldTurnsItsSign() throws IOException {
    Output found =
        estimate(
            files().shipped("grunfeld.csv"),
            "--design its --unit firm --value inv --after 1945 --family poisson");
    assertThat(found.one("level: exp(post)", "CR1").estimate()).isCloseTo(1.730031171, DIGITS);
    assertThat(found.one("trend: exp(post)", "CR1").estimate()).isCloseTo(.8406000643, DIGITS);
    assertThat(found.one("trend: post", "CR1").error()).isCloseTo(.0709773669, DIGITS);
    assertThat(found.one("slope_change: post", "CR1").error()).isCloseTo(.0624368854, DIGITS);
    assertThat(found.one("slope_change: post:trend", "CR1").estimate())
        .isCloseTo(.0453299776, DIGITS);
  }

  @Test
  void differencesInDifferencesOfPanelTAreTheReferenceOnes() throws IOException {
    Path three = files().panelT(cohort(3, 0));
    assertThat(estimate(three, "--design did --treatment D").one("treatment", "CR1").estimate())
        .isCloseTo(4.305555556, DIGITS);
    assertThat(
            estimate(three, "--design did --treatment D --family poisson")
                .one("exp(treatment)", "CR1")
                .estimate())
        .isCloseTo(1.294829483, DIGITS);
    Output staggered =
        estimate(files().panelT(cohort(3, 4, 0)), "--design did --first-treated first_treated");
    assertThat(staggered.one("simple", "influence").estimate()).isCloseTo(4.266666667, DIGITS);
    Found all = staggered.one("treatment", "CR1");
    assertThat(all.estimate()).isCloseTo(4.119047619, DIGITS);
    assertThat(all.error()).isCloseTo(.2518986205, DIGITS);
  }

  @Test
  void eventStudiesOfPanelTAreTheReferenceOnes() throws IOException {
    Output found =
        estimate(
            files().panelT(cohort(3, 0)), "--design event-study --first-treated first_treated");
    assertThat(found.one("e=-2", "CR1").estimate()).isCloseTo(-.1666666667, DIGITS);
    assertThat(found.one("e=2", "CR1").error()).isCloseTo(.5808478796, DIGITS);
    Found leads =
        estimate(files().panelT(cohort(4, 0)), "--design event-study --first-treated first_treated")
            .one("pre_trends", "F(2,8)");
    assertThat(leads.statistic()).isCloseTo(.1454545455, DIGITS);
    assertThat(leads.p()).isCloseTo(.8668647341, DIGITS);
  }

  @Test
  void staggeredEffectsOfPanelTAreTheReferenceOnes() throws IOException {
    Output found =
        estimate(
            files().panelT(cohort(3, 4, 0)), "--design staggered --first-treated first_treated");
    assertThat(found.one("att(4,5)", "influence").error()).isCloseTo(.5970607017, DIGITS);
    assertThat(found.one("simple", "influence").error()).isCloseTo(.1601850781, DIGITS);
    assertThat(found.one("dynamic", "influence").error()).isCloseTo(.1970721912, DIGITS);
    assertThat(found.one("group", "influence").error()).isCloseTo(.1846055744, DIGITS);
    assertThat(found.one("calendar", "influence").error()).isCloseTo(.1771400599, DIGITS);
    assertThat(found.lines().get(0).cells().get(11)).isEqualTo("SMALL_COHORT");
    Output notYet =
        estimate(
            files().panelT(cohort(3, 4, 0)),
            "--design staggered --first-treated first_treated --control not-yet");
    assertThat(notYet.one("att(3,3)", "influence").error()).isCloseTo(.5443310540, DIGITS);
  }

  private static Path two(String name) throws IOException {
    List<String> lines = Files.readAllLines(files().shipped(name));
    List<String> long2 = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",");
      long2.add(i + ",1," + cells[0]);
      long2.add(i + ",2," + cells[1]);
    }
    return files().write("two-" + name, "unit,year,value", long2);
  }

  /** Ratio, SE, SE of its logarithm, log-delta, Fieller, jackknife. */
  private static void ratio(Path panel, double... expected) {
    Output found = estimate(panel, "--design ratio --after 2");
    Found delta = found.one("ratio_total", "log_delta");
    Found fieller = found.one("ratio_total", "fieller");
    double[] values = {
      delta.estimate(),
      delta.error(),
      found.one("ln_ratio_total", "log").error(),
      delta.low(),
      delta.high(),
      fieller.low(),
      fieller.high(),
    };
    for (int i = 0; i < values.length; i++) {
      assertThat(values[i]).as("value %d", i).isCloseTo(expected[i], DIGITS);
    }
  }

  @Test
  void ratiosOfCitiesAreTheReferenceOnes() throws IOException {
    ratio(
        two("city.csv"),
        1.5203125,
        .1899933733,
        .1249699475,
        1.145927375,
        2.017012725,
        1.195956444,
        2.461375155);
    ratio(
        two("bigcity.csv"),
        1.239018599,
        .0345014301,
        .0278457726,
        1.171555011,
        1.310367054,
        1.173635115,
        1.319413893);
  }

  @Test
  void entryAndExitAreTheReferenceOnes() throws IOException {
    int[][] sides = {{10, 30}, {20, 30}, {30, 90}, {0, 50}, {40, 0}, {0, 0}};
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < sides.length; i++) {
      lines.add(i + ",1," + sides[i][0]);
      lines.add(i + ",2," + sides[i][1]);
    }
    Output found =
        estimate(files().write("entry.csv", "unit,year,value", lines), "--design ratio --after 2");
    assertThat(found.one("ratio_total", "log_delta").estimate()).isCloseTo(2, DIGITS);
    assertThat(found.one("ratio_continuing", "units").estimate()).isCloseTo(2.5, DIGITS);
    assertThat(found.one("factor_exit", "units").estimate()).isCloseTo(.6, DIGITS);
    assertThat(found.one("factor_entry", "units").estimate()).isCloseTo(1.333333333, DIGITS);
    assertThat(found.one("unit_geometric_mean", "units").estimate()).isCloseTo(2.381101578, DIGITS);
    assertThat(found.one("signed_rank", "annual").statistic()).isEqualTo(12);
    assertThat(found.one("signed_rank", "annual").p()).isCloseTo(.2807127, within(5e-8));
  }

  @Test
  void discoveriesAreTheReferenceOnes() throws IOException {
    Path panel = files().shipped("discoveries.csv");
    Found rate =
        estimate(panel, "--design ratio --unit series --after 1900 --family poisson")
            .one("rate_ratio", "");
    assertThat(rate.estimate()).isCloseTo(.7785547786, DIGITS);
    assertThat(rate.low()).isCloseTo(.6189984128, DIGITS);
    assertThat(rate.high()).isCloseTo(.9802818849, DIGITS);
    assertThat(rate.p()).isCloseTo(.0317926449, DIGITS);
    Output its = estimate(panel, "--design its --unit series --after 1900 --family poisson");
    assertThat(its.one("level: exp(post)", "").estimate()).isCloseTo(.7785547786, DIGITS);
    assertThat(its.one("trend: exp(post)", "").estimate()).isCloseTo(1.058233914, DIGITS);
    assertThat(its.one("slope_change: exp(post)", "").estimate()).isCloseTo(.8143178299, DIGITS);
    assertThat(its.one("slope_change: post:trend", "").estimate()).isCloseTo(-.0386192404, DIGITS);
  }

  @Test
  void theNileIsTheReferenceOne() throws IOException {
    Output found =
        estimate(
            files().shipped("nile.csv"), "--design its --unit series --after 1899 --vcov nw:4");
    term(found, "level: post", -247.7777778, 31.3394487);
    term(found, "trend: post", -283.6023791, 48.0680498);
    term(found, "slope_change: post", -289.1026854, 61.7759389);
    term(found, "slope_change: post:trend", -.4690887676, 2.7015774);
  }

  private static void term(Output found, String term, double estimate, double error) {
    assertThat(found.one(term, "NW(4)").estimate()).isCloseTo(estimate, within(5e-8));
    assertThat(found.one(term, "NW(4)").error()).isCloseTo(error, within(5e-8));
  }

  @Test
  void everyVarianceOfGrunfeldIsTheReferenceOne() throws IOException {
    Path panel = files().shipped("grunfeld.csv");
    String one = "--design regression --unit firm --value inv --controls value,capital --effects ";
    Output firms = estimate(panel, one + "firm");
    assertThat(firms.one("value", "CR1").estimate()).isCloseTo(.1101238041, DIGITS);
    assertThat(firms.one("value", "CR1").error()).isCloseTo(.0151944939, DIGITS);
    assertThat(firms.one("capital", "CR1").estimate()).isCloseTo(.3100653413, DIGITS);
    assertThat(firms.one("capital", "CR1").error()).isCloseTo(.0527517718, DIGITS);
    String both = one + "firm,year --vcov ";
    assertThat(estimate(panel, both + "cr0").one("capital", "CR0").error())
        .isCloseTo(.0429311089, DIGITS);
    assertThat(estimate(panel, both + "cr2").one("capital", "CR2").error())
        .isCloseTo(.1002, within(5e-5));
    assertThat(estimate(panel, both + "cr1s").one("capital", "CR1S").error())
        .isCloseTo(.0491059410, DIGITS);
    assertThat(estimate(panel, both + "iid").one("capital", "IID").error())
        .isCloseTo(.0227190109, DIGITS);
    assertThat(estimate(panel, both + "cr1").one("value", "wild").p()).isEqualTo(2 / 1024.0);
  }

  @Test
  void thePoissonExamplesAreTheReferenceOnes() throws IOException {
    int[] y = {0, 2, 3, 5, 1, 4, 0, 6, 9, 2, 3, 8};
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      int id = 1 + i / 3;
      int t = 1 + i % 3;
      lines.add(id + "," + t + "," + y[i] + "," + (id <= 2 && t == 3 ? 1 : 0));
    }
    Found treated =
        estimate(
                files().write("twelve.csv", "unit,year,value,D", lines),
                "--design did --treatment D --family poisson --vcov iid")
            .one("treatment", "ML");
    assertThat(treated.estimate()).isCloseTo(-.5688494639, DIGITS);
    assertThat(treated.error()).isCloseTo(.6462118563, DIGITS);
    List<String> separated =
        List.of("1,1,0,1", "2,1,0,1", "3,1,0,0", "4,1,1,0", "5,1,2,0", "6,1,3,0");
    Found constant =
        estimate(
                files().write("separated.csv", "unit,year,value,x", separated),
                "--design regression --controls x --effects none --family poisson --vcov iid")
            .one("(Intercept)", "ML");
    assertThat(constant.estimate()).isCloseTo(Math.log(1.5), DIGITS);
    assertThat(constant.flags()).isEqualTo("COLLINEAR=x;SEPARATED=2");
  }

  @Test
  void everyGroupTimeEffectIsTheReferenceOne() throws IOException {
    Output found =
        estimate(
            files().panelT(cohort(3, 4, 0)), "--design staggered --first-treated first_treated");
    double[][] cells = {
      {3, 2, .1666666667, .5485671572},
      {3, 3, 3, .5773502692},
      {3, 4, 4.5, .3908679800},
      {3, 5, 5.166666667, .4953487361},
      {4, 2, .1666666667, .5485671572},
      {4, 3, 0, .5773502692},
      {4, 4, 3.5, .3908679800},
      {4, 5, 5.166666667, .5970607017},
    };
    for (double[] cell : cells) {
      Found att = found.one("att(" + (int) cell[0] + "," + (int) cell[1] + ")", "influence");
      assertThat(att.estimate()).isCloseTo(cell[2], DIGITS);
      assertThat(att.error()).isCloseTo(cell[3], DIGITS);
    }
  }
}
