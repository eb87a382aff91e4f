package org.jiedui.paper;

import static org.jiedui.paper.Reference.ATKINSON_1970;
import static org.jiedui.paper.Reference.BARRO_1992;
import static org.jiedui.paper.Reference.DAGUM_1997;
import static org.jiedui.paper.Reference.GINI_1912;
import static org.jiedui.paper.Reference.KAKWANI_1977;
import static org.jiedui.paper.Reference.KAKWANI_1997;
import static org.jiedui.paper.Reference.KENDALL_1938;
import static org.jiedui.paper.Reference.KUHN_1955;
import static org.jiedui.paper.Reference.POISOT_2012;
import static org.jiedui.paper.Reference.SANTOS_SILVA_2006;
import static org.jiedui.paper.Reference.SUITS_1977;
import static org.jiedui.paper.Reference.THEIL_1967;

import org.jiedui.message.Text;

/** How pairing, targeting and inequality of a version were told. */
final class NetworkMethods {
  private NetworkMethods() {}

  static Paragraph pairing(Made made) {
    Settings settings = made.settings();
    Text strength = made.names(java.util.List.of(settings.text("pairing.strength")));
    Text need = made.names(java.util.List.of(settings.text("pairing.need")));
    String draws = settings.text("pairing.draws");
    return new Paragraph(Text.of("结对关系", "Pairing"))
        .say(
            "相邻时期网络的更替以其相异度及改配、进出两部分表示。",
            "Turnover of the network between eras is its dissimilarity, split into rewiring and"
                + " change of provinces.",
            POISOT_2012)
        .say(
            "支援方"
                + strength.zh()
                + "与受援方"
                + need.zh()
                + "的秩相关为 τ_b，与 "
                + draws
                + " 次随机置换比较（种子 "
                + settings.text("seed")
                + "）。",
            "Association of the donors' "
                + strength.en()
                + " with the recipients' "
                + need.en()
                + " is τ_b, held against "
                + draws
                + " permutations (seed "
                + settings.text("seed")
                + ").",
            KENDALL_1938)
        .say(
            "匹配效率以最优指派为 1、随机指派的平均为 0。",
            "Efficiency is 1 for the best assignment and 0 for the mean of random ones.",
            KUHN_1955);
  }

  static Paragraph targeting(Made made) {
    Settings settings = made.settings();
    Text aid = made.names(java.util.List.of(settings.text("targeting.aid")));
    Text need = made.names(java.util.List.of(settings.text("targeting.need")));
    String band = settings.text("targeting.band");
    return new Paragraph(Text.of("瞄准", "Targeting"))
        .say(
            "人均" + aid.zh() + "与县" + need.zh() + "的关系用集中指数、Kakwani 指数与 Suits 指数表示，以人口加权。",
            "Per head, "
                + aid.en()
                + " are held against the counties' "
                + need.en()
                + " by the concentration index and the indices of Kakwani and Suits, weighted by"
                + " population.",
            KAKWANI_1997,
            KAKWANI_1977,
            SUITS_1977)
        .say(
            "需要弹性由带支援方效应的泊松拟极大似然估计；弹性的区间在 ±" + band + " 以内判为均衡。",
            "Need elasticity is a Poisson pseudo-maximum-likelihood estimate with donor effects; an"
                + " interval within ±"
                + band
                + " is called balanced.",
            SANTOS_SILVA_2006);
  }

  static Paragraph inequality(Made made) {
    Text names = made.names(made.settings().texts("inequality.indicators"));
    Paragraph paragraph =
        new Paragraph(Text.of("不平等", "Inequality"))
            .say(
                "地区间" + names.zh() + "的差异用基尼系数、泰尔指数与 Atkinson 指数表示，标准误为按省的刀切法。",
                "Differences of "
                    + names.en()
                    + " between regions are told by the Gini coefficient and"
                    + " the indices of Theil and Atkinson, with jackknife standard errors over"
                    + " provinces.",
                GINI_1912,
                THEIL_1967,
                ATKINSON_1970);
    if (made.has("inequality_parts")) {
      paragraph.say(
          "基尼系数按 Dagum 法、泰尔指数按嵌套法分解。",
          "The Gini coefficient is decomposed after Dagum, Theil's index by nesting.",
          DAGUM_1997);
    }
    if (made.has("convergence")) {
      String classes = made.settings().text("inequality.classes");
      paragraph.say(
          "收敛用 σ 收敛、β 收敛与 " + classes + " 个等级的马尔可夫转移表示。",
          "Convergence is told as σ and β convergence and as Markov transitions between "
              + classes
              + " classes.",
          BARRO_1992);
    }
    return paragraph;
  }
}
