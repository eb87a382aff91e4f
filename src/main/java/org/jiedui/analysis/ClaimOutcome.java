package org.jiedui.analysis;

import java.util.List;
import org.jiedui.message.Text;
import org.jiedui.table.Status;

/**
 * What becomes of a claim.
 *
 * @param computed the recomputed value; null where there is none
 * @param floor null where there is none
 * @param ceiling null where there is none
 * @param matching other conventions that give the printed value
 * @param data the figures behind it
 */
record ClaimOutcome(
    Status outcome,
    Double computed,
    Double floor,
    Double ceiling,
    List<String> matching,
    String data,
    Text reason) {

  static ClaimOutcome without(Status outcome, String data, Text reason) {
    return new ClaimOutcome(outcome, null, null, null, List.of(), data, reason);
  }

  static ClaimOutcome value(
      Status outcome, double computed, List<String> matching, String data, Text reason) {
    return new ClaimOutcome(outcome, computed, null, null, matching, data, reason);
  }
}
