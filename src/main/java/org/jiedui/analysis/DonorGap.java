package org.jiedui.analysis;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiedui.stats.CompensatedSum;
import org.jiedui.table.Status;

/**
 * Gap of one region to its donors in one year.
 *
 * <p>Formula: {@code ln(I_d / I_i)} and {@code I_d - I_i}, I_d = weighted mean of the donors'
 * indices. Null without an index of the region or of any donor, and the log gap also where an index
 * is not above 0.
 *
 * @param partial some donor has no index and was left out
 */
record DonorGap(
    String codes, Double index, Double log, Double difference, Status status, boolean partial) {

  /**
   * @param weights donor to weight
   * @param indices index of each donor that has one this year
   */
  static DonorGap of(
      Optional<Double> own, TreeMap<String, Double> weights, Map<String, Double> indices) {
    String codes = String.join(";", weights.keySet());
    if (weights.isEmpty()) {
      return new DonorGap(codes, null, null, null, Status.NO_DONOR, false);
    }
    Double donor = mean(weights, indices);
    if (donor == null || own.isEmpty()) {
      return new DonorGap(codes, donor, null, null, Status.MISSING_INDICATOR, false);
    }
    boolean positive = own.get() > 0 && donor > 0;
    return new DonorGap(
        codes,
        donor,
        positive ? StrictMath.log(donor / own.get()) : null,
        donor - own.get(),
        positive ? Status.OK : Status.ZERO_INDEX,
        !indices.keySet().containsAll(weights.keySet()));
  }

  private static Double mean(TreeMap<String, Double> weights, Map<String, Double> indices) {
    CompensatedSum weighted = new CompensatedSum();
    CompensatedSum weight = new CompensatedSum();
    weights.forEach(
        (donor, w) -> {
          if (indices.containsKey(donor)) {
            weighted.add(w * indices.get(donor));
            weight.add(w);
          }
        });
    return weight.value() > 0 ? weighted.value() / weight.value() : null;
  }
}
