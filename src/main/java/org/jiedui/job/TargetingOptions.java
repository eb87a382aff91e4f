package org.jiedui.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jiedui.analysis.AidFlows;
import org.jiedui.analysis.Donors;
import org.jiedui.analysis.EffectRatio;
import org.jiedui.analysis.GapParams.Years;
import org.jiedui.analysis.Places;
import org.jiedui.analysis.RegionValue;
import org.jiedui.analysis.Targeting;
import org.jiedui.analysis.TargetingParams;
import org.jiedui.analysis.Windows;
import org.jiedui.ingest.file.NamedColumns;
import org.jiedui.table.PanelRow;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A panel of the user's own with aid, income and people: one row a unit and year. */
public final class TargetingOptions {
  private static final String AID = "aid";
  private static final String INCOME = "income";
  private static final String PEOPLE = "people";
  private static final double BAND = .1;
  private static final double CONFIDENCE = .95;
  private static final long SEED = 42;

  @Option(names = "--panel", paramLabel = "FILE", descriptionKey = "panel")
  private Path file;

  @Mixin private UnitTimeOptions panel;

  @Option(names = "--group", paramLabel = "COLUMN", descriptionKey = "panel.group")
  private String group;

  @Option(names = "--aid", paramLabel = "COLUMN", descriptionKey = "targeting.aid")
  private String aid = "aid";

  @Option(names = "--income", paramLabel = "COLUMN", descriptionKey = "targeting.income")
  private String income = "income";

  @Option(names = "--population", paramLabel = "COLUMN", descriptionKey = "targeting.population")
  private String population;

  boolean given() {
    return file != null;
  }

  /** Units are counties without a known donor; groups are their provinces and clusters. */
  Targeting.Result targeting(Windows windows) {
    NamedColumns columns =
        NamedColumns.read(
            file,
            Stream.concat(
                    Stream.of(panel.unit(), panel.time(), aid, income),
                    Stream.of(Optional.ofNullable(group), Optional.ofNullable(population))
                        .flatMap(Optional::stream))
                .toList());
    Map<String, String> groups = new HashMap<>();
    List<AidFlows.Flow> flows = new ArrayList<>();
    List<RegionValue> values = new ArrayList<>();
    TreeSet<Integer> years = new TreeSet<>();
    for (int row = 0; row < columns.size(); row++) {
      String code = columns.text(row, panel.unit());
      int year = columns.whole(row, panel.time());
      years.add(year);
      groups.put(code, group == null ? code : columns.text(row, group));
      columns
          .number(row, aid)
          .ifPresent(x -> flows.add(new AidFlows.Flow(code, PanelRow.UNASSIGNED, year, x)));
      columns.number(row, income).ifPresent(x -> values.add(value(code, year, INCOME, x)));
      if (population != null) {
        columns.number(row, population).ifPresent(x -> values.add(value(code, year, PEOPLE, x)));
      }
    }
    columns.refuseProblems();
    AidFlows all = new AidFlows(AID, "none", List.copyOf(years), flows);
    return Targeting.of(all, values, params(windows, groups));
  }

  private static RegionValue value(String code, int year, String indicator, double value) {
    return new RegionValue(code, year, indicator, value);
  }

  private TargetingParams params(Windows windows, Map<String, String> groups) {
    return new TargetingParams(
        INCOME,
        population == null ? "" : PEOPLE,
        Places.grouped(groups),
        Donors.none(),
        EffectRatio.Absent.MISSING,
        new Years(windows.beforeFrom(), windows.beforeTo()),
        new Years(windows.afterFrom(), windows.afterTo()),
        List.of(),
        BAND,
        CONFIDENCE,
        SEED);
  }
}
