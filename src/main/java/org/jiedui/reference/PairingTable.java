package org.jiedui.reference;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Pairings held in memory, in the order of recipient and donor. */
final class PairingTable implements Pairings {
  private static final long serialVersionUID = 1L;

  private final List<Pair> pairs;
  private final Geography geography;
  private final String digest;
  private final Map<Integer, Map<String, Set<String>>> donorsByYear = new ConcurrentHashMap<>();

  PairingTable(List<Pair> pairs, Geography geography, String digest) {
    this.pairs =
        pairs.stream()
            .sorted(
                Comparator.comparing(Pair::recipientUnit)
                    .thenComparing(Pair::donorUnit)
                    .thenComparing(Pair::validFrom))
            .toList();
    this.geography = geography;
    this.digest = digest;
  }

  @Override
  public Set<String> donorsOf(String baseUnit, int year) {
    Map<String, Set<String>> donors = donorsByYear.computeIfAbsent(year, this::donorsByRecipient);
    Set<String> found = new TreeSet<>();
    for (String code : baseUnit.split("\\+")) {
      found.addAll(donors.getOrDefault(code, Set.of()));
      found.addAll(donors.getOrDefault(geography.prefectureOf(code), Set.of()));
      found.addAll(donors.getOrDefault(geography.provinceOf(code), Set.of()));
    }
    return found;
  }

  @Override
  public List<Pair> inForce(int year) {
    return pairs.stream().filter(p -> p.holds(year)).toList();
  }

  @Override
  public List<Pair> pairsOfEra(int era) {
    return pairs.stream().filter(p -> p.era() == era).toList();
  }

  @Override
  public List<Integer> eras() {
    return pairs.stream().map(Pair::era).distinct().sorted().toList();
  }

  @Override
  public List<Pair> opening(int era) {
    boolean own = pairsOfEra(era).stream().noneMatch(p -> p.programme().equals(mainProgramme()));
    return own ? pairsOfEra(era) : inForce(era);
  }

  @Override
  public Set<Link> links(int era) {
    Set<Link> links = new LinkedHashSet<>();
    opening(era).stream()
        .map(p -> new Link(p.donorProvince(), p.recipientProvince()))
        .sorted(Comparator.comparing(Link::donorProvince).thenComparing(Link::recipientProvince))
        .forEach(links::add);
    return links;
  }

  @Override
  public String digest() {
    return digest;
  }

  /** The programme of the first era; an era without it is a list of its own. */
  private String mainProgramme() {
    return pairs.stream().min(Comparator.comparing(Pair::era)).map(Pair::programme).orElse("");
  }

  private Map<String, Set<String>> donorsByRecipient(int year) {
    Map<String, Set<String>> donors = new TreeMap<>();
    for (Pair pair : inForce(year)) {
      for (String part : pair.recipientUnit().split("\\+")) {
        donors.computeIfAbsent(part, key -> new TreeSet<>()).add(pair.donorProvince());
      }
    }
    return donors;
  }
}
