package org.jiedui.ingest.file;

import java.io.Serializable;

/**
 * What a record is of: indicator, direction, form and stage, the vintage its codes are said to have
 * (0: that of its year), which statement of the record it is, and the first year of a total over
 * several years (0: of one year). Records have few kinds, so a kind is a small number in the hot
 * path.
 */
public record Kind(
    String indicator,
    String direction,
    String form,
    String status,
    int codeVintage,
    int revision,
    int yearFrom)
    implements Serializable {
  /** Of a record of one year that was stated once. */
  public Kind(String indicator, String direction, String form, String status, int codeVintage) {
    this(indicator, direction, form, status, codeVintage, 0, 0);
  }

  /** Whether its amounts are totals over several years. */
  public boolean isPeriod() {
    return yearFrom > 0;
  }

  static Kind of(LandedRecord r) {
    return new Kind(
        r.indicator, r.direction, r.form, r.status, r.codeVintage, r.revision, r.yearFrom);
  }
}
