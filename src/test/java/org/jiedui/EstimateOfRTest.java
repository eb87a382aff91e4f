package org.jiedui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jiedui.Estimating.estimate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.jiedui.Estimating.Found;
import org.jiedui.Estimating.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Worked examples of R and its packages, from files that R ships, through the command. */
class EstimateOfRTest {
  private static final Offset<Double> DIGITS = within(5e-9);

  @TempDir private static Path folder;

  private static Estimating files() {
    return new Estimating(folder);
  }

  /** R 4.2, by hand; the calls stand at WildClusterBootstrapTest. */
  @Test
  void aPoissonTrendWithTenClustersHasTheScoreBootstrapToo() throws IOException {
    Output found =
        estimate(
            files().shipped("grunfeld.csv"),
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
            files().shipped("empluk.csv"),
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
            files().shipped("investment.csv"),
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
            files().shipped("publicschools.csv"),
            "--design regression --unit state --time year --value expenditure --controls"
                + " income,income2 --effects none --vcov hc3");
    assertThat(found.one("income", "HC3").estimate()).isCloseTo(-1834.2029463, within(5e-7));
    assertThat(found.one("income", "HC3").error()).isCloseTo(2975.411409, within(5e-6));
    assertThat(found.one("income2", "HC3").error()).isCloseTo(1995.241963, within(5e-6));
  }

  /**
   * R 4.2, example of {@code glm}: {@code glm(counts ~ outcome + treatment, family = poisson())}
   * (Dobson 1990), {@code control = glm.control(epsilon = 1e-14)}.
   */
  @Test
  void theTrialOfDobsonIsThatOfGlm() throws IOException {
    int[] counts = {18, 17, 15, 20, 10, 20, 25, 13, 12};
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      String outcome = (i % 3 == 1 ? 1 : 0) + "," + (i % 3 == 2 ? 1 : 0);
      String treatment = (i / 3 == 1 ? 1 : 0) + "," + (i / 3 == 2 ? 1 : 0);
      lines.add(i + ",1," + counts[i] + "," + outcome + "," + treatment);
    }
    Output found =
        estimate(
            files().write("dobson.csv", "unit,year,value,o2,o3,t2,t3", lines),
            "--design regression --controls o2,o3,t2,t3 --effects none --family poisson --vcov iid");
    assertThat(found.one("(Intercept)", "ML").estimate()).isCloseTo(3.0445224377234, DIGITS);
    assertThat(found.one("(Intercept)", "ML").error()).isCloseTo(.17089865185644, DIGITS);
    assertThat(found.one("o2", "ML").estimate()).isCloseTo(-.45425527722776, DIGITS);
    assertThat(found.one("o2", "ML").error()).isCloseTo(.20217075919385, DIGITS);
    assertThat(found.one("t3", "ML").error()).isCloseTo(.2, DIGITS);
  }

  /**
   * R 4.2, clubSandwich 0.5: m = lm(inv ~ value + capital + factor(firm) + factor(year),
   * plm::Grunfeld); coef_test(m, vcovCR(m, cluster = firm, type = "CR2")).
   */
  @Test
  void biasReducedErrorsOfGrunfeldAreThoseOfClubSandwich() throws IOException {
    Output found =
        estimate(
            files().shipped("grunfeld.csv"),
            "--design regression --unit firm --value inv --controls value,capital --effects"
                + " firm,year --vcov cr2");
    assertThat(found.one("value", "CR2").error()).isCloseTo(.0208148232743, DIGITS);
    assertThat(found.one("value", "CR2").p()).isCloseTo(.0196733998420, DIGITS);
    assertThat(found.one("capital", "CR2").error()).isCloseTo(.1002139542317, DIGITS);
    assertThat(found.one("capital", "CR2").p()).isCloseTo(.0790615897407, DIGITS);
  }

  /**
   * R 4.2, example of clubSandwich::vcovCR.plm: p = plm(gsp ~ pcap + pc + emp + unemp, index =
   * c("state", "year")); coef_test(p, vcovCR(p, type = "CR2")), logarithms as in the file.
   */
  @Test
  void productionOfAmericanStatesIsThatOfPlmAndClubSandwich() throws IOException {
    Output found =
        estimate(
            files().shipped("produc.csv"),
            "--design regression --unit state --value gsp --controls pcap,pc,emp,unemp --effects"
                + " state --vcov cr2");
    assertThat(found.one("pcap", "CR2").estimate()).isCloseTo(-.02614965349105, DIGITS);
    assertThat(found.one("pcap", "CR2").error()).isCloseTo(.06245670834830, DIGITS);
    assertThat(found.one("emp", "CR2").estimate()).isCloseTo(.76815947335617, DIGITS);
    assertThat(found.one("unemp", "CR2").error()).isCloseTo(.00259727587693, DIGITS);
    assertThat(found.one("unemp", "CR2").p()).isCloseTo(.0497176250860, DIGITS);
  }

  /**
   * R 4.2, example of strucchange: bp = breakpoints(Nile ~ 1) is 28, the year 1898; summary(lm(Nile
   * ~ breakfactor(bp, breaks = 1))).
   */
  @Test
  void theBreakOfTheNileIsThatOfStrucchange() throws IOException {
    Output found =
        estimate(files().shipped("nile.csv"), "--design its --unit series --after 1899 --vcov iid");
    assertThat(found.one("level: (Intercept)", "IID").estimate()).isCloseTo(1097.75, DIGITS);
    assertThat(found.one("level: (Intercept)", "IID").error()).isCloseTo(24.1280687292, DIGITS);
    assertThat(found.one("level: post", "IID").estimate()).isCloseTo(-247.777777778, DIGITS);
    assertThat(found.one("level: post", "IID").error()).isCloseTo(28.4352016922, DIGITS);
  }

  /** R 4.2: t.test(extra ~ group, sleep, paired = TRUE), the second group less the first. */
  @Test
  void theSleepOfStudentIsThatOfHisTest() throws IOException {
    double[] first = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    double[] second = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      lines.add(i + ",1," + first[i]);
      lines.add(i + ",2," + second[i]);
    }
    Found test =
        estimate(files().write("sleep.csv", "unit,year,value", lines), "--design ratio --after 2")
            .one("paired_t", "annual");
    assertThat(test.statistic()).isCloseTo(4.062127683382, DIGITS);
    assertThat(test.p()).isCloseTo(.00283289019738, DIGITS);
  }
}
