package org.jiedui.run;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jiedui.publish.RunReport;

/** One run in the text format of Prometheus, for the collector of a node exporter. */
final class Metrics {
  private final StringBuilder text = new StringBuilder();
  private final String labels;

  private Metrics(String report) {
    this.labels = "report=\"" + report + "\"";
  }

  /**
   * The whole file.
   *
   * @param lastSuccess when a run of the report ended well last, this one or one before
   */
  static String of(RunReport run, Optional<Instant> lastSuccess, Optional<RowCounts> rows) {
    Metrics m = new Metrics(run.key().map(RunReport.Key::report).orElse(""));
    lastSuccess.ifPresent(
        time ->
            m.gauge(
                "last_success_timestamp_seconds",
                "When a run ended well last.",
                Map.of("", (double) time.getEpochSecond())));
    m.gauge("last_exit_code", "Exit code of the last run.", Map.of("", (double) run.exit().code()));
    rows.ifPresent(m::rows);
    m.gauge("run_seconds", "Seconds of the last run by phase.", phases(run.phaseSeconds()));
    if (run.version() > 0) {
      m.gauge("version", "Version published or found.", Map.of("", (double) run.version()));
    }
    return m.text.toString();
  }

  private void rows(RowCounts rows) {
    gauge("rows_accepted", "Rows that count.", Map.of("", (double) rows.accepted()));
    gauge("rejected_ratio", "Share of the rows read that was rejected.", Map.of("", rows.share()));
  }

  private static Map<String, Double> phases(Map<String, Double> seconds) {
    Map<String, Double> labelled = new java.util.LinkedHashMap<>();
    seconds.forEach((phase, value) -> labelled.put(",phase=\"" + phase + "\"", value));
    return labelled;
  }

  private void gauge(String name, String help, Map<String, Double> values) {
    String full = "jiedui_" + name;
    text.append("# HELP ").append(full).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(full).append(" gauge\n");
    values.forEach(
        (more, value) ->
            text.append(String.format(Locale.ROOT, "%s{%s%s} ", full, labels, more))
                .append(number(value))
                .append('\n'));
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.6f", value);
  }
}
