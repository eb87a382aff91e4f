package org.jiedui.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;

/** Other names of units that no rule gives, from {@code aliases.csv} of a geography folder. */
final class PlaceAliases {
  private static final List<String> COLUMNS = List.of("code", "alias", "note");

  private PlaceAliases() {}

  /** Aliases by code; none where the folder has no list of them. */
  static Map<String, Set<String>> load(Path dir) {
    Map<String, Set<String>> aliases = new TreeMap<>();
    Path file = dir.resolve("aliases.csv");
    if (Files.exists(file)) {
      List<Problem> problems = new ArrayList<>();
      for (CsvRow row : CsvFile.read(file, COLUMNS, problems)) {
        aliases
            .computeIfAbsent(row.code("code"), code -> new TreeSet<>())
            .add(PlaceForms.normal(row.required("alias")));
      }
      InputException.throwIfAny(ExitCode.USAGE, problems);
    }
    return aliases;
  }
}
