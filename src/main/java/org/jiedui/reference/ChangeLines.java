package org.jiedui.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The lines of a {@code changes.csv} in the making: what ended, and what it became. */
final class ChangeLines {
  /** A code and the name it has. */
  record Named(String code, String name) {}

  /**
   * What a unit became.
   *
   * @param nameBefore name under the same code at the end of the year before; "" for a new code
   */
  record Target(String code, String name, String nameBefore) {
    boolean stood() {
      return !nameBefore.isEmpty();
    }
  }

  private record Link(int year, Named old, List<Target> targets, String source) {}

  private static final Comparator<List<String>> ORDER =
      Comparator.<List<String>, String>comparing(line -> line.get(0))
          .thenComparing(line -> line.get(2).isEmpty() ? line.get(4) : line.get(2))
          .thenComparing(line -> line.get(1))
          .thenComparing(line -> line.get(4));

  private final List<Link> links = new ArrayList<>();
  private final List<List<String>> others = new ArrayList<>();

  /** A unit ended and became these; one or several. */
  void became(int year, Named old, List<Target> targets, String source) {
    links.add(new Link(year, old, targets, source));
  }

  void renamed(int year, Named old, String name, String source) {
    other(year, "rename", old, new Named(old.code(), name), "medium", source);
  }

  void transferred(int year, Named old, Named into, String source) {
    other(year, "transfer", old, into, "medium", source);
  }

  void appeared(int year, Named unit, String source) {
    other(year, "appear", new Named("", ""), unit, "unsure", source);
  }

  void vanished(int year, Named unit, String source) {
    other(year, "vanish", unit, new Named("", ""), "unsure", source);
  }

  /** A line of another table, as it stands there. */
  void copied(CsvRow row) {
    others.add(Change.COLUMNS.stream().map(row::text).toList());
  }

  /** All lines in order of year and code; what stood before and stands on has a line of its own. */
  List<List<String>> lines() {
    Map<String, Integer> wholes = new TreeMap<>();
    links.stream()
        .filter(link -> link.targets().size() == 1)
        .forEach(link -> wholes.merge(link.year() + link.targets().get(0).code(), 1, Integer::sum));
    Set<List<String>> lines = new HashSet<>(others);
    Set<String> standing = new HashSet<>();
    for (Link link : links) {
      for (Target target : link.targets()) {
        String kind = kind(link, wholes);
        Named into = new Named(target.code(), target.name());
        lines.add(line(link.year(), kind, link.old(), into, "medium", link.source()));
        if (target.stood() && standing.add(link.year() + target.code())) {
          Named before = new Named(target.code(), target.nameBefore());
          lines.add(
              line(link.year(), kind, before, into, "medium", "continues under its own code"));
        }
      }
    }
    return lines.stream().sorted(ORDER).toList();
  }

  private static String kind(Link link, Map<String, Integer> wholes) {
    if (link.targets().size() > 1) {
      return "split";
    }
    Target target = link.targets().get(0);
    return target.stood() || wholes.get(link.year() + target.code()) > 1 ? "merge" : "recode";
  }

  private void other(int year, String kind, Named old, Named into, String sure, String source) {
    others.add(line(year, kind, old, into, sure, source));
  }

  private static List<String> line(
      int year, String kind, Named old, Named into, String sure, String source) {
    return List.of(
        String.valueOf(year), kind, old.code(), old.name(), into.code(), into.name(), sure, source);
  }
}
