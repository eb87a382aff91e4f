package org.jiedui.page;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jiedui.export.page.Block;
import org.jiedui.figure.Published;
import org.jiedui.figure.Words;
import org.jiedui.message.Text;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.GapWeightRow;
import org.jiedui.table.KProfileRow;

/** How the numbers of a version came about, filled in from its tables. */
final class Methods {
  private final Published published;

  Methods(Published published) {
    this.published = published;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    if (published.has("effect_ratio")) {
      ratios(blocks, published.read("effect_ratio"));
    }
    if (published.has("gap_weights")) {
      index(blocks, published.read("gap_weights"));
    }
    if (published.has("k_profile")) {
      clusters(blocks, published.read("k_profile"));
    }
    return blocks;
  }

  private static void ratios(List<Block> blocks, Frame effects) {
    for (String rule : distinct(effects, EffectRatioRow.BOUNDARY_RULE)) {
      Text windows = Words.windows(rule);
      blocks.add(
          new Block.Paragraph(
              Text.of(
                  "倍数为后期总额除以前期总额。"
                      + windows.zh()
                      + "金额以分为单位精确求和，只作一次除法；不变价与年均倍数另列。区间为总量之比的对数线性化，按支援省—受援省结对聚类，并作 G/(G−1) 校正；反映结对单元间差异，以超总体假设为前提，并非抽样误差。2016 年的变化同时及于所有结对单元，倍数不识别因果效应。",
                  "A ratio is the later total over the earlier one. "
                      + windows.en()
                      + " Money is summed exactly in fen and divided once; constant-price and annual"
                      + " ratios stand apart. Intervals are log-delta linearisations of the ratio of"
                      + " totals, clustered by donor-recipient province pair with the G/(G−1)"
                      + " correction; they describe variation between pairing units under a"
                      + " superpopulation reading, not sampling error. 2016 reached every pair at"
                      + " once: a ratio identifies no effect.")));
    }
  }

  private static void index(List<Block> blocks, Frame weights) {
    String methods = String.join(", ", distinct(weights, GapWeightRow.WEIGHT_METHOD));
    blocks.add(
        new Block.Paragraph(
            Text.of(
                "发展指数由 "
                    + weights.size()
                    + " 个指标在固定上下限上标准化后加权平均（赋权方式："
                    + methods
                    + "），取值 0–1；发展差距为 1 减去指数。",
                "The development index is the weighted mean of "
                    + weights.size()
                    + " indicators on frozen goalposts (weighting: "
                    + methods
                    + "), from 0 to 1; the gap is 1 minus the index.")));
  }

  private static void clusters(List<Block> blocks, Frame profile) {
    if (profile.size() > 0) {
      Object n = profile.value(0, KProfileRow.N);
      Object variables = profile.value(0, KProfileRow.VARIABLES);
      Object starts = profile.value(0, KProfileRow.STARTS);
      blocks.add(
          new Block.Paragraph(
              Text.of(
                  "聚类为 k-means，"
                      + n
                      + " 个地区、"
                      + variables
                      + " 个标准化变量、"
                      + starts
                      + " 次初始；类按平均差距由小到大编号。类别数的各项依据见“类别数的选择”。",
                  "Clusters are k-means on "
                      + n
                      + " regions and "
                      + variables
                      + " standardised variables with "
                      + starts
                      + " starts, numbered by mean gap, smallest first. The table on the number of"
                      + " clusters lists every criterion.")));
    }
  }

  private static TreeSet<String> distinct(Frame frame, Field field) {
    TreeSet<String> values = new TreeSet<>();
    for (int i = 0; i < frame.size(); i++) {
      values.add(frame.text(i, field));
    }
    return values;
  }
}
