package org.jiedui.analysis;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.stats.CompositeIndex;
import org.jiedui.stats.IndexMethod;
import org.jiedui.stats.MinMax;
import org.jiedui.stats.MissingPolicy;
import org.jiedui.stats.Polarity;
import org.jiedui.table.RegionYearRow;

/**
 * Regions in the last year of a panel that stays with Spark, each with its gap and indicators; more
 * of them than a machine holds pairs of. Equal weights, goalposts the extremes of all years.
 */
final class ManyRegions {
  private static final String COMPLETE = "complete";
  private static final String VALUES = "values";
  private static final String TIMES = "times";
  private static final int BLOCK = 8192;
  private static final int TASKS_A_CORE = 2;
  private static final int MOST_DUPLICATES = 20;

  private final int year;
  private final List<String> indicators;
  private final Scales scales;
  private final Dataset<Row> regions;

  private ManyRegions(int year, List<String> indicators, Scales scales, Dataset<Row> regions) {
    this.year = year;
    this.indicators = indicators;
    this.scales = scales;
    this.regions = regions;
  }

  /** Values by {@code region_code}, {@code year} and {@code indicator}; at least one, none null. */
  static ManyRegions of(Dataset<Row> values, Set<String> costs) {
    String value = RegionYearRow.VALUE.column();
    int year = values.agg(max(RegionYearRow.YEAR.column())).first().getInt(0);
    List<Row> extremes =
        values
            .groupBy(RegionYearRow.INDICATOR.column())
            .agg(min(value), max(value))
            .orderBy(RegionYearRow.INDICATOR.column())
            .collectAsList();
    List<String> indicators = extremes.stream().map(row -> row.getString(0)).toList();
    Scales scales = new Scales(extremes.stream().map(row -> scale(row, costs)).toList());
    Dataset<Row> last = values.where(col(RegionYearRow.YEAR.column()).equalTo(year));
    var found = new ManyRegions(year, indicators, scales, wide(last, indicators, scales));
    found.refuseTwice();
    return found;
  }

  private static MinMax scale(Row row, Set<String> costs) {
    boolean cost = costs.contains(row.getString(0));
    return new MinMax(row.getDouble(1), row.getDouble(2), cost ? Polarity.COST : Polarity.BENEFIT);
  }

  /** One row a region: a value for each indicator, how often it was there, whether all were. */
  private static Dataset<Row> wide(Dataset<Row> values, List<String> indicators, Scales scales) {
    Column complete = lit(scales.anyVaries());
    List<Column> highest = new ArrayList<>();
    List<Column> times = new ArrayList<>();
    for (String indicator : indicators) {
      Column own =
          when(
              col(RegionYearRow.INDICATOR.column()).equalTo(indicator),
              col(RegionYearRow.VALUE.column()));
      highest.add(max(own));
      times.add(count(own));
      complete = complete.and(count(own).gt(0));
    }
    return values
        .groupBy(RegionYearRow.REGION_CODE.column())
        .agg(
            array(highest.toArray(Column[]::new)).as(VALUES),
            array(times.toArray(Column[]::new)).as(TIMES),
            complete.as(COMPLETE))
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  private void refuseTwice() {
    Column any = lit(false);
    for (int j = 0; j < indicators.size(); j++) {
      any = any.or(col(TIMES).getItem(j).gt(1));
    }
    List<String> keys = new ArrayList<>();
    Dataset<Row> twice = regions.where(any).orderBy(RegionYearRow.REGION_CODE.column());
    for (Row row : twice.limit(MOST_DUPLICATES).collectAsList()) {
      List<Long> times = row.getList(row.fieldIndex(TIMES));
      IntStream.range(0, times.size())
          .filter(j -> times.get(j) > 1)
          .forEach(j -> keys.add(row.getString(0) + " " + year + " " + indicators.get(j)));
    }
    InputException.throwIfAny(ExitCode.INPUT, keys.stream().map(RegionLevels::givenTwice).toList());
  }

  int year() {
    return year;
  }

  List<String> indicators() {
    return indicators;
  }

  /** Regions that have a value in that year. */
  long size() {
    return regions.count();
  }

  /** The same rows in blocks, wherever they lie; those that lack an indicator are left out. */
  JavaRDD<double[][]> rows() {
    Scales own = scales;
    return regions
        .where(col(COMPLETE))
        .select(VALUES)
        .javaRDD()
        .coalesce(TASKS_A_CORE * regions.sparkSession().sparkContext().defaultParallelism())
        .mapPartitions(part -> new Blocks(part, own))
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** So many complete regions, by a hash of their codes and the seed, in code order. */
  double[][] sample(int size, long seed) {
    Column code = col(RegionYearRow.REGION_CODE.column());
    return regions
        .where(col(COMPLETE))
        .orderBy(xxhash64(lit(seed), code), code)
        .limit(size)
        .collectAsList()
        .stream()
        .sorted(Comparator.comparing(row -> row.getString(0)))
        .map(row -> scales.row(row.getList(row.fieldIndex(VALUES))))
        .toArray(double[][]::new);
  }

  /** The same rows as they are compared: gap as it is, indicators on their goalposts. */
  Scales scales() {
    return scales;
  }

  /** How values become a gap. */
  record Scales(List<MinMax> indicators) implements Serializable {
    boolean anyVaries() {
      return indicators.stream().anyMatch(scale -> !scale.isConstant());
    }

    /** Gap and values in their own units. */
    double[] row(List<Double> values) {
      double[] row = new double[values.size() + 1];
      for (int j = 0; j < values.size(); j++) {
        row[j + 1] = values.get(j);
      }
      row[0] = 1 - index(compared(row));
      return row;
    }

    double[] compared(double[] row) {
      double[] compared = row.clone();
      for (int j = 1; j < row.length; j++) {
        compared[j] = indicators.get(j - 1).of(row[j]);
      }
      return compared;
    }

    private double index(double[] compared) {
      boolean[] constant = new boolean[indicators.size()];
      double[] normalised = new double[constant.length];
      for (int j = 0; j < constant.length; j++) {
        constant[j] = indicators.get(j).isConstant();
        normalised[j] = compared[j + 1];
      }
      return CompositeIndex.of(
              normalised,
              CompositeIndex.equalWeights(constant),
              IndexMethod.arithmetic(MissingPolicy.refuse()))
          .orElseThrow()
          .value();
    }
  }

  private record Blocks(Iterator<Row> part, Scales scales) implements Iterator<double[][]> {
    @Override
    public boolean hasNext() {
      return part.hasNext();
    }

    @Override
    public double[][] next() {
      List<double[]> rows = new ArrayList<>();
      while (rows.size() < BLOCK && part.hasNext()) {
        rows.add(scales.row(part.next().getList(0)));
      }
      return rows.toArray(double[][]::new);
    }
  }
}
