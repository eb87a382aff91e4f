package org.jiedui.analysis;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose aid is looked at: that of the whole nation, of one donor, or to one recipient province.
 *
 * @param level nation, donor_province or recipient_province
 */
record TargetingGroup(String level, String code) {

  /** Counties that are paired or have aid, with the aid that counts. */
  List<AidedCounty> aided(List<AidedCounty> counties) {
    return switch (level) {
      case "donor_province" ->
          counties.stream()
              .filter(county -> county.aid().containsKey(code))
              .map(county -> county.of(code))
              .toList();
      case "recipient_province" ->
          counties.stream()
              .filter(county -> !county.aid().isEmpty() && county.province().equals(code))
              .toList();
      default -> counties.stream().filter(county -> !county.aid().isEmpty()).toList();
    };
  }

  /** All counties of the recipient provinces that the group reaches, paired or not. */
  List<AidedCounty> all(List<AidedCounty> counties) {
    Set<String> provinces =
        aided(counties).stream().map(AidedCounty::province).collect(Collectors.toSet());
    return counties.stream().filter(county -> provinces.contains(county.province())).toList();
  }
}
