package org.jiedui.ingest;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.reference.Indicator;
import org.jiedui.table.Status;

/**
 * In which series of a unit the population meant changes: the heads themselves, and everything per
 * head of them.
 */
final class DefinitionBreaks {
  /** unit, indicator → the definitions met in its years. */
  private final Map<String, Map<String, Set<String>>> definitions = new TreeMap<>();

  /** Notes the definition of one year; empty where the source says none. */
  void add(String unit, String indicator, String definition) {
    if (!definition.isEmpty()) {
      definitions
          .computeIfAbsent(unit, u -> new TreeMap<>())
          .computeIfAbsent(indicator, i -> new TreeSet<>())
          .add(definition);
    }
  }

  /** DEFINITION_BREAK for every year of a series that is not one throughout; else nothing. */
  String flag(String unit, Indicator indicator) {
    boolean heads = indicator.measure() == Indicator.Measure.PERSON;
    boolean own = (heads || indicator.per().isPresent()) && changes(unit, indicator.id());
    boolean perHead = indicator.per().filter(per -> changes(unit, per)).isPresent();
    return own || perHead ? Status.DEFINITION_BREAK.name() : "";
  }

  private boolean changes(String unit, String indicator) {
    return definitions.getOrDefault(unit, Map.of()).getOrDefault(indicator, Set.of()).size() > 1;
  }
}
