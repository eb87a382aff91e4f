package org.jiedui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.EraName;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.TargetingRow;

/** Where aid per head went: by window and era, and after 2016 by donor and recipient province. */
public final class TargetingReport {
  private static final Map<String, Text> VERDICTS =
      Map.of(
          "PRO_POOR", Text.of("投入与发展水平负相关(扶弱)", "falls with income (pro-poor)"),
          "BALANCED", Text.of("投入与发展水平不相关(均衡)", "does not depend on income (balanced)"),
          "PRO_RICH", Text.of("投入与发展水平正相关(择强)", "rises with income (pro-rich)"),
          "UNDETERMINED", Text.of("无法判断", "undetermined"));
  private static final Map<String, Text> LEVELS =
      Map.of(
          "donor_province", Text.of("按支援省", "By donor"),
          "recipient_province", Text.of("按受援省", "By recipient province"));

  /** As the nation's rows are told, the eras after them. */
  private static final List<String> PERIODS = List.of("before", "after", "change");

  private static final Pattern LATE = Pattern.compile("MISSING_YEARS=([0-9]+)");
  private static final Pattern LEFT_OUT = Pattern.compile("MISSING_INDICATOR=([0-9]+)");

  private TargetingReport() {}

  public static PaperTable of(Frame targeting) {
    List<PaperTable.Row> rows = new ArrayList<>();
    for (String period : PERIODS) {
      add(targeting, "nation", period::equals, rows);
    }
    add(targeting, "nation", period -> EraName.firstYear(period).isPresent(), rows);
    for (String level : List.of("donor_province", "recipient_province")) {
      add(targeting, level, "before"::equals, rows);
      add(targeting, level, "after"::equals, rows);
    }
    return new PaperTable(
        "targeting",
        Text.of("投入的指向:人均投入与发展水平", "Targeting: aid per head and income"),
        columns(),
        rows,
        notes(targeting));
  }

  private static void add(
      Frame frame, String level, Predicate<String> wanted, List<PaperTable.Row> rows) {
    for (int row = 0; row < frame.size(); row++) {
      String period = frame.text(row, TargetingRow.PERIOD);
      if (frame.text(row, TargetingRow.LEVEL).equals(level) && wanted.test(period)) {
        rows.add(new PaperTable.Row(panel(level, period), cells(frame, row)));
      }
    }
  }

  private static Text panel(String level, String period) {
    if (!LEVELS.containsKey(level)) {
      return Text.of("全国", "Nation");
    }
    Text group = LEVELS.get(level);
    return period.equals("before")
        ? Text.of(group.zh() + "(前期)", group.en() + " (before)")
        : Text.of(group.zh() + "(后期)", group.en() + " (after)");
  }

  /** A verdict in words; empty for a change. */
  public static Text verdict(String code) {
    return VERDICTS.getOrDefault(code, Text.NONE);
  }

  private static List<PaperTable.Column> columns() {
    return List.of(
        PaperTable.Column.of("group", "范围", "Group"),
        PaperTable.Column.of("counties", "县数", "Counties"),
        PaperTable.Column.of("aid", "人均年投入", "Aid per head, year"),
        PaperTable.Column.of("concentration", "集中指数", "Index").under("集中指数", "Concentration"),
        PaperTable.Column.of("interval", "95% 区间", "95 % interval").under("集中指数", "Concentration"),
        PaperTable.Column.of("kakwani", "Kakwani", "Kakwani"),
        PaperTable.Column.of("eta", "η", "η").under("需要弹性", "Need elasticity"),
        PaperTable.Column.of("eta_90", "90% 区间", "90 % interval").under("需要弹性", "Need elasticity"),
        PaperTable.Column.of("eta_95", "95% 区间", "95 % interval").under("需要弹性", "Need elasticity"),
        PaperTable.Column.of("verdict", "判断", "Verdict"),
        PaperTable.Column.of("count_gap", "漏助率", "Count gap"));
  }

  private static List<Cell> cells(Frame frame, int row) {
    String ci = frame.text(row, TargetingRow.CI_STATUS);
    String slope = frame.text(row, TargetingRow.ELASTICITY_CI_STATUS);
    return List.of(
        new Cell.Words(group(frame, row)),
        new Cell.Count((Integer) frame.value(row, TargetingRow.COUNTIES)),
        level(frame, row, TargetingRow.MEAN_AID, TargetingRow.STATUS, 2),
        number(frame, row, TargetingRow.CONCENTRATION, TargetingRow.STATUS, 3),
        interval(frame, row, TargetingRow.CI_LOW, TargetingRow.CI_HIGH, ci),
        level(frame, row, TargetingRow.KAKWANI, TargetingRow.PROGRESSIVITY_STATUS, 3),
        number(frame, row, TargetingRow.ELASTICITY, TargetingRow.ELASTICITY_STATUS, 3),
        interval(frame, row, TargetingRow.LOW_90, TargetingRow.HIGH_90, slope),
        interval(frame, row, TargetingRow.LOW_95, TargetingRow.HIGH_95, slope),
        new Cell.Words(verdict(frame.text(row, TargetingRow.VERDICT))),
        level(frame, row, TargetingRow.COUNT_GAP, TargetingRow.GAP_STATUS, 3));
  }

  private static Text group(Frame frame, int row) {
    String period = frame.text(row, TargetingRow.PERIOD);
    if (!frame.text(row, TargetingRow.LEVEL).equals("nation")) {
      return Text.same(frame.text(row, TargetingRow.NAME));
    }
    return EraName.firstYear(period).isPresent()
        ? Wording.of(period)
        : Map.of(
                "before", Text.of("前期", "before"),
                "after", Text.of("后期", "after"),
                "change", Text.of("后期减前期", "after less before"))
            .get(period);
  }

  /** What a change does not have. */
  private static Cell level(Frame frame, int row, Field field, Field status, int decimals) {
    return frame.text(row, TargetingRow.PERIOD).equals("change")
        ? new Cell.Absent(null)
        : number(frame, row, field, status, decimals);
  }

  private static Cell number(Frame frame, int row, Field field, Field status, int decimals) {
    return Cell.estimate((Double) frame.value(row, field), decimals, frame.text(row, status));
  }

  private static Cell interval(Frame frame, int row, Field low, Field high, String status) {
    return Cell.interval(
        (Double) frame.value(row, low), (Double) frame.value(row, high), 3, status);
  }

  private static List<Text> notes(Frame frame) {
    List<Text> notes = new ArrayList<>(flagged(frame, LATE, TargetingReport::late));
    notes.addAll(flagged(frame, LEFT_OUT, TargetingReport::leftOut));
    Object band = frame.size() == 0 ? "" : frame.value(0, TargetingRow.BAND);
    notes.add(
        Text.of(
            "集中指数小于 0:人均投入偏向低收入县;县按时段首年人均收入排序,按人口加权;区间为逐组(受援省及其支援省)剔除的刀切法。"
                + "η:投入对收入的弹性(PPML,支援省固定效应,人口为偏移量)。判断:90% 区间在 ±"
                + band
                + " 之内为均衡,否则 95% 区间小于 0 为扶弱、大于 0 为择强,其余无法判断。",
            "Concentration below 0: aid per head favours counties of low income; counties ranked by"
                + " income of the period's first year, weighted by people; interval by leaving out"
                + " one recipient province with its donors at a time. η: elasticity of aid to income"
                + " (PPML, donor effects, people as offset). Verdict: balanced when the 90 %"
                + " interval lies within ±"
                + band
                + ", else pro-poor when the 95 % interval lies below 0, pro-rich when above,"
                + " otherwise undetermined."));
    notes.add(
        Text.of(
            "区间反映结对单元间差异,以超总体假设为前提,并非抽样误差。",
            "Intervals describe variation between pairing units under a superpopulation reading, not"
                + " sampling error."));
    return notes;
  }

  /** Incomes that came when aid had already been given. */
  private static Text late(Text period, String years) {
    return Text.of(
        period.zh() + "的收入数据最多晚于首年 " + years + " 年:县的排序可能已受投入影响。",
        "Incomes "
            + period.en()
            + " are up to "
            + years
            + " years later than the window's first year: aid may have changed the ranks.");
  }

  private static Text leftOut(Text period, String counties) {
    return Text.of(
        period.zh() + "有 " + counties + " 个县没有收入或人口数据,未计入(MISSING_INDICATOR)。",
        "Counties without income or people "
            + period.en()
            + ", left out: "
            + counties
            + " (MISSING_INDICATOR).");
  }

  /** What the nation's rows before and after are flagged with, in words. */
  private static List<Text> flagged(
      Frame frame, Pattern flag, BiFunction<Text, String, Text> words) {
    List<Text> notes = new ArrayList<>();
    for (String period : List.of("before", "after")) {
      for (int row = 0; row < frame.size(); row++) {
        Matcher number = flag.matcher(frame.text(row, TargetingRow.FLAGS));
        if (frame.text(row, TargetingRow.LEVEL).equals("nation")
            && frame.text(row, TargetingRow.PERIOD).equals(period)
            && number.find()) {
          notes.add(words.apply(group(frame, row), number.group(1)));
        }
      }
    }
    return notes;
  }
}
