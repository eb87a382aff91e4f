package org.jiedui.ingest;

import java.util.List;
import org.jiedui.ingest.file.Amount;
import org.jiedui.ingest.file.Reject;
import org.jiedui.ingest.file.SourceRow;
import org.jiedui.message.Text;
import org.jiedui.reference.Geography;

/**
 * A row that failed after landing, by its codes or beside other rows, as a reject like any other.
 */
final class ApartReject {
  private final CodeAdvice advice;

  ApartReject(Geography geography) {
    advice = new CodeAdvice(geography);
  }

  /**
   * @param ofRow everything that is set apart of one row
   * @param row the row as delivered
   */
  Reject of(List<SetApart> ofRow, SourceRow row) {
    SetApart first = ofRow.get(0);
    String column = column(first, row);
    List<Amount> amounts =
        ofRow.stream().map(a -> new Amount(a.record().indicator(), a.record().amount())).toList();
    int number = row.number(column);
    long line = first.record().line();
    return new Reject(
        Reject.id(row.layout().sha256(), line + ":" + number, column),
        row.layout().file(),
        row.layout().sheetName(),
        row.layout().rowOf(line),
        number,
        column,
        ofRow.stream().map(SetApart::reason).distinct().toList(),
        number == 0 ? first.value() : row.cell(column),
        row.text(),
        expected(first, column),
        suggestion(first, row.cell(column), row),
        amounts);
  }

  private static String column(SetApart a, SourceRow row) {
    return a.column().equals(SetApart.AMOUNT)
        ? row.amountColumn(a.record().indicator(), a.record().form(), a.record().status())
        : a.column();
  }

  private static Text expected(SetApart a, String column) {
    return switch (a.reason()) {
      case DUP_CONFLICT -> Text.of("同一记录只有一个数值", "one amount for one record");
      case CUMULATIVE_GAP -> Text.of("上一年的累计数", "a total of the year before");
      case CUMULATIVE_FALL -> Text.of("不低于上年的累计数", "a total not below that of the year before");
      case DUP_YEAR -> Text.of("一个记录号只属于一年", "one year for one record id");
      default ->
          a.reason().name().startsWith("CODE_")
              ? CodeAdvice.expected(
                  column, Codes.vintage(a.record().codeVintage(), a.record().year()))
              : Text.NONE;
    };
  }

  private Text suggestion(SetApart a, String value, SourceRow row) {
    return CodeAdvice.speaksOf(a.reason()) && CodeAdvice.isCounty(a.column())
        ? advice.suggestion(a.suggestion(), value, row, a.record().codeVintage())
        : a.suggestion();
  }
}
