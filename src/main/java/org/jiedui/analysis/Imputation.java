package org.jiedui.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jiedui.analysis.GapPanel.Cell;
import org.jiedui.stats.Quantile;

/**
 * What stands in for a missing value of an indicator, when a study declares that something shall.
 * What cannot be filled stays missing. A filled value has coverage 0: nothing was observed.
 */
public enum Imputation {
  /** Absent stays absent. */
  NONE(UnaryOperator.identity()),
  /**
   * On the line between the region's nearest years before and after that have a value; never beyond
   * its first and last one. Formula: {@code x_a + (x_b − x_a) (t − a) / (b − a)}. Unit: that of the
   * indicator.
   */
  INTERPOLATE(Imputation::interpolated),
  /** The median of the recipients that have a value in that year. */
  MEDIAN(Imputation::medians);

  private final UnaryOperator<List<Cell>> way;

  Imputation(UnaryOperator<List<Cell>> way) {
    this.way = way;
  }

  List<Cell> filled(List<Cell> cells) {
    return way.apply(cells);
  }

  private static List<Cell> interpolated(List<Cell> cells) {
    var regions =
        cells.stream()
            .collect(Collectors.groupingBy(Cell::unit, TreeMap::new, Collectors.toList()));
    return cells.stream()
        .map(cell -> with(cell, j -> between(regions.get(cell.unit()), cell.year(), j)))
        .toList();
  }

  /** NaN where the region has no value on one side. */
  private static double between(List<Cell> years, int year, int j) {
    Cell before = null;
    Cell after = null;
    for (Cell one : years) {
      if (!Double.isNaN(one.values()[j])) {
        before = one.year() < year && (before == null || one.year() > before.year()) ? one : before;
        after = one.year() > year && (after == null || one.year() < after.year()) ? one : after;
      }
    }
    if (before == null || after == null) {
      return Double.NaN;
    }
    double from = before.values()[j];
    double share = (year - before.year()) / (double) (after.year() - before.year());
    return from + (after.values()[j] - from) * share;
  }

  private static List<Cell> medians(List<Cell> cells) {
    var years =
        cells.stream()
            .filter(Cell::isRecipient)
            .collect(Collectors.groupingBy(Cell::year, TreeMap::new, Collectors.toList()));
    return cells.stream()
        .map(cell -> with(cell, j -> median(years.getOrDefault(cell.year(), List.of()), j)))
        .toList();
  }

  private static double median(List<Cell> year, int j) {
    double[] values =
        year.stream()
            .mapToDouble(cell -> cell.values()[j])
            .filter(value -> !Double.isNaN(value))
            .toArray();
    return values.length == 0 ? Double.NaN : Quantile.median(values);
  }

  /** A value for a column. */
  private interface Filling {
    double of(int column);
  }

  private static Cell with(Cell cell, Filling filling) {
    if (Arrays.stream(cell.values()).noneMatch(Double::isNaN)) {
      return cell;
    }
    double[] values = cell.values().clone();
    double[] coverage = cell.coverage().clone();
    for (int j = 0; j < values.length; j++) {
      if (Double.isNaN(values[j])) {
        values[j] = filling.of(j);
        coverage[j] = Double.isNaN(values[j]) ? coverage[j] : 0;
      }
    }
    return new Cell(cell.unit(), cell.year(), cell.role(), values, coverage);
  }
}
