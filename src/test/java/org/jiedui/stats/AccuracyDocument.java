package org.jiedui.stats;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The text of {@code src/docs/accuracy.md}, made from what the tests compute. */
final class AccuracyDocument {
  private final StringBuilder text = new StringBuilder();

  /** Agreement with one call of R. */
  record Agreement(String what, String call, double here, double there) {
    double digits() {
      return Nist.digits(here, there);
    }
  }

  static String of(
      List<AccuracyTest.Score> scores,
      List<Agreement> agreements,
      Map<Integer, Map<String, Double>> ratios,
      Map<Integer, Map<String, Double>> regressions,
      Map<Integer, Map<String, Double>> poisson) {
    AccuracyDocument document = new AccuracyDocument();
    document.line("# Accuracy");
    document.line("");
    document.line(
        "Made by `mvn -Pthorough test -Dtest=AccuracyDocumentTest -Daccuracy=write`; every figure is computed by the tests.");
    document.certified(scores);
    document.agreements(agreements);
    document.coverage(
        "Coverage of 95 % intervals of a ratio of totals",
        "2,000 seeded draws, percent: log-normal clusters (log sd 1), later totals three times as large on average (log sd 0.5); bootstrap with 999"
            + " resamples. Between 92 and 97 is as announced; elsewhere the product says so beside its results.",
        ratios);
    document.coverage(
        "Coverage of 95 % intervals of a difference in differences",
        "1,000 seeded draws, percent: half of the clusters treated from the fifth of eight times on, errors a random walk within clusters of unequal"
            + " variance. The wild bootstrap is looked at where it enumerates.",
        regressions);
    document.coverage(
        "Coverage of 95 % intervals of a Poisson difference in differences",
        "1,000 seeded draws, percent: log-normal clusters (log sd 1) with log-normal walks (log sd 0.2), flows of half of them double from the fifth of"
            + " eight times on. `score_cluster`: shares in which the score wild cluster bootstrap keeps the truth at 5 %. Outside 92 to 97"
            + " the product says so beside its results.",
        poisson);
    document.references();
    return document.text.toString();
  }

  private void certified(List<AccuracyTest.Score> scores) {
    line("");
    line("## NIST Statistical Reference Datasets");
    line("");
    line(
        "Correct digits (log relative error, at most 15) of the worst estimate (mean; F and R²; coefficients) and the worst standard deviation. Filip's"
            + " tenth power and the data of NumAcc4 are rounded before anything is computed.");
    line("");
    line("| Kind | Data set | Estimates | Standard deviations |");
    line("|---|---|---|---|");
    scores.forEach(
        s -> line("| %s | %s | %.1f | %.1f |", s.kind(), s.name(), s.estimates(), s.errors()));
  }

  private void agreements(List<Agreement> agreements) {
    line("");
    line("## Agreement with R 4.2 on data that R and its packages ship");
    line("");
    line("| What | Call | Here | R | Digits |");
    line("|---|---|---|---|---|");
    agreements.forEach(
        a ->
            line(
                "| %s | `%s` | %.10g | %.10g | %.1f |",
                a.what(), a.call(), a.here(), a.there(), a.digits()));
  }

  private void coverage(
      String heading, String explanation, Map<Integer, Map<String, Double>> shares) {
    line("");
    line("## " + heading);
    line("");
    line(explanation);
    line("");
    List<String> methods = List.copyOf(shares.values().iterator().next().keySet());
    line("| Clusters | " + String.join(" | ", methods) + " |");
    line("|---|" + "---|".repeat(methods.size()));
    shares.forEach(
        (clusters, held) -> {
          StringBuilder row = new StringBuilder("| " + clusters + " |");
          for (String method : methods) {
            Double share = held.get(method);
            row.append(share == null ? " |" : String.format(Locale.ROOT, " %.1f |", share));
          }
          line(row.toString());
        });
  }

  private void references() {
    line("");
    line("## Reference cases of the statistical specification, sections 1 to 3");
    line("");
    line(
        "Closed forms agree to 1e-8, iterative fits to 1e-6 and better, as each test says; `estimate`: the test in which the command gives the same.");
    line("");
    line("| Section | Case | Test | `estimate` |");
    line("|---|---|---|---|");
    ReferenceCase.all()
        .forEach(c -> line("| %s | %s | %s | %s |", c.section(), c.name(), c.test(), c.estimate()));
  }

  private void line(String format, Object... values) {
    text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
        .append('\n');
  }
}
