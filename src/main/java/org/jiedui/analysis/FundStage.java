package org.jiedui.analysis;

import java.util.List;
import java.util.Set;

/**
 * Which stage of funds stands for a flow. Stages are never added up: of those that the records
 * have, the one nearest to payment counts; agreed funds are no flow.
 */
public final class FundStage {
  public static final String AGREED = "agreed";
  static final String NONE = "none";
  private static final List<String> FLOWS = List.of("paid", "arrived", "spent", NONE);

  private FundStage() {}

  public static String nearestToPayment(Set<String> stages) {
    return FLOWS.stream().filter(stages::contains).findFirst().orElse(NONE);
  }
}
