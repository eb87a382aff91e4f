package org.jiedui.reference;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one unit of the base year gets of the amounts of a code.
 *
 * @param weight from 0 to 1; those of one code and year sum to 1
 * @param method {@code population}, {@code area} or {@code equal}; "" for a code that is one unit
 */
public record Share(String unit, double weight, String method) implements Serializable {
  /** A unit that gets everything. */
  static List<Share> whole(String unit) {
    return List.of(new Share(unit, 1, ""));
  }

  /**
   * The amount of every unit, in code order; they add up to the total.
   *
   * @param total amount in minor units
   */
  public static Map<String, Long> of(long total, List<Share> shares) {
    if (shares.size() == 1) {
      return Map.of(shares.get(0).unit(), total);
    }
    Map<String, Double> weights = new TreeMap<>();
    shares.forEach(s -> weights.put(s.unit(), s.weight()));
    return Apportionment.of(total, weights);
  }
}
