package org.jiedui.report;

import java.util.Map;
import org.jiedui.message.Text;

/** Words for the codes of the tables of effects; a code without a word stands for itself. */
final class EffectWords {
  private static final Map<String, Text> WORDS =
      Map.ofEntries(
          Map.entry("total", Text.of("总量", "total")),
          Map.entry("annual", Text.of("年均", "annual")),
          Map.entry("per_head", Text.of("人均年均", "per head and year")),
          Map.entry("nominal", Text.of("当年价", "current")),
          Map.entry("real", Text.of("不变价", "constant")),
          Map.entry("in", Text.of("计入", "in")),
          Map.entry("out", Text.of("剔除", "out")),
          Map.entry("zero", Text.of("零", "zero")),
          Map.entry("missing", Text.of("缺失", "missing")),
          Map.entry("naive", Text.of("无", "none")),
          Map.entry("trend", Text.of("扣除趋势", "trend")),
          Map.entry("did", Text.of("与对照组比", "comparison")),
          Map.entry("log_delta", Text.of("对数线性化", "log-delta")),
          Map.entry("fieller", Text.of("Fieller", "Fieller")),
          Map.entry("jackknife", Text.of("聚类刀切法(CV3)", "cluster jackknife (CV3)")),
          Map.entry("percentile", Text.of("聚类自助法,分位数", "cluster bootstrap, percentile")),
          Map.entry("bca", Text.of("聚类自助法,BCa", "cluster bootstrap, BCa")),
          Map.entry("conditional", Text.of("条件精确(仅计数)", "conditional exact (counts only)")));

  private EffectWords() {}

  static Text of(String code) {
    return WORDS.getOrDefault(code, Text.same(code));
  }
}
