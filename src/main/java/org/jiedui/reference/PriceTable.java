package org.jiedui.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** A price index held in memory. */
final class PriceTable implements Prices {
  private static final long serialVersionUID = 1L;
  private static final List<String> COLUMNS = List.of("year", "index", "source");

  private final TreeMap<Integer, Double> indexByYear;
  private final int baseYear;
  private final String digest;

  private PriceTable(TreeMap<Integer, Double> indexByYear, int baseYear, String digest) {
    this.indexByYear = indexByYear;
    this.baseYear = baseYear;
    this.digest = digest;
  }

  static Prices load(Path file) {
    List<Problem> problems = new ArrayList<>();
    TreeMap<Integer, Double> indexByYear = new TreeMap<>();
    for (CsvRow row : CsvFile.read(file, COLUMNS, problems)) {
      row.required("source");
      if (indexByYear.put(row.year("year"), index(row)) != null) {
        row.wrong("year", "每年一行", "one row a year");
      }
    }
    List<Integer> bases =
        indexByYear.entrySet().stream()
            .filter(e -> e.getValue() == 100.0 || e.getValue() == 1.0)
            .map(Map.Entry::getKey)
            .toList();
    if (bases.size() != 1 && problems.isEmpty()) {
      problems.add(base(file, bases));
    }
    InputException.throwIfAny(ExitCode.USAGE, problems);
    return new PriceTable(indexByYear, bases.get(0), Digest.of(List.of(file)));
  }

  @Override
  public OptionalDouble deflator(int year) {
    return indexByYear.containsKey(year)
        ? OptionalDouble.of(indexByYear.get(year) / indexByYear.get(baseYear))
        : OptionalDouble.empty();
  }

  @Override
  public int baseYear() {
    return baseYear;
  }

  @Override
  public Prices inPricesOf(int year) {
    if (!indexByYear.containsKey(year)) {
      throw new InputException(
          ExitCode.USAGE,
          Problem.error(
                  "DEFLATOR_GAP",
                  Text.of(
                      "价格基年 " + year + " 没有价格指数",
                      "there is no price index for the base year " + year))
              .expected(
                  indexByYear.firstKey() + " 至 " + indexByYear.lastKey(),
                  indexByYear.firstKey() + " to " + indexByYear.lastKey()));
    }
    return new PriceTable(indexByYear, year, digest);
  }

  @Override
  public Set<Integer> years() {
    return java.util.Collections.unmodifiableSet(indexByYear.keySet());
  }

  @Override
  public String digest() {
    return digest;
  }

  private static double index(CsvRow row) {
    try {
      double index = Double.parseDouble(row.text("index"));
      if (index > 0 && index < 1e9) {
        return index;
      }
    } catch (NumberFormatException e) {
      // told below, together with values out of range
    }
    row.wrong("index", "大于 0 的指数,不是涨幅", "an index above 0, not a rate of change");
    return Double.NaN;
  }

  private static Problem base(Path file, List<Integer> bases) {
    return Problem.error(
            "PRICE_BASE",
            Text.of(
                "无法确定价格基年:指数为 1 或 100 的年份有 " + bases.size() + " 个",
                "no single base year: " + bases.size() + " years have the index 1 or 100"))
        .at(file + ":1:2")
        .expected("恰有一年的指数为 100(或 1)", "exactly one year with the index 100 (or 1)")
        .because(
            "“CPI”一列常为逐年涨幅,用作指数会使不变价全部错误",
            "a column called CPI often holds yearly inflation; used as an index it makes every real value wrong");
  }
}
