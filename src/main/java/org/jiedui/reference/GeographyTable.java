package org.jiedui.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiedui.message.Text;
import org.jiedui.reference.GeographyFiles.About;
import org.jiedui.reference.GeographyFiles.Unit;
import org.jiedui.reference.Resolution.Outcome;
import org.jiedui.reference.Resolution.Spell;
import org.jiedui.table.Frame;
import org.jiedui.table.RegionRow;

/** A geography held in memory. */
final class GeographyTable implements Geography {
  private static final long serialVersionUID = 1L;

  private final About about;
  private final Map<String, Unit> byCode;
  private final UnitNames names;
  private final Map<String, List<Spell>> spells = new HashMap<>();
  private final Map<Spell, Set<String>> unitsOf = new HashMap<>();
  private final Map<Level, Set<String>> units = new HashMap<>();
  private final Set<String> groupsWithCounties = new HashSet<>();
  private final List<NameSpan> nameSpans;
  private final String digest;
  private final SharedSplits splits;
  private final Map<String, Set<Integer>> districts = new TreeMap<>();

  GeographyTable(
      About about,
      Map<String, Unit> byCode,
      History history,
      Optional<SplitWeights> weights,
      String digest) {
    this.about = about;
    this.byCode = byCode;
    this.names = new UnitNames(byCode);
    this.nameSpans = history.names();
    this.digest = digest;
    Unions joined = Unions.of(history.inseparable());
    Unions unions = weights.isPresent() ? Unions.of(List.of()) : joined;
    for (Level level : Level.values()) {
      units.put(level, new TreeSet<>());
    }
    for (Unit unit : byCode.values()) {
      units.get(unit.level()).add(unions.unit(unit.code()));
      if (unit.level() == Level.COUNTY) {
        groupsWithCounties.add(unit.code().substring(0, 4));
      }
    }
    for (String code : history.codes()) {
      spells.put(code, history.spells(code));
      history.spells(code).forEach(s -> unitsOf.put(s, units(history.baseCodes(s), joined)));
    }
    history
        .districts()
        .forEach(
            (code, years) ->
                districts.computeIfAbsent(unions.unit(code), u -> new TreeSet<>()).addAll(years));
    this.splits =
        weights.map(w -> SharedSplits.of(w, history, divided())).orElse(new SharedSplits(Map.of()));
  }

  @Override
  public Resolution resolve(int code, int vintageYear) {
    String text = text(code);
    if (!text.endsWith("00") || isOwnCounty(text)) {
      return resolveAny(code, vintageYear);
    }
    List<Spell> known = spells.getOrDefault(text, List.of());
    boolean exists = !known.isEmpty() || groupsWithCounties.contains(text.substring(0, 4));
    return new Resolution(exists ? Outcome.LEVEL : Outcome.UNKNOWN, "", known);
  }

  @Override
  public Resolution resolveAny(int code, int vintageYear) {
    List<Spell> known = spells.getOrDefault(text(code), List.of());
    if (known.isEmpty()) {
      return new Resolution(Outcome.UNKNOWN, "", known);
    }
    boolean covered = about.coversFrom() <= vintageYear && vintageYear <= about.coversTo();
    int nearest = Math.min(Math.max(vintageYear, about.coversFrom()), about.coversTo());
    for (int year : new int[] {vintageYear, vintageYear - 1, nearest}) {
      Optional<Spell> spell = known.stream().filter(s -> s.holds(year)).findFirst();
      if (spell.isPresent()) {
        Outcome outcome =
            !covered ? Outcome.UNCOVERED : year == vintageYear ? Outcome.OK : Outcome.TRANSITION;
        return resolution(outcome, spell.get(), year, known);
      }
    }
    return new Resolution(Outcome.WRONG_VINTAGE, "", known);
  }

  private Resolution resolution(Outcome found, Spell spell, int year, List<Spell> known) {
    Set<String> units = unitsOf.get(spell);
    if (units.size() != 1) {
      Outcome outcome = units.isEmpty() ? Outcome.UNSETTLED : Outcome.AMBIGUOUS;
      return new Resolution(outcome, "", known);
    }
    return splits
        .at(spell.code(), year)
        .map(shares -> shared(found, shares, known))
        .orElseGet(() -> new Resolution(found, units.iterator().next(), known));
  }

  private static Resolution shared(Outcome found, List<Share> shares, List<Spell> known) {
    String unit = shares.stream().map(Share::unit).collect(Collectors.joining("+"));
    return new Resolution(found, unit, known, shares);
  }

  /** Codes that mean more than one unit in some year. */
  private Set<String> divided() {
    Set<String> codes = new TreeSet<>();
    unitsOf.forEach(
        (spell, units) -> {
          if (units.stream().anyMatch(unit -> unit.contains("+"))) {
            codes.add(spell.code());
          }
        });
    return codes;
  }

  @Override
  public Set<String> units(Level level) {
    return java.util.Collections.unmodifiableSet(units.get(level));
  }

  @Override
  public String name(String unit) {
    return names.name(unit);
  }

  @Override
  public String provinceOf(String unit) {
    return unit.substring(0, 2) + "0000";
  }

  @Override
  public String prefectureOf(String unit) {
    return unit.substring(0, 4) + "00";
  }

  @Override
  public Optional<String> zoneOf(String unit) {
    return names.zone(provinceOf(unit));
  }

  @Override
  public List<NameSpan> names() {
    return nameSpans;
  }

  @Override
  public Set<String> becameDistricts(int from, int to) {
    Set<String> units = new TreeSet<>();
    districts.forEach(
        (unit, years) -> {
          if (years.stream().anyMatch(year -> from < year && year <= to)) {
            units.add(unit);
          }
        });
    return units;
  }

  @Override
  public Frame regions() {
    List<Object[]> rows = new ArrayList<>();
    for (Level level : Level.values()) {
      units.get(level).forEach(unit -> rows.add(region(unit, level)));
    }
    return Frame.of("region", RegionRow.values(), rows);
  }

  @Override
  public Text title() {
    return about.title();
  }

  @Override
  public int baseYear() {
    return about.baseYear();
  }

  @Override
  public int coversFrom() {
    return about.coversFrom();
  }

  @Override
  public int coversTo() {
    return about.coversTo();
  }

  @Override
  public boolean synthetic() {
    return about.synthetic();
  }

  @Override
  public String source() {
    return about.source();
  }

  @Override
  public String licence() {
    return about.licence();
  }

  @Override
  public String digest() {
    return digest;
  }

  private Object[] region(String unit, Level level) {
    return new Object[] {
      unit,
      name(unit),
      names.english(unit).orElse(null),
      level.word(),
      level == Level.PROVINCE ? null : prefectureOf(unit),
      provinceOf(unit)
    };
  }

  /** A prefecture without counties, such as 东莞市, stands in a county column for itself. */
  private boolean isOwnCounty(String code) {
    return byCode.containsKey(code)
        && byCode.get(code).level() == Level.PREFECTURE
        && !groupsWithCounties.contains(code.substring(0, 4));
  }

  private static Set<String> units(Set<String> baseCodes, Unions unions) {
    Set<String> found = new TreeSet<>();
    baseCodes.forEach(code -> found.add(unions.unit(code)));
    return found;
  }

  private static String text(int code) {
    return String.format(Locale.ROOT, "%06d", code);
  }
}
