package org.jiedui.ingest;

import java.util.Set;
import org.jiedui.ingest.file.Layout;
import org.jiedui.ingest.file.Reason;
import org.jiedui.ingest.file.Reject;
import org.jiedui.ingest.file.SourceRow;
import org.jiedui.message.Text;
import org.jiedui.reference.Geography;

/** What to say beside a code that was not read: what was expected, and what it may stand for. */
final class CodeAdvice {
  private static final Set<Reason> OF_CODES =
      Set.of(Reason.CODE_SCI, Reason.CODE_SYNTAX, Reason.CODE_UNKNOWN);

  private final CodeCandidates candidates;

  CodeAdvice(Geography geography) {
    candidates = new CodeCandidates(geography);
  }

  static boolean speaksOf(Reason reason) {
    return OF_CODES.contains(reason);
  }

  /** A code of that level that was valid in the year of the row. */
  static Text expected(String column, int year) {
    boolean donor = column.equals("donor_code");
    return Text.of(
        year + " 年末有效的" + (donor ? "省级代码" : "县级代码") + ",6 位文本",
        "code of a "
            + (donor ? "province" : "county")
            + " valid at the end of "
            + year
            + ", as 6-digit text");
  }

  /** A reject of landing, which knows no geography, with the candidates for its code. */
  Reject advised(Reject reject, Layout layout) {
    if (!speaksOf(reject.codes().get(0)) || !isCounty(reject.column())) {
      return reject;
    }
    SourceRow row = SourceRow.of(reject.rawLine(), layout);
    return reject.suggesting(suggestion(reject.suggestion(), reject.value(), row, 0));
  }

  static boolean isCounty(String column) {
    return column.equals(Codes.RECIPIENT) || column.equals(Codes.REGION);
  }

  /**
   * The hint that is there, and the candidates.
   *
   * @param value the cell, verbatim
   */
  Text suggestion(Text hint, String value, SourceRow row, int vintage) {
    Text found = candidates.of(value, vintage == 0 ? row.year() : vintage, row.name());
    return hint.isEmpty()
        ? found
        : found.isEmpty()
            ? hint
            : Text.of(hint.zh() + ";" + found.zh(), hint.en() + "; " + found.en());
  }
}
