package org.jiedui.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.message.Text;
import org.jiedui.reference.Resolution.Spell;

/** In which years every code was valid, by the changes of codes; contradictions are problems. */
final class Spells {
  private final Map<String, List<Spell>> byCode = new HashMap<>();
  private final Map<String, List<Change>> byOld = new HashMap<>();
  private final Map<String, List<Change>> byNew = new HashMap<>();
  private final Set<String> continuing = new HashSet<>();

  private Spells() {}

  /**
   * Goes through the changes of every code.
   *
   * @param names code to name of the units of the base year
   */
  static Spells of(Map<String, String> names, List<Change> changes) {
    Spells spells = new Spells();
    spells.index(changes);
    Set<String> codes = new TreeSet<>(names.keySet());
    codes.addAll(spells.byOld.keySet());
    codes.addAll(spells.byNew.keySet());
    codes.remove("");
    for (String code : codes) {
      spells.byCode.put(code, spells.spellsOf(code, names.getOrDefault(code, "")));
    }
    return spells;
  }

  List<Spell> of(String code) {
    return byCode.getOrDefault(code, List.of());
  }

  Optional<Spell> at(String code, int year) {
    return of(code).stream().filter(s -> s.holds(year)).findFirst();
  }

  Set<String> codes() {
    return byCode.keySet();
  }

  /** Changes that end this code in this year and name another one. */
  List<Change> onward(String code, int year) {
    return passing(byOld, code, year);
  }

  /** Changes that begin this code in this year and name another one. */
  List<Change> origins(String code, int year) {
    return passing(byNew, code, year);
  }

  private static List<Change> passing(Map<String, List<Change>> index, String code, int year) {
    return index.getOrDefault(code, List.of()).stream()
        .filter(c -> c.passesOn() && c.year() == year)
        .toList();
  }

  private void index(List<Change> changes) {
    Map<String, Integer> merged = new HashMap<>();
    for (Change c : changes) {
      byOld.computeIfAbsent(c.oldCode(), k -> new ArrayList<>()).add(c);
      byNew.computeIfAbsent(c.newCode(), k -> new ArrayList<>()).add(c);
      if (c.continues()) {
        continuing.add(c.year() + c.newCode());
      } else if (c.kind() == Change.Kind.MERGE) {
        merged.merge(c.year() + c.newCode(), 1, Integer::sum);
      }
    }
    // One unit merged into a code: the code is older than the merger, else it were a recode.
    merged.forEach(
        (key, units) -> {
          if (units == 1) {
            continuing.add(key);
          }
        });
  }

  private List<Spell> spellsOf(String code, String baseName) {
    Map<Integer, Change> ends = events(byOld, code, Change::ends);
    Map<Integer, Change> starts = events(byNew, code, Change::starts);
    Set<Integer> years = new TreeSet<>(ends.keySet());
    years.addAll(starts.keySet());
    List<Spell> found = new ArrayList<>();
    boolean alive = years.isEmpty() || ends.containsKey(years.iterator().next());
    int from = Spell.OPEN_FROM;
    for (int year : years) {
      Change end = ends.get(year);
      if (end != null) {
        check(alive, end, "old_code", "在该年之前并不有效", "is not valid before that year");
        found.add(new Spell(code, end.oldName(), from, year - 1, successors(code, year)));
        alive = false;
      }
      Change start = starts.get(year);
      if (start != null) {
        check(!alive, start, "new_code", "在该年之前已经有效", "is already valid before that year");
        from = year;
        alive = true;
      }
    }
    if (alive) {
      String name = baseName.isEmpty() ? lastName(code) : baseName;
      found.add(new Spell(code, name, from, Spell.OPEN_TO, List.of()));
    }
    return List.copyOf(found);
  }

  private Map<Integer, Change> events(
      Map<String, List<Change>> index, String code, java.util.function.Predicate<Change> counts) {
    Map<Integer, Change> events = new TreeMap<>();
    for (Change c : index.getOrDefault(code, List.of())) {
      if (counts.test(c) && !continuing.contains(c.year() + code)) {
        events.putIfAbsent(c.year(), c);
      }
    }
    return events;
  }

  private List<String> successors(String code, int year) {
    return onward(code, year).stream().map(Change::newCode).sorted().toList();
  }

  private String lastName(String code) {
    return byNew.getOrDefault(code, List.of()).stream()
        .max(java.util.Comparator.comparingInt(Change::year))
        .map(Change::newName)
        .orElse("");
  }

  static void check(boolean holds, Change c, String column, String zh, String en) {
    if (!holds) {
      String code = c.row().text(column);
      c.row()
          .problems()
          .add(
              c.row()
                  .problem(column, Text.of("代码 " + code + " " + zh, "code " + code + " " + en))
                  .fix("核对年份与前后代码", "check the year and both codes"));
    }
  }
}
