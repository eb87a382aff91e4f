package org.jiedui.ingest.file;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.reference.PlacePath;

/**
 * What somebody decided for rows that carry names and no code: the code of each path of names in
 * each span of years. Looked up exactly, never guessed.
 */
public record PlaceCodes(TreeMap<PlacePath, List<Decided>> byPath) implements Serializable {
  public static final PlaceCodes NONE = new PlaceCodes(new TreeMap<>());

  /**
   * One decision.
   *
   * @param code valid in each of the years; 0 where the rows are given up
   */
  public record Decided(int from, int to, int code) implements Serializable {
    boolean holds(int year) {
      return from <= year && year <= to;
    }

    public boolean isDropped() {
      return code == 0;
    }
  }

  public boolean isEmpty() {
    return byPath.isEmpty();
  }

  /** What was decided for a path in a year; empty for nothing. */
  public Optional<Decided> of(PlacePath path, int year) {
    return byPath.getOrDefault(path, List.of()).stream().filter(d -> d.holds(year)).findFirst();
  }

  /** Only the decisions that these paths meet in these years, one a year. */
  public PlaceCodes met(Map<PlacePath, Set<Integer>> paths) {
    TreeMap<PlacePath, List<Decided>> some = new TreeMap<>();
    paths.forEach(
        (path, years) -> {
          List<Decided> met = new ArrayList<>();
          new TreeSet<>(years)
              .forEach(
                  year ->
                      of(path, year).ifPresent(d -> met.add(new Decided(year, year, d.code()))));
          if (!met.isEmpty()) {
            some.put(path, List.copyOf(met));
          }
        });
    return new PlaceCodes(some);
  }

  /** Names all of it: a landing with other decisions is another landing. */
  public String digest() {
    return Sha256.hex(byPath.toString());
  }
}
