package org.jiedui.report;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jiedui.message.Text;
import org.jiedui.report.Shift.Judgement;
import org.jiedui.report.Shift.Name;
import org.jiedui.table.Frame;
import org.jiedui.table.TargetingRow;

/** Did aid turn from the strong to balance? The shift that table {@code targeting} tells. */
final class AllocationShift {
  private final Frame targeting;

  private AllocationShift(Frame targeting) {
    this.targeting = targeting;
  }

  static Shift of(Frame targeting) {
    return new AllocationShift(targeting).shift();
  }

  private Shift shift() {
    Text number = Text.of("人均投入对收入的弹性", "elasticity of aid to income");
    OptionalInt before = targeted("before");
    OptionalInt after = targeted("after");
    OptionalInt change = targeted("change");
    if (before.isEmpty() || after.isEmpty() || change.isEmpty()) {
      return Shift.open(Name.ALLOCATION, number, Text.of("没有可比的投入", "there is no aid to compare"));
    }
    Double low = (Double) targeting.value(change.getAsInt(), TargetingRow.LOW_95);
    Double high = (Double) targeting.value(change.getAsInt(), TargetingRow.HIGH_95);
    Text then = verdict(before.getAsInt());
    Text now = verdict(after.getAsInt());
    Text moved = moved(change.getAsInt(), low, high);
    Text start = start(before.getAsInt());
    return new Shift(
        Name.ALLOCATION,
        number,
        new Shift.Sides(
            elasticity(before.getAsInt()),
            elasticity(after.getAsInt()),
            changed(change.getAsInt(), low, high)),
        judged(before.getAsInt(), after.getAsInt(), low, high),
        Text.of(
            "人均投入的指向," + sides(then, now).zh() + ";" + moved.zh() + start.zh(),
            "aid per head, " + sides(then, now).en() + "; " + moved.en() + start.en()));
  }

  private static Text sides(Text then, Text now) {
    return then.equals(now)
        ? Text.of("前期与后期:" + then.zh(), "before and after: " + then.en())
        : Text.of(
            "前期:" + then.zh() + ",后期:" + now.zh(), "before: " + then.en() + "; after: " + now.en());
  }

  /** The shift has a beginning and a direction; it is open while one of them is. */
  private Judgement judged(int before, int after, Double low, Double high) {
    String then = targeting.text(before, TargetingRow.VERDICT);
    if (then.equals("PRO_POOR") || then.equals("BALANCED") || low != null && low > 0) {
      return Judgement.NO;
    }
    boolean away =
        low != null && high < 0
            || List.of("PRO_POOR", "BALANCED")
                .contains(targeting.text(after, TargetingRow.VERDICT));
    return then.equals("PRO_RICH") && away ? Judgement.YES : Judgement.OPEN;
  }

  /** Without a picking of the strong there is nothing to turn from. */
  private Text start(int before) {
    return List.of("PRO_POOR", "BALANCED").contains(targeting.text(before, TargetingRow.VERDICT))
        ? Text.of(";前期并不择强", "; the strong were not picked to begin with")
        : Text.NONE;
  }

  private String elasticity(int row) {
    Double value = (Double) targeting.value(row, TargetingRow.ELASTICITY);
    return value == null ? "" : Shift.signed(value);
  }

  private String changed(int row, Double low, Double high) {
    Double change = (Double) targeting.value(row, TargetingRow.ELASTICITY);
    return change == null || low == null ? "" : Shift.interval(Shift.signed(change), low, high);
  }

  private Text moved(int row, Double low, Double high) {
    String shown = changed(row, low, high);
    if (shown.isEmpty()) {
      return Text.of("变化没有区间", "the change has no interval");
    }
    Text word =
        high < 0
            ? Text.of("更偏向低收入县", "more to poor counties")
            : low > 0
                ? Text.of("更偏向高收入县", "more to rich counties")
                : Text.of("看不出变化", "no change can be told");
    return Text.of(
        "弹性变化 " + shown + "," + word.zh(), "change of the elasticity " + shown + ", " + word.en());
  }

  private Text verdict(int row) {
    return TargetingReport.verdict(targeting.text(row, TargetingRow.VERDICT));
  }

  private OptionalInt targeted(String period) {
    return IntStream.range(0, targeting.size())
        .filter(row -> targeting.text(row, TargetingRow.LEVEL).equals("nation"))
        .filter(row -> targeting.text(row, TargetingRow.PERIOD).equals(period))
        .findFirst();
  }
}
