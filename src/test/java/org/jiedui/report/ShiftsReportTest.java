package org.jiedui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Lang;
import org.jiedui.table.ContentRow;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.PairingEraRow;
import org.jiedui.table.PairingMatchRow;
import org.jiedui.table.TargetingRow;
import org.junit.jupiter.api.Test;

class ShiftsReportTest {
  private static final int POLICY = 2016;
  private static final Frame NOBODY = Frame.of("targeting", TargetingRow.values(), List.of());
  private static final Frame NOTHING = Frame.of("nothing", ContentRow.values(), List.of());

  @Test
  void shiftsThatTheDataBearAreSaidToBeSupported() {
    PaperTable page =
        ShiftsReport.of(
            eras(.2, .9),
            match(.6, .01),
            targeting("PRO_RICH", -.5, -.1),
            NOTHING,
            NOTHING,
            POLICY);
    assertThat(judgements(page, Lang.EN))
        .containsExactly("supported", "undetermined", "supported", "supported", "undetermined");
    assertThat(page.notes().get(0).in(Lang.EN))
        .isEqualTo(
            "Relation (criss-cross → whole region): 20% of the recipient provinces had a single donor in"
                + " 1996, 90% in 2021; links went from 24 to 11. The data support this.");
    assertThat(shown(page, 0)).containsExactly("20 (1996)", "90 (2021)", "+70");
    assertThat(page.notes().get(2).in(Lang.ZH)).contains("-0.30 [-0.50, -0.10]", "更偏向低收入县");
    assertThat(shown(page, 2)).containsExactly("-0.30", "-0.30", "-0.30 [-0.50, -0.10]");
    assertThat(shown(page, 3)).containsExactly("", "+0.60 (2016)", "");
  }

  @Test
  void shiftsThatTheDataDenyAreSaidNotToBeSupported() {
    PaperTable page =
        ShiftsReport.of(
            eras(.9, .2),
            match(-.6, .01),
            targeting("PRO_POOR", -.5, -.1),
            NOTHING,
            NOTHING,
            POLICY);
    assertThat(judgements(page, Lang.ZH)).containsExactly("无支持", "无法判断", "无支持", "无支持", "无法判断");
    assertThat(page.notes().get(2).in(Lang.EN))
        .contains("before: falls with income (pro-poor); after: undetermined")
        .contains("the strong were not picked to begin with");
    assertThat(page.notes().get(3).in(Lang.ZH)).contains("强省多配强省");
    page =
        ShiftsReport.of(
            eras(.2, .2), match(.6, .01), targeting("PRO_RICH", .1, .5), NOTHING, NOTHING, POLICY);
    assertThat(judgements(page, Lang.ZH)).containsExactly("无支持", "无法判断", "无支持", "有支持", "无法判断");
  }

  @Test
  void whatTheDataLeaveOpenIsUndetermined() {
    PaperTable page =
        ShiftsReport.of(
            eras(.2), match(.6, .2), targeting("UNDETERMINED", -.5, -.1), NOTHING, NOTHING, POLICY);
    assertThat(judgements(page, Lang.EN)).containsOnly("undetermined").hasSize(5);
    page =
        ShiftsReport.of(
            eras(.2), match(.6, null), targeting("PRO_RICH", null, null), NOTHING, NOTHING, POLICY);
    assertThat(judgements(page, Lang.EN)).containsOnly("undetermined");
    assertThat(page.notes().get(2).in(Lang.EN)).contains("no interval");
    Frame nothing = Frame.of("targeting", TargetingRow.values(), List.of());
    page = ShiftsReport.of(eras(.2), match(.6, null), nothing, NOTHING, NOTHING, POLICY);
    assertThat(page.notes().get(2).in(Lang.EN)).contains("no aid to compare");
  }

  @Test
  void matchingIsThatOfTheErasUpToThePolicy() {
    Frame match = match(.6, .2);
    PaperTable page =
        ShiftsReport.of(eras(.2), match, targeting("PRO_RICH", null, null), NOTHING, NOTHING, 2015);
    assertThat(page.notes().get(3).in(Lang.EN)).contains("no links");
  }

  @Test
  void contentAndMechanismAreJudgedByTheIntervalOfTheirChange() {
    Frame content = moved("area", "development", .2, .4);
    Frame mechanism = moved("institutionalisation", "all", -.4, -.2);
    PaperTable page = ShiftsReport.of(eras(.2), match(.6, null), NOBODY, content, mechanism, 2016);
    assertThat(judgements(page, Lang.EN).get(1)).isEqualTo("supported");
    assertThat(judgements(page, Lang.EN).get(4)).isEqualTo("not supported");
    assertThat(page.notes().get(1).in(Lang.EN))
        .endsWith(
            "30% before, 60% after; change +30.0 [20.0, 40.0] percentage points. The data support this.");
    assertThat(page.notes().get(1).in(Lang.ZH)).endsWith("变化 +30.0 [20.0, 40.0] 个百分点。数据支持这一转变。");
    assertThat(shown(page, 4)).containsExactly("30", "60", "+30.0 [-40.0, -20.0]");
  }

  @Test
  void aChangeAroundZeroOrWithoutIntervalIsUndetermined() {
    Frame around = moved("area", "development", -.1, .4);
    Frame without = moved("institutionalisation", "all", null, null);
    PaperTable page = ShiftsReport.of(eras(.2), match(.6, null), NOBODY, around, without, 2016);
    assertThat(judgements(page, Lang.ZH)).containsOnly("无法判断");
    assertThat(page.notes().get(4).in(Lang.EN)).contains("no interval");
    page = ShiftsReport.of(eras(.2), match(.6, null), NOBODY, NOTHING, NOTHING, 2016);
    assertThat(page.notes().get(1).in(Lang.EN)).contains("do not both have funds by their use");
  }

  private static Frame moved(String measure, String part, Double low, Double high) {
    List<Object[]> rows = new ArrayList<>();
    Map.of("before", .3, "after", .6, "change", .3)
        .forEach(
            (period, value) -> {
              Object[] row =
                  row(
                      ContentRow.values(),
                      Map.of(
                          ContentRow.LEVEL, "nation",
                          ContentRow.DONOR_CODE, "all",
                          ContentRow.RECIPIENT_CODE, "all",
                          ContentRow.PERIOD, period,
                          ContentRow.MEASURE, measure,
                          ContentRow.PART, part,
                          ContentRow.VALUE, value));
              row[ContentRow.CI_LOW.ordinal()] = period.equals("change") ? low : null;
              row[ContentRow.CI_HIGH.ordinal()] = period.equals("change") ? high : null;
              rows.add(row);
            });
    return Frame.of("moved", ContentRow.values(), rows);
  }

  private static List<String> judgements(PaperTable page, Lang lang) {
    return page.rows().stream()
        .map(row -> ((Cell.Words) row.cells().get(5)).text().in(lang))
        .toList();
  }

  private static List<String> shown(PaperTable page, int row) {
    return page.rows().get(row).cells().subList(2, 5).stream()
        .map(cell -> cell.shown(Lang.EN))
        .toList();
  }

  private static Frame eras(double... wholeRegion) {
    int[] first = {1996, 2021};
    int[] links = {24, 11};
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < wholeRegion.length; i++) {
      rows.add(
          row(
              PairingEraRow.values(),
              Map.of(
                  PairingEraRow.ERA, first[i],
                  PairingEraRow.PROGRAMME, "east-west",
                  PairingEraRow.LINKS, links[i],
                  PairingEraRow.WHOLE_REGION, wholeRegion[i])));
    }
    rows.add(
        row(
            PairingEraRow.values(),
            Map.of(PairingEraRow.ERA, 2013, PairingEraRow.PROGRAMME, "other")));
    return Frame.of("pairing_era", PairingEraRow.values(), rows);
  }

  private static Frame match(double tau, Double p) {
    Object[] row =
        row(
            PairingMatchRow.values(),
            Map.of(
                PairingMatchRow.ERA,
                2016,
                PairingMatchRow.PROGRAMME,
                "east-west",
                PairingMatchRow.TAU_B,
                tau));
    row[PairingMatchRow.P.ordinal()] = p;
    return Frame.of("pairing_match", PairingMatchRow.values(), List.<Object[]>of(row));
  }

  private static Frame targeting(String before, Double low, Double high) {
    List<Object[]> rows = new ArrayList<>();
    for (String period : List.of("before", "after", "change")) {
      Object[] row =
          row(
              TargetingRow.values(),
              Map.of(
                  TargetingRow.LEVEL,
                  "nation",
                  TargetingRow.CODE,
                  "000000",
                  TargetingRow.PERIOD,
                  period,
                  TargetingRow.VERDICT,
                  period.equals("before") ? before : period.equals("after") ? "UNDETERMINED" : "",
                  TargetingRow.ELASTICITY,
                  -.3));
      if (period.equals("change")) {
        row[TargetingRow.LOW_95.ordinal()] = low;
        row[TargetingRow.HIGH_95.ordinal()] = high;
      }
      rows.add(row);
    }
    return Frame.of("targeting", TargetingRow.values(), rows);
  }

  private static Object[] row(Field[] fields, Map<? extends Field, Object> values) {
    Object[] row = new Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      row[i] = values.get(fields[i]);
    }
    return row;
  }
}
