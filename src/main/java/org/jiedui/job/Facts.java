package org.jiedui.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jiedui.analysis.Donors;
import org.jiedui.analysis.Link;
import org.jiedui.analysis.Measure;
import org.jiedui.ingest.CodeMaps;
import org.jiedui.ingest.file.Contract;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.publish.Fingerprint;
import org.jiedui.publish.InputDigest;
import org.jiedui.reference.Geography;
import org.jiedui.reference.Indicator;
import org.jiedui.reference.Indicators;
import org.jiedui.reference.Level;
import org.jiedui.reference.Neighbours;
import org.jiedui.reference.Pair;
import org.jiedui.reference.Pairings;
import org.jiedui.reference.Prices;
import org.jiedui.run.Study;
import org.jiedui.table.Frame;
import org.jiedui.table.IndicatorRow;
import org.jiedui.table.PairingRow;

/** What a study's settings point at, loaded and validated before anything is read. */
record Facts(
    Indicators indicators,
    Contract contract,
    Geography geography,
    Pairings pairings,
    Prices prices,
    Optional<SortedMap<String, SortedSet<String>>> neighbours,
    PairFacts pairs,
    List<InputDigest> digests) {

  /** Loads everything; the problems of all files are told together. */
  static Facts load(Study study) {
    Study.Sources sources = study.sources();
    List<Problem> problems = new ArrayList<>();
    var indicators = attempt(() -> Indicators.load(sources.indicators()), problems);
    var geography = attempt(() -> geography(sources), problems);
    var prices = attempt(() -> prices(sources), problems);
    var contract = indicators.flatMap(i -> attempt(() -> contract(sources, i), problems));
    var pairings =
        geography.flatMap(g -> attempt(() -> Pairings.load(sources.pairings(), g), problems));
    var pairs =
        geography.flatMap(g -> attempt(() -> PairFacts.load(study.cooperation(), g), problems));
    Optional<Path> map = study.clusters().neighbours();
    var neighbours = map.flatMap(file -> attempt(() -> Neighbours.load(file), problems));
    InputException.throwIfAny(ExitCode.USAGE, problems);
    return new Facts(
        indicators.orElseThrow(),
        contract.orElseThrow(),
        geography.orElseThrow(),
        pairings.orElseThrow(),
        prices.orElseThrow(),
        neighbours,
        pairs.orElseThrow(),
        digests(study, contract.get(), geography.get(), pairings.get(), prices.get()));
  }

  /** What the study's maps of names decide; wrong ones are refused (exit 4). */
  CodeMaps codeMaps(Study study) {
    return CodeMaps.read(InputFiles.codeMaps(study), contract.settings().limits(), geography);
  }

  /** The declared indicators as a table, so that a version explains its own words. */
  Frame indicatorTable() {
    List<Object[]> rows = new ArrayList<>();
    for (Indicator i : indicators.all()) {
      rows.add(
          new Object[] {
            i.id(),
            i.label().zh(),
            i.label().en(),
            i.unit().zh(),
            i.unit().en(),
            i.kind().name().toLowerCase(Locale.ROOT),
            i.decimals()
          });
    }
    return Frame.of("indicator", IndicatorRow.values(), rows);
  }

  /** What each indicator's minor units are. */
  Map<String, Measure> measures(Set<String> wanted) {
    Map<String, Measure> measures = new HashMap<>();
    for (Indicator indicator : indicators.all()) {
      if (wanted.contains(indicator.id())) {
        boolean money = indicator.kind() == Indicator.Kind.MONEY;
        measures.put(
            indicator.id(),
            new Measure(money ? Measure.Kind.MONEY : Measure.Kind.COUNT, indicator.decimals()));
      }
    }
    return measures;
  }

  /** Indicators by the ids that a study names. */
  NamedIndicators named() {
    return new NamedIndicators(indicators);
  }

  /** Every donor–recipient link that is in force in some year of the span. */
  Set<Link> links(int from, int to) {
    Set<Link> links = new TreeSet<>();
    for (String unit : geography.units(Level.COUNTY)) {
      for (int year = from; year <= to; year++) {
        pairings.donorsOf(unit, year).forEach(donor -> links.add(new Link(donor, unit)));
      }
    }
    return links;
  }

  /** Counties that some pairing has ever named; the others are no recipients. */
  Set<String> recipients(int from, int to) {
    Set<String> recipients = new TreeSet<>();
    links(from, to).forEach(link -> recipients.add(link.recipient()));
    return recipients;
  }

  /** The prefectures that hold these counties. */
  Set<String> prefectures(Set<String> counties) {
    Set<String> prefectures = new TreeSet<>();
    counties.forEach(county -> prefectures.add(geography.prefectureOf(county)));
    return prefectures;
  }

  /** The pairings of all eras as they were published. */
  Frame pairingTable() {
    List<Object[]> rows = new ArrayList<>();
    for (int era : pairings.eras()) {
      pairings.pairsOfEra(era).forEach(pair -> rows.add(row(pair)));
    }
    return Frame.of("pairing", PairingRow.values(), rows);
  }

  private static Object[] row(Pair pair) {
    return new Object[] {
      pair.era(),
      pair.recipientCode(),
      pair.donorCode(),
      pair.programme(),
      pair.validFrom(),
      pair.validTo() == Pair.OPEN ? null : (Integer) pair.validTo(),
      pair.recipientName(),
      pair.donorName(),
      pair.source(),
      pair.confidence()
    };
  }

  /** First years of the pairing lists, in order. */
  List<Integer> eras() {
    return pairings.eras();
  }

  Donors donors() {
    Pairings paired = pairings;
    return (unit, year) -> paired.donorsOf(unit, year);
  }

  private static Contract contract(Study.Sources sources, Indicators indicators) {
    return Contract.load(sources.contract(), indicators);
  }

  private static Geography geography(Study.Sources sources) {
    return sources.splits().rule().equals(Study.Splits.WEIGHTS)
        ? Geography.shared(sources.geography(), sources.splits().weights())
        : Geography.load(sources.geography());
  }

  private static Prices prices(Study.Sources sources) {
    return Prices.load(sources.prices()).inPricesOf(sources.priceBase());
  }

  /**
   * Digest of all that a study says.
   *
   * @param late what a night says of late files, see {@link Night}
   */
  String configuration(Study study, String late) {
    return Fingerprint.of(study.canonical() + "\n" + contract.settings() + late);
  }

  /** Everything but the raw files that decides a published number or a word beside it. */
  private static List<InputDigest> digests(
      Study study, Contract contract, Geography geography, Pairings pairings, Prices prices) {
    List<InputDigest> digests = new ArrayList<>();
    digests.add(new InputDigest("contract", contract.digest()));
    digests.add(new InputDigest("geography", geography.digest()));
    digests.add(new InputDigest("pairings", pairings.digest()));
    digests.add(new InputDigest("prices", prices.digest()));
    StudyLists.of(study).forEach(list -> digests.add(digest(list.kind(), list.file())));
    return List.copyOf(digests);
  }

  private static InputDigest digest(String kind, Path file) {
    try {
      String name = kind + " " + file.getFileName();
      return new InputDigest(name, Fingerprint.of(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> Optional<T> attempt(Supplier<T> loading, List<Problem> problems) {
    try {
      return Optional.of(loading.get());
    } catch (InputException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }
}
