package org.jiedui.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How long ago a report was made or found to be up to date, by the store's clock.
 *
 * @param computedAt when the default version was committed
 * @param lastSuccess when a run of it ended well last, whether or not there was anything new
 */
public record Freshness(
    String report,
    long version,
    LocalDate asOf,
    String computedAt,
    Instant lastSuccess,
    Duration age) {
  /** One line in the text format of Prometheus. */
  public String metric() {
    return "jiedui_age_seconds{report=\"" + report + "\"} " + age.toSeconds();
  }
}
