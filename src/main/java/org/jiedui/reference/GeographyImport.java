package org.jiedui.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * Reads a public table of county codes through time into a geography folder.
 *
 * <p>Two forms are known: spans of codes with their base-year codes ({@code source_code}, {@code
 * source_name}, {@code valid_from_year}, {@code valid_to_year_exclusive}, {@code base2020_codes}),
 * and changes ({@code year}, {@code old_code}, {@code old_name}, {@code kind}, {@code new_codes},
 * {@code new_names}). Counties come from the table; provinces, prefectures and their changes, zones
 * and names in English from a geography that is already there.
 */
public final class GeographyImport {
  private static final Pattern BASES = Pattern.compile("base(\\d{4})_codes");
  private static final List<String> SPANS =
      List.of("source_code", "source_name", "valid_from_year", "valid_to_year_exclusive");
  private static final List<String> UNITS = List.of("code", "name", "name_en", "level", "zone");

  /**
   * What to read and where to write it.
   *
   * @param frame geography folder that gives provinces and prefectures
   * @param from first year that matters; codes that ended before it are left out
   * @param licence what the table's owner allows
   */
  public record Request(Path file, Path frame, Path out, OptionalInt from, String licence) {}

  /** What was written: number of counties, and of changes by kind. */
  public record Summary(Geography geography, int counties, Map<String, Integer> changes) {}

  private final Request request;
  private final Geography frame;
  private final ChangeLines lines = new ChangeLines();
  private final List<Problem> problems = new ArrayList<>();
  private final List<List<String>> units = new ArrayList<>();

  private GeographyImport(Request request) {
    this.request = request;
    this.frame = Geography.load(request.frame());
  }

  /** Writes the folder and reads it back; a table that contradicts itself is refused as a whole. */
  public static Summary run(Request request) {
    return new GeographyImport(request).run();
  }

  private Summary run() {
    CsvFile.Parsed table = CsvFile.parse(request.file(), problems);
    InputException.throwIfAny(ExitCode.INPUT, problems);
    copyFrame();
    int from = table.header().contains("old_code") ? changes(table) : spans(table);
    InputException.throwIfAny(ExitCode.INPUT, problems);
    List<List<String>> changes = lines.lines();
    GeographyFolder folder = GeographyFolder.create(request.out());
    folder.csv("units.csv", UNITS, units);
    folder.csv("changes.csv", Change.COLUMNS, changes);
    folder.about(about(from, coversTo(table, changes)));
    return new Summary(readBack(folder), counties(), kinds(changes));
  }

  private Geography readBack(GeographyFolder folder) {
    try {
      return Geography.load(request.out());
    } catch (InputException e) {
      folder.discard();
      throw new InputException(ExitCode.INPUT, e.problems());
    }
  }

  private int spans(CsvFile.Parsed table) {
    String bases = basesColumn(table.header());
    CsvFile.checkMissing(request.file(), table.header(), with(SPANS, bases), problems);
    InputException.throwIfAny(ExitCode.INPUT, problems);
    List<CodeSpan> spans = table.rows().stream().map(row -> CodeSpan.of(row, bases)).toList();
    InputException.throwIfAny(ExitCode.INPUT, problems);
    int first = spans.stream().mapToInt(CodeSpan::from).min().orElse(frame.baseYear());
    int from = Math.max(first, request.from().orElse(first));
    CodeSpans.read(spans, frame.baseYear(), from, lines, problems)
        .forEach(unit -> county(unit.code(), unit.name()));
    return from;
  }

  private int changes(CsvFile.Parsed table) {
    CsvFile.checkMissing(request.file(), table.header(), CodeChanges.COLUMNS, problems);
    InputException.throwIfAny(ExitCode.INPUT, problems);
    List<CsvRow> rows =
        table.rows().stream().filter(row -> row.year("year") >= request.from().orElse(0)).toList();
    Map<String, String> counties = new TreeMap<>();
    for (CsvRow row : frameRows("units.csv", UNITS)) {
      if (row.text("level").equals(Level.COUNTY.word())) {
        counties.put(row.text("code"), row.text("name"));
        county(row.text("code"), row.text("name"));
      }
    }
    CodeChanges.read(rows, counties, frame, lines, problems);
    int first = rows.stream().mapToInt(row -> row.year("year")).min().orElse(frame.baseYear());
    return Math.min(frame.baseYear(), first - 1);
  }

  private void county(String code, String name) {
    units.add(List.of(code, name, "", Level.COUNTY.word(), ""));
  }

  private void copyFrame() {
    for (CsvRow row : frameRows("units.csv", UNITS)) {
      if (!row.text("level").equals(Level.COUNTY.word())) {
        units.add(UNITS.stream().map(row::text).toList());
      }
    }
    for (CsvRow row : frameRows("changes.csv", Change.COLUMNS)) {
      if (above(row.text("old_code")) && above(row.text("new_code"))) {
        lines.copied(row);
      }
    }
  }

  private List<CsvRow> frameRows(String name, List<String> columns) {
    return CsvFile.read(request.frame().resolve(name), columns, problems);
  }

  /** Whether a code is no county's; a line without a code says nothing against it. */
  private static boolean above(String code) {
    return code.isEmpty() || Level.ofCode(code) != Level.COUNTY;
  }

  private String basesColumn(List<String> header) {
    String wanted = "base" + frame.baseYear() + "_codes";
    for (String column : header) {
      Matcher named = BASES.matcher(column);
      if (named.matches() && !column.equals(wanted)) {
        throw new InputException(ExitCode.INPUT, otherBase(named.group(1)));
      }
    }
    return wanted;
  }

  private Problem otherBase(String year) {
    return Problem.error(
            "REF_VALUE",
            Text.of(
                "该表以 " + year + " 年为基准,而框架以 " + frame.baseYear() + " 年为基准",
                "the table leads to codes of "
                    + year
                    + ", the frame has those of "
                    + frame.baseYear()))
        .at(request.file() + ":1")
        .fix("用 --frame 指定同一基准年的目录", "name a folder of the same base year with --frame");
  }

  private int coversTo(CsvFile.Parsed table, List<List<String>> changes) {
    boolean listsLater = table.header().contains("old_code");
    int last = changes.stream().mapToInt(line -> Integer.parseInt(line.get(0))).max().orElse(0);
    return listsLater ? Math.max(frame.baseYear(), last) : frame.baseYear();
  }

  private List<String> about(int from, int to) {
    String name = request.file().getFileName().toString();
    return List.of(
        "# 由代码沿革表导入 / read from a table of codes through time",
        "title { zh = "
            + GeographyFolder.quoted("代码沿革,导入自 " + name)
            + ", en = "
            + GeographyFolder.quoted("County codes through time, read from " + name)
            + " }",
        "base-year = " + frame.baseYear(),
        "covers = [" + from + ", " + to + "]",
        "source = "
            + GeographyFolder.quoted(
                "counties: " + name + "; provinces and prefectures: " + frame.source()),
        "licence = " + GeographyFolder.quoted(request.licence()),
        "synthetic = " + frame.synthetic(),
        "imported {",
        "  file = " + GeographyFolder.quoted(name),
        "  sha256 = " + GeographyFolder.quoted(Digest.ofBytes(request.file())),
        "}");
  }

  private int counties() {
    return (int) units.stream().filter(u -> u.get(3).equals(Level.COUNTY.word())).count();
  }

  private static Map<String, Integer> kinds(List<List<String>> changes) {
    return changes.stream()
        .collect(Collectors.toMap(line -> line.get(1), line -> 1, Integer::sum, TreeMap::new));
  }

  private static List<String> with(List<String> columns, String more) {
    List<String> all = new ArrayList<>(columns);
    all.add(more);
    return all;
  }
}
