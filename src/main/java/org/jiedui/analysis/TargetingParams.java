package org.jiedui.analysis;

import java.util.List;
import org.jiedui.analysis.GapParams.Years;

/**
 * Which aid is held against which need, for whom and when.
 *
 * @param need indicator of income per head: the lower, the needier
 * @param population id of the indicator that counts heads; empty where every unit counts as one
 * @param donors who is paired with whom: a paired county without records had no aid
 * @param absent whether that is zero, or missing and left out
 * @param band slopes within ± band count as none
 * @param confidence of the intervals of concentration indices and curves
 */
public record TargetingParams(
    String need,
    String population,
    Places places,
    Donors donors,
    EffectRatio.Absent absent,
    Years before,
    Years after,
    List<GapChoices.Era> eras,
    double band,
    double confidence,
    long seed) {
  public TargetingParams {
    eras = List.copyOf(eras);
  }
}
