package org.jiedui.ingest.file;

import java.io.Serializable;
import java.util.Optional;

/**
 * One column of one file: where it stands and how its cells become values.
 *
 * @param position 0-based place in the row
 * @param header the header as written
 * @param column id of the contract column; empty for {@link Role#EXTRA}
 * @param measure what a MEASURE column counts; null otherwise
 * @param pow10 power of ten from one file unit to minor units (万元: 6, 元: 2, 人: 0); -1 where the row
 *     decides (AMOUNT of a long file, or a unit column beside a wide file)
 * @param min smallest accepted amount in minor units, or smallest year
 * @param max largest accepted amount in minor units, or largest year
 * @param required a missing token in it rejects the row
 * @param year the year that all its values belong to; 0 where the row says it
 */
public record Slot(
    int position,
    String header,
    String column,
    Role role,
    Measure measure,
    int pow10,
    long min,
    long max,
    boolean required,
    int year)
    implements Serializable {

  /** A column whose rows say their year. */
  public Slot(
      int position,
      String header,
      String column,
      Role role,
      Measure measure,
      int pow10,
      long min,
      long max,
      boolean required) {
    this(position, header, column, role, measure, pow10, min, max, required, 0);
  }

  boolean isAmount() {
    return role == Role.MEASURE || role == Role.AMOUNT;
  }

  /** Minor units of one file unit. */
  public long scale() {
    long scale = 1;
    for (int i = 0; i < pow10; i++) {
      scale *= 10;
    }
    return scale;
  }

  /** The unit of the file as people write it; empty where none of ours has that size. */
  public Optional<String> unitWord() {
    return measure == null ? Optional.empty() : Units.word(measure, pow10);
  }

  /** Position as people count it. */
  public int number() {
    return position + 1;
  }
}
