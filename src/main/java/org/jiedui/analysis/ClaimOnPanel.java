package org.jiedui.analysis;

import java.util.List;
import java.util.Optional;
import org.jiedui.analysis.Claims.Coverage;
import org.jiedui.message.Text;
import org.jiedui.reference.Claim;
import org.jiedui.table.Flow;
import org.jiedui.table.Status;

/** One claim held against the national multiples of the user's own records. */
final class ClaimOnPanel {
  private final Claim claim;
  private final List<NationalMultiple> multiples;
  private final Coverage coverage;

  private ClaimOnPanel(Claim claim, List<NationalMultiple> multiples, Coverage coverage) {
    this.claim = claim;
    this.multiples = multiples;
    this.coverage = coverage;
  }

  static ClaimOutcome of(Claim claim, List<NationalMultiple> multiples, Coverage coverage) {
    return new ClaimOnPanel(claim, multiples, coverage).outcome();
  }

  private ClaimOutcome outcome() {
    if (coverage == Coverage.SYNTHETIC) {
      return notComparable("", "模拟数据不与任何论断比较", "synthetic data are compared with no claim");
    }
    String stage = stage();
    List<NationalMultiple> scope =
        multiples.stream().filter(one -> inScope(one.flow(), stage)).toList();
    if (scope.isEmpty()) {
      return notComparable(
          "",
          "数据中没有这一指标、方向和形式的全国数",
          "the data hold no national row of this indicator, direction and form");
    }
    Optional<NationalMultiple> asked = scope.stream().filter(this::asClaimed).findFirst();
    if (asked.filter(this::matches).isPresent()) {
      return ClaimOutcome.value(
          Status.REPRODUCED,
          asked.get().value(),
          List.of(),
          asked.get().data(),
          Text.of("由所给记录按原文口径复算", "recomputed from the records as the claim counts"));
    }
    return otherwise(scope, asked);
  }

  private ClaimOutcome otherwise(List<NationalMultiple> scope, Optional<NationalMultiple> asked) {
    String data = asked.orElse(scope.get(0)).data();
    Double value = asked.map(NationalMultiple::value).orElse(null);
    List<String> matching =
        scope.stream()
            .filter(this::matches)
            .map(one -> one.convention() + "/" + one.rule())
            .toList();
    if (!matching.isEmpty()) {
      Text meaning = Status.REPRODUCED_OTHER_CONVENTION.meaning();
      return new ClaimOutcome(
          Status.REPRODUCED_OTHER_CONVENTION, value, null, null, matching, data, meaning);
    }
    if (asked.isEmpty()) {
      return notComparable(data, "数据的窗口或口径与原文不同", "windows or convention of the data differ");
    }
    if (value == null) {
      String code = asked.get().status();
      return ClaimOutcome.without(
          Status.NOT_COMPUTABLE, data, Text.of("倍数无定义:" + code, "the ratio is undefined: " + code));
    }
    return coverage == Coverage.WHOLE
        ? ClaimOutcome.value(
            Status.NOT_MATCHED, value, List.of(), data, Status.NOT_MATCHED.meaning())
        : new ClaimOutcome(
            Status.NOT_COMPARABLE,
            value,
            null,
            null,
            List.of(),
            data,
            Text.of("没有声明数据覆盖全国全部记录", "the data are not declared to cover the whole nation"));
  }

  private static ClaimOutcome notComparable(String data, String zh, String en) {
    return ClaimOutcome.without(Status.NOT_COMPARABLE, data, Text.of(zh, en));
  }

  private boolean inScope(Flow flow, String stage) {
    boolean whole =
        claim.form().equals(flow.form())
            || (claim.form().equals("all") && flow.form().equals("none"));
    return flow.indicator().equals(claim.indicator())
        && flow.direction().equals(claim.direction())
        && flow.status().equals(stage)
        && whole;
  }

  /** The preferred stage of those that the data hold. */
  private String stage() {
    List<String> held =
        multiples.stream()
            .map(NationalMultiple::flow)
            .filter(flow -> flow.indicator().equals(claim.indicator()))
            .map(Flow::status)
            .distinct()
            .toList();
    return claim.stages().stream().filter(held::contains).findFirst().orElse("");
  }

  private boolean asClaimed(NationalMultiple one) {
    return one.convention().equals(claim.convention()) && one.rule().equals(Claims.rule(claim));
  }

  private boolean matches(NationalMultiple one) {
    return one.value() != null && claim.matches(one.value());
  }
}
