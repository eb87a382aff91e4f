package org.jiedui.ingest;

import java.nio.file.Path;

/**
 * One raw file of a study.
 *
 * @param table table of the contract it is read as; empty for what {@code ingest.conf} declares,
 *     else {@code cooperation_record}
 * @param sourceId source of records whose file names none; may be empty
 * @param name what the file was called when it was delivered
 * @param sha256 digest of its bytes where it is known beforehand, as of an archived file; else
 *     empty
 */
public record Input(Path path, String table, String sourceId, String name, String sha256) {
  /** Table of the contract for flows. */
  public static final String FLOWS = "cooperation_record";

  /** Table of the contract for rosters: one row a person. */
  public static final String ROSTER = "roster";

  /** Table of the contract for levels. */
  public static final String LEVELS = "region_year";

  /** A mended list of rejects: an input of a study that is no table of the contract. */
  public static final String FIXES = "fixes";

  /** A file as it stands. */
  public Input(Path path, String table, String sourceId) {
    this(path, table, sourceId, path.getFileName().toString(), "");
  }

  /** A confirmed map of names to codes: an input of a study that is no table of the contract. */
  public static final String CODE_MAP = "code_map";

  /** Whether its rows are records, and no answer to earlier ones. */
  public boolean isRecords() {
    return !table.equals(FIXES) && !table.equals(CODE_MAP);
  }

  /** Whether records of a table are sums of the panel. */
  public static boolean isFlow(String table) {
    return table.equals(FLOWS) || table.equals(ROSTER);
  }
}
