package org.jiedui.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jiedui.message.Text;
import org.jiedui.reference.Claim;
import org.jiedui.reference.NationalTotal;
import org.jiedui.table.Status;

/** One claim held against published totals of periods. */
final class ClaimOnFigures {
  /** What totals of periods can say. */
  private static final List<String> TOTALS = List.of("total", "annual");

  private static final String BY_DATE = "D";

  private final Claim claim;
  private final List<NationalTotal> figures;
  private final PeriodBounds before;
  private final PeriodBounds after;

  private ClaimOnFigures(Claim claim, List<NationalTotal> figures) {
    this.claim = claim;
    this.figures = figures;
    this.before = PeriodBounds.of(figures, claim.beforeFrom(), claim.beforeTo());
    this.after = PeriodBounds.of(figures, claim.afterFrom(), claim.afterTo());
  }

  static ClaimOutcome of(Claim claim, List<NationalTotal> figures) {
    return new ClaimOnFigures(claim, figures).outcome();
  }

  /** Inputs worked out from the claim say nothing about it. */
  static ClaimOutcome circular(List<NationalTotal> circular) {
    return ClaimOutcome.without(
        Status.CIRCULAR_CLAIM,
        ClaimFigures.text(circular),
        Text.of(
            "这些数字由该倍数反推得出,代回去必然得到同一倍数,不能证实它",
            "these figures were worked out from the multiple itself: putting them back returns it and"
                + " confirms nothing"));
  }

  private ClaimOutcome outcome() {
    if (!TOTALS.contains(claim.convention()) || claim.rule().equals(BY_DATE)) {
      return ClaimOutcome.without(Status.NOT_COMPUTABLE, data(), beyondTotals());
    }
    if (before.isExact() && after.isExact() && before.floor() > 0) {
      return exact((double) after.floor() / before.floor());
    }
    boolean below =
        after.everyYear(claim.afterFrom(), claim.afterTo())
            && before.ceiling().isPresent()
            && before.high() > 0;
    boolean above =
        before.everyYear(claim.beforeFrom(), claim.beforeTo())
            && after.ceiling().isPresent()
            && before.low() > 0;
    return below || above ? bounded(below, above) : notComputable();
  }

  private Text beyondTotals() {
    if (claim.rule().equals(BY_DATE)) {
      return Text.of("规则 D 需要日期,按期合计数没有", "rule D needs dates, which totals of periods have not");
    }
    return claim.convention().startsWith("real")
        ? Text.of("按期合计数没有逐年数,无法折算不变价", "totals of periods have no yearly flows to deflate")
        : Text.of(
            "口径 " + claim.convention() + " 需要逐县逐年的记录,按期合计数不够",
            "convention " + claim.convention() + " needs records by county and year");
  }

  private ClaimOutcome exact(double ratio) {
    double value = ratio * factor(claim.convention());
    if (claim.matches(value)) {
      return ClaimOutcome.value(
          Status.REPRODUCED,
          value,
          List.of(),
          data(),
          Text.of("按原文口径由公布数字复算", "recomputed from published figures as the claim counts"));
    }
    List<String> matching = matching();
    Status outcome = matching.isEmpty() ? Status.NOT_MATCHED : Status.REPRODUCED_OTHER_CONVENTION;
    return ClaimOutcome.value(outcome, value, matching, data(), outcome.meaning());
  }

  /** Total or annual, under every boundary rule whose windows have exact totals. */
  private List<String> matching() {
    List<String> found = new ArrayList<>();
    for (String rule : List.of("A", "B", "N")) {
      Windows w = Windows.named(rule);
      PeriodBounds earlier = PeriodBounds.of(figures, w.beforeFrom(), w.beforeTo());
      PeriodBounds later = PeriodBounds.of(figures, w.afterFrom(), w.afterTo());
      if (earlier.isExact() && later.isExact() && earlier.floor() > 0) {
        double total = (double) later.floor() / earlier.floor();
        double annual = total * w.yearsBefore() / w.yearsAfter();
        if (claim.matches(total)) {
          found.add("total/" + rule);
        }
        if (claim.matches(annual)) {
          found.add("annual/" + rule);
        }
      }
    }
    return found;
  }

  private ClaimOutcome bounded(boolean below, boolean above) {
    double factor = factor(claim.convention());
    Double floor = below ? (double) after.low() / before.high() * factor : null;
    Double ceiling = above ? (double) after.high() / before.low() * factor : null;
    return new ClaimOutcome(
        Status.BOUNDED, null, floor, ceiling, List.of(), data(), bounds(floor, ceiling));
  }

  private Text bounds(Double floor, Double ceiling) {
    String zh = "有出处的数字没有逐年完整覆盖";
    String en = "sourced figures do not cover the windows whole";
    if (floor != null) {
      zh += ",倍数不低于 " + rounded(floor);
      en += ": the multiple is at least " + rounded(floor);
    }
    if (ceiling != null) {
      zh += ",不高于 " + rounded(ceiling);
      en += (floor == null ? ": the multiple is" : " and") + " at most " + rounded(ceiling);
    }
    boolean outside =
        (floor != null && claim.published() + claim.tolerance() < floor)
            || (ceiling != null && claim.published() - claim.tolerance() > ceiling);
    return outside
        ? Text.of(zh + ";公布值在此之外", en + "; the published value lies outside")
        : Text.of(
            zh + ";公布值与此不矛盾,但未被证实", en + "; the published value is compatible, not confirmed");
  }

  private ClaimOutcome notComputable() {
    int yearsBefore = claim.yearsBefore();
    int yearsAfter = claim.yearsAfter();
    return ClaimOutcome.without(
        Status.NOT_COMPUTABLE,
        data(),
        Text.of(
            "有出处的同口径数字:前期 "
                + before.years()
                + "/"
                + yearsBefore
                + " 年,后期 "
                + after.years()
                + "/"
                + yearsAfter
                + " 年;缺年太多,不足以给出界限",
            "sourced figures of the same kind touch "
                + before.years()
                + " of "
                + yearsBefore
                + " years before and "
                + after.years()
                + " of "
                + yearsAfter
                + " after: too few even for a bound"));
  }

  private String data() {
    List<NationalTotal> used = new ArrayList<>(before.behindFloor());
    used.addAll(after.behindFloor());
    before.behindCeiling().stream().filter(f -> !used.contains(f)).forEach(used::add);
    after.behindCeiling().stream().filter(f -> !used.contains(f)).forEach(used::add);
    return ClaimFigures.text(used);
  }

  private double factor(String convention) {
    return convention.equals("annual") ? (double) claim.yearsBefore() / claim.yearsAfter() : 1;
  }

  private static String rounded(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
