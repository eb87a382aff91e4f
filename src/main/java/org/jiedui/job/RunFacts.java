package org.jiedui.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiedui.ingest.GateReading;
import org.jiedui.ingest.IngestResult;
import org.jiedui.publish.Inputs;
import org.jiedui.publish.Json;
import org.jiedui.run.RowCounts;
import org.jiedui.run.Run;
import org.jiedui.table.Frame;
import org.jiedui.table.LedgerRow;
import org.jiedui.table.RejectReasonRow;

/** What the account of a run says of its inputs: counts, sums, codes and digests. */
record RunFacts(IngestResult records) {
  void tell(Run run) {
    List<Object> files = new ArrayList<>();
    records.inputs().forEach(input -> files.add(file(input)));
    run.fact("files", files);
    run.fact("gates", records.gates().stream().map(GateReading::fact).toList());
    run.fact("ledger", reconciliation());
    run.rows(
        new RowCounts(total(LedgerRow.READ), total(LedgerRow.ACCEPTED), total(LedgerRow.REJECTED)));
  }

  /** Which inputs and settings the fingerprint stands for. */
  static void digests(Run run, Inputs inputs) {
    run.fact("configuration", inputs.configuration());
    Map<String, String> references = new LinkedHashMap<>();
    inputs.references().forEach(r -> references.put(r.name(), r.sha256()));
    run.fact("references", references);
  }

  private Map<String, Object> file(IngestResult.InputFact input) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", input.name());
    tree.put("table", input.table());
    tree.put("sha256", input.sha256());
    tree.put("bytes", input.bytes());
    tree.put("rows", input.rows());
    tree.put("encoding", input.charset());
    tree.put("encodingEvidence", input.encodingEvidence());
    tree.put("redelivered", input.redelivered());
    tree.put("rejects", rejects(input.name()));
    tree.put("accepted", accepted(input.name()));
    return tree;
  }

  private Map<String, Object> rejects(String file) {
    Map<String, Object> codes = new LinkedHashMap<>();
    Frame reasons = records.reasons();
    for (int i = 0; i < reasons.size(); i++) {
      boolean rows = reasons.text(i, RejectReasonRow.MEASURE).equals(LedgerRow.ROWS);
      if (rows && reasons.text(i, RejectReasonRow.FILE).equals(file)) {
        codes.put(reasons.text(i, RejectReasonRow.CODE), reasons.value(i, RejectReasonRow.AMOUNT));
      }
    }
    return codes;
  }

  /** Rows, and sums of each measure in minor units. */
  private Map<String, Object> accepted(String file) {
    Map<String, Object> sums = new LinkedHashMap<>();
    Frame ledger = records.ledger();
    for (int i = 0; i < ledger.size(); i++) {
      if (ledger.text(i, LedgerRow.FILE).equals(file)) {
        sums.put(ledger.text(i, LedgerRow.MEASURE), ledger.value(i, LedgerRow.ACCEPTED));
      }
    }
    return sums;
  }

  private long total(LedgerRow field) {
    return ledger(LedgerRow.TOTAL, field).orElse(0L);
  }

  private Optional<Long> ledger(String file, LedgerRow field) {
    Frame ledger = records.ledger();
    for (int i = 0; i < ledger.size(); i++) {
      boolean rows = ledger.text(i, LedgerRow.MEASURE).equals(LedgerRow.ROWS);
      if (rows && ledger.text(i, LedgerRow.FILE).equals(file)) {
        return Optional.ofNullable((Long) ledger.value(i, field));
      }
    }
    return Optional.empty();
  }

  private Map<String, Object> reconciliation() {
    try {
      return Json.object(records.reconciliationJson());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
