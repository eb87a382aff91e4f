package org.jiedui.reference;

import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.settings.Settings;

/** Reads and checks the three files of a geography: what it is, its units, their changes. */
final class GeographyFiles {
  private static final List<String> UNIT_COLUMNS =
      List.of("code", "name", "name_en", "level", "zone");
  private static final List<String> LEVELS = List.of("province", "prefecture", "county");

  /** What {@code geography.conf} says. */
  record About(
      Text title,
      int baseYear,
      int coversFrom,
      int coversTo,
      String source,
      String licence,
      boolean synthetic)
      implements Serializable {}

  /** One unit of the base year. */
  record Unit(String code, String name, String nameEn, Level level, String zone)
      implements Serializable {}

  private final Path dir;
  private final List<Problem> problems = new ArrayList<>();

  private GeographyFiles(Path dir) {
    this.dir = dir;
  }

  static Geography load(Path dir) {
    return new GeographyFiles(dir).load(Optional.empty());
  }

  static Geography shared(Path dir, Optional<Path> weights) {
    Path own = dir.resolve(SplitWeights.FILE);
    List<Path> files = weights.or(() -> Optional.of(own).filter(Files::exists)).stream().toList();
    return new GeographyFiles(dir).load(Optional.of(files));
  }

  /** With no list of weights splits are unions; with an empty one every split is an equal one. */
  private Geography load(Optional<List<Path>> weightFiles) {
    About about = about();
    Map<String, Unit> units = units();
    List<Change> changes =
        CsvFile.read(dir.resolve("changes.csv"), Change.COLUMNS, problems).stream()
            .map(Change::of)
            .toList();
    InputException.throwIfAny(ExitCode.USAGE, problems);
    Map<String, String> names = new TreeMap<>();
    units.forEach((code, unit) -> names.put(code, unit.name()));
    History history = History.of(about.baseYear(), names, changes);
    Optional<SplitWeights> weights = weightFiles.map(files -> weights(files, history));
    InputException.throwIfAny(ExitCode.USAGE, problems);
    List<Path> files = new ArrayList<>();
    List.of("geography.conf", "units.csv", "changes.csv").forEach(f -> files.add(dir.resolve(f)));
    weightFiles.ifPresent(files::addAll);
    String digest = Digest.of(files) + (weights.isPresent() ? "-shared" : "");
    return new GeographyTable(about, units, history, weights, digest);
  }

  private SplitWeights weights(List<Path> files, History history) {
    return files.isEmpty()
        ? SplitWeights.equal()
        : SplitWeights.read(files.get(0), history, problems);
  }

  private About about() {
    return FactProblems.read(dir.resolve("geography.conf"), GeographyFiles::about, problems)
        .orElse(new About(Text.NONE, 0, 0, 0, "", "", false));
  }

  private static About about(Settings file) {
    file.texts("notes");
    Settings imported = file.child("imported");
    imported.optionalText("file");
    imported.optionalText("sha256");
    int base = file.integer("base-year");
    List<Integer> covers = file.integers("covers");
    boolean ordered = covers.size() == 2 && covers.get(0) <= base && base <= covers.get(1);
    if (!ordered) {
      file.bad(
          "covers",
          "[起, 止],基准年在其中",
          "[from, to] with the base year between them",
          Optional.empty());
    }
    return new About(
        file.label("title"),
        base,
        ordered ? covers.get(0) : base,
        ordered ? covers.get(1) : base,
        file.text("source"),
        file.text("licence"),
        file.flag("synthetic"));
  }

  private Map<String, Unit> units() {
    Map<String, Unit> units = new LinkedHashMap<>();
    List<CsvRow> rows = CsvFile.read(dir.resolve("units.csv"), UNIT_COLUMNS, problems);
    for (CsvRow row : rows) {
      Unit unit = unit(row);
      if (units.putIfAbsent(unit.code(), unit) != null) {
        row.wrong("code", "每个代码只出现一次", "each code once");
      }
    }
    rows.stream()
        .filter(row -> !units.containsKey(province(row.text("code"))))
        .forEach(row -> row.wrong("code", "其所属的省在表中的代码", "a code whose province is in the list"));
    return units;
  }

  private static Unit unit(CsvRow row) {
    String code = row.code("code");
    row.word("level", LEVELS);
    Level level = Level.of(row.text("level")).orElse(Level.COUNTY);
    if (CsvRow.isCode(code) && Level.ofCode(code) != level) {
      row.wrong("level", Level.ofCode(code).word(), Level.ofCode(code).word());
    }
    return new Unit(code, row.required("name"), row.text("name_en"), level, row.text("zone"));
  }

  private static String province(String code) {
    return code.length() < 2 ? code : code.substring(0, 2) + "0000";
  }
}
