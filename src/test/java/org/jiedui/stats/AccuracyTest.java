package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The regression core on certified data sets: at least nine correct digits, seven where data bind.
 */
class AccuracyTest {
  private static final List<String> HARD = List.of("Filip", "NumAcc4");

  /**
   * Digits of one data set.
   *
   * @param estimates the worst of coefficients, or of mean and F
   * @param errors the worst of standard deviations and of the residual's; 15 where all are 0
   */
  record Score(String kind, String name, double estimates, double errors) {}

  static List<Score> scores() {
    return java.util.stream.Stream.of(
            Nist.univariate().stream().map(AccuracyTest::univariate),
            Nist.anova().stream().map(AccuracyTest::anova),
            Nist.linear().stream().map(AccuracyTest::linear))
        .flatMap(s -> s)
        .toList();
  }

  private static Score univariate(Nist.Univariate set) {
    Fit fit = Regression.ols(Design.of(set.y()).constant());
    return new Score(
        "univariate",
        set.name(),
        Nist.digits(fit.coefficient(0), set.mean()),
        Nist.digits(Math.sqrt(fit.dispersion()), set.deviation()));
  }

  private static Score anova(Nist.Anova set) {
    Factor group = Factor.of("group", set.group());
    Design design = Design.of(set.y()).constant();
    for (int g = 1; g < group.levels(); g++) {
      int level = g;
      double[] dummy =
          IntStream.range(0, group.size())
              .mapToDouble(i -> group.code(i) == level ? 1 : 0)
              .toArray();
      design = design.regressor("g" + g, dummy);
    }
    Fit fit = Regression.ols(design);
    double r2 = fit.r2().orElseThrow();
    double f = r2 / (1 - r2) * fit.degreesOfFreedom() / (group.levels() - 1.0);
    return new Score(
        "one-way ANOVA",
        set.name(),
        Math.min(Nist.digits(f, set.f()), Nist.digits(r2, set.r2())),
        Nist.digits(Math.sqrt(fit.dispersion()), set.residual()));
  }

  private static Score linear(Nist.Linear set) {
    Fit fit = Regression.ols(set.design());
    assertThat(fit.dropped().collinear()).as(set.name()).isEmpty();
    Covariance v = fit.covariance(Vcov.iid());
    double estimates =
        IntStream.range(0, set.coefficients().length)
            .mapToDouble(k -> Nist.digits(fit.coefficient(k), set.coefficients()[k]))
            .min()
            .orElseThrow();
    boolean exact = Arrays.stream(set.errors()).allMatch(e -> e == 0);
    double errors =
        exact
            ? 15
            : IntStream.range(0, set.errors().length)
                .mapToDouble(k -> Nist.digits(v.standardError(k), set.errors()[k]))
                .min()
                .orElseThrow();
    double residual = exact ? 15 : Nist.digits(Math.sqrt(fit.dispersion()), set.residual());
    return new Score("linear regression", set.name(), estimates, Math.min(errors, residual));
  }

  @Test
  void everyCertifiedStatisticHasNineDigitsAndSevenWhereTheDataAreHard() {
    for (Score score : scores()) {
      double least = HARD.contains(score.name()) ? 7 : 9;
      assertThat(score.estimates()).as(score.toString()).isGreaterThanOrEqualTo(least);
      assertThat(score.errors()).as(score.toString()).isGreaterThanOrEqualTo(least);
    }
  }
}
