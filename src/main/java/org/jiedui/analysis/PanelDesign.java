package org.jiedui.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jiedui.stats.Factor;
import org.jiedui.stats.GroupTimeEffects;

/**
 * What is asked of a long panel: a design, the roles of its columns, and how sure one wants to be.
 *
 * @param treatment column with 0 and 1, for {@code did}
 * @param firstTreated column with the first treated time of a unit, empty or 0 for never
 * @param after first time of the later side
 * @param clusters names of the clustering columns; empty for the unit
 * @param effects names of the fixed effects; empty for those of the design
 * @param vcov name of the variance; empty for that of the design
 * @param ends earliest and latest time since treatment with a regressor of its own
 */
public record PanelDesign(
    Kind kind,
    Optional<String> treatment,
    boolean hasFirstTreated,
    OptionalInt after,
    List<String> clusters,
    Family family,
    List<String> controls,
    Optional<List<String>> effects,
    Optional<String> vcov,
    Ends ends,
    GroupTimeEffects.Control control,
    GroupTimeEffects.Base base,
    double confidence,
    long seed) {

  /** Names of the columns that every panel has, as effects and clusters call them. */
  public static final String UNIT = "unit";

  public static final String TIME = "time";

  /** Which question. */
  public enum Kind {
    RATIO,
    ITS,
    DID,
    EVENT_STUDY,
    STAGGERED,
    REGRESSION
  }

  /** Identity and squared error, or logarithm and Poisson pseudo-likelihood. */
  public enum Family {
    GAUSSIAN,
    POISSON
  }

  /** Leads and lags beyond these go into bins. */
  public record Ends(int leads, int lags) {}

  /**
   * The panel: one place a row in every list.
   *
   * @param firstTreated 0 for never; empty where the panel has no such column
   * @param numbers treatment, controls and further numeric columns by name
   * @param labels further grouping columns by name
   * @param leftOut rows without a value that is needed
   */
  public record Rows(
      List<String> unit,
      int[] time,
      double[] value,
      int[] firstTreated,
      double[] weight,
      double[] offset,
      Map<String, double[]> numbers,
      Map<String, List<String>> labels,
      int leftOut) {
    public int size() {
      return value.length;
    }

    Rows firstTreated(int... other) {
      return new Rows(unit, time, value, other, weight, offset, numbers, labels, leftOut);
    }

    /** Unit, time, or a grouping column by name. */
    Factor factor(String name) {
      return switch (name) {
        case UNIT -> Factor.of(name, unit);
        case TIME -> Factor.of(name, time);
        default -> Factor.of(name, labels.get(name));
      };
    }
  }
}
