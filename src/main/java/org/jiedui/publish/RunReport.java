package org.jiedui.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiedui.message.ExitCode;

/**
 * The account of one run: how it ended, how long each phase took, what was read and written. It
 * holds counts, codes and digests, and no value of a row.
 *
 * @param command the command as it was called, for instance {@code nightly}
 * @param key report and day, once they were known
 * @param attempt the attempt's id, or any fresh token for a run that began none
 * @param outcome one word: {@code published}, {@code held}, {@code already}, {@code failed} or
 *     {@code stopped}
 * @param version the version published or found, 0 for none
 * @param phaseSeconds seconds by phase, in their order
 * @param facts trees of maps, lists, texts and numbers: files, rejects, ledger, gates, memory
 * @param problems codes and places of what ended the run
 * @param warnings the same of what did not
 */
public record RunReport(
    String command,
    Optional<Key> key,
    String attempt,
    String outcome,
    ExitCode exit,
    long version,
    String fingerprint,
    Instant began,
    Instant ended,
    Map<String, Double> phaseSeconds,
    Map<String, Object> facts,
    List<Map<String, String>> problems,
    List<Map<String, String>> warnings) {
  private static final String SCHEMA = "jiedui.run/1";

  /** Which report, of which day. */
  public record Key(String report, LocalDate asOf) {}

  public boolean succeeded() {
    return exit == ExitCode.OK;
  }

  /** The report as JSON; also for a status file. */
  public String json() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("format", SCHEMA);
    tree.put("command", command);
    tree.put("report", key.map(Key::report).orElse(null));
    tree.put("asOf", key.map(k -> k.asOf().toString()).orElse(null));
    tree.put("attempt", attempt);
    tree.put("outcome", outcome);
    tree.put("exitCode", exit.code());
    tree.put("version", version);
    tree.put("fingerprint", fingerprint);
    tree.put("began", began.toString());
    tree.put("ended", ended.toString());
    tree.put("phaseSeconds", phaseSeconds);
    tree.putAll(facts);
    tree.put("problems", problems);
    tree.put("warnings", warnings);
    return Json.pretty(tree);
  }
}
