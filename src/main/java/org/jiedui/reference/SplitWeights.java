package org.jiedui.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * How the amounts of a divided unit are shared out to its parts of the base year: by population,
 * else by area, else equally.
 */
final class SplitWeights implements java.io.Serializable {
  /** Where a geography keeps its weights. */
  static final String FILE = "split_weights.csv";

  private static final long serialVersionUID = 1L;
  private static final List<String> COLUMNS =
      List.of("code", "vintage_year", "successor", "weight", "method");

  /** From the one that is preferred on. */
  private static final List<String> METHODS = List.of("population", "area", "equal");

  /** The parts of a code in one of its years. */
  private record Division(String code, Set<String> parts) implements java.io.Serializable {}

  /** Rows that belong together: their weights sum to 1. */
  private record Group(String code, int year, String method) {}

  private final Map<Division, List<Share>> shares = new HashMap<>();

  private SplitWeights() {}

  /** No weights: every division is an equal one. */
  static SplitWeights equal() {
    return new SplitWeights();
  }

  /** Reads a file; what does not fit the history of the codes becomes a problem of its row. */
  static SplitWeights read(Path file, History history, List<Problem> problems) {
    Map<Group, Map<String, CsvRow>> groups = new LinkedHashMap<>();
    for (CsvRow row : CsvFile.read(file, COLUMNS, problems)) {
      Group group =
          new Group(row.code("code"), row.year("vintage_year"), row.word("method", METHODS));
      Map<String, CsvRow> rows = groups.computeIfAbsent(group, g -> new TreeMap<>());
      if (rows.putIfAbsent(row.code("successor"), row) != null) {
        row.wrong("successor", "每个后继代码只出现一次", "each successor once");
      }
    }
    SplitWeights weights = new SplitWeights();
    groups.forEach((group, rows) -> weights.add(group, rows, history, problems));
    return weights;
  }

  /** The shares of the parts of a code, in code order. */
  List<Share> of(String code, Set<String> parts) {
    return shares.getOrDefault(new Division(code, parts), equal(parts));
  }

  private static List<Share> equal(Set<String> parts) {
    double weight = 1.0 / parts.size();
    return new TreeSet<>(parts)
        .stream().map(part -> new Share(part, weight, METHODS.get(2))).toList();
  }

  private void add(Group group, Map<String, CsvRow> rows, History history, List<Problem> problems) {
    CsvRow first = rows.values().iterator().next();
    Set<String> parts = history.parts(group.code(), group.year());
    if (!parts.equals(rows.keySet())) {
      problems.add(otherParts(first, group, parts));
      return;
    }
    List<Share> found = new ArrayList<>();
    rows.forEach((code, row) -> found.add(new Share(code, weight(row), group.method())));
    notOne(found, first).forEach(problems::add);
    shares.merge(new Division(group.code(), Set.copyOf(parts)), found, SplitWeights::preferred);
  }

  private static List<Share> preferred(List<Share> one, List<Share> other) {
    return rank(other) < rank(one) ? other : one;
  }

  private static int rank(List<Share> shares) {
    return METHODS.indexOf(shares.get(0).method());
  }

  private static List<Problem> notOne(List<Share> shares, CsvRow first) {
    try {
      Share.of(0, shares);
      return List.of();
    } catch (InputException e) {
      return e.problems().stream().map(p -> p.at(first.place("weight"))).toList();
    }
  }

  private static double weight(CsvRow row) {
    return Optional.of(row.text("weight"))
        .filter(text -> text.matches("[0-9]+(\\.[0-9]+)?([eE]-?[0-9]+)?"))
        .map(Double::parseDouble)
        .orElse(Double.NaN);
  }

  private static Problem otherParts(CsvRow row, Group group, Set<String> parts) {
    String where = group.code() + "@" + group.year();
    Problem problem =
        row.problem(
            "successor",
            Text.of(
                where + " 的后继代码与沿革不符",
                "the successors of " + where + " are not those of its history"));
    return parts.isEmpty()
        ? problem.expected("该年有效的代码", "a code that is valid in that year")
        : problem.expected(String.join("、", parts), String.join(", ", parts));
  }
}
