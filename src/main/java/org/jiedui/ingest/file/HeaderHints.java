package org.jiedui.ingest.file;

import java.util.List;
import org.jiedui.message.Problem;

/** What headers suggest without saying it: told, never acted on. */
public final class HeaderHints {
  private HeaderHints() {}

  /** One warning for each amount column whose header speaks of running totals. */
  public static List<Problem> cumulative(Layout layout, Contract contract) {
    return layout.slots().stream()
        .filter(s -> s.role() == Role.MEASURE || s.role() == Role.AMOUNT || s.role() == Role.EXTRA)
        .filter(s -> isCumulative(s.header()) && !isDeclared(s, layout, contract))
        .map(
            s ->
                Reason.CUMULATIVE_SUSPECT
                    .problem()
                    .at(layout.file() + ":1:" + s.number())
                    .showing(Excerpt.printable(s.header()))
                    .fix(
                        "改报各年当年数;确为累计数的,在 conf/ingest.conf 声明 files { \""
                            + layout.file()
                            + "\" { flow = cumulative } }",
                        "deliver the amount of each year, or declare files { \""
                            + layout.file()
                            + "\" { flow = cumulative } } in conf/ingest.conf"))
        .toList();
  }

  private static boolean isDeclared(Slot slot, Layout layout, Contract contract) {
    String indicator = slot.measure() == null ? "" : slot.measure().indicator();
    String form = slot.measure() == null ? "" : slot.measure().form();
    String status = slot.measure() == null ? "" : slot.measure().status();
    return contract.cumulative(layout.table(), layout.file(), indicator, form, status).isPresent();
  }

  /** One warning for each column of funds whose header says that donations are in it. */
  public static List<Problem> donationsInside(Layout layout) {
    return layout.slots().stream()
        .filter(s -> s.isAmount() || s.role() == Role.EXTRA)
        .filter(s -> Headers.normal(s.header()).matches(".*(含|包括|包含)(社会)?捐.*"))
        .filter(s -> !Headers.normal(s.header()).matches(".*不(含|包括|包含)(社会)?捐.*"))
        .map(
            s ->
                Reason.DOUBLE_COUNT_SUSPECT
                    .problem()
                    .at(layout.file() + ":1:" + s.number())
                    .showing(Excerpt.printable(s.header()))
                    .fix("改报不含捐赠的数额", "deliver the amount without donations"))
        .toList();
  }

  private static boolean isCumulative(String header) {
    String word = Headers.normal(header);
    return word.contains("累计") || word.contains("cumulative");
  }
}
