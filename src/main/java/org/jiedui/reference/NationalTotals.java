package org.jiedui.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.reference.NationalTotal.Basis;
import org.jiedui.reference.NationalTotal.Coverage;

/** Published totals by period, in the order of indicator, direction, form and period. */
public final class NationalTotals {
  private static final List<String> COLUMNS =
      List.of(
          "period_from",
          "period_to",
          "indicator",
          "direction",
          "form",
          "status",
          "value",
          "unit",
          "coverage",
          "scope",
          "source",
          "confidence",
          "basis",
          "derived_from",
          "note");
  private static final List<String> DIRECTIONS = List.of("E2W", "W2E", "both");
  private static final List<String> FORMS = List.of("none", "cash", "kind", "cash+kind");
  private static final List<String> STATUSES =
      List.of("none", "agreed", "arrived", "paid", "spent");

  /** Minor units (fen, persons) in one unit, as a power of ten. */
  private static final Map<String, Integer> SCALE =
      Map.of("元", 2, "万元", 6, "亿元", 10, "人", 0, "人次", 0, "万人", 4, "万人次", 4, "家", 0);

  private final List<NationalTotal> rows;
  private final String digest;

  private NationalTotals(List<NationalTotal> rows, String digest) {
    this.rows = rows;
    this.digest = digest;
  }

  /** Reads one file. All problems end in one {@link InputException} (exit 4). */
  public static NationalTotals load(Path file) {
    List<Problem> problems = new ArrayList<>();
    List<NationalTotal> rows =
        CsvFile.read(file, COLUMNS, problems).stream()
            .map(NationalTotals::total)
            .sorted(
                Comparator.comparing(NationalTotal::indicator)
                    .thenComparing(NationalTotal::direction)
                    .thenComparing(NationalTotal::form)
                    .thenComparing(NationalTotal::from)
                    .thenComparing(NationalTotal::to)
                    .thenComparing(NationalTotal::amount))
            .toList();
    InputException.throwIfAny(ExitCode.INPUT, problems);
    return new NationalTotals(rows, Digest.of(List.of(file)));
  }

  public List<NationalTotal> all() {
    return rows;
  }

  public List<NationalTotal> of(String indicator) {
    return rows.stream().filter(r -> r.indicator().equals(indicator)).toList();
  }

  /** SHA-256, in hex, of the file it was read from. */
  public String digest() {
    return digest;
  }

  private static NationalTotal total(CsvRow row) {
    int from = row.year("period_from");
    int to = row.year("period_to");
    if (to != 0 && to < from) {
      row.wrong("period_to", "不早于 period_from", "not before period_from");
    }
    String basis = row.word("basis", List.of("sourced", "derived"));
    if (basis.equals("derived") == row.text("derived_from").isEmpty()) {
      row.wrong("derived_from", "仅推算的数字写明由何推算", "what a derived figure, and only one, comes from");
    }
    if (!row.text("indicator").matches("[a-z][a-z0-9_]{0,31}")) {
      row.wrong("indicator", "指标标识,如 fiscal", "the id of an indicator, such as fiscal");
    }
    return new NationalTotal(
        from,
        to,
        row.text("indicator"),
        row.word("direction", DIRECTIONS),
        row.word("form", FORMS),
        row.word("status", STATUSES),
        amount(row),
        row.text("value"),
        row.text("unit"),
        row.word("coverage", List.of("full", "part")).equals("part")
            ? Coverage.PART
            : Coverage.FULL,
        row.text("scope"),
        row.required("source"),
        row.word("confidence", CsvRow.CONFIDENCE),
        basis.equals("derived") ? Basis.DERIVED : Basis.SOURCED,
        row.text("derived_from"),
        row.text("note"));
  }

  private static long amount(CsvRow row) {
    String unit = row.text("unit");
    if (!SCALE.containsKey(unit)) {
      row.word("unit", SCALE.keySet().stream().sorted().toList());
      return 0;
    }
    String value = row.text("value");
    try {
      if (value.matches("-?\\d{1,15}(\\.\\d{1,12})?")) {
        return new BigDecimal(value)
            .scaleByPowerOfTen(SCALE.get(unit))
            .setScale(0, RoundingMode.UNNECESSARY)
            .longValueExact();
      }
    } catch (ArithmeticException e) {
      // told below: a part of a fen or of a person, or beyond int64
    }
    row.wrong("value", "数字,整数个最小单位(分、人)", "a plain number, a whole count of fen or persons");
    return 0;
  }
}
