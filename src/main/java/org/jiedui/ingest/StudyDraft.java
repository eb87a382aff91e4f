package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.jiedui.reference.Indicators;
import org.jiedui.settings.OpenGuesses;

/**
 * A study drafted from files nobody has described: its settings, its contract and what is declared
 * for each file. Each guess stands in a line of its own that says so.
 */
public final class StudyDraft {
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
    write("schema.conf", drafted().schema(read(request.conf().resolve("schema.conf"))));
    declare(Map.of());
    guesses.forEach(this::units);
    declare(Map.of());
    guesses.forEach(g -> facts.put(g.file(), FileFacts.of(g.file(), contract, g.table())));
    Request.Places places = places();
    Geography geography = Geography.load(places.geography());
    declare(vintages(geography));
    write(
        "study.conf",
        new DraftedStudy(request, source(), guesses, facts, left, indicators)
            .text(places, geography));
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
    declare(Map.of());
    FileFacts read = FileFacts.of(file, contract, guess.table());
    columns.forEach(column -> stated.put(column, unit(guess, column, read)));
  }

  private String unit(HeaderGuess guess, String column, FileFacts read) {
    Measure measure = contract.table(guess.table()).column(column).orElseThrow().measure();
    long fen = measure == null ? 0 : read.median(measure.indicator(), measure.form());
    if (fen == 0) {
      return "万元" + DraftWords.mark("没有写明单位", "no unit is stated");
    }
    String middle = BigDecimal.valueOf(fen, 2).toPlainString();
    return (fen < SMALL_IN_FEN ? "万元" : "元")
        + DraftWords.mark(
            "没有写明单位;数值的中位数为 " + middle,
            "no unit is stated; the middle of its numbers is " + middle);
  }

  private DraftedContract drafted() {
    return new DraftedContract(guesses, source());
  }

  /** Writes what is known of the files by now, and reads the contract with it. */
  private void declare(Map<Path, Integer> vintages) {
    write("ingest.conf", drafted().declarations(units, vintages));
    contract = Contract.load(schema, indicators);
  }

  private Map<Path, Integer> vintages(Geography geography) {
    Map<Path, Integer> vintages = new TreeMap<>();
    facts.forEach((file, held) -> vintages.put(file, held.vintage(geography)));
    return vintages;
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

  /** A name for the study and its source, from the name of the folder. */
  private String source() {
    String name = DraftWords.name(request.dir().toAbsolutePath().normalize());
    String plain = name.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
    return plain.isEmpty() ? "study" : plain;
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

  /** Into a folder that was empty: a file that is there is an earlier state of this draft. */
  private void write(String name, String text) {
    try {
      Files.createDirectories(request.out());
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
