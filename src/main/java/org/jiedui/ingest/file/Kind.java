package org.jiedui.ingest.file;

import java.io.Serializable;

/**
 * What a record is of: indicator, direction, form and stage, the vintage its codes are said to have
 * (0: that of its year), and which statement of the record it is. Records have few kinds, so a kind
 * is a small number in the hot path.
 */
public record Kind(
    String indicator, String direction, String form, String status, int codeVintage, int revision)
    implements Serializable {
  /** Of a record that was stated once. */
  public Kind(String indicator, String direction, String form, String status, int codeVintage) {
    this(indicator, direction, form, status, codeVintage, 0);
  }

  static Kind of(LandedRecord r) {
    return new Kind(r.indicator, r.direction, r.form, r.status, r.codeVintage, r.revision);
  }
}
