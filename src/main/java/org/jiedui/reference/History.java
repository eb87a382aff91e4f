package org.jiedui.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.reference.Resolution.Spell;

/** The base-year codes that every spell of a code leads to. */
final class History {
  private static final String DISTRICT = "区";

  private final int baseYear;
  private final List<Change> changes;
  private final Spells spells;

  private History(int baseYear, List<Change> changes, Spells spells) {
    this.baseYear = baseYear;
    this.changes = changes;
    this.spells = spells;
  }

  /**
   * Goes through the changes of every code; units and changes that contradict each other become
   * problems of their rows.
   *
   * @param names code to name at the end of the base year
   */
  static History of(int baseYear, Map<String, String> names, List<Change> changes) {
    History history = new History(baseYear, changes, Spells.of(names, changes));
    history.checkBase(names.keySet());
    return history;
  }

  List<Spell> spells(String code) {
    return spells.of(code);
  }

  Set<String> codes() {
    return spells.codes();
  }

  /** Base-year codes of counties that became districts, with the years in which they did. */
  Map<String, Set<Integer>> districts() {
    Map<String, Set<Integer>> found = new TreeMap<>();
    for (Change c : changes) {
      boolean county = !c.oldName().isEmpty() && !c.oldName().endsWith(DISTRICT);
      boolean same = c.passesOn() || c.kind() == Change.Kind.RENAME;
      if (same
          && county
          && c.newName().endsWith(DISTRICT)
          && c.newCode().matches("\\d{4}(?!00)..")) {
        baseCodes(c.newCode(), c.year())
            .forEach(code -> found.computeIfAbsent(code, k -> new TreeSet<>()).add(c.year()));
      }
    }
    return found;
  }

  /** The year before anything changes. */
  int firstYear() {
    return changes.stream().mapToInt(Change::year).min().orElse(baseYear) - 1;
  }

  /** From here on nothing changes. */
  int lastYear() {
    return Math.max(baseYear, changes.stream().mapToInt(Change::year).max().orElse(baseYear));
  }

  /** Every spell, divided where its code got another name. */
  List<NameSpan> names() {
    Map<String, TreeMap<Integer, Change>> renames = new TreeMap<>();
    for (Change c : changes) {
      if (c.continues() && !c.oldName().isEmpty() && !c.oldName().equals(c.newName())) {
        renames.computeIfAbsent(c.oldCode(), code -> new TreeMap<>()).put(c.year(), c);
      }
    }
    List<NameSpan> names = new ArrayList<>();
    for (String code : new TreeSet<>(codes())) {
      for (Spell spell : spells(code)) {
        names.addAll(names(spell, renames.getOrDefault(code, new TreeMap<>())));
      }
    }
    return List.copyOf(names);
  }

  private static List<NameSpan> names(Spell spell, TreeMap<Integer, Change> renames) {
    List<NameSpan> names = new ArrayList<>();
    String name = spell.name();
    int to = spell.to();
    for (Change c : renames.descendingMap().values()) {
      if (spell.from() < c.year() && c.year() <= to) {
        names.add(0, new NameSpan(spell.code(), name, c.year(), to));
        name = c.oldName();
        to = c.year() - 1;
      }
    }
    names.add(0, new NameSpan(spell.code(), name, spell.from(), to));
    return names;
  }

  /** Base-year codes that hold what the spell held; empty when that is not settled. */
  Set<String> baseCodes(Spell spell) {
    Set<String> found = new TreeSet<>();
    if (spell.holds(baseYear)) {
      found.add(spell.code());
    } else if (spell.to() < baseYear) {
      for (Change c : spells.onward(spell.code(), spell.to() + 1)) {
        found.addAll(baseCodes(c.newCode(), c.year()));
      }
    } else {
      for (Change c : spells.origins(spell.code(), spell.from())) {
        found.addAll(baseCodes(c.oldCode(), c.year() - 1));
      }
    }
    return found;
  }

  /**
   * Base-year codes that hold what the code held at the end of a year: those it was divided into up
   * to the base year, or was made of after it. Empty when that is not settled.
   */
  Set<String> parts(String code, int year) {
    Set<String> found = new TreeSet<>();
    for (Spell spell : spells.at(code, year).stream().toList()) {
      if (spell.holds(baseYear)) {
        found.add(code);
      }
      for (int y = year + 1; y <= baseYear && y - 1 <= spell.to(); y++) {
        boolean ended = y - 1 == spell.to();
        passing(spells.onward(code, y), ended, Change.Kind.SPLIT)
            .forEach(c -> found.addAll(parts(c.newCode(), c.year())));
      }
      for (int y = year; y > baseYear && y >= spell.from(); y--) {
        boolean began = y == spell.from();
        passing(spells.origins(code, y), began, Change.Kind.MERGE)
            .forEach(c -> found.addAll(parts(c.oldCode(), c.year() - 1)));
      }
    }
    return found;
  }

  /** While a code lives on, only one kind of change takes from it or adds to it. */
  private static List<Change> passing(List<Change> changes, boolean limit, Change.Kind kind) {
    return changes.stream().filter(c -> limit || c.kind() == kind).toList();
  }

  /**
   * Sets of base-year codes that cannot be told apart in some year: the parts of a unit that was
   * split up to the base year, or of units that were merged after it.
   */
  List<Set<String>> inseparable() {
    Map<String, Set<String>> groups = new TreeMap<>();
    for (Change c : changes) {
      boolean split = c.kind() == Change.Kind.SPLIT && c.year() <= baseYear;
      boolean merge = c.kind() == Change.Kind.MERGE && c.year() > baseYear;
      if ((split || merge) && !c.continues()) {
        Set<String> group =
            groups.computeIfAbsent(
                c.year() + (split ? c.oldCode() : c.newCode()), key -> new TreeSet<>());
        group.addAll(baseCodes(c.newCode(), c.year()));
        group.addAll(baseCodes(c.oldCode(), split ? c.year() : c.year() - 1));
      }
    }
    return List.copyOf(groups.values());
  }

  private Set<String> baseCodes(String code, int year) {
    return spells.at(code, year).map(this::baseCodes).orElse(Set.of());
  }

  private void checkBase(Set<String> units) {
    for (Change c : changes) {
      for (String column : List.of("old_code", "new_code")) {
        String code = column.equals("old_code") ? c.oldCode() : c.newCode();
        boolean valid = spells.at(code, baseYear).isPresent();
        Spells.check(
            code.isEmpty() || valid == units.contains(code),
            c,
            column,
            valid ? "按沿革在基准年有效,但 units.csv 中没有" : "在 units.csv 中,但按沿革在基准年已无效",
            valid
                ? "is valid in the base year by its changes, but not in units.csv"
                : "is in units.csv, but not valid in the base year by its changes");
      }
    }
  }
}
