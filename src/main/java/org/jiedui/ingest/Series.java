package org.jiedui.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jiedui.ingest.LandingStage.Scanned;
import org.jiedui.ingest.file.IngestSettings;

/** Deliveries of one thing: same table and source, and names that differ in their numbers only. */
record Series(String table, String source, String name) {

  /** The files of each series in the order in which they follow each other. */
  static <T> Collection<List<T>> of(
      List<T> files, Function<T, Scanned> scanned, IngestSettings settings) {
    Map<Series, List<T>> series = new LinkedHashMap<>();
    files.stream()
        .sorted(Comparator.comparing(f -> Deliveries.padded(scanned.apply(f).name())))
        .forEach(
            f ->
                series
                    .computeIfAbsent(of(scanned.apply(f), settings), s -> new ArrayList<>())
                    .add(f));
    return series.values();
  }

  private static Series of(Scanned file, IngestSettings settings) {
    String name = file.name();
    String declared = settings.declaration(name).source();
    return new Series(
        file.table(),
        declared.isEmpty() ? file.input().sourceId() : declared,
        name.replaceAll("[0-9]+", "#"));
  }
}
