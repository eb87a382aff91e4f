package org.jiedui.ingest.file;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiedui.reference.Indicators;

/**
 * What files must look like: the tables of {@code conf/schema.conf} with the measures of the
 * declared indicators, and the settings of {@code conf/ingest.conf} that stands beside it.
 */
public record Contract(Map<String, Table> tables, IngestSettings settings) implements Serializable {

  /** Changes whenever the same bytes would be landed in another way by new code. */
  public static final int GRAMMAR_VERSION = 4;

  /**
   * One table of the contract.
   *
   * @param grain {@code event}, {@code summary} or {@code roster}: decides duplicates
   * @param measures every measure column by id, long and wide
   * @param missing declared missing tokens
   */
  public record Table(
      String id,
      String grain,
      List<String> key,
      List<Column> columns,
      List<Measure> measures,
      Vocabulary words,
      List<String> missing)
      implements Serializable {

    public boolean isRoster() {
      return grain.equals("roster");
    }

    public Optional<Column> column(String columnId) {
      return columns.stream().filter(c -> c.id().equals(columnId)).findFirst();
    }
  }

  /**
   * One column of the contract.
   *
   * @param aliases headers that name it, besides its id
   * @param measure what it counts; null unless its role is MEASURE
   * @param unit default unit; empty for none, {@code required} when a file must say it
   * @param min smallest value in minor units (years: the year)
   * @param max largest value in minor units (years: the year)
   * @param flow {@code cumulative} where its amounts are running totals; empty otherwise
   * @param fallback word that holds where the column is absent or its cell is missing
   */
  public record Column(
      String id,
      List<String> aliases,
      Role role,
      boolean required,
      Measure measure,
      String unit,
      long min,
      long max,
      String flow,
      String fallback)
      implements Serializable {}

  /**
   * Reads {@code schema.conf} and the {@code ingest.conf} beside it. All problems of both end in
   * one {@link org.jiedui.message.InputException} (exit 2).
   */
  public static Contract load(Path schema, Indicators indicators) {
    return ContractReader.read(schema, indicators);
  }

  public Table table(String id) {
    Table table = tables.get(id);
    if (table == null) {
      throw new IllegalArgumentException("no table " + id + " in " + tables.keySet());
    }
    return table;
  }

  /**
   * How a file states running totals of a measure; empty where its amounts are of one year. A
   * column without a stage speaks for every stage of its indicator.
   */
  public Optional<IngestSettings.Cumulative> cumulative(
      String tableId, String fileName, String indicator, String form, String status) {
    IngestSettings.Cumulative declared = settings.declaration(fileName).cumulative();
    boolean whole = declared.flow().equals("cumulative") && declared.columns().isEmpty();
    boolean column =
        table(tableId).columns().stream()
            .filter(c -> c.measure() != null && c.measure().isOf(indicator, form, status))
            .anyMatch(c -> isCumulative(c, declared));
    return whole || column ? Optional.of(declared) : Optional.empty();
  }

  private static boolean isCumulative(Column column, IngestSettings.Cumulative declared) {
    return declared.flow().isEmpty()
        ? column.flow().equals("cumulative")
        : declared.columns().contains(column.id());
  }

  /** Id of the table a file is declared for; {@code cooperation_record} without a declaration. */
  public String tableOf(String fileName) {
    String declared = settings.declaration(fileName).table();
    return declared.isEmpty() ? "cooperation_record" : declared;
  }

  /** Digest of everything that can change how any file is landed, declarations of files apart. */
  public String digest() {
    return Sha256.hex("grammar " + GRAMMAR_VERSION + "\n" + tables);
  }

  /** Digest of what can change the landing of one file: {@link #digest()} and its declaration. */
  public String digest(String fileName) {
    return Sha256.hex(digest() + "\n" + settings.declaration(fileName));
  }
}
