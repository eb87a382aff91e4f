package org.jiedui.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.analysis.ClusterContext;
import org.jiedui.analysis.Convergence;
import org.jiedui.analysis.Donors;
import org.jiedui.analysis.EffectRatio;
import org.jiedui.analysis.GapChoices;
import org.jiedui.analysis.GapIndex;
import org.jiedui.analysis.GapParams;
import org.jiedui.analysis.Inequality;
import org.jiedui.analysis.InequalityParams;
import org.jiedui.analysis.Measure;
import org.jiedui.analysis.Places;
import org.jiedui.analysis.RegionValue;
import org.jiedui.analysis.Windows;
import org.jiedui.ingest.file.PanelFile;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.run.Session;
import org.jiedui.spark.Columns;
import org.jiedui.stats.MissingPolicy;
import org.jiedui.stats.Polarity;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.jiedui.table.PanelRow;

/**
 * The questions of the product asked of a panel of the user's own. Units are the recipients, groups
 * (or, without a group column, the units themselves) the clusters.
 */
final class OwnPanel {
  private static final int MOST_DECIMALS = 9;
  private static final int DRAWS = 1000;
  private static final int MOST_PROBLEMS = 20;

  private final List<PanelFile.Value> values;

  OwnPanel(List<PanelFile.Value> values) {
    this.values = List.copyOf(values);
  }

  /** The table effect_ratio with the levels all, group and unit. */
  Frame effects(Windows windows, EffectRatio.Absent absent) {
    Map<String, Measure> measures = new TreeMap<>();
    values.forEach(v -> measures.putIfAbsent(v.indicator(), measure(v.indicator())));
    EffectRatio.Params params =
        EffectRatio.Params.of(windows, absent, measures).places(Places.grouped(groups()), Set.of());
    Frame panel = Frame.of("panel", PanelRow.values(), rows(measures));
    var spark = Session.open("jiedui effects");
    return named(EffectRatio.of(Columns.dataset(spark, panel), params));
  }

  /** Index over all given indicators, goalposts the extremes of all years. */
  GapIndex.Result gap(Set<String> costs, Windows windows, long seed) {
    List<GapParams.Part> parts =
        values.stream()
            .map(PanelFile.Value::indicator)
            .distinct()
            .sorted()
            .map(id -> part(id, costs.contains(id)))
            .toList();
    int first = values.stream().mapToInt(PanelFile.Value::year).min().orElse(0);
    int last = values.stream().mapToInt(PanelFile.Value::year).max().orElse(0);
    GapParams params =
        new GapParams(
            parts,
            GapParams.Regions.COUNTIES,
            GapParams.Weighting.EQUAL,
            MissingPolicy.available(),
            new GapParams.Years(first, last),
            new GapParams.Years(windows.beforeFrom(), windows.beforeTo()),
            new GapParams.Years(windows.afterFrom(), windows.afterTo()),
            "",
            Places.unnamed(Places.COUNTY),
            Donors.none(),
            unit -> true,
            GapChoices.plain().drawn(DRAWS, seed));
    return GapIndex.of(regionValues(), params);
  }

  /** The earlier window and the first year, which clusters are held against. */
  ClusterContext context(GapIndex.Result gap, Windows windows) {
    return ClusterContext.of(
        gap,
        new GapParams.Years(windows.beforeFrom(), windows.beforeTo()),
        List.of(),
        Optional.empty());
  }

  /** Every unit counts once; groups are the provinces, without a group the units themselves. */
  Inequality.Result inequality(Windows windows) {
    return Inequality.of(regionValues(), inequalityParams(windows));
  }

  Convergence.Result convergence(Windows windows) {
    return Convergence.of(regionValues(), inequalityParams(windows));
  }

  private InequalityParams inequalityParams(Windows windows) {
    return new InequalityParams(
        values.stream().map(PanelFile.Value::indicator).distinct().sorted().toList(),
        "",
        Places.COUNTY,
        Places.grouped(groups()),
        group -> "",
        new GapParams.Years(windows.beforeFrom(), windows.beforeTo()),
        new GapParams.Years(windows.afterFrom(), windows.afterTo()),
        4,
        .95);
  }

  /** The group of each unit, which is the same in all of its rows. */
  private Map<String, String> groups() {
    Map<String, TreeSet<String>> seen = new TreeMap<>();
    values.forEach(v -> seen.computeIfAbsent(v.unit(), unit -> new TreeSet<>()).add(v.group()));
    InputException.throwIfAny(
        ExitCode.INPUT,
        seen.entrySet().stream()
            .filter(unit -> unit.getValue().size() > 1)
            .limit(MOST_PROBLEMS)
            .map(unit -> severalGroups(unit.getKey(), unit.getValue()))
            .toList());
    Map<String, String> groups = new HashMap<>();
    seen.forEach((unit, of) -> groups.put(unit, of.first()));
    return groups;
  }

  private static Problem severalGroups(String unit, Set<String> groups) {
    return Problem.error(
            "GROUP_CONFLICT",
            Text.of(
                unit + " 属于多个组:" + String.join("、", groups),
                unit + " is in several groups: " + String.join(", ", groups)))
        .expected("每个单元在所有行中属于同一组", "one group of a unit in all of its rows")
        .fix("统一该列,或不给 --group", "make the column agree, or leave out --group");
  }

  int lastYear() {
    return values.stream().mapToInt(PanelFile.Value::year).max().orElse(0);
  }

  private List<RegionValue> regionValues() {
    return values.stream()
        .map(v -> new RegionValue(v.unit(), v.year(), v.indicator(), v.value().doubleValue()))
        .toList();
  }

  private static GapParams.Part part(String id, boolean cost) {
    return new GapParams.Part(
        id,
        Text.same(id),
        Text.NONE,
        "",
        cost ? Polarity.COST : Polarity.BENEFIT,
        Optional.empty(),
        1);
  }

  /** As many decimals as the file writes, so that sums stay exact. */
  private Measure measure(String indicator) {
    int decimals =
        values.stream()
            .filter(v -> v.indicator().equals(indicator))
            .mapToInt(v -> Math.max(0, v.value().stripTrailingZeros().scale()))
            .max()
            .orElse(0);
    if (decimals > MOST_DECIMALS) {
      throw new InputException(
          ExitCode.INPUT,
          Problem.error(
                  "NUM_RANGE",
                  Text.of(
                      "指标 " + indicator + " 有 " + decimals + " 位小数",
                      "indicator " + indicator + " has " + decimals + " decimals"))
              .expected("至多 9 位小数", "at most 9 decimals")
              .fix("先四舍五入", "round it first"));
    }
    return new Measure(Measure.Kind.COUNT, decimals);
  }

  private List<Object[]> rows(Map<String, Measure> measures) {
    Map<List<Object>, long[]> sums = new LinkedHashMap<>();
    for (PanelFile.Value v : values) {
      BigDecimal minor = v.value().movePointRight(measures.get(v.indicator()).decimals());
      long[] cell =
          sums.computeIfAbsent(List.of(v.unit(), v.year(), v.indicator()), k -> new long[2]);
      cell[0] = Math.addExact(cell[0], minor.longValueExact());
      cell[1]++;
    }
    List<Object[]> rows = new ArrayList<>();
    sums.forEach(
        (key, cell) ->
            rows.add(
                new Object[] {
                  key.get(0),
                  PanelRow.UNASSIGNED,
                  key.get(1),
                  key.get(2),
                  "E2W",
                  "none",
                  "none",
                  cell[0],
                  cell[1]
                }));
    return rows;
  }

  private static Frame named(Frame effects) {
    Map<String, String> levels =
        Map.of("nation", "all", "recipient_province", "group", "county", "unit");
    int level = effects.index(EffectRatioRow.LEVEL);
    List<Object[]> rows = new ArrayList<>();
    for (Object[] row : effects.rows()) {
      if (levels.containsKey(row[level])) {
        Object[] renamed = row.clone();
        renamed[level] = levels.get(row[level]);
        rows.add(renamed);
      }
    }
    return Frame.of("effect_ratio", EffectRatioRow.values(), rows);
  }
}
