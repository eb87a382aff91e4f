package org.jiedui.ingest.file;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiedui.reference.PlacePath;

/**
 * How one file is read: its separator, encoding and one {@link Slot} a column. Serialisable and
 * complete: a task needs nothing else to type a row.
 *
 * @param table id of the contract table
 * @param file file name
 * @param sha256 digest of the file, part of every reject id
 * @param slots one per column of the file, in order of position
 * @param missing declared missing tokens, trimmed
 * @param defaults what holds where the file has no such column
 * @param sheet where the rows stand in a workbook; {@link SheetPlan#NONE} for text
 * @param persons key by which persons of rosters are told apart
 * @param mends what mended lists of rejects say about rows of this file
 * @param places what was decided for its rows that carry names and no code
 */
public record Layout(
    String table,
    String file,
    String sha256,
    char separator,
    String charset,
    List<Slot> slots,
    List<String> missing,
    Defaults defaults,
    Vocabulary words,
    SheetPlan sheet,
    PersonKey persons,
    Mends mends,
    PlaceCodes places)
    implements Serializable {
  /** Columns whose cells name the place of a row, from the largest to the smallest. */
  static final List<Role> PERIODS = List.of(Role.PERIOD, Role.PERIOD_FROM, Role.PERIOD_TO);

  static final List<Role> PLACE_NAMES =
      List.of(Role.PROVINCE_NAME, Role.PREFECTURE_NAME, Role.RECIPIENT_NAME);

  /**
   * Values of columns that a file does not have, and of cells left empty in optional ones.
   *
   * @param rowUnit unit of amounts without a unit cell, from header or declaration; empty for none
   * @param codeVintage 0: by year
   * @param form form of amounts without a form cell; empty for that of their column
   * @param until last day of postings that do not say when they end; empty for none
   */
  public record Defaults(
      String sourceId,
      String direction,
      String status,
      int codeVintage,
      String rowUnit,
      String form,
      String until)
      implements Serializable {}

  public Layout {
    slots = List.copyOf(slots);
    missing = List.copyOf(missing);
  }

  /** The same layout for rows of a sheet. */
  Layout on(SheetPlan plan) {
    return new Layout(
        table, file, sha256, separator, charset, slots, missing, defaults, words, plan, persons,
        mends, places);
  }

  /** The same layout with a source for records that name none. */
  public Layout withSource(String source) {
    if (source.isEmpty() || !defaults.sourceId().isEmpty()) {
      return this;
    }
    var other =
        new Defaults(
            source,
            defaults.direction(),
            defaults.status(),
            defaults.codeVintage(),
            defaults.rowUnit(),
            defaults.form(),
            defaults.until());
    return new Layout(
        table, file, sha256, separator, charset, slots, missing, other, words, sheet, persons,
        mends, places);
  }

  /** The same layout with the key of a study. */
  public Layout keyed(PersonKey key) {
    return new Layout(
        table, file, sha256, separator, charset, slots, missing, defaults, words, sheet, key, mends,
        places);
  }

  /** True when a row is a posting of one person. */
  public boolean isRoster() {
    return slot(Role.PERSON).isPresent();
  }

  /** The same file with mended rows. */
  public Layout mended(Mends of) {
    return new Layout(
        table, file, sha256, separator, charset, slots, missing, defaults, words, sheet, persons,
        of, places);
  }

  /** The same file with codes for rows that carry names. */
  public Layout placed(PlaceCodes decided) {
    return new Layout(
        table, file, sha256, separator, charset, slots, missing, defaults, words, sheet, persons,
        mends, decided);
  }

  /** Whether rows may say their place by names. */
  public boolean hasPlaceNames() {
    return slots.stream().anyMatch(s -> PLACE_NAMES.contains(s.role()));
  }

  /** The names of the place of a row; missing tokens name nothing. */
  PlacePath place(List<String> cells) {
    List<String> names = PLACE_NAMES.stream().map(role -> name(role, cells)).toList();
    return new PlacePath(names.get(0), names.get(1), names.get(2));
  }

  private String name(Role role, List<String> cells) {
    return slot(role)
        .map(s -> cells.get(s.position()).strip())
        .filter(cell -> !missing.contains(cell))
        .orElse("");
  }

  /** The cell that a missing code is told of. */
  Slot codeSlot() {
    return Stream.concat(Stream.of(Role.RECIPIENT, Role.RECIPIENT_NAME), PLACE_NAMES.stream())
        .flatMap(role -> slot(role).stream())
        .findFirst()
        .orElseThrow();
  }

  /** Sheet whose rows these are; empty for text. */
  public String sheetName() {
    return sheet.name();
  }

  /** Number of a row among all rows of the file, from its number in text or sheet. */
  public long lineOf(long row) {
    return sheet.base() + row;
  }

  /** Number of a row as its text or sheet shows it. */
  public long rowOf(long line) {
    return sheet.row(line);
  }

  /** Where a row stands, for people: {@code a.csv:12} or {@code a.xlsx, sheet 资金, row 12}. */
  public String place(long line) {
    return sheet.name().isEmpty()
        ? file + ":" + rowOf(line)
        : file + ", sheet " + Excerpt.printable(sheet.name()) + ", row " + rowOf(line);
  }

  /** The slot of a contract column, or of a header that is none; empty for neither. */
  public Optional<Slot> named(String column) {
    return slots.stream()
        .filter(s -> !column.isEmpty())
        .filter(s -> s.column().isEmpty() ? s.header().equals(column) : s.column().equals(column))
        .findFirst();
  }

  /** The slot of a role that stands once; empty when the file has no such column. */
  public Optional<Slot> slot(Role role) {
    return slots.stream().filter(s -> s.role() == role).findFirst();
  }

  public Stream<Slot> measures() {
    return slots.stream().filter(s -> s.role() == Role.MEASURE);
  }

  /** True when rows may be totals over several years. */
  public boolean hasPeriods() {
    return PERIODS.stream().anyMatch(role -> slot(role).isPresent());
  }

  /** True when amounts stand in one column and another one names the indicator. */
  public boolean isLong() {
    return slot(Role.AMOUNT).isPresent();
  }

  /**
   * Builds the layout of a file, or throws {@link org.jiedui.message.InputException} with all
   * problems of its header at once.
   */
  public static Layout of(FileScan scan, Contract contract, String table) {
    return LayoutBuilder.of(scan, contract, table).orThrow();
  }
}
