package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import org.jiedui.reference.Claim;
import org.jiedui.reference.NationalTotal;
import org.jiedui.reference.NationalTotals;
import org.jiedui.reference.Prices;
import org.jiedui.table.ClaimRow;
import org.jiedui.table.Frame;

/**
 * What becomes of each published multiple when it is recomputed: on published totals, sourced and
 * derived apart, or on the user's own records. What was worked out from a claim never confirms it.
 */
public final class Claims {
  private static final String TABLE = "claim";

  private Claims() {}

  /** What the user's records are said to cover. */
  public enum Coverage {
    /** Invented: compared with nothing. */
    SYNTHETIC,
    PARTIAL,
    /** Declared to hold every record of the nation in both windows. */
    WHOLE
  }

  /** Table {@code claim} on published totals. */
  public static Frame of(NationalTotals totals, List<Claim> claims, Prices prices) {
    return of(totals.all(), claims, prices::deflator, prices.baseYear());
  }

  static Frame of(
      List<NationalTotal> totals,
      List<Claim> claims,
      IntFunction<OptionalDouble> deflator,
      int priceBase) {
    List<Object[]> rows = new ArrayList<>();
    for (Claim claim : claims) {
      ClaimFigures figures = new ClaimFigures(totals, claim);
      List<NationalTotal> sourced = figures.sourced();
      OptionalDouble real = PrintedMeaning.real(claim, sourced, deflator);
      rows.add(row(claim, "sourced", ClaimOnFigures.of(claim, sourced), real, priceBase));
      if (!figures.circular().isEmpty()) {
        rows.add(
            row(claim, "derived", ClaimOnFigures.circular(figures.circular()), real, priceBase));
      } else if (!figures.derived().isEmpty()) {
        List<NationalTotal> all = new ArrayList<>(sourced);
        all.addAll(figures.derived());
        rows.add(row(claim, "derived", ClaimOnFigures.of(claim, all), real, priceBase));
      }
    }
    return Frame.of(TABLE, ClaimRow.values(), rows);
  }

  /**
   * Table {@code claim} on national rows of the user's own records.
   *
   * @param effects effect_ratio
   * @param conventions effect_convention
   */
  public static Frame ofEffects(
      Frame effects, Frame conventions, List<Claim> claims, Coverage coverage) {
    List<NationalMultiple> multiples = NationalMultiple.of(effects, conventions);
    List<Object[]> rows =
        claims.stream()
            .map(
                claim ->
                    row(
                        claim,
                        "panel",
                        ClaimOnPanel.of(claim, multiples, coverage),
                        OptionalDouble.empty(),
                        0))
            .toList();
    return Frame.of(TABLE, ClaimRow.values(), rows);
  }

  /** Both in one table. */
  public static Frame together(Frame figures, Frame panel) {
    List<Object[]> rows = new ArrayList<>(figures.rows());
    rows.addAll(panel.rows());
    return Frame.of(TABLE, ClaimRow.values(), rows);
  }

  private static Object[] row(
      Claim claim, String basis, ClaimOutcome outcome, OptionalDouble real, int priceBase) {
    return new Object[] {
      claim.id(),
      basis,
      claim.quote().zh(),
      claim.quote().en(),
      claim.page(),
      claim.indicator(),
      claim.published(),
      claim.decimals(),
      claim.convention(),
      rule(claim),
      outcome.outcome().name(),
      outcome.computed(),
      outcome.floor(),
      outcome.ceiling(),
      String.join(";", outcome.matching()),
      boxed(PrintedMeaning.annual(claim)),
      boxed(real),
      real.isPresent() ? (Integer) priceBase : null,
      outcome.data(),
      outcome.reason().zh(),
      outcome.reason().en()
    };
  }

  /** The boundary rule that is named, else that of the years. */
  static String rule(Claim claim) {
    return claim.rule().isEmpty()
        ? new Windows(claim.beforeFrom(), claim.beforeTo(), claim.afterFrom(), claim.afterTo())
            .rule()
        : claim.rule();
  }

  private static Double boxed(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }
}
