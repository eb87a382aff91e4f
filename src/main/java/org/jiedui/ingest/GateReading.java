package org.jiedui.ingest;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one gate measured in one run, and its bounds.
 *
 * @param gate code of the gate, a reason of the catalogue
 * @param subject file or series it speaks of
 * @param value percent; of rows, a deviation to either side
 * @param warnAbove percent
 * @param stopAbove percent; null where the gate never stops a run
 */
public record GateReading(
    String gate, String subject, double value, double warnAbove, Double stopAbove) {

  boolean warns() {
    return value > warnAbove;
  }

  boolean stops() {
    return stopAbove != null && value > stopAbove;
  }

  /** For the account of a run, value rounded to 0.01. */
  public Map<String, Object> fact() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("gate", gate);
    tree.put("subject", subject);
    tree.put("valuePercent", Math.rint(100 * value) / 100);
    tree.put("warnAbove", warnAbove);
    tree.put("stopAbove", stopAbove);
    return tree;
  }
}
