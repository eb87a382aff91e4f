package org.jiedui.ingest.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * Numbers of a workbook as text: 15 significant digits, dates by number format and epoch. Not for
 * use by several threads.
 */
final class SheetNumbers {
  /** What spreadsheets keep of a number. */
  private static final MathContext EXCEL = new MathContext(15, RoundingMode.HALF_UP);

  private static final BigDecimal EXACT_BELOW = new BigDecimal("1E15");
  private static final int LARGEST_EXPONENT = 40;
  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 31);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
  private static final int FALSE_LEAP_DAY = 60;
  private static final int LAST_DAY = 2_958_465;
  private static final int SECONDS = 86_400;

  private enum Format {
    PLAIN,
    DATE,
    PERCENT
  }

  private final boolean epoch1904;
  private final Map<String, Format> formats = new HashMap<>();

  SheetNumbers(boolean epoch1904) {
    this.epoch1904 = epoch1904;
  }

  /** The cell of a stored number; format id and code may be absent (-1, null). */
  SheetCell cell(BigDecimal stored, int formatId, String formatCode) {
    return switch (format(formatId, formatCode)) {
      case DATE -> date(stored);
      case PERCENT -> new SheetCell(SheetCell.Kind.PERCENT, plain(stored.movePointRight(2)) + "%");
      default -> number(stored);
    };
  }

  private static SheetCell number(BigDecimal stored) {
    boolean exact = stored.abs().compareTo(EXACT_BELOW) < 0;
    return new SheetCell(exact ? SheetCell.Kind.NUMBER : SheetCell.Kind.LONG_NUMBER, plain(stored));
  }

  static String plain(BigDecimal stored) {
    BigDecimal shown = stored.round(EXCEL);
    if (shown.signum() == 0) {
      return "0";
    }
    BigDecimal shortest = shown.stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale();
    return Math.abs(exponent) > LARGEST_EXPONENT ? shortest.toString() : shortest.toPlainString();
  }

  private SheetCell date(BigDecimal stored) {
    if (stored.signum() < 0 || stored.compareTo(BigDecimal.valueOf(LAST_DAY + 1L)) >= 0) {
      return new SheetCell(SheetCell.Kind.DATE, plain(stored), plain(stored));
    }
    int days = stored.intValue();
    BigDecimal fraction = stored.subtract(BigDecimal.valueOf(days));
    long seconds =
        fraction
            .multiply(BigDecimal.valueOf(SECONDS))
            .setScale(0, RoundingMode.HALF_UP)
            .longValue();
    String time = seconds == 0 ? "" : " " + LocalTime.ofSecondOfDay(Math.min(seconds, SECONDS - 1));
    return new SheetCell(SheetCell.Kind.DATE, day(days) + time, plain(stored));
  }

  /** In the 1900 epoch day 60 is a 29 February that never was. */
  private String day(int days) {
    if (epoch1904) {
      return EPOCH_1904.plusDays(days).toString();
    }
    if (days == FALSE_LEAP_DAY) {
      return "1900-02-29";
    }
    return EPOCH_1900.plusDays(days > FALSE_LEAP_DAY ? days - 1L : days).toString();
  }

  private Format format(int id, String code) {
    return formats.computeIfAbsent(id + "\n" + code, key -> decide(id, code));
  }

  private static Format decide(int id, String code) {
    if (isChineseDate(id) || DateUtil.isInternalDateFormat(id)) {
      return Format.DATE;
    }
    if (id == 9 || id == 10) {
      return Format.PERCENT;
    }
    if (code == null || code.isEmpty()) {
      return Format.PLAIN;
    }
    if (DateUtil.isADateFormat(Math.max(id, 0), code)) {
      return Format.DATE;
    }
    return withoutLiterals(code).indexOf('%') >= 0 ? Format.PERCENT : Format.PLAIN;
  }

  /**
   * Format numbers that Chinese versions of spreadsheets have built in and write without a code.
   */
  private static boolean isChineseDate(int id) {
    return id >= 27 && id <= 36 || id >= 50 && id <= 58;
  }

  private static String withoutLiterals(String code) {
    return code.replaceAll("\"[^\"]*\"|\\\\.|\\[[^]]*]", "");
  }
}
