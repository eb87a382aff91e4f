package org.jiedui.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.message.Problem;
import org.jiedui.reference.ChangeLines.Named;
import org.jiedui.reference.ChangeLines.Target;

/**
 * Turns spans of codes, each with its base-year codes, into changes from year to year.
 *
 * <p>A span that ends is followed by spans that hold in the next year and together lead to the same
 * base-year codes; which of several such spans is named makes no difference in the base year.
 */
final class CodeSpans {
  private final int baseYear;
  private final int firstYear;
  private final Map<String, List<CodeSpan>> byCode = new TreeMap<>();
  private final Map<String, List<CodeSpan>> byBase = new TreeMap<>();
  private final Set<CodeSpan> begun = new HashSet<>();
  private final ChangeLines lines;

  private CodeSpans(int baseYear, int firstYear, ChangeLines lines) {
    this.baseYear = baseYear;
    this.firstYear = firstYear;
    this.lines = lines;
  }

  /** Adds the changes of all spans to the lines, and tells the units of the base year. */
  static List<Named> read(
      List<CodeSpan> spans,
      int baseYear,
      int firstYear,
      ChangeLines lines,
      List<Problem> problems) {
    CodeSpans all = new CodeSpans(baseYear, firstYear, lines);
    spans.stream()
        .filter(span -> span.end() > firstYear)
        .sorted(Comparator.comparing(CodeSpan::code).thenComparing(CodeSpan::from))
        .forEach(span -> all.add(span, problems));
    all.byCode.values().forEach(all::link);
    all.begin();
    return all.units();
  }

  private void add(CodeSpan span, List<Problem> problems) {
    List<CodeSpan> same = byCode.computeIfAbsent(span.code(), code -> new ArrayList<>());
    if (!same.isEmpty() && same.get(same.size() - 1).meets(span)) {
      problems.add(span.overlap(same.get(same.size() - 1)));
    }
    if (span.holds(baseYear) && !span.bases().equals(Set.of(span.code()))) {
      span.row().wrong("source_code", "基准年有效的代码指向自身", "a code of the base year leads to itself");
    }
    same.add(span);
    span.bases().forEach(b -> byBase.computeIfAbsent(b, code -> new ArrayList<>()).add(span));
  }

  private void link(List<CodeSpan> same) {
    for (int i = 0; i < same.size(); i++) {
      CodeSpan span = same.get(i);
      Optional<CodeSpan> next =
          i + 1 < same.size() ? Optional.of(same.get(i + 1)) : Optional.empty();
      if (next.filter(n -> continues(span, n)).isPresent()) {
        rename(span, next.get());
      } else if (span.end() <= baseYear) {
        follow(span);
      }
    }
  }

  private static boolean continues(CodeSpan span, CodeSpan next) {
    return next.from() == span.end() && next.bases().equals(span.bases());
  }

  private void rename(CodeSpan span, CodeSpan next) {
    begun.add(next);
    if (!span.name().equals(next.name())) {
      lines.renamed(next.from(), span.named(), next.name(), source(span));
    }
  }

  private void follow(CodeSpan span) {
    List<CodeSpan> next = successors(span);
    if (next.isEmpty()) {
      lines.vanished(span.end(), span.named(), source(span) + "; successor not settled");
      return;
    }
    begun.addAll(next);
    List<Target> targets =
        next.stream().map(n -> new Target(n.code(), n.name(), nameBefore(n, span.end()))).toList();
    lines.became(span.end(), span.named(), targets, source(span));
  }

  /** Name of the code in the year before, when it meant the same; "" when the code is new. */
  private String nameBefore(CodeSpan next, int year) {
    return byCode.get(next.code()).stream()
        .filter(s -> s.holds(year - 1) && s.bases().equals(next.bases()))
        .map(CodeSpan::name)
        .findFirst()
        .orElse("");
  }

  /** Fewest spans of the next year that lead to all base codes and to no other; new ones first. */
  private List<CodeSpan> successors(CodeSpan span) {
    List<CodeSpan> found = new ArrayList<>();
    Set<String> missing = new TreeSet<>(span.bases());
    for (CodeSpan next : candidates(span)) {
      if (!missing.isEmpty() && missing.containsAll(next.bases())) {
        found.add(next);
        missing.removeAll(next.bases());
      }
    }
    return missing.isEmpty() ? found : List.of();
  }

  private List<CodeSpan> candidates(CodeSpan span) {
    Set<CodeSpan> near = new HashSet<>();
    span.bases().forEach(base -> near.addAll(byBase.getOrDefault(base, List.of())));
    return near.stream()
        .filter(s -> s.holds(span.end()) && span.bases().containsAll(s.bases()))
        .sorted(
            Comparator.<CodeSpan, Integer>comparing(s -> -s.bases().size())
                .thenComparing(s -> s.from() != span.end())
                .thenComparing(CodeSpan::code))
        .toList();
  }

  private void begin() {
    byCode.values().stream()
        .flatMap(List::stream)
        .filter(span -> span.from() > firstYear && !begun.contains(span))
        .forEach(
            span ->
                lines.appeared(span.from(), span.named(), source(span) + "; origin not settled"));
  }

  private List<Named> units() {
    return byCode.values().stream()
        .flatMap(List::stream)
        .filter(span -> span.holds(baseYear))
        .map(CodeSpan::named)
        .toList();
  }

  private static String source(CodeSpan span) {
    return span.row().file().getFileName() + ":" + span.row().line();
  }
}
