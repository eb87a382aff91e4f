package org.jiedui.ingest.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.reference.PlacePath;

/** The names and years of those rows of a file that carry no code, with how many they are. */
public final class NamedPlaces implements Sink {
  private final TreeMap<PlacePath, TreeMap<Integer, Long>> rows = new TreeMap<>();

  private NamedPlaces() {}

  /** Reads every row of every table of a file. */
  public static NamedPlaces of(Path file, FileScan scan, List<Layout> layouts) {
    var places = new NamedPlaces();
    layouts.stream()
        .filter(Layout::hasPlaceNames)
        .forEach(layout -> FileCheck.read(file, scan, layout, places));
    return places;
  }

  /** Rows by path and year, in order. */
  public Map<PlacePath, TreeMap<Integer, Long>> rows() {
    return rows;
  }

  /** The years of each path. */
  public Map<PlacePath, Set<Integer>> years() {
    Map<PlacePath, Set<Integer>> years = new TreeMap<>();
    rows.forEach((path, counts) -> years.put(path, new TreeSet<>(counts.keySet())));
    return years;
  }

  @Override
  public void named(PlacePath path, int year) {
    rows.computeIfAbsent(path, p -> new TreeMap<>()).merge(year, 1L, Long::sum);
  }

  @Override
  public void record(LandedRecord record) {}

  @Override
  public void reject(Reject reject) {}

  @Override
  public void blank(long line) {}
}
