package org.jiedui.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiedui.ingest.file.FileCheck;
import org.jiedui.ingest.file.Reason;
import org.jiedui.message.Problem;

/** The problems of all files by their code: how many rows, and the first few in full. */
final class CheckedCauses {
  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<String, List<Problem>> shown = new TreeMap<>();

  /** Rows are counted by the parser; a problem of a file or its header counts once. */
  void add(FileCheck check) {
    Map<Reason, Long> rows = check.tally().codes();
    rows.forEach((reason, n) -> counts.merge(reason.name(), n, Long::sum));
    for (Problem problem : check.problems()) {
      if (rows.keySet().stream().noneMatch(r -> r.name().equals(problem.code()))) {
        counts.merge(problem.code(), 1L, Long::sum);
      }
      show(problem);
    }
  }

  void add(Problem problem) {
    add(problem, 1);
  }

  void add(Problem problem, long rows) {
    counts.merge(problem.code(), rows, Long::sum);
    show(problem);
  }

  /** Further rows of a code whose first problems are shown already. */
  void count(Reason reason, long rows) {
    counts.merge(reason.name(), rows, Long::sum);
  }

  void show(Problem problem) {
    List<Problem> first = shown.computeIfAbsent(problem.code(), c -> new ArrayList<>());
    if (first.size() < Check.SHOWN) {
      first.add(problem);
    }
  }

  List<Check.Cause> sorted() {
    return counts.entrySet().stream()
        .map(
            e -> {
              List<Problem> first = shown.getOrDefault(e.getKey(), List.of());
              Problem.Level level =
                  first.isEmpty()
                      ? Reason.valueOf(e.getKey()).level()
                      : first.stream().map(Problem::level).sorted().findFirst().orElseThrow();
              return new Check.Cause(e.getKey(), level, e.getValue(), first);
            })
        .sorted(Check.worstFirst())
        .toList();
  }
}
