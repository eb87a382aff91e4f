package org.jiedui.paper;

import static org.jiedui.paper.Reference.COCHRAN_1977;
import static org.jiedui.paper.Reference.EFRON_1982;
import static org.jiedui.paper.Reference.EFRON_1987;
import static org.jiedui.paper.Reference.FIELLER_1954;
import static org.jiedui.paper.Reference.GINI_1912;
import static org.jiedui.paper.Reference.MACKINNON_2023;
import static org.jiedui.paper.Reference.ROTH_2022;
import static org.jiedui.paper.Reference.SANTOS_SILVA_2006;
import static org.jiedui.paper.Reference.SIMONSOHN_2020;

import java.util.Set;
import org.jiedui.message.Text;
import org.jiedui.table.EffectEventRow;
import org.jiedui.table.EffectIntervalRow;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;

/** How the multiples of a version were made. */
final class RatioMethods {
  private final Made made;
  private final Settings settings;
  private final Paragraph paragraph = new Paragraph(Text.of("前后比", "Before and after"));

  private RatioMethods(Made made) {
    this.made = made;
    this.settings = made.settings();
  }

  static Paragraph of(Made made) {
    RatioMethods methods = new RatioMethods(made);
    methods.multiple();
    methods.interval();
    methods.otherIntervals();
    methods.furtherTables();
    return methods.paragraph;
  }

  private void multiple() {
    int[] before = settings.years("windows.before");
    int[] after = settings.years("windows.after");
    Text names = made.names(settings.texts("effects.indicators"));
    String earlier = before[0] + "–" + before[1];
    String later = after[0] + "–" + after[1];
    paragraph.say(
        names.zh() + "的倍数为 " + later + " 年总额除以 " + earlier + " 年总额。",
        "Multiples of "
            + names.en()
            + " are the total of "
            + later
            + " over that of "
            + earlier
            + ".");
    boolean zero = settings.text("absent").equals("zero");
    paragraph.say(
        "某年没有记录按"
            + (zero ? "零" : "缺失")
            + "处理；年均倍数按 "
            + years(before)
            + " 年与 "
            + years(after)
            + " 年折算。",
        "A year without a record counts as "
            + (zero ? "zero" : "missing")
            + "; annual multiples divide by "
            + years(before)
            + " and "
            + years(after)
            + " years.");
    if (made.distinct("effect_ratio", EffectRatioRow.CONVENTION).contains("real")) {
      String base = Integer.toString(settings.integer("prices.base-year"));
      paragraph.say(
          "不变价倍数为逐年按价格指数折算成 " + base + " 年价格之后的总额之比。",
          "Multiples in constant prices are ratios of totals deflated year by year to prices of "
              + base
              + ".");
    }
    paragraph.say(
        "倍数只描述前后差异，不识别因果效应。",
        "A multiple describes a difference in time and identifies no causal effect.");
  }

  private static int years(int[] window) {
    return window[1] - window[0] + 1;
  }

  private void interval() {
    Frame effects = made.read("effect_ratio");
    int fewest = Integer.MAX_VALUE;
    int most = 0;
    boolean any = false;
    for (int i = 0; i < effects.size(); i++) {
      if (effects.text(i, EffectRatioRow.LEVEL).equals("nation")) {
        int clusters = (Integer) effects.value(i, EffectRatioRow.CLUSTERS);
        fewest = Math.min(fewest, clusters);
        most = Math.max(most, clusters);
        any |= effects.value(i, EffectRatioRow.CI_LOW) != null;
      }
    }
    if (!any) {
      return;
    }
    boolean t = settings.text("effects.reference").equals("t");
    String level = percent(settings.real("effects.confidence"));
    String clusters = fewest == most ? "" + most : fewest + "–" + most;
    paragraph.say(
        "区间（置信水平 "
            + level
            + "）为总量之比的对数线性化，按支援省—受援省结对聚类（全国为 "
            + clusters
            + " 个聚类单元），作 G/(G−1) 校正，临界值取"
            + (t ? " G−1 个自由度的 t 分布" : "正态分布")
            + "。",
        "Intervals (level "
            + level
            + ") are log-delta linearisations of the ratio of totals,"
            + " clustered by donor-recipient province pair ("
            + clusters
            + " clusters for the nation), with the G/(G−1) correction and critical values of "
            + (t ? "Student's t with G−1 degrees of freedom" : "the normal distribution")
            + ".",
        COCHRAN_1977);
    paragraph.say(
        "数据为全部记录而非样本，区间反映结对单元间的差异，以超总体假设为前提。",
        "The data are a full count and no sample: intervals describe variation between pairing units"
            + " under a superpopulation reading.");
  }

  static String percent(double share) {
    return new java.math.BigDecimal(Double.toString(share))
            .movePointRight(2)
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  /** What stands beside the log-delta interval, each only where the table has it. */
  private void otherIntervals() {
    if (!made.has("effect_interval")) {
      return;
    }
    Set<String> methods = made.distinct("effect_interval", EffectIntervalRow.METHOD);
    if (uses(methods, "fieller")) {
      paragraph.say("另列 Fieller 区间。", "Fieller intervals are given beside them.", FIELLER_1954);
    }
    if (uses(methods, "jackknife")) {
      paragraph.say("另列聚类刀切法区间。", "Cluster jackknife intervals are given beside them.", EFRON_1982);
    }
    if (uses(methods, "bca") || uses(methods, "percentile")) {
      paragraph.say(
          "另列按聚类重抽样的自助法区间（种子 " + settings.text("seed") + "）。",
          "Bootstrap intervals resample clusters (seed " + settings.text("seed") + ").",
          EFRON_1987);
    }
  }

  private static boolean uses(Set<String> methods, String word) {
    return methods.stream().anyMatch(method -> method.startsWith(word));
  }

  private void furtherTables() {
    if (made.has("effect_convention")) {
      paragraph.say(
          "同一句话可能指的每个倍数列在口径表中。",
          "Every multiple that a sentence could mean stands in the table of conventions.",
          SIMONSOHN_2020);
    }
    if (made.has("effect_trend")) {
      paragraph.say(
          "水平与趋势的变化由分段泊松拟极大似然回归估计，标准误按结对聚类并附刀切法。",
          "Changes of level and trend come from segmented Poisson pseudo-maximum-likelihood"
              + " regressions with standard errors clustered by pair and the cluster jackknife.",
          SANTOS_SILVA_2006,
          MACKINNON_2023);
    }
    if (made.has("effect_event")
        && !made.distinct("effect_event", EffectEventRow.CI_METHOD).isEmpty()) {
      paragraph.say(
          "与对照组的比较用同类回归按年估计（单元与年份效应，参照年为前期最后一年），并联合检验前期各年。",
          "The comparison group is held against the others year by year in a regression of the same"
              + " kind (effects of units and years, the last earlier year the reference), with a"
              + " joint test of the years before.",
          ROTH_2022);
    }
    if (made.has("effect_placebo")) {
      paragraph.say(
          "在没有变化的年份处以同样方法计算的倍数作为对照。",
          "The same multiple at years in which nothing happened stands beside the actual one.");
    }
    if (made.has("lorenz")) {
      paragraph.say(
          "县人均投入的分布用洛伦兹曲线与基尼系数表示，以人口加权。",
          "Inputs per head of counties are shown by Lorenz curves and Gini coefficients weighted by"
              + " population.",
          GINI_1912);
    }
  }
}
