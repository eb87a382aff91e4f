package org.jiedui.reference;

import java.io.Serializable;

/**
 * One published pairing: who supports whom, at which level, in which years.
 *
 * @param validFrom first year, included
 * @param validTo last year, included; {@link #OPEN} while it runs
 * @param donorUnit donor in base-year geography ("a+b" for a union)
 * @param recipientUnit recipient in base-year geography
 * @param source where the row is published
 * @param confidence {@code high}, {@code medium}, {@code low} or {@code unsure}
 */
public record Pair(
    int era,
    String programme,
    int validFrom,
    int validTo,
    Level donorLevel,
    String donorCode,
    String donorName,
    String donorUnit,
    Level recipientLevel,
    String recipientCode,
    String recipientName,
    String recipientUnit,
    String source,
    String confidence,
    String note)
    implements Serializable {

  /** Last year of a pairing that still runs. */
  public static final int OPEN = Integer.MAX_VALUE;

  /** Province of the donor in base-year geography. */
  public String donorProvince() {
    return donorUnit.substring(0, 2) + "0000";
  }

  /** Province of the recipient in base-year geography. */
  public String recipientProvince() {
    return recipientUnit.substring(0, 2) + "0000";
  }

  public boolean holds(int year) {
    return validFrom <= year && year <= validTo;
  }
}
