package org.jiedui.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** Which units border on each other: a CSV file of two columns of codes, one border a row. */
public final class Neighbours {
  private Neighbours() {}

  /**
   * Neighbours of each code, both ways, whichever way the file has them. Codes that a study does
   * not have are no fault: a list may be of the whole country.
   */
  public static SortedMap<String, SortedSet<String>> load(Path file) {
    List<Problem> problems = new ArrayList<>();
    CsvFile.Parsed parsed = CsvFile.parse(file, problems);
    if (parsed.header().size() != 2 && problems.isEmpty()) {
      problems.add(
          Problem.error("COL_MISSING", Text.of("邻接表须有两列代码", "a list of neighbours has two columns"))
              .at(file.toString())
              .showing(String.join(",", parsed.header())));
    }
    SortedMap<String, SortedSet<String>> neighbours = new TreeMap<>();
    if (problems.isEmpty()) {
      parsed.rows().forEach(row -> add(row, parsed.header(), neighbours));
    }
    InputException.throwIfAny(ExitCode.USAGE, problems);
    return neighbours;
  }

  private static void add(
      CsvRow row, List<String> header, SortedMap<String, SortedSet<String>> neighbours) {
    String one = row.code(header.get(0));
    String other = row.code(header.get(1));
    if (!one.equals(other)) {
      neighbours.computeIfAbsent(one, code -> new TreeSet<>()).add(other);
      neighbours.computeIfAbsent(other, code -> new TreeSet<>()).add(one);
    }
  }
}
