package org.jiedui.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.Root;
import org.jiedui.settings.OpenGuesses;
import org.jiedui.settings.Settings;

/**
 * One study, as its HOCON file declares it: what goes in, how it is read, what is computed.
 *
 * <p>{@code canonical} is all of it in one line, the same for the same settings.
 *
 * <p>{@code reports} is where versions are published, {@code root} where landings and panel are
 * kept; the two are one folder unless reports go to HDFS.
 *
 * <p>Paths are relative to the study file. What a number means (windows, prices, absence) has no
 * hidden default: the file that ships says each of them.
 */
public record Study(
    Path file,
    String id,
    Text title,
    boolean synthetic,
    long seed,
    List<Input> inputs,
    Sources sources,
    Windows windows,
    String absent,
    Effects effects,
    Gap gap,
    Clusters clusters,
    Inequality inequality,
    Pairing pairing,
    Targeting targeting,
    Cooperation cooperation,
    Claims claims,
    Optional<MapFile> map,
    Path root,
    Root reports,
    String canonical) {
  private static final String FOLDER = "jiedui-data";

  /** A file or folder of raw records and the table of the contract it belongs to. */
  public record Input(Path path, String table, String source) {}

  /** Where the contract and the reference facts stand. */
  public record Sources(
      Path contract,
      Path indicators,
      Path geography,
      Splits splits,
      Path pairings,
      Path prices,
      int priceBase) {}

  /**
   * What becomes of counties that were divided: one unit made of their parts, or shares by weights.
   *
   * @param weights a file of weights, in place of the one in the folder of the geography
   */
  public record Splits(String rule, Optional<Path> weights) {
    public static final String UNION = "union";
    public static final String WEIGHTS = "weights";
  }

  /** First and last year of the earlier and the later window, both included. */
  public record Windows(int beforeFrom, int beforeTo, int afterFrom, int afterTo) {}

  /**
   * Which multiples are computed.
   *
   * @param comparison codes of recipients that the change did not reach; may be empty
   */
  public record Effects(
      List<String> indicators, double confidence, String reference, List<String> comparison) {}

  /** How the development index is made, and for which regions: county or prefecture. */
  public record Gap(
      String level,
      List<String> indicators,
      String weights,
      String missing,
      double minShare,
      String aggregation,
      double floor,
      String treat,
      int draws,
      List<String> coupling) {}

  /**
   * How the regions of the gap are clustered; without {@code k} the profile decides and says why.
   * With a list of neighbours, clusters that hang together and autocorrelation are told too.
   */
  public record Clusters(
      int year,
      OptionalInt k,
      int starts,
      String scale,
      int bootstraps,
      Optional<Path> neighbours) {}

  /** Of which levels per head inequality and convergence are told, and in how many classes. */
  public record Inequality(List<String> indicators, int classes) {}

  /**
   * By which levels donors are strong and recipients needy, and how many permutations are drawn.
   */
  public record Pairing(String strength, String need, int draws) {}

  /**
   * Which aid is held against which need.
   *
   * @param band slopes within ± band count as none
   */
  public record Targeting(String aid, String need, double band) {}

  /** Published sentences and the published totals they are held against. */
  public record Claims(Path file, Optional<Path> totals) {}

  /**
   * Reads the file; all problems at once, guesses of a draft among them that nobody confirmed in it
   * or in the contract.
   */
  public static Study load(Path file) {
    Settings s = Settings.load(file);
    Path folder = file.toAbsolutePath().getParent();
    Settings output = s.child("output");
    Root reports = reports(output, s.child("publish"));
    Study study =
        new Study(
            file.toAbsolutePath().normalize(),
            s.text("id"),
            s.label("title"),
            s.flag("synthetic", false),
            s.number64("seed", 42),
            inputs(s, folder),
            sources(s, folder),
            windows(s.child("windows")),
            s.word("absent", Set.of("zero", "missing"), "undeclared"),
            effects(s.child("effects")),
            gap(s.child("gap")),
            clusters(s.child("clusters"), folder),
            inequality(s.child("inequality")),
            pairing(s.child("pairing")),
            targeting(s.child("targeting")),
            Cooperation.of(s, folder),
            claims(s.child("claims"), folder),
            MapFile.of(output, folder),
            work(output, reports),
            reports,
            s.canonical());
    List<Problem> problems = new ArrayList<>(s.problems());
    Path contract = study.sources().contract();
    problems.addAll(
        OpenGuesses.in(List.of(file, contract, contract.resolveSibling("ingest.conf"))));
    InputException.throwIfAny(ExitCode.USAGE, problems);
    return study;
  }

  /** First year any window touches. */
  public int firstYear() {
    return Math.min(windows.beforeFrom(), windows.afterFrom());
  }

  public int lastYear() {
    return Math.max(windows.beforeTo(), windows.afterTo());
  }

  private static Root reports(Settings output, Settings publish) {
    return new Root(output.text("root", FOLDER), publish.flag("single-writer", false));
  }

  private static Path work(Settings output, Root reports) {
    String folder = reports.isLocal() ? reports.path().toString() : FOLDER;
    return Path.of(output.text("work", folder));
  }

  private static List<Input> inputs(Settings s, Path folder) {
    List<Input> inputs = new ArrayList<>();
    for (Settings input : s.list("inputs")) {
      inputs.add(
          new Input(
              folder.resolve(input.text("path")).normalize(),
              input.has("table")
                  ? input.word(
                      "table",
                      Set.of("cooperation_record", "region_year", "roster", "fixes", "code_map"),
                      "cooperation_record")
                  : "",
              input.text("source", "")));
    }
    if (inputs.isEmpty()) {
      s.bad("inputs", "至少一个 { path, table }", "at least one { path, table }", Optional.empty());
    }
    return List.copyOf(inputs);
  }

  private static Sources sources(Settings s, Path folder) {
    Settings prices = s.child("prices");
    boolean group = s.isGroup("geography");
    Settings geography = group ? s.child("geography") : s;
    return new Sources(
        folder.resolve(s.text("contract", "schema.conf")).normalize(),
        folder.resolve(s.text("indicators", "indicators")).normalize(),
        folder.resolve(geography.text(group ? "path" : "geography")).normalize(),
        group ? splits(geography, folder) : new Splits(Splits.UNION, Optional.empty()),
        folder.resolve(s.text("pairings")).normalize(),
        folder.resolve(prices.text("file")).normalize(),
        prices.integer("base-year"));
  }

  private static Splits splits(Settings s, Path folder) {
    return new Splits(
        s.word("split", Set.of(Splits.UNION, Splits.WEIGHTS), Splits.UNION),
        s.optionalText("weights").map(w -> folder.resolve(w).normalize()));
  }

  private static Windows windows(Settings s) {
    List<Integer> before = span(s, "before");
    List<Integer> after = span(s, "after");
    return new Windows(before.get(0), before.get(1), after.get(0), after.get(1));
  }

  private static List<Integer> span(Settings s, String key) {
    List<Integer> years = s.integers(key);
    if (years.size() == 2 && years.get(0) <= years.get(1)) {
      return years;
    }
    s.bad(key, "[起始年, 结束年]", "[first year, last year]", Optional.empty());
    return List.of(0, 0);
  }

  private static Effects effects(Settings s) {
    return new Effects(
        s.texts("indicators"),
        s.real("confidence", 0.95),
        s.word("reference", Set.of("t", "normal"), "t"),
        s.has("comparison") ? s.texts("comparison") : List.of());
  }

  private static Gap gap(Settings s) {
    return new Gap(
        s.word("level", Set.of("county", "prefecture"), "county"),
        s.texts("indicators"),
        s.word("weights", Set.of("equal", "fixed", "entropy", "critic"), "equal"),
        s.word("missing", Set.of("available", "refuse", "interpolate", "median"), "available"),
        s.real("min-share", 0.65),
        s.word("aggregation", Set.of("arithmetic", "geometric", "harmonic"), "arithmetic"),
        s.real("floor", 0.01),
        s.word("treat", Set.of("none", "winsorise", "log"), "none"),
        s.integer("draws", 1000),
        s.has("coupling") ? s.texts("coupling") : List.of());
  }

  private static Clusters clusters(Settings s, Path folder) {
    OptionalInt k = s.has("k") ? OptionalInt.of(s.integer("k", 0)) : OptionalInt.empty();
    return new Clusters(
        s.integer("year", 0),
        k,
        s.integer("starts", 50),
        s.word("scale", Set.of("z", "none"), "z"),
        s.integer("bootstraps", 100),
        s.optionalText("neighbours").map(t -> folder.resolve(t).normalize()));
  }

  private static Inequality inequality(Settings s) {
    List<String> indicators =
        s.has("indicators") ? s.texts("indicators") : List.of("income_pc", "gdp_pc");
    return new Inequality(indicators, s.integer("classes", 4));
  }

  private static Pairing pairing(Settings s) {
    return new Pairing(
        s.text("strength", "gdp_pc"), s.text("need", "income_pc"), s.integer("draws", 9999));
  }

  private static Targeting targeting(Settings s) {
    double band = s.real("band", 0.1);
    if (!(band > 0)) {
      s.bad("band", "大于 0 的数", "a number above 0", Optional.empty());
    }
    return new Targeting(s.text("aid", "fiscal"), s.text("need", "income_pc"), band);
  }

  private static Claims claims(Settings s, Path folder) {
    return new Claims(
        folder.resolve(s.text("file", "claims.conf")).normalize(),
        s.optionalText("totals").map(t -> folder.resolve(t).normalize()));
  }
}
