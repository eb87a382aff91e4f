package org.jiedui.analysis;

import java.util.List;

/**
 * What pairings are told with.
 *
 * @param strength indicator of what a donor province has, more is stronger
 * @param need indicator of what a recipient province has, less is needier
 * @param population id of the indicator that weighs counties within a province
 * @param spans years of each era that the study covers
 * @param absent what a year without a record means
 * @param funds id of the indicator whose concentration over donors is told
 * @param draws permutations of networks of more than 8 links
 */
public record PairingParams(
    String strength,
    String need,
    String population,
    Places places,
    List<GapParams.Years> spans,
    EffectRatio.Absent absent,
    String funds,
    int draws,
    long seed) {
  public PairingParams {
    spans = List.copyOf(spans);
  }

  /** For links alone: nothing is known of provinces or flows. */
  public static PairingParams ofLinks(long seed) {
    return new PairingParams(
        "", "", "", Places.BY_CODE, List.of(), EffectRatio.Absent.UNDECLARED, "", 0, seed);
  }
}
