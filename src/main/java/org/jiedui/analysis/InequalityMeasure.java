package org.jiedui.analysis;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jiedui.stats.Atkinson;
import org.jiedui.stats.Dispersion;
import org.jiedui.stats.GeneralizedEntropy;
import org.jiedui.stats.Gini;
import org.jiedui.stats.WeightedValues;
import org.jiedui.table.Status;

/** The measures of inequality that are published, and why one may be absent. */
enum InequalityMeasure {
  GINI(Gini::of),
  THEIL_T(GeneralizedEntropy::theilT),
  THEIL_L(GeneralizedEntropy::theilL),
  ATKINSON_05(x -> Atkinson.of(x, .5)),
  ATKINSON_1(x -> Atkinson.of(x, 1)),
  CV(Dispersion::coefficientOfVariation),
  VAR_LOG(Dispersion::varianceOfLogs);

  private final Function<WeightedValues, OptionalDouble> formula;

  InequalityMeasure(Function<WeightedValues, OptionalDouble> formula) {
    this.formula = formula;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Negative values leave only the Gini coefficient. */
  OptionalDouble of(WeightedValues x) {
    return this != GINI && x.size() > 0 && x.smallest() < 0
        ? OptionalDouble.empty()
        : formula.apply(x);
  }

  /** Why {@link #of} is empty. */
  static Status absence(WeightedValues x) {
    if (x.size() == 0) {
      return Status.NO_DATA;
    }
    if (x.smallest() < 0) {
      return Status.NEGATIVE_VALUE;
    }
    return x.total() == 0 ? Status.ZERO_MEAN : Status.ZERO_VALUE;
  }
}
