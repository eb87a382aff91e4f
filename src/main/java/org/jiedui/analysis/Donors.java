package org.jiedui.analysis;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/** Which provinces support a region in a year, and how much money came from each. */
public interface Donors extends Serializable {
  /** Codes of the donor provinces; empty when nobody is paired with it that year. */
  Collection<String> of(String unit, int year);

  /** Funds from one donor in that year; empty when unknown, and then donors weigh equally. */
  default OptionalDouble funds(String unit, String donor, int year) {
    return OptionalDouble.empty();
  }

  static Donors none() {
    return (unit, year) -> List.of();
  }
}
