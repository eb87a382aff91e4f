package org.jiedui.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jiedui.ingest.file.NamedPlaces;
import org.jiedui.message.Lang;
import org.jiedui.reference.CodeProposal;
import org.jiedui.reference.Gazetteer;
import org.jiedui.reference.NameSpan;
import org.jiedui.reference.PlacePath;
import org.jiedui.table.CodeMapRow;
import org.jiedui.table.Frame;

/**
 * The table of names to be confirmed: one line for each path of names and each span of years in
 * which it may mean the same.
 */
public final class CodeProposals {
  private final Gazetteer gazetteer;
  private final TreeMap<PlacePath, TreeMap<Integer, Long>> rows = new TreeMap<>();

  public CodeProposals(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** What is confirmed without a person. */
  public enum Accept {
    NOTHING,
    /** Full names of that year in a full hierarchy that name one unit. */
    EXACT
  }

  /** Adds the named rows of one file. */
  public void add(NamedPlaces places) {
    places
        .rows()
        .forEach(
            (path, years) -> {
              Map<Integer, Long> all = rows.computeIfAbsent(path, p -> new TreeMap<>());
              years.forEach((year, count) -> all.merge(year, count, Long::sum));
            });
  }

  /** Names of one place in years that follow each other with one proposal. */
  private record Span(PlacePath path, int from, int to, long rows, CodeProposal proposal) {}

  /** The lines of the map, with what is accepted at once. */
  public Frame table(Accept accept, Lang lang) {
    List<Object[]> lines = new ArrayList<>();
    rows.forEach(
        (path, years) -> spans(path, years).forEach(s -> lines.add(line(s, accept, lang))));
    return Frame.of("code_map", CodeMapRow.values(), lines);
  }

  private List<Span> spans(PlacePath path, TreeMap<Integer, Long> years) {
    List<Span> spans = new ArrayList<>();
    CodeProposal before = null;
    for (int year = years.firstKey(); year <= years.lastKey(); year++) {
      CodeProposal now = gazetteer.find(path, year);
      long count = years.getOrDefault(year, 0L);
      boolean goesOn = now.equals(before) && !spans.isEmpty();
      if (count > 0 && goesOn) {
        Span last = spans.remove(spans.size() - 1);
        spans.add(new Span(path, last.from(), year, last.rows() + count, now));
      } else if (count > 0) {
        spans.add(new Span(path, year, year, count, now));
      }
      before = count > 0 || goesOn ? now : null;
    }
    return spans;
  }

  private static Object[] line(Span span, Accept accept, Lang lang) {
    CodeProposal found = span.proposal();
    boolean accepted = accept == Accept.EXACT && found.match() == CodeProposal.Match.EXACT;
    Optional<NameSpan> proposed = found.proposed();
    return new Object[] {
      span.path().province(),
      span.path().prefecture(),
      span.path().county(),
      span.from(),
      span.to(),
      span.rows(),
      proposed.map(NameSpan::code).orElse(""),
      found.match().name().toLowerCase(Locale.ROOT),
      found.match().text().in(lang),
      found.candidates().stream().map(NameSpan::toString).collect(Collectors.joining("; ")),
      accepted ? "ok" : ""
    };
  }
}
