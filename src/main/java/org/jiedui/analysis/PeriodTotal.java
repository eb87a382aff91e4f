package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.table.Frame;
import org.jiedui.table.PanelRow;
import org.jiedui.table.PeriodTotalRow;
import org.jiedui.table.Status;

/**
 * A total over several years, as its source gives it. It counts only in a window that contains all
 * of its years, and is never spread over them.
 *
 * @param amount minor units
 */
public record PeriodTotal(
    String recipient,
    String donor,
    int from,
    int to,
    String source,
    String indicator,
    String direction,
    String form,
    String status,
    long amount,
    long records) {

  private static final int SHOWN = 5;

  /** The widest first; what is equally wide by its first year, donor and amount. */
  private static final Comparator<PeriodTotal> WIDEST =
      Comparator.<PeriodTotal>comparingInt(p -> p.from - p.to)
          .thenComparing(PeriodTotal::from)
          .thenComparing(PeriodTotal::donor)
          .thenComparing(PeriodTotal::amount);

  /** Rows of table {@code period_total}. */
  public static List<PeriodTotal> of(Frame periods) {
    List<PeriodTotal> totals = new ArrayList<>();
    for (int i = 0; i < periods.size(); i++) {
      totals.add(
          new PeriodTotal(
              periods.text(i, PeriodTotalRow.RECIPIENT_CODE),
              periods.text(i, PeriodTotalRow.DONOR_CODE),
              (Integer) periods.value(i, PeriodTotalRow.YEAR_FROM),
              (Integer) periods.value(i, PeriodTotalRow.YEAR_TO),
              periods.text(i, PeriodTotalRow.SOURCE_ID),
              periods.text(i, PeriodTotalRow.INDICATOR),
              periods.text(i, PeriodTotalRow.DIRECTION),
              periods.text(i, PeriodTotalRow.FORM),
              periods.text(i, PeriodTotalRow.STATUS),
              (Long) periods.value(i, PeriodTotalRow.AMOUNT),
              (Long) periods.value(i, PeriodTotalRow.RECORDS)));
    }
    return totals;
  }

  /**
   * Those that count in a window: contained in it whole, and of overlapping ones of one source and
   * series only the widest.
   */
  public static List<PeriodTotal> within(List<PeriodTotal> totals, int from, int to) {
    Map<String, List<PeriodTotal>> series = new TreeMap<>();
    totals.stream()
        .filter(p -> from <= p.from && p.to <= to)
        .sorted(WIDEST)
        .forEach(p -> series.computeIfAbsent(p.series(), s -> new ArrayList<>()).add(p));
    List<PeriodTotal> counting = new ArrayList<>();
    for (List<PeriodTotal> one : series.values()) {
      List<PeriodTotal> taken = new ArrayList<>();
      one.stream().filter(p -> taken.stream().noneMatch(p::overlaps)).forEach(taken::add);
      counting.addAll(taken);
    }
    return counting;
  }

  /** Those that count on neither side. */
  public static List<PeriodTotal> outside(List<PeriodTotal> totals, Windows windows) {
    List<PeriodTotal> left = new ArrayList<>(totals);
    for (Side side : Side.values()) {
      left.removeAll(within(totals, side.from(windows), side.to(windows)));
    }
    return left;
  }

  /** What is told of totals that count on neither side. */
  public static Problem uncounted(List<PeriodTotal> outside) {
    int n = outside.size();
    String[] some =
        outside.stream()
            .limit(SHOWN)
            .map(p -> p.recipient + ", " + p.from + "–" + p.to + ", " + p.indicator)
            .toArray(String[]::new);
    return Problem.warning(
            Status.PERIOD_TOTAL.name(),
            Text.of(
                n + " 个多年合计不计入任何窗口",
                n == 1
                    ? "1 total over several years counts in no window"
                    : n + " totals over several years count in no window"))
        .showing(some)
        .because(
            "合计不分摊到各年:只计入完整包含它的窗口,同一来源互相重叠的只计最宽的",
            "a total is not spread over its years: it counts in a window that holds it whole, and of"
                + " overlapping ones of a source only the widest does")
        .fix(
            "向报送单位要逐年数,或按这些时期设定窗口",
            "ask the source for yearly figures, or set the windows by these periods");
  }

  private String series() {
    return String.join("|", indicator, direction, form, status, source, recipient);
  }

  /** Years in common, from the same donor as far as donors are known. */
  private boolean overlaps(PeriodTotal other) {
    boolean donors =
        donor.equals(other.donor)
            || donor.equals(PanelRow.UNASSIGNED)
            || other.donor.equals(PanelRow.UNASSIGNED);
    return donors && from <= other.to && other.from <= to;
  }
}
