package org.jiedui.publish;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiedui.message.ExitCode;

/**
 * The account of one run: how it ended, how long each phase took, what was read and written. It
 * holds counts, codes and digests, and no value of a row.
 *
 * @param attempt the attempt's id, or any fresh token for a run that began none
 * @param outcome one word: published, already, failed
 * @param version the version published or found, 0 for none
 * @param phaseSeconds seconds by phase, in their order
 * @param facts trees of maps, lists, texts and numbers: files, ledger, gates, memory, versions
 */
public record RunReport(
    String report,
    LocalDate asOf,
    String attempt,
    String outcome,
    ExitCode exit,
    long version,
    String fingerprint,
    Map<String, Double> phaseSeconds,
    Map<String, Object> facts,
    List<String> warnings) {
  private static final String SCHEMA = "jiedui.run/1";

  /** The report as JSON; also for a status file. */
  public String json() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("format", SCHEMA);
    tree.put("report", report);
    tree.put("asOf", asOf.toString());
    tree.put("attempt", attempt);
    tree.put("outcome", outcome);
    tree.put("exitCode", exit.code());
    tree.put("version", version);
    tree.put("fingerprint", fingerprint);
    tree.put("phaseSeconds", phaseSeconds);
    tree.put("jiedui", ProgramVersion.current());
    tree.put("java", Runtime.version().toString());
    tree.putAll(facts);
    tree.put("warnings", warnings);
    return Json.pretty(tree);
  }
}
