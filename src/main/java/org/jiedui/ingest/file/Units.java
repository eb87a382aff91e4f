package org.jiedui.ingest.file;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Units that a file may be written in.
 *
 * @param word the unit as people write it
 * @param dimension what it measures: money, people or person-times
 * @param pow10 power of ten from this unit to 元 or 人
 */
record Units(String word, Dimension dimension, int pow10) {

  /** Two units can be converted when their dimension is the same. */
  enum Dimension {
    MONEY,
    PEOPLE,
    PERSON_TIMES
  }

  private static final Map<String, Units> KNOWN = known();

  /** The unit a word names; empty when it is none of ours. */
  static Optional<Units> of(String word) {
    return Optional.ofNullable(KNOWN.get(Headers.normal(word)));
  }

  /** The word of a unit that is a power of ten of a measure's minor unit. */
  static Optional<String> word(Measure measure, int pow10) {
    return KNOWN.values().stream()
        .filter(u -> u.toMinorUnits(measure).equals(OptionalInt.of(pow10)))
        .map(Units::word)
        .findFirst();
  }

  /**
   * Power of ten from this unit to the minor unit of a measure; empty when they do not fit together
   * (元 for cadres, 人次 for a measure of persons).
   */
  OptionalInt toMinorUnits(Measure measure) {
    return fits(measure) ? OptionalInt.of(pow10 + measure.decimals()) : OptionalInt.empty();
  }

  /** True when only the way of counting people differs: 人次 where 人 is declared. */
  boolean differsInTimes(Measure measure) {
    return dimension != Dimension.MONEY
        && measure.kind() == Measure.Kind.COUNT
        && !fits(measure)
        && !measure.times().isEmpty();
  }

  private boolean fits(Measure measure) {
    return switch (dimension) {
      case MONEY ->
          measure.kind() == Measure.Kind.MONEY
              || measure.kind() == Measure.Kind.REAL && measure.unit().equals("元");
      case PEOPLE -> measure.kind() == Measure.Kind.COUNT && !measure.times().equals("person_time");
      case PERSON_TIMES ->
          measure.kind() == Measure.Kind.COUNT && measure.times().equals("person_time");
    };
  }

  private static Map<String, Units> known() {
    Map<String, Units> known = new TreeMap<>();
    add(known, Dimension.MONEY, 0, "元", "yuan", "人民币元", "rmb", "cny");
    add(known, Dimension.MONEY, 3, "千元");
    add(known, Dimension.MONEY, 4, "万元", "10k_yuan", "wan_yuan");
    add(known, Dimension.MONEY, 6, "百万元");
    add(known, Dimension.MONEY, 8, "亿元", "yi_yuan");
    add(known, Dimension.PEOPLE, 0, "人", "persons", "person");
    add(known, Dimension.PEOPLE, 4, "万人");
    add(known, Dimension.PERSON_TIMES, 0, "人次", "person_times", "person_time");
    return known;
  }

  private static void add(Map<String, Units> known, Dimension of, int pow10, String... words) {
    for (String word : words) {
      known.put(word, new Units(words[0], of, pow10));
    }
  }
}
