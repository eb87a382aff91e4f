package org.jiedui.ingest.file;

import org.jiedui.message.Text;

/** What a cell could have held, in words. */
final class Expected {
  private static final String NUMBERS = "1234.56, 1,234.56, 12.5万, 3.2亿元, (1,200)";
  private static final String COUNTS = "1234, 1,234";

  private Expected() {}

  static Text of(Slot slot, Measure measure) {
    return switch (slot.role()) {
      case YEAR, CODE_VINTAGE, PERIOD_FROM, PERIOD_TO ->
          Text.of(
              slot.min() + "–" + slot.max() + " 的四位年份",
              "a year of four digits, " + slot.min() + "–" + slot.max());
      case PERIOD -> Text.of("起止年份,如 2016-2020", "first and last year, as 2016-2020");
      case RECIPIENT, DONOR -> Text.of("6 位文本,如 710101", "6-digit text, e.g. 710101");
      case DONOR_NAME -> Text.of("已声明的支援方名称", "a declared name of a donor");
      case FROM, TO -> Text.of("日期,如 2016-03-05", "a day, e.g. 2016-03-05");
      case PERSON -> Text.of("人员编号", "a number that tells the person");
      case MEASURE, AMOUNT -> number(measure);
      default -> Text.NONE;
    };
  }

  private static Text number(Measure measure) {
    boolean count = measure != null && measure.kind() == Measure.Kind.COUNT;
    return Text.same(count ? COUNTS : NUMBERS);
  }

  static Text range(Measure measure) {
    String low = RowIssues.inUnit(measure.min(), measure);
    boolean open = measure.max() == Long.MAX_VALUE;
    String high = open ? "" : RowIssues.inUnit(measure.max(), measure);
    return open ? Text.same("≥ " + low) : Text.same(low + " … " + high);
  }

  static Text unit() {
    return Text.same("元, 千元, 万元, 百万元, 亿元, 人, 万人, 人次");
  }
}
