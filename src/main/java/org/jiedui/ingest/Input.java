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

  /** Table of the contract for levels. */
  public static final String LEVELS = "region_year";

  /** A mended list of rejects: an input of a study that is no table of the contract. */
  public static final String FIXES = "fixes";

  /** A file as it stands. */
  public Input(Path path, String table, String sourceId) {
    this(path, table, sourceId, path.getFileName().toString(), "");
  }
}
