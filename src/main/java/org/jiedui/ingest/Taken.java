package org.jiedui.ingest;

import org.jiedui.ingest.file.Reason;

/**
 * The part of a record that other records count already.
 *
 * @param amount in minor units of its indicator
 */
record Taken(Found record, long amount, Reason reason) {
  SetApart.Place place() {
    return reason == Reason.CUMULATIVE ? SetApart.Place.CARRIED : SetApart.Place.DUPLICATE;
  }
}
