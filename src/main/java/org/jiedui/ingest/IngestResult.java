package org.jiedui.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jiedui.ingest.file.Reason;
import org.jiedui.message.Problem;
import org.jiedui.table.Frame;

/**
 * What came of the raw files.
 *
 * @param panelFiles one Parquet file of {@code PanelRow} a year
 * @param panel all of them, read by Spark
 * @param regionYear levels on base-year units
 * @param rejectRows rows that were not used, on disk
 * @param stages sums of every measure from the files to the panel
 * @param reasons rows and amounts that did not count, by reason
 * @param flags rows by warning or note
 * @param coverage which county-years have records
 * @param gates what every gate measured; more is added while the version before is compared
 */
public record IngestResult(
    SortedMap<Integer, Path> panelFiles,
    Dataset<Row> panel,
    Frame regionYear,
    Rejects rejectRows,
    Frame ledger,
    Frame stages,
    Frame reasons,
    String reconciliationJson,
    List<Problem> warnings,
    List<InputFact> inputs,
    Map<Reason, Long> flags,
    Frame coverage,
    List<GateReading> gates) {

  /** The rows that were not used, in memory. */
  public Frame rejects() {
    return rejectRows.frame();
  }

  /** Table of an input that was set aside. */
  public static final String SET_ASIDE = "set-aside";

  /**
   * One input as it was read.
   *
   * @param redelivered the same bytes came under another name too; this one counts for nothing
   */
  public record InputFact(
      Path path,
      String name,
      String table,
      String sha256,
      long bytes,
      long rows,
      String charset,
      String encodingEvidence,
      boolean redelivered) {}
}
