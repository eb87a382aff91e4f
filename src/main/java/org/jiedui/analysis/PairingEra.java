package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.reference.Geography;
import org.jiedui.reference.Level;
import org.jiedui.reference.Pair;
import org.jiedui.reference.Pairings;

/**
 * The links that one era of one programme begins with, between provinces.
 *
 * @param programme what the links belong to; programmes are never mixed
 * @param named what the published list names; nothing is known of it for a table of one's own
 */
public record PairingEra(int first, String programme, TreeSet<Link> links, Named named) {

  /** The programme of {@link #together}. */
  public static final String ALL = "all";

  /**
   * Places below the province that a list names, and how many of its pairs are of provinces.
   *
   * @param autonomousCovered autonomous prefectures that are named, or whose province is
   */
  public record Named(
      Integer donorCities,
      Integer recipientPrefectures,
      Integer autonomousCovered,
      Double provinceLevel) {
    public static final Named UNKNOWN = new Named(null, null, null, null);
  }

  /** A link of the user's own. */
  public record Listed(int era, String donor, String recipient) {
    public static final Comparator<Listed> ORDER =
        Comparator.comparingInt(Listed::era)
            .thenComparing(Listed::donor)
            .thenComparing(Listed::recipient);

    public String word() {
      return era + " " + donor + "→" + recipient;
    }
  }

  /** Every era and programme of the published pairs, collapsed to provinces. */
  public static List<PairingEra> of(Pairings pairings, Geography geography) {
    List<PairingEra> eras = new ArrayList<>();
    for (int era : pairings.eras()) {
      TreeMap<String, List<Pair>> programmes = new TreeMap<>();
      for (Pair pair : pairings.opening(era)) {
        programmes.computeIfAbsent(pair.programme(), p -> new ArrayList<>()).add(pair);
      }
      programmes.forEach((programme, pairs) -> eras.add(of(era, programme, pairs, geography)));
    }
    return eras;
  }

  /** What an era of the lists begins with and what others have in force then, as one network. */
  public static PairingEra together(int era, Pairings lists, Pairings others, Geography geography) {
    List<Pair> pairs = new ArrayList<>(lists.opening(era));
    pairs.addAll(others.inForce(era));
    return of(era, ALL, pairs, geography);
  }

  private static PairingEra of(int era, String programme, List<Pair> pairs, Geography geography) {
    TreeSet<Link> links = new TreeSet<>();
    pairs.forEach(pair -> links.add(new Link(pair.donorProvince(), pair.recipientProvince())));
    Set<String> cities = new TreeSet<>();
    Set<String> prefectures = new TreeSet<>();
    int provinces = 0;
    for (Pair pair : pairs) {
      boolean fromProvince = pair.donorLevel() == Level.PROVINCE;
      boolean toProvince = pair.recipientLevel() == Level.PROVINCE;
      if (!fromProvince) {
        cities.add(pair.donorUnit());
      }
      if (!toProvince) {
        prefectures.add(pair.recipientUnit());
      }
      provinces += fromProvince && toProvince ? 1 : 0;
    }
    return new PairingEra(
        era,
        programme,
        links,
        new Named(
            cities.size(),
            prefectures.size(),
            covered(pairs, geography),
            provinces / (double) pairs.size()));
  }

  private static int covered(List<Pair> pairs, Geography geography) {
    Set<String> named = new TreeSet<>();
    pairs.forEach(pair -> named.add(pair.recipientUnit()));
    return (int)
        geography.autonomousPrefectures().stream()
            .filter(unit -> named.contains(unit) || named.contains(geography.provinceOf(unit)))
            .count();
  }

  /** Links of a table of one's own, as one programme. */
  public static List<PairingEra> of(List<Listed> listed) {
    TreeMap<Integer, TreeSet<Link>> eras = new TreeMap<>();
    for (Listed link : listed) {
      eras.computeIfAbsent(link.era(), e -> new TreeSet<>())
          .add(new Link(link.donor(), link.recipient()));
    }
    List<PairingEra> found = new ArrayList<>();
    eras.forEach((era, links) -> found.add(new PairingEra(era, "", links, Named.UNKNOWN)));
    return found;
  }
}
