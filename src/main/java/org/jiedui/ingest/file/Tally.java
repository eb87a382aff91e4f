package org.jiedui.ingest.file;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows and exact amounts of one range of a file: what was read, counted before any rule, and where
 * it ended. Tallies of ranges add up to the tally of the file.
 *
 * <p>Rows: {@code read = accepted + rejected + blank + controlTotal}. Amounts per indicator: {@code
 * read = accepted + rejected + controlTotal}.
 */
public final class Tally implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Where a row or an amount is counted. */
  public enum Place {
    READ,
    ACCEPTED,
    REJECTED,
    BLANK,
    CONTROL_TOTAL
  }

  private final long[] rows = new long[Place.values().length];
  private final Map<Place, TreeMap<String, ExactSum>> amounts = new EnumMap<>(Place.class);
  private final Map<Reason, Long> codes = new EnumMap<>(Reason.class);
  private final TreeMap<String, BigDecimal> residues = new TreeMap<>();

  public Tally() {
    for (Place place : Place.values()) {
      amounts.put(place, new TreeMap<>());
    }
  }

  public void row(Place place) {
    rows[place.ordinal()]++;
  }

  /** Many rows at once, for a parser that counts by itself. */
  public void rows(Place place, long count) {
    rows[place.ordinal()] += count;
  }

  public void amount(Place place, String indicator, long minorUnits) {
    sum(place, indicator).add(minorUnits);
  }

  /** The running sum itself, for a parser that adds to it in its inner loop. */
  public ExactSum sum(Place place, String indicator) {
    return amounts.get(place).computeIfAbsent(indicator, key -> new ExactSum());
  }

  /** Counts one row under a reason. */
  public void code(Reason reason) {
    codes.merge(reason, 1L, Long::sum);
  }

  /** What rounding to the minor unit took away, in minor units, exactly. */
  public void residue(String indicator, BigDecimal minorUnits) {
    residues.merge(indicator, minorUnits, BigDecimal::add);
  }

  public long rows(Place place) {
    return rows[place.ordinal()];
  }

  public Map<String, ExactSum> amounts(Place place) {
    return amounts.get(place);
  }

  public Map<Reason, Long> codes() {
    return codes;
  }

  public Map<String, BigDecimal> residues() {
    return residues;
  }

  public void add(Tally other) {
    for (Place place : Place.values()) {
      rows[place.ordinal()] += other.rows[place.ordinal()];
      other.amounts.get(place).forEach((id, sum) -> sum(place, id).add(sum));
    }
    other.codes.forEach((reason, count) -> codes.merge(reason, count, Long::sum));
    other.residues.forEach(this::residue);
  }

  /** True when rows and amounts add up: nothing was lost between reading and ending. */
  public boolean closes() {
    boolean rowsClose =
        rows(Place.READ)
            == rows(Place.ACCEPTED)
                + rows(Place.REJECTED)
                + rows(Place.BLANK)
                + rows(Place.CONTROL_TOTAL);
    Tally right = new Tally();
    for (Place place : new Place[] {Place.ACCEPTED, Place.REJECTED, Place.CONTROL_TOTAL}) {
      amounts(place).forEach((id, sum) -> right.sum(Place.READ, id).add(sum));
    }
    return rowsClose && withoutZeros(this).equals(withoutZeros(right));
  }

  private static TreeMap<String, ExactSum> withoutZeros(Tally tally) {
    var sums = new TreeMap<String, ExactSum>(tally.amounts(Place.READ));
    sums.values().removeIf(sum -> sum.value().signum() == 0);
    return sums;
  }
}
