package org.jiedui.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jiedui.reference.Claim;
import org.jiedui.reference.NationalTotal;
import org.jiedui.reference.NationalTotal.Basis;
import org.jiedui.reference.NationalTotal.Coverage;

/** The published totals that count for a claim: same indicator, direction, form, scope and unit. */
final class ClaimFigures {
  private final Claim claim;
  private final List<NationalTotal> matching;

  ClaimFigures(List<NationalTotal> totals, Claim claim) {
    this.claim = claim;
    List<NationalTotal> same = totals.stream().filter(this::same).toList();
    List<NationalTotal> found = new ArrayList<>(same.stream().filter(this::direction).toList());
    if (claim.direction().equals("both")) {
      found.addAll(sumsOfDirections(same, found));
    }
    this.matching = List.copyOf(found);
  }

  List<NationalTotal> sourced() {
    return matching.stream().filter(f -> f.basis() == Basis.SOURCED).toList();
  }

  /** Figures of the windows that were worked out from the claim itself. */
  List<NationalTotal> circular() {
    return inWindows().stream().filter(f -> f.derivedFromClaim(claim.id())).toList();
  }

  /** Figures of the windows that were worked out from others, but not from the claim. */
  List<NationalTotal> derived() {
    return inWindows().stream()
        .filter(f -> f.basis() == Basis.DERIVED && !f.derivedFromClaim(claim.id()))
        .toList();
  }

  /** Period, value, unit and source of each. */
  static String text(List<NationalTotal> figures) {
    return figures.stream().map(ClaimFigures::text).collect(Collectors.joining("; "));
  }

  private static String text(NationalTotal f) {
    String period = f.from() == f.to() ? "" + f.from() : f.from() + "–" + f.to();
    String part = f.coverage() == Coverage.PART ? " (部分/part)" : "";
    String from = f.derivedFrom().isEmpty() ? "" : " <" + f.derivedFrom() + ">";
    return period + part + ": " + f.value() + " " + f.unit() + from + " [" + f.source() + "]";
  }

  private List<NationalTotal> inWindows() {
    return matching.stream()
        .filter(
            f ->
                f.within(claim.beforeFrom(), claim.beforeTo())
                    || f.within(claim.afterFrom(), claim.afterTo()))
        .toList();
  }

  private boolean same(NationalTotal f) {
    boolean form =
        claim.form().equals("all")
            ? f.form().equals("none") || f.form().equals("cash+kind")
            : f.form().equals(claim.form());
    return f.indicator().equals(claim.indicator())
        && form
        && claim.stages().contains(f.status())
        && f.scope().equals(claim.scope())
        && claim.units().contains(f.unit())
        && !f.confidence().equals("unsure");
  }

  private boolean direction(NationalTotal f) {
    return f.direction().equals(claim.direction());
  }

  /** East to west plus west to east of the same period, where no figure gives both. */
  private static List<NationalTotal> sumsOfDirections(
      List<NationalTotal> same, List<NationalTotal> both) {
    List<NationalTotal> sums = new ArrayList<>();
    for (NationalTotal east : same) {
      for (NationalTotal west : same) {
        boolean pair = east.direction().equals("E2W") && west.direction().equals("W2E");
        if (pair && samePeriod(east, west) && both.stream().noneMatch(b -> samePeriod(b, east))) {
          sums.add(sum(east, west));
        }
      }
    }
    return sums;
  }

  private static boolean samePeriod(NationalTotal a, NationalTotal b) {
    return a.from() == b.from()
        && a.to() == b.to()
        && a.coverage() == b.coverage()
        && a.unit().equals(b.unit())
        && a.form().equals(b.form())
        && a.basis() == b.basis();
  }

  private static NationalTotal sum(NationalTotal east, NationalTotal west) {
    return new NationalTotal(
        east.from(),
        east.to(),
        east.indicator(),
        "both",
        east.form(),
        east.status(),
        Math.addExact(east.amount(), west.amount()),
        new BigDecimal(east.value()).add(new BigDecimal(west.value())).toPlainString(),
        east.unit(),
        east.coverage(),
        east.scope(),
        east.source().equals(west.source()) ? east.source() : east.source() + " + " + west.source(),
        east.confidence(),
        east.basis(),
        east.derivedFrom(),
        east.note());
  }
}
