package org.jiedui.reference;

import java.io.Serializable;

/**
 * One published total: a period of years, an indicator and how the figure is known.
 *
 * @param from first year of the period, included
 * @param to last year of the period, included
 * @param indicator {@code fiscal}, {@code donation}, {@code cadres}, …, or a sum such as {@code
 *     aid_total}
 * @param direction {@code E2W}, {@code W2E} or {@code both}
 * @param form {@code cash}, {@code kind}, {@code cash+kind} or {@code none}
 * @param status stage of funds; {@code none} when the source does not say
 * @param amount minor units: fen for money, 1 for persons and person-times
 * @param value as published, in {@code unit}
 * @param confidence {@code high}, {@code medium}, {@code low} or {@code unsure}
 * @param derivedFrom what a derived figure was calculated from, such as {@code claim:R1}
 */
public record NationalTotal(
    int from,
    int to,
    String indicator,
    String direction,
    String form,
    String status,
    long amount,
    String value,
    String unit,
    Coverage coverage,
    String scope,
    String source,
    String confidence,
    Basis basis,
    String derivedFrom,
    String note)
    implements Serializable {

  /** Whether the figure holds the whole period, or a part of it and is a floor. */
  public enum Coverage {
    FULL,
    PART
  }

  /** Whether the figure was published, or calculated from others. */
  public enum Basis {
    SOURCED,
    DERIVED
  }

  /** Whether the figure was worked out from that claim, so that it can never confirm it. */
  public boolean derivedFromClaim(String claim) {
    return derivedFrom.equals("claim:" + claim);
  }

  /** Whether the period lies in these years, both included. */
  public boolean within(int first, int last) {
    return first <= from && to <= last;
  }
}
