package org.jiedui.ingest.file;

import java.util.List;
import org.jiedui.reference.PlacePath;

/**
 * Where rows end. Every row ends in exactly one of: records (one call per indicator), a reject, a
 * blank, a control total; flags come on top.
 */
public interface Sink {
  /** A value to count. The holder is reused after the call. */
  void record(LandedRecord record);

  void reject(Reject reject);

  /** A line without any value, or a row that holds only missing tokens where values belong. */
  void blank(long line);

  /** A row of totals (合计, 总计, 小计): never data. */
  default void controlTotal(long line, List<Amount> amounts) {}

  /** A row whose place is named in a year, has no code, and was not decided on. */
  default void named(PlacePath path, int year) {}

  /** A warning or note about an accepted row; it loses nothing. */
  default void flag(Reason code, long line) {}
}
