package org.jiedui.ingest.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiedui.message.Closest;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;

/** Matches the header of a file to the contract, and keeps every problem on the way. */
final class LayoutBuilder {
  private final FileScan scan;
  private final Contract.Table table;
  private final IngestSettings.Declaration declared;
  private final Caption caption;
  private final HeaderProblems words;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Slot> slots = new ArrayList<>();
  private final List<Contract.Column> matched = new ArrayList<>();
  private String rowUnit = "";

  private LayoutBuilder(FileScan scan, Contract contract, String table, Caption caption) {
    this.scan = scan;
    this.table = contract.table(table);
    this.declared = contract.settings().declaration(scan.name());
    this.caption = caption;
    this.words = new HeaderProblems(scan, caption.sheet());
  }

  static LayoutBuilder of(FileScan scan, Contract contract, String table) {
    return of(scan, contract, table, Caption.NONE);
  }

  static LayoutBuilder of(FileScan scan, Contract contract, String table, Caption caption) {
    var builder = new LayoutBuilder(scan, contract, table, caption);
    builder.match();
    builder.ambiguous();
    builder.missing();
    builder.units();
    return builder;
  }

  /** Errors and warnings of the header, in order of columns. */
  List<Problem> problems() {
    return problems;
  }

  boolean isUsable() {
    return problems.stream().noneMatch(p -> p.level() == Problem.Level.ERROR);
  }

  Layout orThrow() {
    InputException.throwIfAny(
        ExitCode.INPUT, problems.stream().filter(p -> p.level() == Problem.Level.ERROR).toList());
    return layout();
  }

  /** As far as the header is understood, whatever is wrong with it. */
  Layout layout() {
    return new Layout(
        table.id(),
        scan.name(),
        scan.sha256(),
        scan.separator(),
        scan.charset(),
        slots,
        table.missing(),
        new Layout.Defaults(
            declared.source(),
            fallback(Role.DIRECTION),
            fallback(Role.STATUS),
            declared.codeVintage(),
            rowUnit,
            definition(),
            fallback(Role.TO)),
        table.words(),
        SheetPlan.NONE,
        PersonKey.NONE,
        Mends.NONE,
        PlaceCodes.NONE);
  }

  /** What is declared for the file, where the table has a word for it. */
  private String definition() {
    return table.words().forms().containsValue(declared.definition()) ? declared.definition() : "";
  }

  private String fallback(Role role) {
    return table.columns().stream()
        .filter(c -> c.role() == role && !c.fallback().isEmpty())
        .map(Contract.Column::fallback)
        .findFirst()
        .orElse("none");
  }

  private void match() {
    for (int i = 0; i < scan.header().size(); i++) {
      String header = scan.header().get(i);
      Optional<YearHeader> year = YearHeader.declared(header, table, declared);
      if (year.isPresent()) {
        yearColumn(i, header, year.get());
        continue;
      }
      Optional<Contract.Column> column = column(table, header);
      matched.add(column.orElse(null));
      if (column.isPresent()) {
        slots.add(slot(i, header, column.get()));
      } else {
        slots.add(new Slot(i, header, "", Role.EXTRA, null, 0, 0, 0, false));
        problems.add(words.unknown(i, header, Closest.to(Headers.of(header).name(), names())));
      }
    }
  }

  private static Slot slot(int position, String header, Contract.Column column) {
    return new Slot(
        position,
        header,
        column.id(),
        column.role(),
        column.measure(),
        -1,
        column.min(),
        column.max(),
        column.required());
  }

  /**
   * One column of one year: its indicator is in the header, declared, or in a column of its own.
   */
  private void yearColumn(int position, String header, YearHeader year) {
    Optional<Contract.Column> column =
        year.rest().isEmpty() ? named(table, declared.indicator()) : column(table, year.rest());
    Optional<Contract.Column> amount = column.filter(c -> c.measure() != null);
    boolean byRow = year.rest().isEmpty() && hasIndicatorColumn();
    Role role = byRow && amount.isEmpty() ? Role.AMOUNT : Role.MEASURE;
    Slot slot =
        new Slot(
            position,
            header,
            amount.map(Contract.Column::id).orElse(role == Role.AMOUNT ? "amount" : ""),
            role,
            amount.map(Contract.Column::measure).orElse(null),
            -1,
            amount.map(Contract.Column::min).orElse(-Long.MAX_VALUE),
            amount.map(Contract.Column::max).orElse(Long.MAX_VALUE),
            false,
            year.year());
    matched.add(amount.or(() -> column(Role.AMOUNT)).orElse(null));
    if (role == Role.MEASURE && amount.isEmpty()) {
      problems.add(words.noIndicator(slot));
      slots.add(new Slot(position, header, "", Role.EXTRA, null, 0, 0, 0, false));
    } else {
      slots.add(slot);
    }
  }

  private boolean hasIndicatorColumn() {
    return scan.header().stream()
        .anyMatch(h -> column(table, h).filter(c -> c.role() == Role.INDICATOR).isPresent());
  }

  /** The column that a header names: all of it, or without the unit at its end. */
  static Optional<Contract.Column> column(Contract.Table table, String header) {
    Optional<Contract.Column> exact = named(table, Headers.normal(header));
    return exact.isPresent() ? exact : named(table, Headers.of(header).name());
  }

  private static Optional<Contract.Column> named(Contract.Table table, String word) {
    if (word.isEmpty()) {
      return Optional.empty();
    }
    return table.columns().stream()
        .filter(c -> names(c).anyMatch(name -> Headers.normal(name).equals(word)))
        .findFirst();
  }

  static Stream<String> names(Contract.Column column) {
    return Stream.concat(Stream.of(column.id()), column.aliases().stream());
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>();
    table.columns().forEach(c -> names(c).forEach(names::add));
    return names;
  }

  private void ambiguous() {
    for (Contract.Column column : table.columns()) {
      slots.stream()
          .filter(s -> s.column().equals(column.id()))
          .collect(Collectors.groupingBy(Slot::year, TreeMap::new, Collectors.toList()))
          .values()
          .stream()
          .filter(same -> same.size() > 1)
          .forEach(same -> problems.add(words.ambiguous(column.id(), same)));
    }
  }

  private void missing() {
    table.columns().stream()
        .filter(Contract.Column::required)
        .filter(c -> !has(c.id()) && !isInHeader(c) && !isPeriodInstead(c))
        .filter(c -> !isNamedInstead(c))
        .forEach(c -> problems.add(words.missing(c, closest(Stream.of(c)))));
    boolean isLong = has(Role.AMOUNT);
    if (isLong && !has(Role.INDICATOR)) {
      column(Role.INDICATOR).ifPresent(c -> problems.add(words.missing(c, closest(Stream.of(c)))));
    }
    if (!isLong && !has(Role.MEASURE) && !table.isRoster() && requiredAmountsArePresent()) {
      problems.add(words.noAmounts(table, closest(amounts())));
    }
  }

  /** The year of a row, where its columns say the year of each value. */
  private boolean isInHeader(Contract.Column column) {
    return column.role() == Role.YEAR && slots.stream().anyMatch(s -> s.year() > 0);
  }

  /** The period of a row, where it may be a total over several years. */
  private boolean isPeriodInstead(Contract.Column column) {
    boolean both = has(Role.PERIOD_FROM) && has(Role.PERIOD_TO);
    return column.role() == Role.YEAR && (has(Role.PERIOD) || both);
  }

  /** Codes of rows that carry names come from a map; a header that is nearly one is a mistake. */
  private boolean isNamedInstead(Contract.Column column) {
    return column.role() == Role.RECIPIENT
        && Layout.PLACE_NAMES.stream().anyMatch(this::has)
        && closest(Stream.of(column)).isEmpty();
  }

  private boolean requiredAmountsArePresent() {
    return amounts().noneMatch(c -> c.required() && !has(c.id()));
  }

  private Stream<Contract.Column> amounts() {
    return table.columns().stream()
        .filter(c -> c.role() == Role.MEASURE || c.role() == Role.AMOUNT);
  }

  private boolean has(String column) {
    return slots.stream().anyMatch(s -> s.column().equals(column));
  }

  private boolean has(Role role) {
    return slots.stream().anyMatch(s -> s.role() == role);
  }

  private Optional<Contract.Column> column(Role role) {
    return table.columns().stream().filter(c -> c.role() == role).findFirst();
  }

  /** The unmatched header that is nearest to a name of the columns; it words a hint. */
  private Optional<HeaderProblems.Near> closest(Stream<Contract.Column> columns) {
    List<String> names = columns.flatMap(LayoutBuilder::names).toList();
    return slots.stream()
        .filter(s -> s.role() == Role.EXTRA && !s.header().isBlank())
        .flatMap(s -> names.stream().map(name -> HeaderProblems.Near.of(s.header(), name)))
        .filter(near -> near.distance() <= Math.max(1, near.alias().length() / 3))
        .min(
            Comparator.comparingInt(HeaderProblems.Near::distance)
                .thenComparing(HeaderProblems.Near::header));
  }

  private void units() {
    var units = new LayoutUnits(table, declared, caption, words, slots, problems);
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      if (slot.role() == Role.MEASURE) {
        slots.set(i, units.withUnit(slot, matched.get(i)));
      } else if (slot.role() == Role.AMOUNT) {
        rowUnit = units.rowUnit(slot, matched.get(i));
      }
    }
  }
}
