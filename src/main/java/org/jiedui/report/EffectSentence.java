package org.jiedui.report;

import java.util.Arrays;
import java.util.Map;
import org.jiedui.export.Cell;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;
import org.jiedui.report.EffectReadingReport.Reading;
import org.jiedui.table.EffectConventionRow;
import org.jiedui.table.EffectEventRow;
import org.jiedui.table.EffectPlaceboRow;
import org.jiedui.table.EffectTrendRow;
import org.jiedui.table.Field;
import org.jiedui.table.Flow;
import org.jiedui.table.Frame;

/** One line that reads a national multiple and says what cannot be concluded from it. */
final class EffectSentence {
  private static final int DECIMALS = 2;
  private static final int P_DECIMALS = 4;
  private static final double SIGNIFICANT = 0.05;

  private final Frame conventions;
  private final Frame placebos;
  private final Frame trends;
  private final Frame events;

  EffectSentence(Frame conventions, Frame placebos, Frame trends, Frame events) {
    this.conventions = conventions;
    this.placebos = placebos;
    this.trends = trends;
    this.events = events;
  }

  Text of(Text heading, Map<Reading, Integer> line) {
    Text described = described(line);
    Text trend = trend(line.get(Reading.TREND));
    Text rank = rank(line.values().iterator().next());
    Text compared = compared(line.get(Reading.COMPARED));
    Text before = before(line.values().iterator().next());
    return Text.of(
        heading.zh()
            + ":"
            + joined(";", described.zh(), trend.zh(), rank.zh(), compared.zh(), before.zh())
            + "。",
        heading.en()
            + ": "
            + joined("; ", described.en(), trend.en(), rank.en(), compared.en(), before.en())
            + ".");
  }

  private Text described(Map<Reading, Integer> line) {
    Double total = number(line.get(Reading.TOTAL), EffectConventionRow.ESTIMATE);
    Double annual = number(line.get(Reading.ANNUAL), EffectConventionRow.ESTIMATE);
    if (total == null || annual == null) {
      return Text.of("倍数无定义", "the multiple is undefined");
    }
    Text real = real(line.get(Reading.REAL));
    Text span = span(line.get(Reading.ANNUAL));
    return Text.of(
        "后期总额为前期的 %s 倍%s,年均 %s 倍%s".formatted(shown(total), real.zh(), shown(annual), span.zh()),
        "the later total is %s times the earlier one%s, per year %s times%s"
            .formatted(shown(total), real.en(), shown(annual), span.en()));
  }

  private Text real(Integer i) {
    Double value = i == null ? null : number(i, EffectConventionRow.ESTIMATE);
    return value == null
        ? Text.NONE
        : Text.of(
            "(不变价 %s 倍)".formatted(shown(value)),
            " (%s in constant prices)".formatted(shown(value)));
  }

  /** The interval in brackets; nothing where there is none. */
  private Text span(int i) {
    Double low = number(i, EffectConventionRow.CI_LOW);
    Double high = number(i, EffectConventionRow.CI_HIGH);
    return low == null
        ? Text.NONE
        : Text.of(
            "[%s,%s]".formatted(shown(low), shown(high)),
            " [%s, %s]".formatted(shown(low), shown(high)));
  }

  private Text trend(Integer i) {
    Double value = i == null ? null : number(i, EffectConventionRow.ESTIMATE);
    if (value == null) {
      return Text.of("扣除趋势的倍数无法估计", "no multiple beside a trend can be estimated");
    }
    Text span = span(i);
    String zh = "扣除共同趋势后为 %s 倍%s".formatted(shown(value), span.zh());
    String en = "beside a common trend it is %s times%s".formatted(shown(value), span.en());
    if (number(i, EffectConventionRow.CI_LOW) == null) {
      return Text.of(zh + ",聚类过少,不能下结论", en + ", with too few clusters to conclude");
    }
    if (!isTold(i)) {
      return Text.of(zh + ",不能与趋势的延续相区分", en + ", not to be told from the trend going on");
    }
    return value > 1
        ? Text.of(zh + ",高于趋势的延续", en + ", above the trend going on")
        : Text.of(zh + ",低于趋势的延续", en + ", below the trend going on");
  }

  /** Both the interval and, where there is one, the wild bootstrap exclude 1. */
  private boolean isTold(int i) {
    Double p = wild(i);
    boolean excluded =
        number(i, EffectConventionRow.CI_LOW) > 1 || number(i, EffectConventionRow.CI_HIGH) < 1;
    return excluded && (p == null || p < SIGNIFICANT);
  }

  /** Rank of the actual year among the placebo years. */
  private Text rank(int convention) {
    for (int i = 0; i < placebos.size(); i++) {
      Integer rank = (Integer) placebos.value(i, EffectPlaceboRow.RANK);
      if (rank != null
          && placebos.text(i, EffectPlaceboRow.ADJUSTMENT).equals("trend")
          && flow(convention).equals(Flow.of(placebos, i))) {
        int of = (Integer) placebos.value(i, EffectPlaceboRow.CUTS) + 1;
        return Text.of(
            "扣除趋势后,在 %d 个分割年中实际年份的变化列第 %d".formatted(of, rank),
            "beside a trend the actual year ranks %d among %d cut-off years".formatted(rank, of));
      }
    }
    return Text.NONE;
  }

  private Text compared(Integer i) {
    Double value = i == null ? null : number(i, EffectConventionRow.ESTIMATE);
    if (value == null) {
      return Text.of(
          "没有对照组(研究文件 effects.comparison),不能说变化由政策引起",
          "without a comparison group (effects.comparison in the study) nothing says that the policy"
              + " caused it");
    }
    Text span = span(i);
    return Text.of(
        "与对照组相比为 %s 倍%s".formatted(shown(value), span.zh()),
        "against the comparison group it is %s times%s".formatted(shown(value), span.en()));
  }

  /** Whether both groups went the same way before; nothing without a test. */
  private Text before(int convention) {
    for (int i = 0; i < events.size(); i++) {
      Double p = pretest(i);
      if (p != null && flow(convention).equals(Flow.of(events, i))) {
        String value = new Cell.Estimate(p, P_DECIMALS).shown(Lang.EN);
        return p < SIGNIFICANT
            ? Text.of(
                "但两组在此前各年已有差别(联合检验 p = " + value + "),这一比较要存疑",
                "but the two parted in the years before already (joint p = "
                    + value
                    + "), which makes this doubtful")
            : Text.of(
                "此前各年两组没有可辨的差别(联合检验 p = " + value + "),但这不证明趋势平行",
                "in the years before the two cannot be told apart (joint p = "
                    + value
                    + "), which does not prove parallel trends");
      }
    }
    return Text.NONE;
  }

  /** The wild bootstrap's, while clusters are few. */
  private Double pretest(int event) {
    Double wild = (Double) events.value(event, EffectEventRow.PRE_P_WILD);
    return wild == null ? (Double) events.value(event, EffectEventRow.PRE_P) : wild;
  }

  private static String shown(double value) {
    return new Cell.Estimate(value, DECIMALS).shown(Lang.EN);
  }

  /** Of the change of level beside a trend in the study's own windows and nominal values. */
  Double wild(int convention) {
    for (int i = 0; i < trends.size(); i++) {
      if (trends.text(i, EffectTrendRow.LEVEL).equals("nation")
          && trends.text(i, EffectTrendRow.PRICES).equals("nominal")
          && trends.text(i, EffectTrendRow.SHAPE).equals("trend")
          && trends.text(i, EffectTrendRow.TERM).equals("post")
          && flow(convention).equals(Flow.of(trends, i))) {
        return (Double) trends.value(i, EffectTrendRow.P_VALUE_WILD);
      }
    }
    return null;
  }

  static String joined(String by, String... words) {
    return String.join(by, Arrays.stream(words).filter(word -> !word.isEmpty()).toList());
  }

  private Flow flow(int i) {
    return Flow.of(conventions, i);
  }

  private Double number(int i, Field field) {
    return (Double) conventions.value(i, field);
  }
}
