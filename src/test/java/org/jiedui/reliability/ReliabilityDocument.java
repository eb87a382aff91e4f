package org.jiedui.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table of {@code reliability.md}: its rows are written and compared one at a time. */
final class ReliabilityDocument {
  private static final String HEAD =
      """
      # Reliability

      What is broken on purpose, and what it did. Written by the tests (`-Dreliability=write`, or the
      profile `thorough`); in every other run each test compares its row with this table. A failure is a
      wrong, lost or half-published value, an error outside the catalogue of reasons, or a case over its
      limits. A control is a weaker program under the same test: where it does not fail, the test proves
      nothing. Seconds are upper bounds (1, 2, 5, 10, 30, …) of the slowest case; MiB is the heap it had.

      | Row | Room | Fault | Cases | Failures | Control | Control's failures | Worst s | Heap MiB |
      |---|---|---|---|---|---|---|---|---|
      """;
  private static final double[] BOUNDS = {1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600};
  private static final int CASES = 3;

  private final Path file;

  ReliabilityDocument(Path file) {
    this.file = file;
  }

  void write(Proof proof, Counts counts) throws IOException {
    Map<Proof, List<String>> rows = rows();
    rows.put(proof, cells(proof, counts));
    var text = new StringBuilder(HEAD);
    rows.values()
        .forEach(cells -> text.append("| ").append(String.join(" | ", cells)).append(" |\n"));
    Files.writeString(file, text);
  }

  /** The words must be these, and the document may not claim more cases than were tried. */
  void compare(Proof proof, Counts counts) throws IOException {
    List<String> now = cells(proof, counts);
    List<String> then = rows().getOrDefault(proof, List.of());
    if (then.isEmpty() || !words(then).equals(words(now)) || cases(then) > counts.cases()) {
      throw new AssertionError(
          "%s is out of date: it says %s, the test says %s; run the test with -Dreliability=write"
              .formatted(file, then, now));
    }
  }

  /** In the order of the proofs; a row that no proof is named after is left out. */
  Map<Proof, List<String>> rows() throws IOException {
    Map<Proof, List<String>> rows = new EnumMap<>(Proof.class);
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        List<String> cells = List.of(line.replaceAll("^\\| | \\|$", "").split(" \\| "));
        for (Proof proof : Proof.values()) {
          if (cells.get(0).equals(id(proof))) {
            rows.put(proof, cells);
          }
        }
      }
    }
    return rows;
  }

  private static List<String> cells(Proof proof, Counts counts) {
    boolean controlled = counts.controlCases() >= 0;
    return List.of(
        id(proof),
        proof.room(),
        proof.fault(),
        number(counts.cases()),
        number(counts.failures()),
        proof.control(),
        controlled
            ? number(counts.controlFailures()) + " of " + number(counts.controlCases())
            : "-",
        counts.worstSeconds() < 0 ? "-" : bound(counts.worstSeconds()),
        counts.mebibytes() < 0 ? "-" : number(counts.mebibytes()));
  }

  private static String id(Proof proof) {
    return proof.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Everything but figures, which a run with other limits or another machine changes. */
  private static List<String> words(List<String> cells) {
    List<String> words = new ArrayList<>(cells.subList(0, CASES));
    words.addAll(cells.subList(CASES + 1, CASES + 3));
    return words;
  }

  private static long cases(List<String> cells) {
    return Long.parseLong(cells.get(CASES).replace(",", ""));
  }

  private static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  private static String bound(double seconds) {
    for (double bound : BOUNDS) {
      if (seconds <= bound) {
        return number((long) bound);
      }
    }
    return number((long) Math.ceil(seconds));
  }
}
