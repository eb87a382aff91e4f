package org.jiedui.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.Frame;
import org.jiedui.table.GapIndexRow;
import org.jiedui.table.GapRankRangeRow;
import org.jiedui.table.Status;

/** The regions with the largest and the smallest development gap of a year. */
public final class GapReport {
  private static final int ENDS = 20;

  /** Columns that need no pair; the others stand after them. */
  private static final int OWN_COLUMNS = 6;

  private GapReport() {}

  /** Both ends of the ranking in the last year there is, as a paper prints it. */
  public static PaperTable ofLastYear(Frame gapIndex) {
    return ofLastYear(gapIndex, Frame.of("gap_rank_range", GapRankRangeRow.values(), List.of()));
  }

  /**
   * The same with the ranges of ranks.
   *
   * @param ranges the table {@code gap_rank_range}
   */
  public static PaperTable ofLastYear(Frame gapIndex, Frame ranges) {
    return ofLastYear(gapIndex, ranges, ENDS);
  }

  /** The same with {@code ends} regions at either end. */
  public static PaperTable ofLastYear(Frame gapIndex, Frame ranges, int ends) {
    int last = 0;
    for (int row = 0; row < gapIndex.size(); row++) {
      last = Math.max(last, (Integer) gapIndex.value(row, GapIndexRow.YEAR));
    }
    return of(gapIndex, ranges, last, ends);
  }

  /**
   * Both ends of the ranking, {@code ends} regions each; all of them when there are no more.
   *
   * @param ranges the table {@code gap_rank_range}; may be of another year or empty
   */
  public static PaperTable of(Frame gapIndex, Frame ranges, int year, int ends) {
    Map<String, Integer> places = places(ranges, year);
    List<Integer> ranked = ranked(gapIndex, year);
    boolean paired = ranked.stream().anyMatch(row -> hasDonors(gapIndex, row));
    int columns = paired ? columns().size() : OWN_COLUMNS;
    List<PaperTable.Row> rows = new ArrayList<>();
    int top = ranked.size() <= 2 * ends ? ranked.size() : ends;
    Text large = Text.of("差距最大的地区", "Largest gaps");
    Text small = Text.of("差距最小的地区", "Smallest gaps");
    Text panel = top == ranked.size() ? Text.NONE : large;
    ranked
        .subList(0, top)
        .forEach(
            row ->
                rows.add(
                    new PaperTable.Row(
                        panel, cells(gapIndex, row, ranges, places).subList(0, columns))));
    ranked
        .subList(Math.max(top, ranked.size() - ends), ranked.size())
        .forEach(
            row ->
                rows.add(
                    new PaperTable.Row(
                        small, cells(gapIndex, row, ranges, places).subList(0, columns))));
    return new PaperTable(
        "gap-index",
        Text.of(
            year + " 年发展差距(" + ranked.size() + " 个地区)",
            "Development gap in " + year + " (" + ranked.size() + " regions)"),
        columns().subList(0, columns),
        rows,
        notes(gapIndex, year, paired));
  }

  private static boolean hasDonors(Frame frame, int row) {
    String donors = frame.text(row, GapIndexRow.DONOR_CODES);
    return donors != null && !donors.isEmpty();
  }

  private static List<Integer> ranked(Frame frame, int year) {
    return IntStream.range(0, frame.size())
        .filter(row -> frame.value(row, GapIndexRow.YEAR).equals(year))
        .filter(row -> frame.value(row, GapIndexRow.GAP_RANK) != null)
        .boxed()
        .sorted(Comparator.comparing(row -> (Integer) frame.value(row, GapIndexRow.GAP_RANK)))
        .toList();
  }

  private static List<PaperTable.Column> columns() {
    Text donors = Text.of("与支援方", "Against the donors");
    return List.of(
        PaperTable.Column.of("gap_rank", "位次", "Rank"),
        PaperTable.Column.of("rank_range", "位次 5%–95%", "Rank 5–95 %"),
        PaperTable.Column.of("unit_code", "代码", "Code"),
        PaperTable.Column.of("unit_name", "地区", "Region"),
        PaperTable.Column.of("development_index", "发展指数", "Index"),
        PaperTable.Column.of("gap", "发展差距", "Gap"),
        PaperTable.Column.of("donor_codes", "代码", "Codes").under(donors.zh(), donors.en()),
        PaperTable.Column.of("donor_index", "指数", "Index").under(donors.zh(), donors.en()),
        PaperTable.Column.of("donor_gap_log", "对数比", "Log ratio").under(donors.zh(), donors.en()),
        PaperTable.Column.of("donor_gap_difference", "差", "Difference")
            .under(donors.zh(), donors.en()));
  }

  /** Where each region of the year stands in the table of ranges. */
  private static Map<String, Integer> places(Frame ranges, int year) {
    Map<String, Integer> places = new HashMap<>();
    for (int row = 0; row < ranges.size(); row++) {
      if (ranges.value(row, GapRankRangeRow.YEAR).equals(year)) {
        places.put(ranges.text(row, GapRankRangeRow.UNIT_CODE), row);
      }
    }
    return places;
  }

  private static Cell range(Frame ranges, Integer row) {
    Double low = row == null ? null : (Double) ranges.value(row, GapRankRangeRow.RANK_LOW);
    return low == null
        ? new Cell.Absent(row == null ? null : ranges.text(row, GapRankRangeRow.STATUS))
        : new Cell.Interval(low, (Double) ranges.value(row, GapRankRangeRow.RANK_HIGH), 0);
  }

  private static List<Cell> cells(Frame frame, int row, Frame ranges, Map<String, Integer> places) {
    String donor = frame.text(row, GapIndexRow.DONOR_STATUS);
    return List.of(
        new Cell.Count((Integer) frame.value(row, GapIndexRow.GAP_RANK)),
        range(ranges, places.get(frame.text(row, GapIndexRow.UNIT_CODE))),
        Cell.words(frame.text(row, GapIndexRow.UNIT_CODE)),
        Cell.words(frame.text(row, GapIndexRow.UNIT_NAME)),
        number(frame, row, GapIndexRow.DEVELOPMENT_INDEX, null),
        number(frame, row, GapIndexRow.GAP, null),
        Cell.words(frame.text(row, GapIndexRow.DONOR_CODES)),
        number(frame, row, GapIndexRow.DONOR_INDEX, donor),
        number(frame, row, GapIndexRow.DONOR_GAP_LOG, donor),
        number(frame, row, GapIndexRow.DONOR_GAP_DIFFERENCE, donor));
  }

  private static Cell number(Frame frame, int row, GapIndexRow field, String code) {
    return Cell.estimate((Double) frame.value(row, field), 3, code);
  }

  private static List<Text> notes(Frame frame, int year, boolean paired) {
    List<Text> notes = new ArrayList<>();
    notes.add(
        Text.of(
            "指数为各指标在固定上下限上的加权平均(0–1);位次区间来自权重 ±25%、标准化、合成方法与剔除指标的随机抽取;差距 = 1 − 指数;"
                + (paired ? "与支援方:ln(支援方指数/本地指数)及两者之差。" : "")
                + "位次 1 为差距最大。差距描述现状,不说明原因。",
            "Index: weighted mean of indicators on frozen goalposts (0–1); the range of ranks is over"
                + " drawn weights (±25 %), normalisations, aggregations and indicators left out; gap = 1 − index; "
                + (paired
                    ? "against the donors: ln(donor index / own index) and their difference. "
                    : "")
                + "Rank 1 is the largest gap. A gap describes; it names no cause."));
    long missing = count(frame, year, GapIndexRow.STATUS);
    if (missing > 0) {
      notes.add(
          Text.of(
              missing + " 个地区指标不足,未计算(MISSING_INDICATOR)。",
              "Without an index for want of indicators (MISSING_INDICATOR): "
                  + missing
                  + " regions."));
    }
    long fewer = count(frame, year, GapIndexRow.FLAGS);
    if (fewer > 0) {
      notes.add(
          Text.of(
              fewer + " 个地区缺少部分指标,其指数由其余指标按比例重设权重得出。",
              "Without some of the indicators, their index is of the others with rescaled weights: "
                  + fewer
                  + " regions."));
    }
    return notes;
  }

  /** Recipients of the year that say so of a missing indicator. */
  private static long count(Frame frame, int year, GapIndexRow where) {
    return IntStream.range(0, frame.size())
        .filter(row -> frame.value(row, GapIndexRow.YEAR).equals(year))
        .filter(row -> GapIndexRow.RECIPIENT.equals(frame.text(row, GapIndexRow.ROLE)))
        .filter(
            row ->
                Objects.requireNonNullElse(frame.text(row, where), "")
                    .contains(Status.MISSING_INDICATOR.name()))
        .count();
  }
}
