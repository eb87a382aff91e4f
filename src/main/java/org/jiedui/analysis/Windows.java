package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * The two spans of calendar years a multiple compares; both ends are included.
 *
 * <p>Windows that share a year are refused unless asked for by name (rule C). Years between them
 * belong to neither side and are stated.
 */
public record Windows(int beforeFrom, int beforeTo, int afterFrom, int afterTo, Overlap overlap) {

  /** Whether a year may count on both sides. */
  public enum Overlap {
    REFUSED,
    ASKED_FOR
  }

  private static final Windows A = new Windows(1996, 2015, 2016, 2020);
  private static final Windows B = new Windows(1996, 2016, 2017, 2020);
  private static final Windows C = new Windows(1996, 2016, 2016, 2020, Overlap.ASKED_FOR);
  private static final Windows N = new Windows(1996, 2015, 2017, 2020);

  public Windows(int beforeFrom, int beforeTo, int afterFrom, int afterTo) {
    this(beforeFrom, beforeTo, afterFrom, afterTo, Overlap.REFUSED);
  }

  /** The windows of a boundary rule of the source paper: A, B, C or N. */
  public static Windows named(String rule) {
    return switch (rule) {
      case "A" -> A;
      case "B" -> B;
      case "C" -> C;
      case "N" -> N;
      default -> throw new IllegalArgumentException("no boundary rule " + rule);
    };
  }

  /** The rule's letter where these are the windows of one, else the years themselves. */
  public String rule() {
    for (String letter : List.of("A", "B", "C", "N")) {
      if (sameYears(named(letter))) {
        return letter;
      }
    }
    return beforeFrom + "-" + beforeTo + "/" + afterFrom + "-" + afterTo;
  }

  public int yearsBefore() {
    return beforeTo - beforeFrom + 1;
  }

  public int yearsAfter() {
    return afterTo - afterFrom + 1;
  }

  public boolean before(int year) {
    return year >= beforeFrom && year <= beforeTo;
  }

  public boolean after(int year) {
    return year >= afterFrom && year <= afterTo;
  }

  /** Every year of either window, ascending, once. */
  public int[] years() {
    int[] years = new int[Math.max(0, afterTo - beforeFrom + 1)];
    int found = 0;
    for (int year = beforeFrom; year <= afterTo; year++) {
      if (before(year) || after(year)) {
        years[found++] = year;
      }
    }
    return Arrays.copyOf(years, found);
  }

  /** Years between the windows. */
  public int[] gap() {
    return IntStream.range(beforeTo + 1, afterFrom).toArray();
  }

  /** What a reader must know about the windows. */
  public Text statement() {
    String years = beforeFrom + "–" + beforeTo + " / " + afterFrom + "–" + afterTo;
    String zh = "窗口:" + years + "(" + yearsBefore() + " 年对 " + yearsAfter() + " 年)";
    String en = "Windows: " + years + " (" + yearsBefore() + " and " + yearsAfter() + " years)";
    if (gap().length > 0) {
      String gap = gap()[0] + "–" + gap()[gap().length - 1];
      return Text.of(zh + ";" + gap + " 年两边都不计", en + "; " + gap + " counts on neither side");
    }
    return afterFrom <= beforeTo
        ? Text.of(
            zh + ";" + afterFrom + "–" + beforeTo + " 年两边都计",
            en + "; " + afterFrom + "–" + beforeTo + " counts on both sides")
        : Text.of(zh, en);
  }

  /** Everything that is wrong with these windows. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    if (beforeFrom > beforeTo || afterFrom > afterTo || afterFrom < beforeFrom) {
      problems.add(
          Problem.error(
                  "WINDOW_ORDER",
                  Text.of("窗口年份次序不对:" + years4(), "windows are out of order: " + years4()))
              .expected("[起始年, 结束年],前期在后期之前", "[first year, last year], earlier window first"));
    } else if (afterFrom <= beforeTo && overlap == Overlap.REFUSED) {
      problems.add(
          Problem.error(
                  "OVERLAPPING_WINDOWS",
                  Text.of("前后窗口有共同年份:" + years4(), "the windows share a year: " + years4()))
              .because("同一年的资金会在两边各计一次", "what flowed in that year would count twice")
              .fix(
                  "前期改为到 " + (afterFrom - 1) + " 年,或指定规则 C",
                  "end the earlier window in " + (afterFrom - 1) + ", or ask for rule C by name"));
    }
    return problems;
  }

  private String years4() {
    return beforeFrom + "–" + beforeTo + " / " + afterFrom + "–" + afterTo;
  }

  private boolean sameYears(Windows other) {
    return beforeFrom == other.beforeFrom
        && beforeTo == other.beforeTo
        && afterFrom == other.afterFrom
        && afterTo == other.afterTo;
  }
}
