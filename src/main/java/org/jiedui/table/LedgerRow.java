package org.jiedui.table;

import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;
import static org.jiedui.table.Type.LONG;
import static org.jiedui.table.Type.TEXT;

/**
 * Where the rows, or one measure's amounts, of one file went. {@code read} is counted by the
 * parser, all others from the files read back, and {@code read} equals their sum.
 */
public enum LedgerRow implements Field {
  /** File as delivered, or {@link #TOTAL}. */
  FILE(key(TEXT, "文件", "File")),
  /** {@link #ROWS} or an additive indicator. */
  MEASURE(key(TEXT, "计量", "Measure")),
  UNIT(Spec.label(TEXT, "单位", "Unit")),
  READ(
      count("读入", "Read")
          .by(
              "accepted + rejected + duplicate + superseded + out_of_scope + control_total + blank + carried")),
  ACCEPTED(count("采用", "Accepted")),
  REJECTED(count("拒收", "Rejected")),
  DUPLICATE(count("重复", "Duplicate")),
  SUPERSEDED(count("被替换", "Superseded")),
  OUT_OF_SCOPE(count("范围外", "Out of scope")),
  CONTROL_TOTAL(count("合计行", "Control total")),
  BLANK(count("空行或注释", "Blank or comment")),
  /** The part of running totals that earlier years count; of amounts only. */
  CARRIED(count("往年已计", "Counted in earlier years"));

  /** The sum over all files. */
  public static final String TOTAL = "(total)";

  private static final int DIGEST = 8;

  /** Counts input rows, not amounts. */
  public static final String ROWS = "rows";

  private final Spec spec;

  LedgerRow(Spec spec) {
    this.spec = spec;
  }

  /** One of several files of a name, told apart by their content. */
  public static String file(String name, String sha256) {
    return name + " (" + sha256.substring(0, DIGEST) + ")";
  }

  @Override
  public Spec spec() {
    return spec;
  }

  private static Spec count(String zh, String en) {
    return measure(LONG, "minor unit", zh, en);
  }
}
