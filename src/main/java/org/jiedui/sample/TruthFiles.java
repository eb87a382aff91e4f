package org.jiedui.sample;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Writes the folder {@code truth}: what a right reading of the files must find. */
final class TruthFiles {
  private TruthFiles() {}

  static void write(World world, List<Visit> visits, List<Sheet> sheets, Folder folder) {
    folder.utf8("truth/truth.csv", totals(visits));
    folder.utf8("truth/clusters.csv", clusters(world));
    folder.utf8("truth/planted_errors.csv", errors(sheets));
    folder.utf8("truth/design.csv", design());
  }

  /** Totals of the accepted rows in minor units; the multiple stands at the sum of all. */
  private static String totals(List<Visit> visits) {
    List<Flow> flows = visits.stream().flatMap(v -> v.flows().stream()).toList();
    Csv csv = Csv.unix("indicator", "form", "direction", "unit", "before", "after", "multiple");
    for (Planted indicator : Planted.values()) {
      for (Measure measure : Measure.values()) {
        for (Visit.Direction way : Visit.Direction.values()) {
          if (measure.indicator() == indicator && !(measure.isMoney() && way.ordinal() > 0)) {
            List<Flow> own = only(flows, f -> f.measure() == measure && way(f) == way);
            csv.row(row(indicator, measure.form(), way.name(), own, ""));
          }
        }
      }
      List<Flow> own = only(flows, f -> f.measure().indicator() == indicator);
      csv.row(row(indicator, "all", "all", own, indicator.printed()));
    }
    return csv.toString();
  }

  private static Visit.Direction way(Flow flow) {
    return flow.visit().direction();
  }

  private static List<Flow> only(List<Flow> flows, Predicate<Flow> wanted) {
    return flows.stream().filter(wanted).toList();
  }

  private static String[] row(
      Planted indicator, String form, String way, List<Flow> flows, String multiple) {
    long before = Settlement.total(only(flows, f -> !f.visit().isAfter()));
    long after = Settlement.total(only(flows, f -> f.visit().isAfter()));
    return new String[] {
      indicator.id(),
      form,
      way,
      indicator.unit(),
      Long.toString(before),
      Long.toString(after),
      multiple
    };
  }

  /** One row per unit of the base geography, 1 = the most developed cluster. */
  static String clusters(World world) {
    Map<String, Integer> byUnit = new TreeMap<>();
    world.places().forEach(p -> byUnit.put(world.unitOf(p), p.cluster()));
    Csv csv = Csv.unix("code", "cluster");
    byUnit.forEach((unit, cluster) -> csv.row(unit, Integer.toString(cluster)));
    return csv.toString();
  }

  private static String errors(List<Sheet> sheets) {
    Csv csv = Csv.unix("file", "code", "count", "fate");
    for (Sheet sheet : sheets) {
      sheet
          .mistakes()
          .forEach((m, n) -> csv.row(sheet.name(), m.name(), Integer.toString(n), m.fate()));
    }
    return csv.toString();
  }

  private static String design() {
    return Csv.unix("name", "value")
        .row("effect_against_comparison", Double.toString(Aid.EFFECT))
        .row("targeting_elasticity", Double.toString(Aid.TARGETING))
        .row("clusters", "4")
        .row("development_share_before", Double.toString(ContentFiles.DEVELOPMENT_BEFORE))
        .row("development_share_after", Double.toString(ContentFiles.DEVELOPMENT_AFTER))
        .row("leverage_before", Double.toString(ContentFiles.LEVERAGE_BEFORE))
        .row("leverage_after", Double.toString(ContentFiles.LEVERAGE_AFTER))
        .row("completion_before", Double.toString(ContentFiles.COMPLETION_BEFORE))
        .row("completion_after", Double.toString(ContentFiles.COMPLETION_AFTER))
        .row("institutionalisation_before", Double.toString(MechanismFiles.IN_PLACE_BEFORE))
        .row("institutionalisation_after", Double.toString(MechanismFiles.IN_PLACE_AFTER))
        .row("score_elasticity", Double.toString(GeneratedScorecards.ELASTICITY))
        .row("first_year_after", Integer.toString(Years.FIRST_AFTER))
        .toString();
  }
}
