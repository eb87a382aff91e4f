package org.jiedui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jiedui.analysis.Claims;
import org.jiedui.export.PaperTable;
import org.jiedui.export.TextFormat;
import org.jiedui.message.Lang;
import org.jiedui.reference.Claim;
import org.jiedui.reference.NationalTotals;
import org.jiedui.reference.Prices;
import org.junit.jupiter.api.Test;

class ClaimReportTest {
  private static final PaperTable TABLE =
      ClaimReport.of(
          Claims.of(
              NationalTotals.load(Path.of("sample-data/national/totals.csv")),
              Claim.load(Path.of("conf/claims.conf")),
              Prices.load(Path.of("conf/prices/cpi.csv"))));

  @Test
  void theFloorTheCircleAndTheMeaningOfThePrintedNumberStandSideBySide() {
    assertThat(TextFormat.of(TABLE, Lang.ZH))
        .containsPattern("R1 +5.8 +23.2 +4.45 +有出处的公布数 +BOUNDED +≥ 5.60")
        .containsPattern("R1 +5.8 +23.2 +4.45 +推算数 +CIRCULAR_CLAIM +—")
        .containsPattern("R2 +8.2 +32.8 +5.97 +有出处的公布数 +NOT_COMPUTABLE +—")
        .containsPattern("R3 +2 +8.0 +有出处的公布数 +NOT_COMPUTABLE +—")
        .containsPattern("R4 +7.5 +30.0 +有出处的公布数 +NOT_COMPUTABLE +—")
        .contains("折 2020 年价(倍)", "R1 有出处的公布数:有出处的数字没有逐年完整覆盖")
        .contains("R1 所用数字(推算数):", "769.7 亿元 <claim:R1>", "第 65 页");
  }

  @Test
  void theEnglishTableSaysWhy() {
    assertThat(TextFormat.of(TABLE, Lang.EN).replaceAll("\\s+", " "))
        .contains("the multiple is at least 5.60; the published value is compatible, not confirmed")
        .contains("putting them back returns it and confirms nothing")
        .contains("touch 20 of 20 years before and 1 of 5 after");
  }
}
