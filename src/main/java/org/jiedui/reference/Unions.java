package org.jiedui.reference;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Base-year codes joined into units "a+b" where some year cannot tell them apart. */
final class Unions {
  private final Map<String, Set<String>> groups = new TreeMap<>();

  private Unions() {}

  static Unions of(List<Set<String>> inseparable) {
    Unions unions = new Unions();
    inseparable.forEach(unions::join);
    return unions;
  }

  /** The unit of a base-year code: itself, or its union in code order. */
  String unit(String code) {
    Set<String> group = groups.get(code);
    return group == null || group.size() == 1 ? code : String.join("+", group);
  }

  private void join(Set<String> codes) {
    Set<String> all = new TreeSet<>(codes);
    codes.forEach(code -> all.addAll(groups.getOrDefault(code, Set.of())));
    all.forEach(code -> groups.put(code, all));
  }
}
