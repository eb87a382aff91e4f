package org.jiedui.reference;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The names by which a row says its place: province, prefecture and county, each empty where the
 * row does not say it.
 */
public record PlacePath(String province, String prefecture, String county)
    implements Comparable<PlacePath>, Serializable {
  private static final Comparator<PlacePath> ORDER =
      Comparator.comparing(PlacePath::province)
          .thenComparing(PlacePath::prefecture)
          .thenComparing(PlacePath::county);

  /** Width and blanks do not count. */
  public PlacePath {
    province = PlaceForms.normal(province);
    prefecture = PlaceForms.normal(prefecture);
    county = PlaceForms.normal(county);
  }

  public boolean isEmpty() {
    return province.isEmpty() && prefecture.isEmpty() && county.isEmpty();
  }

  /** The lowest level that is named. */
  public Level level() {
    return !county.isEmpty()
        ? Level.COUNTY
        : prefecture.isEmpty() ? Level.PROVINCE : Level.PREFECTURE;
  }

  /** The name at its lowest level. */
  public String name() {
    return !county.isEmpty() ? county : prefecture.isEmpty() ? province : prefecture;
  }

  boolean isWhole() {
    return !province.isEmpty() && (level() != Level.COUNTY || !prefecture.isEmpty());
  }

  @Override
  public int compareTo(PlacePath other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return List.of(province, prefecture, county).stream()
        .filter(name -> !name.isEmpty())
        .collect(Collectors.joining(" / "));
  }
}
