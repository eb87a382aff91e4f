package org.jiedui.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiedui.message.Closest;
import org.jiedui.reference.CodeProposal.Match;

/**
 * Which unit do these names mean in that year? Names are matched exactly within the hierarchy of
 * province, prefecture and county, by the names of that year, in full or in a short form. Likeness
 * words a hint and proposes nothing.
 */
public final class Gazetteer {
  private static final int SHOWN = 5;

  /** What stands in the place of a prefecture for counties that have none. */
  private static final Set<String> NO_PREFECTURE =
      Set.of("市辖区", "县", "省直辖", "直辖", "省直辖县级行政区划", "省直辖县级行政单位", "自治区直辖县级行政区划", "自治区直辖县级行政单位");

  private final Geography geography;
  private final Map<String, Set<String>> aliases;
  private final Map<String, List<NameSpan>> byForm = new HashMap<>();
  private final Map<String, List<NameSpan>> byCode = new TreeMap<>();
  private final Map<NameSpan, Set<String>> forms = new HashMap<>();

  private Gazetteer(Geography geography, Map<String, Set<String>> aliases) {
    this.geography = geography;
    this.aliases = aliases;
    for (NameSpan span : geography.names()) {
      byCode.computeIfAbsent(span.code(), code -> new ArrayList<>()).add(span);
      forms.put(span, forms(span));
      forms.get(span).forEach(f -> byForm.computeIfAbsent(f, k -> new ArrayList<>()).add(span));
    }
  }

  /**
   * The names of a geography, and the aliases in its folder. A wrong list of aliases ends in an
   * {@link org.jiedui.message.InputException} (exit 2).
   */
  public static Gazetteer load(Path dir, Geography geography) {
    return new Gazetteer(geography, PlaceAliases.load(dir));
  }

  /** What the names of a row may mean in its year. */
  public CodeProposal find(PlacePath path, int year) {
    int nearest = Math.min(Math.max(year, geography.coversFrom()), geography.coversTo());
    for (int at : IntStream.of(year, year - 1, nearest).distinct().toArray()) {
      List<NameSpan> found = named(path, at);
      if (found.size() == 1) {
        return new CodeProposal(match(path, found.get(0), year, at), found);
      }
      if (!found.isEmpty()) {
        return new CodeProposal(Match.AMBIGUOUS, found);
      }
    }
    return elsewhere(path, year);
  }

  private Match match(PlacePath path, NameSpan found, int year, int at) {
    if (year < geography.coversFrom() || year > geography.coversTo()) {
      return Match.UNCOVERED;
    }
    if (at != year) {
      return Match.PREVIOUS;
    }
    if (!path.isWhole()) {
      return Match.PARTIAL;
    }
    return found.name().equals(path.name()) ? Match.EXACT : Match.SHORT;
  }

  /** Every unit of that level that has the name in a year, within the names above it. */
  private List<NameSpan> named(PlacePath path, int year) {
    return byForm.getOrDefault(path.name(), List.of()).stream()
        .filter(span -> span.holds(year) && isOf(path, span) && isWithin(path, span, year))
        .sorted(Comparator.comparing(NameSpan::code))
        .toList();
  }

  /** A prefecture without counties, such as 东莞市, stands for itself among counties. */
  private boolean isOf(PlacePath path, NameSpan span) {
    boolean own = span.level() == Level.PREFECTURE && path.level() == Level.COUNTY;
    return span.level() == path.level()
        || own && geography.resolve(Integer.parseInt(span.code()), geography.baseYear()).accepted();
  }

  private boolean isWithin(PlacePath path, NameSpan span, int year) {
    boolean province = isNamed(span.province(), path.province(), year);
    boolean below = path.level() == Level.COUNTY;
    return province && (!below || isInPrefecture(span, path, year));
  }

  private boolean isInPrefecture(NameSpan span, PlacePath path, int year) {
    boolean any = alive(span.prefecture(), year).findAny().isPresent();
    return any
        ? isNamed(span.prefecture(), path.prefecture(), year)
        : path.prefecture().isEmpty()
            || NO_PREFECTURE.contains(path.prefecture())
            || isNamed(span.province(), path.prefecture(), year);
  }

  /** Whether a unit bears a name in a year; any unit does where none is given. */
  private boolean isNamed(String code, String name, int year) {
    return name.isEmpty() || alive(code, year).anyMatch(span -> forms.get(span).contains(name));
  }

  private Stream<NameSpan> alive(String code, int year) {
    return byCode.getOrDefault(code, List.of()).stream().filter(span -> span.holds(year));
  }

  /** Names of other years with what followed them, else similar names: to look at, no more. */
  private CodeProposal elsewhere(PlacePath path, int year) {
    Set<NameSpan> others = new LinkedHashSet<>();
    for (NameSpan span : byForm.getOrDefault(path.name(), List.of())) {
      int then = Math.min(Math.max(year, span.from()), span.to());
      if (isOf(path, span) && isWithin(path, span, then)) {
        others.add(span);
        others.addAll(followers(span, year));
      }
    }
    if (!others.isEmpty()) {
      List<NameSpan> first =
          others.stream().sorted(Comparator.comparing(s -> !s.holds(year))).toList();
      return new CodeProposal(Match.OTHER_YEARS, first);
    }
    List<NameSpan> similar = similar(path, year);
    return new CodeProposal(similar.isEmpty() ? Match.NONE : Match.SIMILAR, similar);
  }

  /** Units of a year that the unit became, or the unit itself under another name. */
  private List<NameSpan> followers(NameSpan span, int year) {
    return spells(span).stream()
        .filter(spell -> spell.to() >= span.from() && spell.from() <= span.to())
        .flatMap(spell -> spell.successors().stream())
        .flatMap(code -> later(code, year))
        .toList();
  }

  private Stream<NameSpan> later(String code, int year) {
    List<NameSpan> now = alive(code, year).toList();
    return !now.isEmpty()
        ? now.stream()
        : byCode.getOrDefault(code, List.of()).stream()
            .filter(span -> span.to() < year)
            .flatMap(span -> followers(span, year).stream());
  }

  private Collection<Resolution.Spell> spells(NameSpan span) {
    return geography.resolveAny(Integer.parseInt(span.code()), span.to()).spells();
  }

  private List<NameSpan> similar(PlacePath path, int year) {
    Predicate<NameSpan> there =
        span -> span.holds(year) && span.level() == path.level() && isWithin(path, span, year);
    int most = Math.max(1, path.name().length() / 3);
    return byCode.values().stream()
        .flatMap(List::stream)
        .filter(there)
        .filter(span -> distance(span, path.name()) <= most)
        .sorted(
            Comparator.comparingInt((NameSpan span) -> distance(span, path.name()))
                .thenComparing(NameSpan::code))
        .limit(SHOWN)
        .toList();
  }

  private int distance(NameSpan span, String name) {
    return forms.get(span).stream().mapToInt(f -> Closest.distance(f, name)).min().orElseThrow();
  }

  private Set<String> forms(NameSpan span) {
    Set<String> all = new LinkedHashSet<>(PlaceForms.of(PlaceForms.normal(span.name())));
    Optional.ofNullable(aliases.get(span.code())).ifPresent(all::addAll);
    return all;
  }
}
