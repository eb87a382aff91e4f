package org.jiedui.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jiedui.export.Rounding;
import org.jiedui.export.page.Block;
import org.jiedui.figure.Headline;
import org.jiedui.figure.Names;
import org.jiedui.figure.Published;
import org.jiedui.message.Text;
import org.jiedui.table.ClaimRow;
import org.jiedui.table.ClusterKProfileRow;
import org.jiedui.table.ClusterProfileRow;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.jiedui.table.GapIndexRow;
import org.jiedui.table.LedgerRow;

/** What the tables say in one sentence each; numbers are those of the tables, words are neutral. */
final class Findings {
  private final Published published;
  private final Names names;
  private final List<Text> shifts;
  private final List<Text> sentences = new ArrayList<>();

  /**
   * @param shifts what is told of the four shifts; none where the version has not their tables
   */
  Findings(Published published, List<Text> shifts) {
    this.shifts = shifts;
    this.published = published;
    this.names = Names.of(published);
  }

  List<Block> blocks() {
    if (published.has("ledger")) {
      rows(published.read("ledger"));
    }
    if (published.has("effect_ratio")) {
      multiples(published.read("effect_ratio"));
    }
    if (published.has("gap_index")) {
      gaps(published.read("gap_index"));
    }
    if (published.has("cluster_k_profile") && published.has("cluster_profile")) {
      clusters(published.read("cluster_k_profile"), published.read("cluster_profile"));
    }
    sentences.addAll(shifts);
    if (published.has("claim")) {
      claims(published.read("claim"));
    }
    return List.of(new Block.Items(sentences));
  }

  private void rows(Frame ledger) {
    for (int i = 0; i < ledger.size(); i++) {
      if (ledger.text(i, LedgerRow.FILE).equals(LedgerRow.TOTAL)
          && ledger.text(i, LedgerRow.MEASURE).equals(LedgerRow.ROWS)) {
        String read = count(ledger.value(i, LedgerRow.READ));
        String accepted = count(ledger.value(i, LedgerRow.ACCEPTED));
        String rejected = count(ledger.value(i, LedgerRow.REJECTED));
        sentences.add(
            Text.of(
                "读入 " + read + " 行，采用 " + accepted + " 行，拒收 " + rejected + " 行；每一行都有去向，余额为 0。",
                read
                    + " rows were read, "
                    + accepted
                    + " accepted and "
                    + rejected
                    + " rejected; every row is accounted for, the residue is 0."));
      }
    }
  }

  private void multiples(Frame effects) {
    for (int row : Headline.rows(effects, "nation")) {
      Double ratio = (Double) effects.value(row, EffectRatioRow.RATIO);
      if (ratio != null) {
        Text name = names.indicator(effects.text(row, EffectRatioRow.INDICATOR));
        String times = fixed(ratio, 2);
        sentences.add(
            Text.of(
                "全国"
                    + name.zh()
                    + "：后期总额为前期总额的 "
                    + times
                    + " 倍（"
                    + change(ratio).zh()
                    + "）"
                    + interval(effects, row).zh()
                    + "。",
                name.en()
                    + ", nation: the later total is "
                    + times
                    + " times the earlier one ("
                    + change(ratio).en()
                    + ")"
                    + interval(effects, row).en()
                    + "."));
      }
    }
  }

  private static Text change(double ratio) {
    String size = fixed(Math.abs(ratio - 1), 2);
    return ratio >= 1
        ? Text.of("增加 " + size + " 倍", "an increase of " + size + " times")
        : Text.of("减少 " + size + " 倍", "a decrease of " + size + " times");
  }

  private static Text interval(Frame effects, int row) {
    Double low = (Double) effects.value(row, EffectRatioRow.CI_LOW);
    Double high = (Double) effects.value(row, EffectRatioRow.CI_HIGH);
    if (low == null || high == null) {
      return Text.NONE;
    }
    String interval = "[" + fixed(low, 2) + ", " + fixed(high, 2) + "]";
    return Text.of("，置信区间 " + interval, ", interval " + interval);
  }

  private void gaps(Frame index) {
    int year = ReportPage.lastYear(index);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    int n = 0;
    for (int i = 0; i < index.size(); i++) {
      Double gap = (Double) index.value(i, GapIndexRow.GAP);
      if (gap != null
          && index.value(i, GapIndexRow.GAP_RANK) != null
          && index.value(i, GapIndexRow.YEAR).equals(year)) {
        low = Math.min(low, gap);
        high = Math.max(high, gap);
        n++;
      }
    }
    if (n > 0) {
      String span = fixed(low, 3) + "–" + fixed(high, 3);
      sentences.add(
          Text.of(
              year + " 年 " + n + " 个地区的发展差距在 " + span + " 之间（0–1，越大差距越大）。",
              "In "
                  + year
                  + " the development gap of "
                  + n
                  + " regions lies within "
                  + span
                  + " (0–1, larger is a larger gap)."));
    }
  }

  private void clusters(Frame profile, Frame clusters) {
    for (int i = 0; i < profile.size(); i++) {
      if (profile.value(i, ClusterKProfileRow.CHOSEN).equals(1)) {
        Object k = profile.value(i, ClusterKProfileRow.K);
        Map<Integer, Integer> sizes = sizes(clusters);
        String shown =
            sizes.values().stream().map(String::valueOf).collect(Collectors.joining(", "));
        sentences.add(
            Text.of(
                "地区分为 "
                    + k
                    + " 类，各类地区数为 "
                    + shown
                    + "；理由："
                    + profile.text(i, ClusterKProfileRow.REASON_ZH)
                    + "。",
                "Regions fall into "
                    + k
                    + " clusters of "
                    + shown
                    + "; reason: "
                    + profile.text(i, ClusterKProfileRow.REASON_EN)
                    + "."));
      }
    }
  }

  private static Map<Integer, Integer> sizes(Frame clusters) {
    Map<Integer, Integer> sizes = new TreeMap<>();
    for (int i = 0; i < clusters.size(); i++) {
      int cluster = (Integer) clusters.value(i, ClusterProfileRow.CLUSTER);
      if (cluster > 0) {
        sizes.put(cluster, (Integer) clusters.value(i, ClusterProfileRow.N));
      }
    }
    return sizes;
  }

  private void claims(Frame claims) {
    Map<String, Integer> outcomes = new TreeMap<>();
    for (int i = 0; i < claims.size(); i++) {
      outcomes.merge(claims.text(i, ClaimRow.OUTCOME), 1, Integer::sum);
    }
    if (!outcomes.isEmpty()) {
      String shown =
          outcomes.entrySet().stream()
              .map(entry -> entry.getKey() + " " + entry.getValue())
              .collect(Collectors.joining(", "));
      sentences.add(
          Text.of(
              "公布倍数复算 " + claims.size() + " 项，结果为：" + shown + "。",
              claims.size()
                  + " published multiples were recomputed, with these outcomes: "
                  + shown
                  + "."));
    }
  }

  private static String fixed(double value, int decimals) {
    return Rounding.grouped(Rounding.fixed(value, decimals));
  }

  private static String count(Object value) {
    return Rounding.grouped(value.toString());
  }
}
