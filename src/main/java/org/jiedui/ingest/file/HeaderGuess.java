package org.jiedui.ingest.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jiedui.message.Closest;
import org.jiedui.message.Problem;

/**
 * What the headers of an unknown file may mean: the table of the contract that fits best, headers
 * that resemble an alias, years that stand in headers. A guess for somebody to confirm; nothing is
 * read by it.
 *
 * @param table id of the contract table
 * @param named columns of the contract that its headers name exactly
 * @param aliases headers that may be another name of a column
 * @param unmatched headers that resemble nothing: their columns would be kept and not counted
 * @param unitless columns of money whose unit nothing states
 * @param wideYears whether columns are years
 * @param indicator column that such years may be of, by the name of the file; empty for none
 */
public record HeaderGuess(
    Path file,
    String table,
    int named,
    List<Alias> aliases,
    List<String> unmatched,
    List<String> unitless,
    boolean wideYears,
    String indicator,
    List<Problem> problems) {

  /** A header, without its unit, that may name a column. */
  public record Alias(String header, String column, String resembles) {}

  public HeaderGuess {
    aliases = List.copyOf(aliases);
    unmatched = List.copyOf(unmatched);
    unitless = List.copyOf(unitless);
    problems = List.copyOf(problems);
  }

  /**
   * The guess that names most columns of one table. A file that cannot be read at all ends in an
   * {@link org.jiedui.message.InputException} (exit 4).
   */
  public static HeaderGuess of(Path file, Contract contract) {
    return contract.tables().keySet().stream()
        .map(table -> of(file, contract, table))
        .max(Comparator.comparingInt(HeaderGuess::score).thenComparing(g -> !g.isLevels()))
        .orElseThrow();
  }

  /** Whether anything in it is known. */
  public boolean isKnown() {
    return named + aliases.size() + (wideYears ? 1 : 0) >= 2;
  }

  /** Whether its headers name all that is needed, but for units. */
  private int score() {
    boolean lacks = problems.stream().anyMatch(p -> p.code().equals(Reason.COL_MISSING.name()));
    return named + aliases.size() + (lacks && !wideYears ? 0 : 10);
  }

  private boolean isLevels() {
    return table.equals("region_year");
  }

  private static HeaderGuess of(Path file, Contract contract, String table) {
    RawFile raw = RawFile.open(file, contract, table);
    Contract.Table columns = contract.table(table);
    List<Slot> slots = raw.drafts().stream().flatMap(l -> l.slots().stream()).toList();
    Set<String> named = new HashSet<>();
    slots.stream().filter(s -> !s.column().isEmpty()).forEach(s -> named.add(s.column()));
    boolean wide = isWide(slots, columns);
    List<Alias> aliases = aliases(slots, columns, named);
    return new HeaderGuess(
        file,
        table,
        named.size(),
        aliases,
        unmatched(slots, columns, aliases),
        raw.drafts().stream().flatMap(HeaderGuess::unitless).distinct().toList(),
        wide,
        wide ? indicator(file, columns) : "",
        raw.problems());
  }

  private static Stream<String> unitless(Layout layout) {
    return layout.slot(Role.UNIT).isPresent()
        ? Stream.empty()
        : layout.slots().stream().filter(s -> isUnitless(s, layout)).map(Slot::column);
  }

  private static boolean isUnitless(Slot slot, Layout layout) {
    return slot.role() == Role.AMOUNT
        ? layout.defaults().rowUnit().isEmpty()
        : slot.role() == Role.MEASURE
            && slot.measure().kind() == Measure.Kind.MONEY
            && slot.pow10() < 0;
  }

  private static boolean isWide(List<Slot> slots, Contract.Table table) {
    boolean year = slots.stream().anyMatch(s -> s.role() == Role.YEAR);
    long years =
        slots.stream()
            .filter(s -> s.role() == Role.EXTRA)
            .filter(s -> YearHeader.of(s.header(), table).isPresent())
            .count();
    return !year && years >= 2;
  }

  /** Each header and each column once, the nearest first. */
  private static List<Alias> aliases(List<Slot> slots, Contract.Table table, Set<String> named) {
    Set<String> taken = new HashSet<>(named);
    List<Alias> aliases = new ArrayList<>();
    for (Slot slot : slots) {
      String word = Headers.of(slot.header()).name();
      Optional<Alias> near = isOpen(slot, table) ? nearest(word, table, taken) : Optional.empty();
      near.filter(a -> taken.add(a.column())).ifPresent(aliases::add);
    }
    return aliases;
  }

  private static boolean isOpen(Slot slot, Contract.Table table) {
    return slot.role() == Role.EXTRA
        && !slot.header().isBlank()
        && YearHeader.of(slot.header(), table).isEmpty();
  }

  private static List<String> unmatched(
      List<Slot> slots, Contract.Table table, List<Alias> aliases) {
    List<String> guessed = aliases.stream().map(Alias::header).toList();
    return slots.stream()
        .filter(slot -> isOpen(slot, table))
        .filter(slot -> !guessed.contains(Headers.of(slot.header()).name()))
        .map(Slot::header)
        .distinct()
        .toList();
  }

  private static Optional<Alias> nearest(String word, Contract.Table table, Set<String> taken) {
    int most = word.length() / 3;
    return table.columns().stream()
        .filter(c -> !taken.contains(c.id()) && c.role() != Role.PII)
        .flatMap(c -> names(c).map(name -> new Alias(word, c.id(), name)))
        .filter(a -> distance(a) <= most)
        .min(Comparator.comparingInt(HeaderGuess::distance).thenComparing(Alias::resembles));
  }

  /** A name of a column within the header is as near as one other character. */
  private static int distance(Alias alias) {
    String name = Headers.normal(alias.resembles());
    boolean within = name.length() > 1 && alias.header().contains(name);
    return within ? 1 : Closest.distance(alias.header(), name);
  }

  /** The measure whose name stands in the name of the file. */
  private static String indicator(Path file, Contract.Table table) {
    String name = Headers.normal(file.getFileName().toString());
    return table.columns().stream()
        .filter(c -> c.role() == Role.MEASURE)
        .filter(c -> names(c).anyMatch(n -> name.contains(Headers.normal(n))))
        .map(Contract.Column::id)
        .findFirst()
        .orElse("");
  }

  private static Stream<String> names(Contract.Column column) {
    return Stream.concat(Stream.of(column.id()), column.aliases().stream());
  }
}
