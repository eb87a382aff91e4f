package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiedui.ingest.file.Landing;
import org.jiedui.publish.TableFile;
import org.jiedui.reference.Indicator;
import org.jiedui.table.Frame;
import org.jiedui.table.RegionYearRow;

/**
 * Levels on base-year units. A unit that was one code in a year keeps its value; where several
 * codes became one, additive values are summed and rates are recomputed as Σ rate × denominator / Σ
 * denominator; other levels are left empty.
 */
final class RegionStage {
  /** Changes whenever the same records would give other levels. */
  private static final String VERSION = "levels 1";

  private final IngestRequest request;
  private final Codes codes;

  /** unit, year, indicator → raw code → minor units. */
  private final Map<Cell, TreeMap<Integer, Long>> cells = new TreeMap<>();

  RegionStage(IngestRequest request, Codes codes) {
    this.request = request;
    this.codes = codes;
  }

  private record Cell(String unit, int year, String indicator) implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      int order = unit.compareTo(other.unit);
      order = order != 0 ? order : Integer.compare(year, other.year);
      return order != 0 ? order : indicator.compareTo(other.indicator);
    }
  }

  /** All years; the rows of a year are kept under the digest of what they are made from. */
  Frame frame(Groups levels, YearDigests digests) {
    Kept kept = new Kept(request.root().resolve("records"));
    List<Object[]> rows = new ArrayList<>();
    for (int year : levels.years()) {
      String name = year + "/" + digests.of(version(), levels, year) + ".parquet";
      Path file = kept.keep(name, draft -> TableFile.write(draft, frame(levels, year), Map.of()));
      rows.addAll(read(file).rows());
    }
    return Frame.of("region_year", RegionYearRow.values(), rows);
  }

  /** The denominators of rates are declared with the indicators. */
  private String version() {
    List<String> words = new ArrayList<>(List.of(VERSION));
    request
        .indicators()
        .all()
        .forEach(i -> words.add(i.id() + i.per() + i.decimals() + i.additive()));
    return Landing.digest(words);
  }

  private static Frame read(Path file) {
    try {
      return TableFile.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Frame frame(Groups levels, int year) {
    cells.clear();
    levels.forEach(
        year,
        (y, kind, code, donor, sum, count, rows) -> {
          int vintage = Codes.vintage(kind.codeVintage(), year);
          String unit = codes.recipient(levels.table(), code, vintage).unit();
          cells
              .computeIfAbsent(new Cell(unit, year, kind.indicator()), c -> new TreeMap<>())
              .merge(code, sum, Math::addExact);
        });
    List<Object[]> rows = new ArrayList<>();
    cells.forEach((cell, values) -> rows.add(row(cell, values)));
    return Frame.of("region_year", RegionYearRow.values(), rows);
  }

  private Object[] row(Cell cell, TreeMap<Integer, Long> values) {
    Indicator indicator = request.indicators().find(cell.indicator()).orElseThrow();
    Double value;
    String flags = "";
    if (values.size() == 1) {
      value = value(values.firstEntry().getValue(), indicator);
    } else if (indicator.additive()) {
      long sum = values.values().stream().reduce(0L, Math::addExact);
      value = value(sum, indicator);
      flags = RegionYearRow.SUMMED;
    } else {
      Optional<Double> recomputed = rate(cell, values, indicator);
      value = recomputed.orElse(null);
      flags = recomputed.isPresent() ? RegionYearRow.RECOMPUTED : RegionYearRow.MERGED_RATE;
    }
    return new Object[] {cell.unit(), cell.year(), cell.indicator(), value, flags};
  }

  private Optional<Double> rate(Cell cell, TreeMap<Integer, Long> rates, Indicator indicator) {
    Map<Integer, Long> weights =
        indicator.per().map(per -> cells.get(new Cell(cell.unit(), cell.year(), per))).orElse(null);
    if (weights == null || !weights.keySet().containsAll(rates.keySet())) {
      return Optional.empty();
    }
    BigInteger product = BigInteger.ZERO;
    BigInteger total = BigInteger.ZERO;
    for (Map.Entry<Integer, Long> rate : rates.entrySet()) {
      BigInteger weight = BigInteger.valueOf(weights.get(rate.getKey()));
      product = product.add(weight.multiply(BigInteger.valueOf(rate.getValue())));
      total = total.add(weight);
    }
    return total.signum() <= 0
        ? Optional.empty()
        : Optional.of(
            new BigDecimal(product, indicator.decimals())
                .divide(new BigDecimal(total), MathContext.DECIMAL128)
                .doubleValue());
  }

  private static Double value(long minorUnits, Indicator indicator) {
    return BigDecimal.valueOf(minorUnits, indicator.decimals()).doubleValue();
  }
}
