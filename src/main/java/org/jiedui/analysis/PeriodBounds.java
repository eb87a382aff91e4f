package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jiedui.reference.NationalTotal;

/**
 * What totals of overlapping periods say about the total of a window, flows being 0 or more.
 *
 * <p>Floor: the largest sum of figures whose periods are disjoint and lie in the window; a figure
 * that holds only part of its period may stand in it. Ceiling: the smallest sum of whole figures
 * whose periods together cover the window, each less the floor of what it counts outside. Figures
 * are taken at face value. Where rounding makes two ways disagree, the ceiling may be below the
 * floor: the total is then known between the two.
 *
 * @param behindFloor figures of the floor in order of years
 * @param behindCeiling figures of the ceiling; empty when the window is not covered
 * @param years years of the window that a figure of the floor touches
 */
record PeriodBounds(
    long floor,
    OptionalLong ceiling,
    List<NationalTotal> behindFloor,
    List<NationalTotal> behindCeiling,
    int years) {

  static PeriodBounds of(List<NationalTotal> figures, int from, int to) {
    List<NationalTotal> usable =
        figures.stream().filter(f -> f.amount() >= 0).sorted(ORDER).toList();
    Sum floor = floor(usable, from, to);
    Sum ceiling = ceiling(usable, from, to);
    TreeSet<Integer> years = new TreeSet<>();
    for (NationalTotal figure : floor.figures()) {
      for (int year = figure.from(); year <= figure.to(); year++) {
        years.add(year);
      }
    }
    return new PeriodBounds(
        floor.total(),
        ceiling == null ? OptionalLong.empty() : OptionalLong.of(ceiling.total()),
        floor.figures(),
        ceiling == null ? List.of() : ceiling.figures(),
        years.size());
  }

  /** Whether a figure touches every year, so that the floor says something about the window. */
  boolean everyYear(int from, int to) {
    return years == to - from + 1;
  }

  boolean isExact() {
    return ceiling.isPresent() && ceiling.getAsLong() == floor;
  }

  /** The lower of the two where figures disagree by rounding. */
  long low() {
    return Math.min(floor, ceiling.orElse(floor));
  }

  /** Only where there is a ceiling. */
  long high() {
    return Math.max(floor, ceiling.orElseThrow());
  }

  private static final Comparator<NationalTotal> ORDER =
      Comparator.comparingInt(NationalTotal::from)
          .thenComparingInt(NationalTotal::to)
          .thenComparingLong(NationalTotal::amount)
          .thenComparing(NationalTotal::direction)
          .thenComparing(NationalTotal::source);

  private record Sum(long total, List<NationalTotal> figures) {
    static final Sum NONE = new Sum(0, List.of());

    Sum plus(long more, NationalTotal figure) {
      List<NationalTotal> longer = new ArrayList<>(figures);
      longer.add(figure);
      return new Sum(Math.addExact(total, more), List.copyOf(longer));
    }
  }

  /** best[i] = largest disjoint sum in the first i years. */
  private static Sum floor(List<NationalTotal> figures, int from, int to) {
    if (to < from) {
      return Sum.NONE;
    }
    Sum[] best = new Sum[to - from + 2];
    best[0] = Sum.NONE;
    for (int year = from; year <= to; year++) {
      Sum found = best[year - from];
      for (NationalTotal figure : figures) {
        if (figure.to() == year && figure.from() >= from) {
          Sum other = best[figure.from() - from].plus(figure.amount(), figure);
          found = other.total() > found.total() ? other : found;
        }
      }
      best[year - from + 1] = found;
    }
    return best[to - from + 1];
  }

  /** best[i] = smallest cover of the first i years; null where there is none. */
  private static Sum ceiling(List<NationalTotal> figures, int from, int to) {
    Sum[] best = new Sum[to - from + 2];
    best[0] = Sum.NONE;
    for (int year = from; year <= to; year++) {
      for (NationalTotal figure : figures) {
        int first = Math.max(from, figure.from());
        boolean whole = figure.coverage() == NationalTotal.Coverage.FULL;
        if (whole && figure.from() <= year && figure.to() >= year && best[first - from] != null) {
          long inside = figure.amount() - outside(figures, figure, from, to);
          Sum other = best[first - from].plus(Math.max(0, inside), figure);
          Sum known = best[year - from + 1];
          best[year - from + 1] = known == null || other.total() < known.total() ? other : known;
        }
      }
    }
    return best[to - from + 1];
  }

  private static long outside(List<NationalTotal> figures, NationalTotal figure, int from, int to) {
    long before = floor(figures, figure.from(), Math.min(from - 1, figure.to())).total();
    long after = floor(figures, Math.max(to + 1, figure.from()), figure.to()).total();
    return before + after;
  }
}
