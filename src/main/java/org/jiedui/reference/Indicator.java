package org.jiedui.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiedui.message.Text;

/**
 * One declared indicator: what is counted, in which unit, and from which contract columns it comes.
 *
 * @param decimals decimals kept of a real-valued indicator; 2 for money (fen), 0 for counts
 * @param unit unit for display, such as 元 or 人
 * @param table contract table: {@code cooperation_record} or {@code region_year}
 * @param columns contract column of a wide file to form ({@code cash}, {@code kind}, {@code none})
 * @param aliases other headers a wide {@code region_year} file may use for it
 * @param additive whether values may be summed over units and years
 * @param per id of the indicator that is the denominator of a rate
 * @param gap its part in the development-gap index; empty when it has none
 */
public record Indicator(
    String id,
    Text label,
    Kind kind,
    int decimals,
    Measure measure,
    Text unit,
    String table,
    Map<String, String> columns,
    List<String> aliases,
    boolean additive,
    Optional<String> per,
    Optional<GapPart> gap) {

  /** What a value is: yuan kept in fen, whole heads or things, or a real number. */
  public enum Kind {
    MONEY,
    COUNT,
    REAL
  }

  /** What one count stands for; {@code NONE} for everything that is no count of people. */
  public enum Measure {
    NONE,
    PERSON,
    PERSON_TIME,
    /** Time in post; a real number. */
    PERSON_YEAR;

    /** Whether it is a whole number. */
    boolean isCount() {
      return this == PERSON || this == PERSON_TIME;
    }
  }

  /** Whether more is better. */
  public enum Polarity {
    BENEFIT,
    COST
  }

  /**
   * Part of the development-gap index.
   *
   * @param low lower frozen goalpost, in the indicator's unit
   * @param high upper frozen goalpost, in the indicator's unit
   * @param weight weight before rescaling to 1; equal weights are all 1
   * @param dimension id of its dimension, labelled in {@code dimensions.conf}
   */
  public record GapPart(
      Polarity polarity, double low, double high, double weight, String dimension) {}

  public Indicator {
    columns = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(columns));
    aliases = List.copyOf(aliases);
  }

  /** Minor units in one unit: 100 fen a yuan, 1 a person, 10^decimals for a real number. */
  public long minorPerUnit() {
    long scale = 1;
    for (int i = 0; i < decimals; i++) {
      scale *= 10;
    }
    return scale;
  }
}
