package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jiedui.analysis.RegionSlice.Weighting;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.stats.DagumGini;
import org.jiedui.stats.Gini;
import org.jiedui.stats.NestedTheil;
import org.jiedui.table.Status;

/** The parts of one year's inequality; an identity that fails ends the run (IDENTITY_BROKEN). */
final class InequalityParts {
  private static final double TOLERANCE = 1e-9;

  private InequalityParts() {}

  static List<Object[]> of(String indicator, Weighting weighting, RegionSlice year) {
    List<Object[]> rows = new ArrayList<>();
    Lines lines = new Lines(indicator, weighting, year, rows);
    dagum(year, lines);
    nested(year, NestedTheil.Index.T, "theil_t", lines);
    nested(year, NestedTheil.Index.L, "theil_l", lines);
    return rows;
  }

  private static void dagum(RegionSlice year, Lines lines) {
    Optional<DagumGini> found = DagumGini.of(year.values(), year.provinces());
    int groups = year.clusters();
    if (found.isEmpty()) {
      lines.absent("dagum", List.of("total", "within", "between", "transvariation"), groups);
      return;
    }
    DagumGini parts = found.get();
    double total = Gini.of(year.values()).orElseThrow();
    same(total, parts.total(), "Dagum", year.year());
    lines.add("dagum", "total", total, total, groups);
    lines.add("dagum", "within", parts.within(), total, groups);
    lines.add("dagum", "between", parts.between(), total, groups);
    lines.add("dagum", "transvariation", parts.transvariation(), total, groups);
  }

  private static void nested(
      RegionSlice year, NestedTheil.Index index, String method, Lines lines) {
    Optional<NestedTheil> found =
        NestedTheil.of(year.values(), index, List.of(year.zone(), year.province()));
    int zones = (int) Arrays.stream(year.zone()).distinct().count();
    if (found.isEmpty()) {
      lines.absent(method, List.of("total", "between_zones", "between_provinces", "within"), zones);
      return;
    }
    NestedTheil parts = found.get();
    same(parts.total(), parts.total() - parts.residue(), "Theil", year.year());
    lines.add(method, "total", parts.total(), parts.total(), zones);
    lines.add(method, "between_zones", parts.between()[0], parts.total(), zones);
    lines.add(method, "between_provinces", parts.between()[1], parts.total(), year.clusters());
    lines.add(method, "within", parts.within(), parts.total(), year.clusters());
  }

  static void same(double whole, double sum, String what, int year) {
    if (Math.abs(whole - sum) > TOLERANCE * Math.max(1, Math.abs(whole))) {
      throw new InputException(
          ExitCode.INTERNAL,
          Problem.error(
              Status.IDENTITY_BROKEN.name(),
              Text.of(
                  what + " 分解之和与总体不等(" + year + " 年):" + sum + " ≠ " + whole,
                  "the parts of "
                      + what
                      + " do not sum to the whole in "
                      + year
                      + ": "
                      + sum
                      + " is not "
                      + whole)));
    }
  }

  /** Rows of the table as they are made. */
  private record Lines(
      String indicator, Weighting weighting, RegionSlice year, List<Object[]> rows) {

    void add(String method, String part, double value, double total, int groups) {
      boolean single = groups == 1 && part.startsWith("between");
      rows.add(
          row(
              method,
              part,
              value,
              total == 0 ? null : (Double) (value / total),
              single ? Status.SINGLE_GROUP : Status.OK,
              groups));
    }

    void absent(String method, List<String> parts, int groups) {
      Status why = InequalityMeasure.absence(year.values());
      parts.forEach(part -> rows.add(row(method, part, null, null, why, groups)));
    }

    private Object[] row(
        String method, String part, Double value, Double share, Status status, int groups) {
      return new Object[] {
        indicator,
        year.year(),
        weighting.word(),
        method,
        part,
        value,
        share,
        status.name(),
        year.values().size(),
        groups
      };
    }
  }
}
