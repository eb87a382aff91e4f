package org.jiedui.ingest;

import com.typesafe.config.ConfigUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiedui.ingest.file.Contract;
import org.jiedui.ingest.file.HeaderGuess;
import org.jiedui.ingest.file.Measure;
import org.jiedui.ingest.file.Reason;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.reference.Geography;
import org.jiedui.reference.Indicator;
import org.jiedui.reference.Indicators;
import org.jiedui.settings.OpenGuesses;

/**
 * A study drafted from files nobody has described: its settings, its contract and what is declared
 * for each file. Each guess stands in a line of its own that says so.
 */
public final class StudyDraft {
  private static final int LATER_FROM = 2016;

  /** Below that a county's money of a year is rather in 万元 than in 元. */
  private static final long SMALL_IN_FEN = 1_000_000;

  private final Request request;
  private final Indicators indicators;
  private final Path schema;
  private final List<HeaderGuess> guesses = new ArrayList<>();
  private final List<Problem> left = new ArrayList<>();
  private final Map<Path, FileFacts> facts = new TreeMap<>();
  private final Map<Path, Map<String, String>> units = new TreeMap<>();
  private Contract contract;

  /**
   * What to draft from.
   *
   * @param files raw files
   * @param out folder to write to, new or empty
   * @param conf the settings that ship: contract, indicators, prices, claims
   * @param places folders of geography and pairings to choose from; the first is the usual one
   */
  public record Request(Path dir, List<Path> files, Path out, Path conf, List<Places> places) {
    /** A geography and the pairings that go with it. */
    public record Places(Path geography, Path pairings) {}
  }

  /**
   * What was drafted.
   *
   * @param guesses lines that wait for somebody
   * @param left files that could not be read, and why
   */
  public record Result(
      Path study,
      Contract contract,
      Request.Places places,
      List<Input> inputs,
      List<Problem> guesses,
      List<Problem> left) {}

  private StudyDraft(Request request) {
    this.request = request;
    indicators = Indicators.load(request.conf().resolve("indicators"));
    schema = request.out().resolve("schema.conf");
  }

  /** Drafts and writes; a folder that already holds something is refused (exit 2). */
  public static Result of(Request request) {
    refuseTaken(request.out());
    return new StudyDraft(request).run();
  }

  private Result run() {
    Contract shipped = Contract.load(request.conf().resolve("schema.conf"), indicators);
    request.files().forEach(file -> guess(file, shipped));
    if (guesses.isEmpty()) {
      throw new InputException(ExitCode.INPUT, left.isEmpty() ? List.of(nothing()) : left);
    }
    write("schema.conf", contractText());
    write("ingest.conf", ingestText());
    reload();
    guesses.forEach(this::units);
    replace("ingest.conf", ingestText());
    reload();
    guesses.forEach(g -> facts.put(g.file(), FileFacts.of(g.file(), contract, g.table())));
    Request.Places places = places();
    Geography geography = Geography.load(places.geography());
    replace("ingest.conf", ingestText(geography));
    reload();
    write("study.conf", studyText(places, geography));
    Path study = request.out().resolve("study.conf");
    return new Result(
        study,
        contract,
        places,
        guesses.stream().map(g -> new Input(g.file(), g.table(), source())).toList(),
        OpenGuesses.in(List.of(study, schema, request.out().resolve("ingest.conf"))),
        left);
  }

  private void guess(Path file, Contract shipped) {
    try {
      HeaderGuess guess = HeaderGuess.of(file, shipped);
      if (guess.isKnown()) {
        guesses.add(guess);
      } else {
        left.add(unknown(file));
      }
    } catch (InputException e) {
      left.addAll(e.problems());
    }
  }

  /** Money without a unit: read as yuan once, so that its size may say what is likelier. */
  private void units(HeaderGuess guess) {
    Path file = guess.file();
    List<String> columns = HeaderGuess.of(file, contract).unitless();
    if (columns.isEmpty()) {
      return;
    }
    Map<String, String> stated = units.computeIfAbsent(file, f -> new TreeMap<>());
    columns.forEach(column -> stated.put(column, "元"));
    replace("ingest.conf", ingestText());
    reload();
    FileFacts read = FileFacts.of(file, contract, guess.table());
    columns.forEach(column -> stated.put(column, unit(guess, column, read)));
  }

  private String unit(HeaderGuess guess, String column, FileFacts read) {
    Measure measure = contract.table(guess.table()).column(column).orElseThrow().measure();
    long fen = measure == null ? 0 : read.median(measure.indicator(), measure.form());
    String middle = BigDecimal.valueOf(fen, 2).toPlainString();
    return (fen < SMALL_IN_FEN ? "万元" : "元")
        + mark(
            "没有写明单位;数值的中位数为 " + middle,
            "no unit is stated; the middle of its numbers is " + middle);
  }

  private void reload() {
    contract = Contract.load(schema, indicators);
  }

  // ---- the contract -----------------------------------------------------------------------------

  private String contractText() {
    StringBuilder text = new StringBuilder(read(request.conf().resolve("schema.conf")));
    text.append("\n# 从文件表头得到的别名 / aliases found in the headers of the files\n");
    Set<String> lines = new TreeSet<>();
    for (HeaderGuess guess : guesses) {
      for (HeaderGuess.Alias alias : guess.aliases()) {
        lines.add(
            "tables.%s.columns.%s.aliases = ${?tables.%s.columns.%s.aliases} [%s]"
                    .formatted(
                        guess.table(),
                        alias.column(),
                        guess.table(),
                        alias.column(),
                        quoted(alias.header()))
                + mark(
                    "%s 的表头“%s”近于“%s”"
                        .formatted(name(guess.file()), alias.header(), alias.resembles()),
                    "header `%s` of %s resembles `%s`"
                        .formatted(alias.header(), name(guess.file()), alias.resembles())));
      }
    }
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  // ---- declarations of files --------------------------------------------------------------------

  private String ingestText() {
    return ingestText(null);
  }

  private String ingestText(Geography geography) {
    StringBuilder text = new StringBuilder();
    text.append("# 对单个文件的声明 / declarations for single files\nfiles {\n");
    guesses.forEach(g -> text.append(declared(g, geography)));
    text.append("}\n\n# 来源如何送达:append | snapshot | amend / how the source delivers\nsources {\n  ");
    text.append(quoted(source()))
        .append(" { delivery = append }")
        .append(mark("每次只送新行", "each delivery holds new rows only"))
        .append("\n}\n\ngates { reject-warn = 1, reject-stop = 5 }\n");
    return text.toString();
  }

  private String declared(HeaderGuess guess, Geography geography) {
    List<String> lines = new ArrayList<>();
    units
        .getOrDefault(guess.file(), Map.of())
        .forEach((column, unit) -> lines.add("units." + column + " = " + unit));
    if (guess.wideYears()) {
      lines.add("layout = wide-years" + mark("一列一年", "one column a year"));
      lines.add(
          guess.indicator().isEmpty()
              ? mark("若表头没有写明,补上 indicator = …", "add indicator = … where headers do not say it")
                  .strip()
              : "indicator = " + guess.indicator() + mark("由文件名得出", "from the name of the file"));
    }
    int vintage =
        geography == null || !facts.containsKey(guess.file())
            ? 0
            : facts.get(guess.file()).vintage(geography);
    if (vintage > 0) {
      lines.add(
          "code-vintage = "
              + vintage
              + mark(
                  "代码不是当年的,而都是该年的", "codes are not those of each year, but all are of this one"));
    }
    return lines.isEmpty()
        ? ""
        : "  %s {\n    %s\n  }\n"
            .formatted(quoted(name(guess.file())), String.join("\n    ", lines));
  }

  // ---- the study --------------------------------------------------------------------------------

  private String studyText(Request.Places places, Geography geography) {
    Set<Integer> years = new TreeSet<>();
    facts.values().forEach(f -> years.addAll(f.years()));
    String windows = windows(years);
    return String.join(
            "\n",
            "# 由 jiedui init 起草。逐行核对带“待确认”的行,核对后删去该注释;全部确认之前不能运行。",
            "# Drafted by jiedui init. Check each line that is marked as a guess and delete its comment; nothing runs before.",
            "id = " + quoted(source()),
            "title { zh = %s, en = %s }".formatted(quoted(source()), quoted(source()))
                + mark("标题", "title"),
            "synthetic = " + geography.synthetic(),
            "seed = 42",
            "",
            "inputs = [",
            inputs(),
            "]",
            "",
            "contract   = \"schema.conf\" # ingest.conf 与之同目录 / and ingest.conf beside it",
            "indicators = " + quoted(absolute(request.conf().resolve("indicators"))),
            "geography  = " + quoted(absolute(places.geography())) + known(geography),
            "pairings   = "
                + quoted(absolute(places.pairings()))
                + mark("结对关系", "which pairings hold"),
            "prices { file = %s, base-year = 2020 }"
                .formatted(quoted(absolute(request.conf().resolve("prices/cpi.csv")))),
            "",
            "windows { " + windows + " }" + mark("前后时期", "the earlier and the later window"),
            "",
            "# 某年没有记录:zero 表示没有往来,missing 表示缺失 / what a year without a record means",
            "absent = zero" + mark("没有记录即没有往来", "no record means no flow"),
            "",
            "effects { indicators = %s, confidence = 0.95, reference = t }"
                .formatted(list(flows())),
            "gap { level = county, indicators = %s, weights = equal, missing = available, min-share = 0.65 }"
                .formatted(list(indicators.development().stream().map(Indicator::id).toList())),
            "clusters { year = %d, starts = 50, scale = z }".formatted(last(years)),
            "claims { file = %s }"
                .formatted(quoted(absolute(request.conf().resolve("claims.conf")))),
            "output { root = \"jiedui-data\" }")
        + "\n";
  }

  private String inputs() {
    Stream<String> read =
        guesses.stream()
            .map(
                g ->
                    "  { path = %s, table = %s, source = %s }"
                            .formatted(quoted(path(g.file())), g.table(), quoted(source()))
                        + mark(
                            "哪张表,哪个来源" + names(g, "zh"),
                            "which table, which source" + names(g, "en")));
    Stream<String> open =
        left.stream().map(p -> "  " + mark("未读取:" + p.place(), "not read: " + p.place()).strip());
    return Stream.concat(read, open).collect(Collectors.joining("\n"));
  }

  private String names(HeaderGuess guess, String lang) {
    int names = facts.get(guess.file()).names();
    String command = "jobs/jiedui codes " + guess.file();
    return names == 0
        ? ""
        : lang.equals("zh")
            ? ";没有代码的地名 " + names + " 处,先运行 " + command
            : "; names without a code: " + names + ", run " + command;
  }

  private String known(Geography geography) {
    long codes = facts.values().stream().mapToLong(FileFacts::codes).sum();
    long known = facts.values().stream().mapToLong(f -> f.known(geography)).sum();
    return mark(
        "%d 个代码中认得 %d 个".formatted(codes, known),
        "%d of %d codes are known".formatted(known, codes));
  }

  /** The places in which most codes are known. */
  private Request.Places places() {
    Request.Places best = request.places().get(0);
    long most = -1;
    for (Request.Places one : request.places()) {
      Geography geography = Geography.load(one.geography());
      long known = facts.values().stream().mapToLong(f -> f.known(geography)).sum();
      best = known > most ? one : best;
      most = Math.max(most, known);
    }
    return best;
  }

  /** Two windows that meet at 2016 where the years allow it, else in the middle. */
  private static String windows(Set<Integer> years) {
    int first = years.stream().findFirst().orElse(1996);
    int last = Math.max(last(years), first + 1);
    boolean both = first < LATER_FROM && LATER_FROM <= last;
    int from = both ? LATER_FROM : first + (last - first + 1) / 2;
    return String.format(
        Locale.ROOT, "before = [%d, %d], after = [%d, %d]", first, from - 1, from, last);
  }

  private static int last(Set<Integer> years) {
    return years.stream().mapToInt(y -> y).max().orElse(2020);
  }

  private List<String> flows() {
    Set<String> found = new TreeSet<>();
    facts.values().forEach(f -> found.addAll(f.indicators()));
    List<String> all = indicators.of(Input.FLOWS).stream().map(Indicator::id).toList();
    List<String> used = all.stream().filter(found::contains).toList();
    return used.isEmpty() ? all : used;
  }

  // ---- words and files --------------------------------------------------------------------------

  /** A name for the study and its source, from the name of the folder. */
  private String source() {
    String name = name(request.dir().toAbsolutePath().normalize());
    String plain = name.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
    return plain.isEmpty() ? "study" : plain;
  }

  /** Relative where the study lies within the folder of the files. */
  private String path(Path file) {
    Path out = request.out().toAbsolutePath().normalize();
    Path dir = request.dir().toAbsolutePath().normalize();
    return out.startsWith(dir)
        ? out.relativize(file.toAbsolutePath().normalize()).toString()
        : absolute(file);
  }

  private static String absolute(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }

  private static String name(Path path) {
    return path.getFileName() == null ? "" : path.getFileName().toString();
  }

  private static String quoted(String text) {
    return ConfigUtil.quoteString(text);
  }

  private static String list(List<String> words) {
    return "[" + String.join(", ", words) + "]";
  }

  /** The comment of a guess, on one line. */
  private static String mark(String zh, String en) {
    return (" # " + OpenGuesses.MARK + ": " + zh + " / " + en).replaceAll("[\\r\\n]", " ");
  }

  private static void refuseTaken(Path out) {
    if (!Files.exists(out)) {
      return;
    }
    try (Stream<Path> inside = Files.isDirectory(out) ? Files.list(out) : Stream.of(out)) {
      if (inside.findAny().isPresent()) {
        throw new InputException(
            ExitCode.USAGE,
            Problem.error("OUT_TAKEN", Text.of("目标目录不是空的", "the folder to write to is not empty"))
                .at(out.toString())
                .fix("用 --out 给出一个新目录", "name a new folder with --out"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Problem nothing() {
    return Problem.error("INPUT_MISSING", Text.of("没有可读的文件", "no file that can be read"))
        .at(request.dir().toString())
        .expected(
            ".csv、.tsv、.xlsx、.xls 或 .parquet 文件", ".csv, .tsv, .xlsx, .xls or .parquet files");
  }

  private static Problem unknown(Path file) {
    return Problem.warning(
            Reason.COL_MISSING.name(),
            Text.of("表头中没有认得的列", "no column of the contract in its headers"))
        .at(file.toString())
        .fix("补上别名或从研究中去掉该文件", "add aliases, or leave the file out of the study");
  }

  private void write(String name, String text) {
    try {
      Files.createDirectories(request.out());
      Files.writeString(request.out().resolve(name), text, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes once more a file that this draft made. */
  private void replace(String name, String text) {
    try {
      Files.writeString(request.out().resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
