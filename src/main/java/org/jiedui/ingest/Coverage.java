package org.jiedui.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jiedui.ingest.file.Reason;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.table.CoverageRow;
import org.jiedui.table.Frame;

/** Which county-years have records, and which have lost theirs since the version before. */
public final class Coverage {
  private static final int SHOWN = 5;

  private Coverage() {}

  /** One row a county-year of the panel. */
  static Frame of(List<PanelFacts> panel) {
    List<Object[]> rows = new ArrayList<>();
    panel.forEach(
        year -> year.records().forEach((code, n) -> rows.add(new Object[] {code, year.year(), n})));
    return Frame.of("coverage", CoverageRow.values(), rows);
  }

  /**
   * Compares with the version before. Any county-year that is gone warns; more than the gate allows
   * end in an {@link InputException} (exit 3). Years outside the study are not looked for.
   */
  public static List<Problem> lost(
      Frame before, Frame now, IngestRequest request, List<GateReading> readings) {
    Set<List<Object>> there = new HashSet<>(keys(now));
    List<List<Object>> asked =
        keys(before).stream().filter(k -> request.inScope((Integer) k.get(1))).toList();
    List<List<Object>> gone = asked.stream().filter(k -> !there.contains(k)).toList();
    double share = asked.isEmpty() ? 0 : 100.0 * gone.size() / asked.size();
    String code = Reason.COUNTY_YEARS_LOST.name();
    var reading = new GateReading(code, "coverage", share, 0, request.gates().lostStop());
    readings.add(reading);
    if (reading.stops()) {
      Problem problem = problem(gone, asked.size(), request);
      throw new InputException(
          ExitCode.GATE,
          Problem.error(code, problem.summary())
              .at(problem.place())
              .showing(problem.excerpt().toArray(String[]::new))
              .because(problem.why().zh(), problem.why().en())
              .fix(problem.fix().zh(), problem.fix().en()));
    }
    return reading.warns() ? List.of(problem(gone, asked.size(), request)) : List.of();
  }

  private static List<List<Object>> keys(Frame coverage) {
    List<List<Object>> keys = new ArrayList<>();
    for (int row = 0; row < coverage.size(); row++) {
      keys.add(
          List.of(
              coverage.text(row, CoverageRow.RECIPIENT_CODE),
              coverage.value(row, CoverageRow.YEAR)));
    }
    return keys;
  }

  private static Problem problem(List<List<Object>> gone, int of, IngestRequest request) {
    Map<Object, Integer> years = new TreeMap<>();
    gone.forEach(k -> years.merge(k.get(1), 1, Integer::sum));
    List<String> lines = new ArrayList<>();
    gone.stream().limit(SHOWN).forEach(k -> lines.add(k.get(0) + " " + k.get(1)));
    lines.add(gone.size() + " / " + of + " " + years);
    String stop = request.gates().lostStop() + "%";
    return Reason.COUNTY_YEARS_LOST
        .problem(
            Text.of(
                "上一版本有的 " + gone.size() + " 个县年不见了",
                gone.size() + " county-years of the version before are gone"))
        .at("coverage")
        .showing(lines.toArray(String[]::new))
        .fix(
            "找回缺失的文件或更正被拒收的行;确应减少时在 conf/ingest.conf 提高 gates.lost-stop(现为 " + stop + ")",
            "bring back the missing file or mend the rejected rows; where they are meant to go, raise"
                + " gates.lost-stop in conf/ingest.conf (now "
                + stop
                + ")");
  }
}
