package org.jiedui.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jiedui.stats.AccuracyDocument.Agreement;

/**
 * Concentration, progressivity and need elasticity against R 4.2 on data that R ships: swiss (47
 * provinces, many ties in rank) and state.x77 (50 states, weighed by population).
 */
final class TargetingAgreements {
  private static final double[] EDUCATION = {
    12, 9, 5, 7, 15, 7, 7, 8, 7, 13, 6, 12, 7, 12, 5, 2, 8, 28, 20, 9, 10, 3, 12, 6, 1, 8, 3, 10,
    19, 8, 2, 6, 2, 6, 3, 9, 3, 13, 12, 11, 13, 32, 7, 7, 53, 29, 29
  };
  private static final double[] EXAMINATION = {
    15, 6, 5, 12, 17, 9, 16, 14, 12, 16, 14, 21, 14, 19, 22, 18, 17, 26, 31, 19, 22, 14, 22, 20, 12,
    14, 6, 16, 25, 15, 3, 7, 5, 12, 7, 9, 3, 13, 26, 29, 22, 35, 15, 25, 37, 16, 22
  };
  private static final double[] POPULATION = {
    3615, 365, 2212, 2110, 21198, 2541, 3100, 579, 8277, 4931, 868, 813, 11197, 5313, 2861, 2280,
    3387, 3806, 1058, 4122, 5814, 9111, 3921, 2341, 4767, 746, 1544, 590, 812, 7333, 1144, 18076,
    5441, 637, 10735, 2715, 2284, 11860, 931, 2816, 681, 4173, 12237, 1203, 472, 4981, 3559, 1799,
    4589, 376
  };
  private static final double[] INCOME = {
    3624, 6315, 4530, 3378, 5114, 4884, 5348, 4809, 4815, 4091, 4963, 4119, 5107, 4458, 4628, 4669,
    3712, 3545, 3694, 5299, 4755, 4751, 4675, 3098, 4254, 4347, 4508, 5149, 4281, 5237, 3601, 4903,
    3875, 5087, 4561, 3983, 4660, 4449, 4558, 3635, 4167, 3821, 4188, 4022, 3907, 4701, 4864, 3617,
    4468, 4566
  };
  private static final double[] ILLITERACY = {
    2.1, 1.5, 1.8, 1.9, 1.1, 0.7, 1.1, 0.9, 1.3, 2, 1.9, 0.6, 0.9, 0.7, 0.5, 0.6, 1.6, 2.8, 0.7,
    0.9, 1.1, 0.9, 0.6, 2.4, 0.8, 0.6, 0.6, 0.5, 0.7, 1.1, 2.2, 1.4, 1.8, 0.8, 0.8, 1.1, 0.6, 1,
    1.3, 2.3, 0.5, 1.7, 2.2, 0.6, 0.6, 1.4, 0.6, 1.4, 0.7, 0.6
  };
  private static final double[] MURDER = {
    15.1, 11.3, 7.8, 10.1, 10.3, 6.8, 3.1, 6.2, 10.7, 13.9, 6.2, 5.3, 10.3, 7.1, 2.3, 4.5, 10.6,
    13.2, 2.7, 8.5, 3.3, 11.1, 2.3, 12.5, 9.3, 5, 2.9, 11.5, 3.3, 5.2, 9.7, 10.9, 11.1, 1.4, 7.4,
    6.4, 4.2, 6.1, 2.4, 11.6, 1.7, 11, 12.2, 4.5, 5.5, 9.5, 4.3, 6.7, 3, 6.9
  };

  private TargetingAgreements() {}

  static List<Agreement> all() {
    List<Agreement> found = new ArrayList<>();
    concentration(found);
    elasticity(found);
    return found;
  }

  private static void concentration(List<Agreement> found) {
    WeightedValues aid = WeightedValues.unweighted(EXAMINATION);
    WeightedValues income = WeightedValues.unweighted(EDUCATION);
    found.add(
        new Agreement(
            "concentration index",
            "R <- (rank(swiss$Education) - .5) / 47; 2 * cov.wt(cbind(swiss$Examination, R), method ="
                + " \"ML\")$cov[1, 2] / mean(swiss$Examination)",
            ConcentrationIndex.of(aid, EDUCATION).getAsDouble(),
            .187288949897049));
    found.add(
        new Agreement(
            "Kakwani",
            "the same of Examination less that of Education",
            ConcentrationIndex.kakwani(aid, income).getAsDouble(),
            -.216059227572851));
    found.add(
        new Agreement(
            "concentration index, weighted",
            "R <- weighted mid-ranks of state.x77's Income; v <- cov.wt(cbind(Illiteracy, R), Population"
                + " / sum(Population), method = \"ML\"); 2 * v$cov[1, 2] / v$center[1]",
            ConcentrationIndex.of(new WeightedValues(ILLITERACY, POPULATION), INCOME).getAsDouble(),
            -.116476897869238));
  }

  private static void elasticity(List<Agreement> found) {
    double[] murders =
        IntStream.range(0, MURDER.length).mapToDouble(i -> MURDER[i] * POPULATION[i]).toArray();
    Fit fit =
        Ppml.fit(
            Design.of(murders)
                .constant()
                .regressor("ln_income", logs(INCOME))
                .offset(logs(POPULATION)));
    String glm =
        "f <- glm(Murder * Population ~ log(Income), quasipoisson, state.x77, offset = log(Population))";
    int at = fit.names().indexOf("ln_income");
    found.add(new Agreement("need elasticity (PPML)", glm, fit.coefficient(at), -.783830204100744));
    found.add(
        new Agreement(
            "its robust standard error",
            "sandwich::vcovHC(f, \"HC0\")",
            fit.covariance(Vcov.cr0(Factor.rows(murders.length))).standardError(at),
            .423909128891728));
  }

  private static double[] logs(double[] values) {
    return Arrays.stream(values).map(StrictMath::log).toArray();
  }
}
