package org.jiedui.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jiedui.ingest.file.Contract;
import org.jiedui.ingest.file.FileCheck;
import org.jiedui.ingest.file.FileScan;
import org.jiedui.ingest.file.LandedRecord;
import org.jiedui.ingest.file.Layout;
import org.jiedui.ingest.file.NamedPlaces;
import org.jiedui.reference.Geography;
import org.jiedui.reference.PlacePath;

/** What the rows of a file hold as a contract reads them: years, codes, indicators, sizes. */
final class FileFacts implements FileCheck.Watcher {
  private static final int SAMPLE = 10_000;

  private final Map<Integer, Set<Integer>> yearsOfCode = new TreeMap<>();
  private final Map<String, List<Long>> amounts = new TreeMap<>();
  private final Set<String> indicators = new TreeSet<>();
  private final Set<Integer> years = new TreeSet<>();
  private final Map<PlacePath, Set<Integer>> named = new TreeMap<>();
  private FileScan scan;
  private final List<Layout> layouts = new ArrayList<>();

  private FileFacts() {}

  static FileFacts of(Path file, Contract contract, String table) {
    FileFacts facts = new FileFacts();
    FileCheck.of(file, contract, table, facts);
    if (!facts.layouts.isEmpty()) {
      facts.named.putAll(NamedPlaces.of(file, facts.scan, facts.layouts).years());
      facts.named.values().forEach(facts.years::addAll);
    }
    return facts;
  }

  @Override
  public void understood(FileScan of, Layout layout) {
    scan = of;
    layouts.add(layout);
  }

  @Override
  public void record(LandedRecord record) {
    years.add(record.year);
    yearsOfCode.computeIfAbsent(record.recipientCode, c -> new TreeSet<>()).add(record.year);
    indicators.add(record.indicator);
    List<Long> some =
        amounts.computeIfAbsent(kind(record.indicator, record.form), i -> new ArrayList<>());
    if (some.size() < SAMPLE) {
      some.add(record.amount);
    }
  }

  Set<Integer> years() {
    return years;
  }

  Set<String> indicators() {
    return indicators;
  }

  /** Names without codes. */
  int names() {
    return named.size();
  }

  int codes() {
    return yearsOfCode.size();
  }

  /** Codes that a geography knows in each of their years. */
  long known(Geography geography) {
    return yearsOfCode.entrySet().stream()
        .filter(e -> e.getValue().stream().allMatch(y -> isKnown(geography, e.getKey(), y)))
        .count();
  }

  /** The one year whose codes all of these are, where those of their own years are not. */
  int vintage(Geography geography) {
    if (known(geography) == codes()) {
      return 0;
    }
    return IntStream.concat(
            IntStream.of(geography.baseYear()),
            IntStream.rangeClosed(geography.coversFrom(), geography.coversTo()))
        .filter(year -> yearsOfCode.keySet().stream().allMatch(c -> isKnown(geography, c, year)))
        .findFirst()
        .orElse(0);
  }

  private static boolean isKnown(Geography geography, int code, int year) {
    return geography.resolveAny(code, year).accepted();
  }

  private static String kind(String indicator, String form) {
    return indicator + "/" + form;
  }

  /** The middle of the first amounts of an indicator in a form, in minor units; 0 for none. */
  long median(String indicator, String form) {
    List<Long> sorted =
        amounts.getOrDefault(kind(indicator, form), List.of()).stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }
}
