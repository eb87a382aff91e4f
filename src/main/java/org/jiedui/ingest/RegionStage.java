package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiedui.ingest.file.Landing;
import org.jiedui.publish.TableFile;
import org.jiedui.reference.Indicator;
import org.jiedui.reference.Share;
import org.jiedui.table.Frame;
import org.jiedui.table.RegionYearRow;

/**
 * Levels on base-year units. A unit that was one code in a year keeps its value; where several
 * codes became one, additive values are summed and rates are recomputed as Σ rate × denominator / Σ
 * denominator; other levels are left empty. Where a divided unit is shared out, so are additive
 * values; rates are recomputed from shared denominators.
 */
final class RegionStage {
  /** Changes whenever the same records would give other levels. */
  private static final String VERSION = "levels 2";

  /** From the one that counts where a code has several on. */
  private static final List<String> DEFINITIONS = List.of("resident", "registered", "none");

  private static final int UNIT = RegionYearRow.REGION_CODE.ordinal();
  private static final int INDICATOR = RegionYearRow.INDICATOR.ordinal();
  private static final int FLAGS = RegionYearRow.FLAGS.ordinal();
  private static final int DEFINITION = RegionYearRow.DEFINITION.ordinal();

  private final IngestRequest request;
  private final Codes codes;

  /** unit, year, indicator → raw code → level. */
  private final Map<Cell, TreeMap<Integer, Level>> cells = new TreeMap<>();

  /** Cells that hold a part of a divided unit. */
  private final Set<Cell> shared = new HashSet<>();

  RegionStage(IngestRequest request, Codes codes) {
    this.request = request;
    this.codes = codes;
  }

  /** Minor units of one population: registered, resident, or not said. */
  private record Level(long value, String definition) {
    /** A second level of the same code: that of another population replaces it or is left out. */
    Level and(Level other) {
      int order = DEFINITIONS.indexOf(definition) - DEFINITIONS.indexOf(other.definition);
      return order == 0
          ? new Level(Math.addExact(value, other.value), definition)
          : order < 0 ? this : other;
    }
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
    Kept kept = Kept.records(request.root());
    List<Object[]> rows = new ArrayList<>();
    for (int year : levels.years()) {
      String name = year + "/" + digests.of(version(), levels, year) + ".parquet";
      Path file = kept.keep(name, draft -> TableFile.write(draft, frame(levels, year), Map.of()));
      rows.addAll(read(file).rows());
    }
    flagBreaks(rows);
    return Frame.of("region_year", RegionYearRow.values(), rows);
  }

  /** Where the population meant changes shows only when all years are there. */
  private void flagBreaks(List<Object[]> rows) {
    DefinitionBreaks breaks = new DefinitionBreaks();
    rows.forEach(r -> breaks.add((String) r[UNIT], (String) r[INDICATOR], (String) r[DEFINITION]));
    for (Object[] row : rows) {
      Indicator indicator = request.indicators().find((String) row[INDICATOR]).orElseThrow();
      row[FLAGS] =
          Stream.of((String) row[FLAGS], breaks.flag((String) row[UNIT], indicator))
              .filter(f -> !f.isEmpty())
              .collect(Collectors.joining(";"));
    }
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
    shared.clear();
    levels.forEach(
        year,
        (y, kind, code, donor, sum, count, rows) -> {
          int vintage = Codes.vintage(kind.codeVintage(), year);
          List<Share> shares = codes.recipient(levels.table(), code, vintage).shares();
          values(kind.indicator(), sum, shares)
              .forEach(
                  (unit, value) ->
                      add(
                          new Cell(unit, year, kind.indicator()),
                          code,
                          new Level(value, kind.form()),
                          shares));
        });
    List<Object[]> rows = new ArrayList<>();
    cells.forEach((cell, values) -> rows.add(row(cell, values)));
    return Frame.of("region_year", RegionYearRow.values(), rows);
  }

  /** A value for every part; a rate is the same one in all of them until it is recomputed. */
  private Map<String, Long> values(String indicator, long value, List<Share> shares) {
    if (request.indicators().find(indicator).orElseThrow().additive()) {
      return Share.of(value, shares);
    }
    Map<String, Long> rates = new TreeMap<>();
    shares.forEach(s -> rates.put(s.unit(), value));
    return rates;
  }

  private void add(Cell cell, int code, Level level, List<Share> shares) {
    cells.computeIfAbsent(cell, c -> new TreeMap<>()).merge(code, level, Level::and);
    if (shares.size() > 1) {
      shared.add(cell);
    }
  }

  private static String definition(TreeMap<Integer, Level> levels) {
    return levels.values().stream()
        .map(Level::definition)
        .filter(d -> !d.equals("none"))
        .distinct()
        .sorted()
        .collect(Collectors.joining("+"));
  }

  private Object[] row(Cell cell, TreeMap<Integer, Level> levels) {
    TreeMap<Integer, Long> values = values(levels);
    Indicator indicator = request.indicators().find(cell.indicator()).orElseThrow();
    Double value;
    String flags = "";
    if (values.size() == 1 && !shared.contains(cell)) {
      value = value(values.firstEntry().getValue(), indicator);
    } else if (indicator.additive()) {
      long sum = values.values().stream().reduce(0L, Math::addExact);
      value = value(sum, indicator);
      flags = shared.contains(cell) ? RegionYearRow.SHARED : RegionYearRow.SUMMED;
    } else {
      Optional<Double> recomputed = rate(cell, values, indicator);
      value = recomputed.orElse(null);
      flags = recomputed.isPresent() ? RegionYearRow.RECOMPUTED : RegionYearRow.MERGED_RATE;
    }
    return new Object[] {
      cell.unit(), cell.year(), cell.indicator(), value, flags, definition(levels)
    };
  }

  private static TreeMap<Integer, Long> values(TreeMap<Integer, Level> levels) {
    TreeMap<Integer, Long> values = new TreeMap<>();
    levels.forEach((code, level) -> values.put(code, level.value()));
    return values;
  }

  private Optional<Double> rate(Cell cell, TreeMap<Integer, Long> rates, Indicator indicator) {
    Map<Integer, Long> weights =
        indicator
            .per()
            .map(per -> cells.get(new Cell(cell.unit(), cell.year(), per)))
            .map(RegionStage::values)
            .orElse(null);
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
