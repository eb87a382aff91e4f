package org.jiedui.ingest.file;

import java.io.Serializable;
import java.math.BigDecimal;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * A row of totals to which no reading of the rows around it sums up.
 *
 * @param line of the row of totals
 * @param stated minor units
 * @param found sum of the accepted rows that comes nearest, in minor units
 * @param rejected true when the rejected rows of the same block are the whole difference
 */
public record TotalGap(long line, String indicator, long stated, long found, boolean rejected)
    implements Serializable {

  /** The gap as a warning. */
  public Problem problem(String place, int decimals) {
    String gap = number(stated - found, decimals);
    Problem problem =
        Reason.TOTAL_MISMATCH
            .problem(
                Text.of(
                    "明细与合计不符:" + indicator + " 相差 " + gap,
                    "details do not sum to the total: " + indicator + " differs by " + gap))
            .at(place)
            .expected(
                "合计 " + number(stated, decimals) + ",明细之和 " + number(found, decimals),
                "total "
                    + number(stated, decimals)
                    + ", sum of details "
                    + number(found, decimals));
    return rejected
        ? problem.fix("更正被拒绝的行:差额正好是它们", "mend the rejected rows: they are the whole difference")
        : problem.fix("核对合计行与明细", "compare the row of totals with its details");
  }

  private static String number(long minorUnits, int decimals) {
    return BigDecimal.valueOf(minorUnits, decimals).toPlainString();
  }
}
