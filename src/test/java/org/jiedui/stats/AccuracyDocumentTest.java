package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiedui.stats.AccuracyDocument.Agreement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Agreement with R, coverage of intervals, and the document that holds them. */
class AccuracyDocumentTest {
  private static final Path DOCUMENT = Path.of("src/docs/accuracy.md");

  private static List<Agreement> agreements() {
    List<Agreement> found = new ArrayList<>();
    Factor firm = GrunfeldPanel.firm();
    Fit fit = Regression.ols(GrunfeldPanel.twoWay());
    String lm = "lm(inv ~ value + capital + factor(firm) + factor(year), plm::Grunfeld)";
    add(found, "slope of value", "coef(" + lm + ")", fit.coefficient(0), .1177158551);
    errors(found, "standard error", "vcov(lm)", fit, Vcov.iid(), .0137512830);
    errors(found, "HC1", "sandwich::vcovHC(lm, \"HC1\")", fit, Vcov.hc1(), .0191799205213);
    errors(found, "HC3", "sandwich::vcovHC(lm, \"HC3\")", fit, Vcov.hc3(), .0236237890271);
    String cl = "sandwich::vcovCL(lm, ~ firm, type = \"HC0\", cadjust = FALSE)";
    errors(found, "CR0 by firm", cl, fit, Vcov.cr0(firm), .00971202368683);
    String cr2 = "clubSandwich::vcovCR(lm, cluster = firm, type = \"CR2\")";
    errors(found, "CR2 by firm", cr2, fit, Vcov.cr2(firm), .0208148232743);
    add(
        found,
        "p with Satterthwaite's degrees of freedom",
        "clubSandwich::coef_test(lm, " + cr2 + ")",
        fit.covariance(Vcov.cr2(firm)).p(0),
        .0196733998420);
    String scc = "plm::vcovSCC(plm, type = \"HC0\", maxlag = 2)";
    Vcov dk = Vcov.driscollKraay(GrunfeldPanel.year(), 2);
    errors(found, "Driscoll–Kraay", scc, fit, dk, .020436322948);
    Fit one =
        Regression.ols(
            GrunfeldPanel.investment().constant().only(IntStream.range(0, 20).toArray()));
    String nw = "sandwich::NeweyWest(lm1, lag = 3, prewhite = FALSE, adjust = FALSE)";
    errors(found, "Newey–West", nw, one, Vcov.neweyWest(3), .0298041247391);
    double f = one.covariance(Vcov.iid()).joint(List.of("value", "capital")).f();
    add(found, "joint F", "lmtest::waldtest(lm1, . ~ 1)", f, 99.5792700117);
    RateRatio rate = new RateRatio(143, 40, 167, 60);
    String poisson = "poisson.test(c(167, 143), c(60, 40)), discoveries";
    add(
        found,
        "upper limit of a rate ratio",
        poisson,
        rate.interval(.95).orElseThrow().high(),
        .9802818849);
    add(found, "p of a rate ratio", poisson, rate.p(), .0317926449);
    found.addAll(RegionalAgreements.all());
    found.addAll(TargetingAgreements.all());
    return found;
  }

  private static void errors(
      List<Agreement> to, String what, String call, Fit fit, Vcov kind, double there) {
    add(to, what, call, fit.covariance(kind).standardError("value"), there);
  }

  private static void add(List<Agreement> to, String what, String call, double here, double there) {
    to.add(new Agreement(what, call, here, there));
  }

  @Test
  void everyComparisonWithRAgreesToSixDigits() {
    assertThat(agreements()).allSatisfy(a -> assertThat(a.digits()).isGreaterThanOrEqualTo(6));
  }

  @Test
  void everyReferenceCaseHasItsTest() {
    assertThat(ReferenceCase.all()).allMatch(ReferenceCase::isAsserted);
    ReferenceCase one = ReferenceCase.all().get(0);
    String moved = one.test() + "Elsewhere";
    assertThat(new ReferenceCase("1", one.name(), one.value(), moved, "–").isAsserted()).isFalse();
    assertThat(new ReferenceCase("1", one.name(), "1e101", one.test(), "–").isAsserted()).isFalse();
  }

  /** What the product tells its users of coverage is what the simulation gives. */
  @Test
  @Tag("thorough")
  void coverageIsAsTheProductSaysAndTheDocumentIsWritten() throws IOException {
    Map<Integer, Map<String, Double>> ratios = new LinkedHashMap<>();
    Map<Integer, Map<String, Double>> regressions = new LinkedHashMap<>();
    Map<Integer, Map<String, Double>> poisson = new LinkedHashMap<>();
    for (int clusters : CoverageSimulation.CLUSTERS) {
      ratios.put(clusters, CoverageSimulation.ratios(clusters, 2000));
      regressions.put(clusters, CoverageSimulation.regressions(clusters, 1000));
      poisson.put(clusters, CoverageSimulation.poisson(clusters, 1000));
    }
    asTold(ratios);
    asTold(poisson);
    regressions
        .values()
        .forEach(held -> assertThat(held.values()).allMatch(share -> share >= 92 && share <= 97.5));
    if ("write".equals(System.getProperty("accuracy"))) {
      String text =
          AccuracyDocument.of(AccuracyTest.scores(), agreements(), ratios, regressions, poisson);
      Files.writeString(DOCUMENT, text);
    }
  }

  private static void asTold(Map<Integer, Map<String, Double>> simulated) {
    simulated.forEach(
        (clusters, held) ->
            held.forEach(
                (method, share) ->
                    assertThat(told(method).at(clusters))
                        .as(method + " at " + clusters)
                        .isCloseTo(share, within(0.051))));
  }

  private static SimulatedCoverage told(String method) {
    return SimulatedCoverage.valueOf(method.toUpperCase(Locale.ROOT));
  }
}
