package org.jiedui.export;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;

/**
 * What stands in one place of a printed table. A number is rounded here and nowhere else; a format
 * only escapes and aligns.
 */
public sealed interface Cell extends Serializable {
  /** The text as printed, with ASCII digits, point and minus. */
  String shown(Lang lang);

  /** The value at full precision for programs: Double, Long, String, or null when absent. */
  Object raw();

  /** True for what is aligned on the decimal point. */
  default boolean isNumber() {
    return true;
  }

  /** The number taken apart, for formats that align it; empty for what is no single number. */
  default Optional<Digits> number() {
    return Optional.empty();
  }

  /** A computed number. */
  record Estimate(double value, int decimals) implements Cell {
    public Estimate {
      Rounding.fixed(value, decimals);
    }

    @Override
    public Optional<Digits> number() {
      return Optional.of(Digits.grouped(Rounding.fixed(value, decimals)));
    }

    @Override
    public String shown(Lang lang) {
      return Rounding.grouped(Rounding.fixed(value, decimals));
    }

    @Override
    public Object raw() {
      return value;
    }
  }

  /** A confidence interval. */
  record Interval(double low, double high, int decimals) implements Cell {
    public Interval {
      Rounding.fixed(low, decimals);
      Rounding.fixed(high, decimals);
    }

    @Override
    public String shown(Lang lang) {
      return "["
          + Rounding.grouped(Rounding.fixed(low, decimals))
          + ", "
          + Rounding.grouped(Rounding.fixed(high, decimals))
          + "]";
    }

    @Override
    public Object raw() {
      return low + ";" + high;
    }

    @Override
    public boolean isNumber() {
      return false;
    }
  }

  /** A count of things. */
  record Count(long value) implements Cell {
    @Override
    public Optional<Digits> number() {
      return Optional.of(Digits.grouped(Long.toString(value)));
    }

    @Override
    public String shown(Lang lang) {
      return Rounding.grouped(Long.toString(value));
    }

    @Override
    public Object raw() {
      return value;
    }
  }

  /** A year or another number that is never grouped. */
  record Year(int value) implements Cell {
    @Override
    public Optional<Digits> number() {
      return Optional.of(Digits.plain(Integer.toString(value)));
    }

    @Override
    public String shown(Lang lang) {
      return Integer.toString(value);
    }

    @Override
    public Object raw() {
      return value;
    }
  }

  /**
   * An exact amount: minor units, shown in a larger unit.
   *
   * @param digits how many decimal digits the shown unit lies above the minor one: 2 for yuan, 6
   *     for 10,000 yuan, 10 for 100 million yuan
   */
  record Money(long minorUnits, int digits, int decimals) implements Cell {
    @Override
    public Optional<Digits> number() {
      return Optional.of(
          Digits.grouped(Rounding.fixed(BigDecimal.valueOf(minorUnits, digits), decimals)));
    }

    @Override
    public String shown(Lang lang) {
      return Rounding.grouped(Rounding.fixed(BigDecimal.valueOf(minorUnits, digits), decimals));
    }

    @Override
    public Object raw() {
      return BigDecimal.valueOf(minorUnits, digits).doubleValue();
    }
  }

  /** A standard error, which stands below or beside its estimate in parentheses. */
  record StandardError(double value, int decimals) implements Cell {
    public StandardError {
      Rounding.fixed(value, decimals);
    }

    @Override
    public Optional<Digits> number() {
      return Optional.of(Digits.grouped(Rounding.fixed(value, decimals)).between("(", ")"));
    }

    @Override
    public String shown(Lang lang) {
      return number().orElseThrow().shown();
    }

    @Override
    public Object raw() {
      return value;
    }
  }

  /** A p value: three decimals, and below 0.001 only that. */
  record PValue(double value) implements Cell {
    private static final double LEAST = 0.001;

    public PValue {
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("a p value lies in [0, 1]");
      }
    }

    @Override
    public Optional<Digits> number() {
      return Optional.of(
          value < LEAST
              ? Digits.plain("0.001").between("<", "")
              : Digits.plain(Rounding.fixed(value, 3)));
    }

    @Override
    public String shown(Lang lang) {
      return number().orElseThrow().shown();
    }

    @Override
    public Object raw() {
      return value;
    }
  }

  /** A share, shown in per cent; the column's unit says so. */
  record Share(double fraction, int decimals) implements Cell {
    public Share {
      Rounding.fixed(fraction, decimals);
    }

    @Override
    public Optional<Digits> number() {
      return Optional.of(Digits.grouped(Rounding.fixed(100 * fraction, decimals)));
    }

    @Override
    public String shown(Lang lang) {
      return number().orElseThrow().shown();
    }

    @Override
    public Object raw() {
      return 100 * fraction;
    }
  }

  /**
   * A cell with stars of significance, from 0 to 3, and the marks of its footnotes. Stars are
   * printed only where a style asks for them.
   */
  record Marked(Cell cell, int stars, List<String> marks) implements Cell {
    public Marked {
      marks = List.copyOf(marks);
      if (stars < 0 || stars > 3 || cell instanceof Marked) {
        throw new IllegalArgumentException("not a cell with 0 to 3 stars");
      }
    }

    @Override
    public Optional<Digits> number() {
      return cell.number();
    }

    @Override
    public String shown(Lang lang) {
      return cell.shown(lang) + String.join(",", marks);
    }

    @Override
    public Object raw() {
      return cell.raw();
    }

    @Override
    public boolean isNumber() {
      return cell.isNumber();
    }
  }

  /** Words. */
  record Words(Text text) implements Cell {
    @Override
    public String shown(Lang lang) {
      return text.in(lang);
    }

    @Override
    public Object raw() {
      return text.en();
    }

    @Override
    public boolean isNumber() {
      return false;
    }
  }

  /** A value that does not exist, with the code that says why. */
  record Absent(String code) implements Cell {
    public static final String SYMBOL = "—";

    @Override
    public String shown(Lang lang) {
      return SYMBOL;
    }

    @Override
    public Object raw() {
      return null;
    }
  }

  Cell YES = new Words(Text.of("是", "Yes"));
  Cell NO = new Words(Text.of("否", "No"));

  /** The same cell with stars of significance. */
  default Cell starred(int stars) {
    return this instanceof Marked m
        ? new Marked(m.cell(), stars, m.marks())
        : new Marked(this, stars, List.of());
  }

  /** The same cell with the marks of its footnotes. */
  default Cell marked(String... marks) {
    return this instanceof Marked m
        ? new Marked(m.cell(), m.stars(), List.of(marks))
        : new Marked(this, 0, List.of(marks));
  }

  static Cell words(String same) {
    return new Words(Text.same(same == null ? "" : same));
  }

  static Cell words(String zh, String en) {
    return new Words(Text.of(zh, en));
  }

  /** A number, or the code that says why there is none. */
  static Cell estimate(Double value, int decimals, String code) {
    return value == null ? new Absent(code) : new Estimate(value, decimals);
  }

  static Cell interval(Double low, Double high, int decimals, String code) {
    return low == null || high == null ? new Absent(code) : new Interval(low, high, decimals);
  }
}
