package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.DOUBLE;
import static org.jiedui.table.Type.INT;
import static org.jiedui.table.Type.TEXT;

/**
 * One row per era and programme: the shape of the network of donor and recipient provinces, and
 * what becomes of its links in the next era of the same programme.
 */
public enum PairingEraRow implements Field {
  ERA(key(Type.YEAR, "时期起始年", "Era (first year)")),
  PROGRAMME(key(TEXT, "协作类型", "Programme")),
  LINKS(measure(INT, "links", "结对数", "Links")),
  DONORS(measure(INT, "provinces", "支援省数", "Donor provinces")),
  RECIPIENTS(measure(INT, "provinces", "受援省数", "Recipient provinces")),
  /** Cities and counties that the published list names as donors. */
  DONOR_CITIES(measure(INT, "places", "支援市(县)数", "Donor cities named")),
  /** Prefectures and counties that the published list names as recipients. */
  RECIPIENT_PREFECTURES(measure(INT, "places", "受援市(州、县)数", "Recipient prefectures named")),
  /** Autonomous prefectures of the geography that the list names, or whose province it names. */
  AUTONOMOUS_COVERED(measure(INT, "places", "覆盖自治州数", "Autonomous prefectures covered")),
  /** Share of published pairs of a province with a province. */
  PROVINCE_LEVEL(measure(DOUBLE, "1", "省级结对占比", "Share of province-level pairs")),
  DENSITY(
      measure(DOUBLE, "1", "密度", "Density").within("[0, 1]").by("links / (donors * recipients)")),
  MEAN_OUT_DEGREE(measure(DOUBLE, "links", "支援省平均结对数", "Links of a donor").by("links / donors")),
  MEAN_IN_DEGREE(
      measure(DOUBLE, "links", "受援省平均结对数", "Links of a recipient").by("links / recipients")),
  /** Share of donors with two or more recipients. */
  ONE_TO_MANY(measure(DOUBLE, "1", "一对多占比", "One to many")),
  /** Share of recipients with two or more donors. */
  MANY_TO_ONE(measure(DOUBLE, "1", "多对一占比", "Many to one")),
  /** Share of recipients with a single donor. */
  WHOLE_REGION(measure(DOUBLE, "1", "整域性(单一支援省占比)", "Whole-region index")),
  /** Of donors' shares in links. */
  HHI_LINKS(measure(DOUBLE, "1", "支援省集中度(按结对)", "HHI of donors by links")),
  EFFECTIVE_DONORS(
      measure(DOUBLE, "donors", "有效支援省数(按结对)", "Effective donors by links").by("1 / hhi_links")),
  /** Of donors' shares in fiscal funds over the era's links. */
  HHI_FUNDS(measure(DOUBLE, "1", "支援省集中度(按资金)", "HHI of donors by funds")),
  EFFECTIVE_DONORS_FUNDS(
      measure(DOUBLE, "donors", "有效支援省数(按资金)", "Effective donors by funds").by("1 / hhi_funds")),
  FUNDS_STATUS(Spec.label(TEXT, "资金集中度状态", "Status of the funds' HHI")),
  STATUS(Spec.label(TEXT, "状态", "Status")),
  NEXT_ERA(measure(Type.YEAR, "", "下一时期", "Next era")),
  KEPT(measure(INT, "links", "保留", "Kept")),
  LOST_REWIRED(measure(INT, "links", "解除(改配)", "Lost, rewired")),
  EXITED(measure(INT, "links", "解除(退出)", "Lost, node left")),
  NEW_REWIRED(measure(INT, "links", "新增(改配)", "New, rewired")),
  ENTERED(measure(INT, "links", "新增(进入)", "New, node entered")),
  JACCARD(
      measure(DOUBLE, "1", "Jaccard 相似度", "Jaccard")
          .within("[0, 1]")
          .by("kept / (links of either era)")),
  /** Dissimilarity of the two networks. */
  BETA_WN(
      measure(DOUBLE, "1", "网络更替 β_WN", "Turnover β_WN").within("[0, 1]").by("beta_os + beta_st")),
  /** Its part between provinces of both eras. */
  BETA_OS(measure(DOUBLE, "1", "改配部分 β_OS", "Rewiring β_OS")),
  /** Its part of provinces that came or went. */
  BETA_ST(measure(DOUBLE, "1", "进出部分 β_ST", "Nodes β_ST")),
  TURNOVER_STATUS(Spec.label(TEXT, "更替状态", "Status of the turnover"));

  private final Spec spec;

  PairingEraRow(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
