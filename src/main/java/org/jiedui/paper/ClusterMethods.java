package org.jiedui.paper;

import static org.jiedui.paper.Reference.ARTHUR_2007;
import static org.jiedui.paper.Reference.ASSUNCAO_2006;
import static org.jiedui.paper.Reference.CALINSKI_1974;
import static org.jiedui.paper.Reference.DAVIES_1979;
import static org.jiedui.paper.Reference.DUNN_1974;
import static org.jiedui.paper.Reference.HENNIG_2007;
import static org.jiedui.paper.Reference.HUBERT_1985;
import static org.jiedui.paper.Reference.LLOYD_1982;
import static org.jiedui.paper.Reference.MORAN_1950;
import static org.jiedui.paper.Reference.ROUSSEEUW_1987;
import static org.jiedui.paper.Reference.TIBSHIRANI_2001;
import static org.jiedui.paper.Reference.WARD_1963;

import org.jiedui.message.Text;
import org.jiedui.table.ClusterKProfileRow;
import org.jiedui.table.Frame;

/** How the clusters of a version were made. */
final class ClusterMethods {
  private final Made made;
  private final Settings settings;
  private final Paragraph paragraph = new Paragraph(Text.of("地区分类", "Clusters"));

  private ClusterMethods(Made made) {
    this.made = made;
    this.settings = made.settings();
  }

  static Paragraph of(Made made) {
    ClusterMethods methods = new ClusterMethods(made);
    methods.fit();
    methods.number();
    methods.stability();
    methods.neighbours();
    return methods.paragraph;
  }

  private void fit() {
    Frame profile = made.read("cluster_k_profile");
    if (profile.size() == 0) {
      return;
    }
    Object n = profile.value(0, ClusterKProfileRow.N);
    Object variables = profile.value(0, ClusterKProfileRow.VARIABLES);
    boolean z = settings.text("clusters.scale").equals("z");
    String year = settings.text("clusters.year");
    String starts = settings.text("clusters.starts");
    paragraph.say(
        "按 "
            + year
            + " 年的 "
            + variables
            + " 个"
            + (z ? "标准化" : "未标准化")
            + "变量对 "
            + n
            + " 个地区作 k-means 聚类，"
            + starts
            + " 次初始取最优（种子 "
            + settings.text("seed")
            + "），类别按平均差距由小到大编号。",
        n
            + " regions are clustered by k-means on "
            + variables
            + (z ? " standardised" : " unscaled")
            + " variables of "
            + year
            + ", the best of "
            + starts
            + " starts (seed "
            + settings.text("seed")
            + "); clusters are numbered by mean gap, smallest first.",
        LLOYD_1982,
        ARTHUR_2007);
  }

  private void number() {
    String chosen = chosen();
    if (settings.has("clusters.k")) {
      paragraph.say(
          "类别数 " + settings.text("clusters.k") + " 由研究者给定。",
          "Their number, " + settings.text("clusters.k") + ", was given.");
    } else if (!chosen.isEmpty()) {
      paragraph.say(
          "类别数 " + chosen + " 由轮廓系数、Gap 统计量、CH、DB 与 Dunn 指数的剖面选定，理由列在表中。",
          "Their number, "
              + chosen
              + ", was chosen from a profile of silhouettes, the gap statistic"
              + " and the indices of Caliński and Harabasz, Davies and Bouldin, and Dunn; the table"
              + " gives the reason.",
          ROUSSEEUW_1987,
          TIBSHIRANI_2001,
          CALINSKI_1974,
          DAVIES_1979,
          DUNN_1974);
    }
    if (made.has("cluster_tree")) {
      paragraph.say(
          "另以 Ward 法聚类，两种划分的一致程度用调整兰德指数表示。",
          "Ward's method stands beside it, and agreement is the adjusted Rand index.",
          WARD_1963,
          HUBERT_1985);
    }
  }

  private String chosen() {
    Frame profile = made.read("cluster_k_profile");
    for (int i = 0; i < profile.size(); i++) {
      if (Integer.valueOf(1).equals(profile.value(i, ClusterKProfileRow.CHOSEN))) {
        return String.valueOf(profile.value(i, ClusterKProfileRow.K));
      }
    }
    return "";
  }

  private void stability() {
    if (made.has("cluster_stability") && settings.integer("clusters.bootstraps") > 0) {
      String draws = settings.text("clusters.bootstraps");
      paragraph.say(
          "稳定性用 " + draws + " 次重抽样的杰卡德相似度表示。",
          "Stability is the Jaccard similarity over " + draws + " resamples.",
          HENNIG_2007);
    }
  }

  private void neighbours() {
    if (settings.has("clusters.neighbours")) {
      paragraph.say(
          "按邻接关系另作空间约束的分类，并计算空间自相关。",
          "With the list of neighbours, spatially constrained clusters and spatial autocorrelation are"
              + " given.",
          ASSUNCAO_2006,
          MORAN_1950);
    }
  }
}
