package org.jiedui.analysis;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jiedui.analysis.GapParams.Years;

/**
 * Of which regions inequality is measured, and how.
 *
 * @param indicators levels per head
 * @param population id of the indicator that weighs regions; empty for none
 * @param level regions that are compared, as {@link Places} names levels
 * @param zone the zone of a province, such as east or west
 * @param classes how many classes of relative level regions move between
 * @param confidence of the intervals
 */
public record InequalityParams(
    List<String> indicators,
    String population,
    String level,
    Places places,
    UnaryOperator<String> zone,
    Years before,
    Years after,
    int classes,
    double confidence) {
  public InequalityParams {
    indicators = List.copyOf(indicators);
    if (classes < 2) {
      throw new IllegalArgumentException(classes + " classes");
    }
  }
}
