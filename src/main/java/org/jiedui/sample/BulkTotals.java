package org.jiedui.sample;

/** Exact totals of the accepted rows of a bulk file, by measure, direction and window. */
final class BulkTotals {
  private static final int WAYS = Visit.Direction.values().length;

  private final long[][] totals = new long[Measure.values().length * WAYS][2];

  void add(BulkRow row, int sign) {
    int window = Years.isAfter(row.year) ? 1 : 0;
    int cell = row.measure.ordinal() * WAYS + row.direction;
    totals[cell][window] = Math.addExact(totals[cell][window], sign * row.amount);
  }

  /** As the truth of a sample; the multiple is the one reached, to four decimals. */
  String csv() {
    Csv csv = Csv.unix("indicator", "form", "direction", "unit", "before", "after", "multiple");
    for (Planted indicator : Planted.values()) {
      long before = 0;
      long after = 0;
      for (Measure measure : Measure.values()) {
        for (Visit.Direction way : Visit.Direction.values()) {
          long[] cell = totals[measure.ordinal() * WAYS + way.ordinal()];
          boolean money = measure.isMoney();
          if (measure.indicator() == indicator && !(money && way == Visit.Direction.W2E)) {
            csv.row(row(indicator, measure.form(), way.name(), cell[0], cell[1], ""));
            before = Math.addExact(before, cell[0]);
            after = Math.addExact(after, cell[1]);
          }
        }
      }
      csv.row(row(indicator, "all", "all", before, after, multiple(before, after)));
    }
    return csv.toString();
  }

  private static String[] row(
      Planted indicator, String form, String way, long before, long after, String multiple) {
    return new String[] {
      indicator.id(),
      form,
      way,
      indicator.unit(),
      Long.toString(before),
      Long.toString(after),
      multiple
    };
  }

  private static String multiple(long before, long after) {
    return before == 0
        ? ""
        : new java.math.BigDecimal(after)
            .divide(new java.math.BigDecimal(before), 4, java.math.RoundingMode.HALF_UP)
            .toPlainString();
  }
}
