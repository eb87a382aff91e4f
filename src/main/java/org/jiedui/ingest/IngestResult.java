package org.jiedui.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jiedui.ingest.file.Reason;
import org.jiedui.message.Problem;
import org.jiedui.table.CoverageRow;
import org.jiedui.table.Frame;
import org.jiedui.table.GeographySplitRow;
import org.jiedui.table.LedgerRow;
import org.jiedui.table.LedgerStageRow;
import org.jiedui.table.PeriodTotalRow;
import org.jiedui.table.RejectReasonRow;

/**
 * What came of the raw files.
 *
 * @param panelFiles one Parquet file of {@code PanelRow} a year
 * @param panel all of them, read by Spark
 * @param periods totals over several years, of which the panel holds nothing
 * @param regionYear levels on base-year units
 * @param splits shares of divided units; empty where they are unions
 * @param rejectRows rows that were not used, on disk; null where no raw file was read
 * @param stages sums of every measure from the files to the panel
 * @param reasons rows and amounts that did not count, by reason
 * @param flags rows by warning or note
 * @param apart name of the kept list of records set apart, see {@link UsedRecords}
 * @param coverage which county-years have records
 * @param gates what every gate measured; more is added while the version before is compared
 */
public record IngestResult(
    SortedMap<Integer, Path> panelFiles,
    Dataset<Row> panel,
    Frame periods,
    Frame regionYear,
    Frame splits,
    Rejects rejectRows,
    Frame ledger,
    Frame stages,
    Frame reasons,
    String reconciliationJson,
    List<Problem> warnings,
    List<InputFact> inputs,
    Map<Reason, Long> flags,
    String apart,
    Frame coverage,
    List<GateReading> gates) {

  /** The rows that were not used, in memory. */
  public Frame rejects() {
    return rejectRows.frame();
  }

  /** A panel and levels that came without their raw files: what only those tell is empty. */
  public static IngestResult given(Dataset<Row> panel, Frame regionYear) {
    return new IngestResult(
        new TreeMap<>(),
        panel,
        Frame.of("period_total", PeriodTotalRow.values(), List.of()),
        regionYear,
        Frame.of("geography_split", GeographySplitRow.values(), List.of()),
        null,
        Frame.of("ledger", LedgerRow.values(), List.of()),
        Frame.of("ledger_stage", LedgerStageRow.values(), List.of()),
        Frame.of("reject_reason", RejectReasonRow.values(), List.of()),
        "",
        List.of(),
        List.of(),
        Map.of(),
        "",
        Frame.of("coverage", CoverageRow.values(), List.of()),
        List.of());
  }

  /** Table of an input that was set aside. */
  public static final String SET_ASIDE = "set-aside";

  /**
   * One input as it was read.
   *
   * @param source source of records whose file names none
   * @param landing id of the landing; empty for a mended list
   * @param withdrawn a later file takes its place; nothing of it counts
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
      String source,
      String landing,
      boolean withdrawn,
      boolean redelivered) {}
}
