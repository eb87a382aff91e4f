package org.jiedui.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.message.Problem;
import org.junit.jupiter.api.Test;

/**
 * Holds the shipped table of code changes to an independent one, which is only read here: {@code
 * -Dcrosswalk.reference=FILE} names a table of spans with base-year codes.
 */
class CrosswalkReferenceTest {
  private static final String PROPERTY = "crosswalk.reference";

  private enum Agreement {
    SAME,
    /** The reference names further parts; the shipped table lists them as transfers. */
    MAIN_PART,
    OTHER,
    UNKNOWN
  }

  @Test
  void theShippedTableLeadsWhereTheReferenceLeads() {
    String reference = System.getProperty(PROPERTY);
    assumeTrue(
        reference != null, "no -D" + PROPERTY + "=FILE given: not compared with a reference");
    Geography shipped = Geography.load(Path.of("conf/geography"));
    Map<Agreement, List<String>> found = new TreeMap<>();
    for (CodeSpan span : spans(reference, shipped.baseYear())) {
      int from = Math.max(span.from(), shipped.coversFrom());
      int to = Math.min(span.end() - 1, shipped.coversTo());
      if (from <= to && !span.bases().isEmpty()) {
        found
            .computeIfAbsent(compared(shipped, span, from, to), a -> new ArrayList<>())
            .add(span.code() + " " + span.name() + " " + from + "–" + to + " " + span.bases());
      }
    }
    found.forEach((agreement, rows) -> System.err.println(agreement + " " + rows.size()));

    assertThat(found.get(Agreement.SAME)).hasSizeGreaterThan(3000);
    assertThat(found.getOrDefault(Agreement.OTHER, List.of())).hasSizeLessThan(10);
    assertThat(found.getOrDefault(Agreement.UNKNOWN, List.of())).hasSizeLessThan(10);
  }

  /** The year in which a code ends may differ by one, as lists close in different months. */
  private static Agreement compared(Geography shipped, CodeSpan span, int from, int to) {
    int code = Integer.parseInt(span.code());
    Resolution found = shipped.resolve(code, from);
    for (int year = from; year <= to && !found.accepted(); year++) {
      found = shipped.resolve(code, year);
    }
    if (!found.accepted()) {
      return Agreement.UNKNOWN;
    }
    Set<String> ours = new TreeSet<>(List.of(found.unit().split("\\+")));
    Set<String> joined = new TreeSet<>();
    for (String base : span.bases()) {
      String unit = shipped.resolve(Integer.parseInt(base), shipped.baseYear()).unit();
      joined.addAll(List.of(unit.split("\\+")));
    }
    if (ours.equals(joined)) {
      return Agreement.SAME;
    }
    return joined.containsAll(ours) ? Agreement.MAIN_PART : Agreement.OTHER;
  }

  private static List<CodeSpan> spans(String reference, int baseYear) {
    List<Problem> problems = new ArrayList<>();
    List<CodeSpan> spans =
        CsvFile.parse(Path.of(reference), problems).rows().stream()
            .map(row -> CodeSpan.of(row, "base" + baseYear + "_codes"))
            .toList();
    assertThat(problems).isEmpty();
    return spans;
  }
}
