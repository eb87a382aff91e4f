package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jiedui.analysis.Claims.Coverage;
import org.jiedui.message.Text;
import org.jiedui.reference.Claim;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.jiedui.table.Status;

/** One claim held against the national rows of the user's own {@code effect_ratio}. */
final class ClaimOnPanel {
  private final Claim claim;
  private final Frame effects;
  private final Coverage coverage;

  private ClaimOnPanel(Claim claim, Frame effects, Coverage coverage) {
    this.claim = claim;
    this.effects = effects;
    this.coverage = coverage;
  }

  static ClaimOutcome of(Claim claim, Frame effects, Coverage coverage) {
    return new ClaimOnPanel(claim, effects, coverage).outcome();
  }

  private ClaimOutcome outcome() {
    if (coverage == Coverage.SYNTHETIC) {
      return notComparable("", "模拟数据不与任何论断比较", "synthetic data are compared with no claim");
    }
    List<Integer> scope = IntStream.range(0, effects.size()).filter(this::inScope).boxed().toList();
    if (scope.isEmpty()) {
      return notComparable(
          "",
          "数据中没有这一指标、方向和形式的全国数",
          "the data hold no national row of this indicator, direction and form");
    }
    OptionalInt asked = scope.stream().filter(this::asClaimed).mapToInt(i -> i).findFirst();
    Optional<Double> value = asked.isPresent() ? ratio(asked.getAsInt()) : Optional.empty();
    if (value.isPresent() && claim.matches(value.get())) {
      return ClaimOutcome.value(
          Status.REPRODUCED,
          value.get(),
          List.of(),
          data(asked.getAsInt()),
          Text.of("由所给记录按原文口径复算", "recomputed from the records as the claim counts"));
    }
    return otherwise(scope, asked, value);
  }

  private ClaimOutcome otherwise(List<Integer> scope, OptionalInt asked, Optional<Double> value) {
    String data = data(asked.orElse(scope.get(0)));
    List<String> matching = new ArrayList<>();
    scope.stream()
        .filter(i -> ratio(i).filter(claim::matches).isPresent())
        .forEach(i -> matching.add(convention(i) + "/" + rule(i)));
    if (!matching.isEmpty()) {
      return new ClaimOutcome(
          Status.REPRODUCED_OTHER_CONVENTION,
          value.orElse(null),
          null,
          null,
          matching,
          data,
          Status.REPRODUCED_OTHER_CONVENTION.meaning());
    }
    if (asked.isEmpty()) {
      return notComparable(data, "数据的窗口或口径与原文不同", "windows or convention of the data differ");
    }
    if (value.isEmpty()) {
      String code = effects.text(asked.getAsInt(), EffectRatioRow.RATIO_STATUS);
      return ClaimOutcome.without(
          Status.NOT_COMPUTABLE, data, Text.of("倍数无定义:" + code, "the ratio is undefined: " + code));
    }
    return coverage == Coverage.WHOLE
        ? ClaimOutcome.value(
            Status.NOT_MATCHED, value.get(), List.of(), data, Status.NOT_MATCHED.meaning())
        : new ClaimOutcome(
            Status.NOT_COMPARABLE,
            value.get(),
            null,
            null,
            List.of(),
            data,
            Text.of("没有声明数据覆盖全国全部记录", "the data are not declared to cover the whole nation"));
  }

  private static ClaimOutcome notComparable(String data, String zh, String en) {
    return ClaimOutcome.without(Status.NOT_COMPARABLE, data, Text.of(zh, en));
  }

  private boolean inScope(int i) {
    String form = effects.text(i, EffectRatioRow.FORM);
    boolean whole =
        claim.form().equals(form) || (claim.form().equals("all") && form.equals("none"));
    return effects.text(i, EffectRatioRow.LEVEL).equals(EffectLevel.NATION.code())
        && effects.text(i, EffectRatioRow.INDICATOR).equals(claim.indicator())
        && effects.text(i, EffectRatioRow.DIRECTION).equals(claim.direction())
        && effects.text(i, EffectRatioRow.STATUS).equals(stage())
        && whole;
  }

  /** The preferred stage of those that the data hold. */
  private String stage() {
    List<String> held =
        IntStream.range(0, effects.size())
            .filter(i -> effects.text(i, EffectRatioRow.INDICATOR).equals(claim.indicator()))
            .mapToObj(i -> effects.text(i, EffectRatioRow.STATUS))
            .distinct()
            .toList();
    return claim.stages().stream().filter(held::contains).findFirst().orElse("");
  }

  private boolean asClaimed(int i) {
    Windows claimed =
        new Windows(claim.beforeFrom(), claim.beforeTo(), claim.afterFrom(), claim.afterTo());
    return convention(i).equals(claim.convention()) && rule(i).equals(claimed.rule());
  }

  private String convention(int i) {
    return effects.text(i, EffectRatioRow.CONVENTION);
  }

  private String rule(int i) {
    return effects.text(i, EffectRatioRow.BOUNDARY_RULE);
  }

  private Optional<Double> ratio(int i) {
    return Optional.ofNullable((Double) effects.value(i, EffectRatioRow.RATIO));
  }

  private String data(int i) {
    return "effect_ratio: before "
        + effects.value(i, EffectRatioRow.BEFORE)
        + ", after "
        + effects.value(i, EffectRatioRow.AFTER)
        + ", records "
        + effects.value(i, EffectRatioRow.RECORDS_BEFORE)
        + " / "
        + effects.value(i, EffectRatioRow.RECORDS_AFTER);
  }
}
