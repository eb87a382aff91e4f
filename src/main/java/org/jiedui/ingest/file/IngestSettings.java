package org.jiedui.ingest.file;

import java.io.Serializable;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Settings of {@code conf/ingest.conf}: what is declared for single files, gates and limits.
 *
 * @param files declarations by file name or pattern ({@code funds_*.csv}), in order of the name
 * @param sources how each source delivers, by its id
 * @param setAside a refused file is set aside instead of stopping the run
 */
public record IngestSettings(
    Map<String, Declaration> files,
    Map<String, Delivery> sources,
    Gates gates,
    Limits limits,
    boolean setAside)
    implements Serializable {

  /**
   * What is declared for a file.
   *
   * @param table contract table; empty: cooperation_record
   * @param units contract column id → unit word
   * @param unit unit of every money column without another one; empty for none
   * @param codeVintage year whose codes the file uses; 0: each record's own year
   * @param source source id of records without a source column
   * @param replaces name of a file whose rows no longer count; empty for none
   * @param layout {@code wide-years} where one column is one year; empty otherwise
   * @param indicator contract column of year columns whose header names none; empty for none
   * @param hidden {@code read} or {@code skip}: what becomes of rows that are not seen
   * @param definition population that the levels are of: {@code registered} or {@code resident};
   *     empty where the file says it or does not
   * @param cumulative which amounts are running totals
   */
  public record Declaration(
      String table,
      Map<String, String> units,
      String unit,
      int codeVintage,
      String source,
      String replaces,
      String layout,
      String indicator,
      String hidden,
      String definition,
      Cumulative cumulative)
      implements Serializable {
    public static final Declaration NONE =
        new Declaration("", Map.of(), "", 0, "", "", "", "", "read", "", Cumulative.NONE);

    boolean isWideYears() {
      return layout.equals("wide-years");
    }

    boolean skipsHidden() {
      return hidden.equals("skip");
    }
  }

  /**
   * Amounts that state all that came so far (累计): the difference to the year before is counted.
   *
   * @param flow {@code year} or {@code cumulative}; empty where the contract decides
   * @param columns contract columns that are cumulative; empty for every amount of the file
   * @param since year in which the totals begin; 0: the first year that a series names
   * @param falls {@code reject}, or {@code correction} where a lower total takes something back
   */
  public record Cumulative(String flow, Set<String> columns, int since, String falls)
      implements Serializable {
    public static final Cumulative NONE = new Cumulative("", Set.of(), 0, "reject");

    public boolean mayFall() {
      return falls.equals("correction");
    }
  }

  /** What a file of a source is to the files of that source before it, in the order of names. */
  public enum Delivery {
    /** New rows only. */
    APPEND,
    /** The whole truth of its source: the files before it no longer count. */
    SNAPSHOT,
    /** Its rows take the place of rows of the same key. */
    AMEND
  }

  public Delivery delivery(String source) {
    return sources.getOrDefault(source, Delivery.APPEND);
  }

  /**
   * Bounds of what a run accepts, all in percent.
   *
   * @param rejectWarn share of rows rejected of a file
   * @param rejectStop the same, above which the run stops
   * @param rowsWarn deviation of a delivery from the rows of those before it
   * @param lostStop share of county-years of the version before that are gone
   */
  public record Gates(double rejectWarn, double rejectStop, double rowsWarn, double lostStop)
      implements Serializable {
    /** With the usual bounds of what is compared with the past. */
    public Gates(double rejectWarn, double rejectStop) {
      this(rejectWarn, rejectStop, 30, 5);
    }
  }

  /**
   * Bounds on hostile files.
   *
   * @param inflatedBytes of everything in a workbook
   * @param ratio smallest share of compressed in inflated bytes of a part of a workbook
   * @param cells of a workbook
   */
  public record Limits(
      long fileBytes,
      int lineBytes,
      int columns,
      long inflatedBytes,
      double ratio,
      long cells,
      int sheets)
      implements Serializable {
    public static final Limits DEFAULT = new Limits(64L << 30, 16 << 20, 4096);

    /** With the usual bounds of workbooks. */
    public Limits(long fileBytes, int lineBytes, int columns) {
      this(fileBytes, lineBytes, columns, 512L << 20, 0.01, 20_000_000, 200);
    }
  }

  public static final IngestSettings DEFAULT =
      new IngestSettings(Map.of(), Map.of(), new Gates(1, 5), Limits.DEFAULT, false);

  /** The declaration of a file: by its name, else by the first pattern that matches it. */
  public Declaration declaration(String fileName) {
    Declaration exact = files.get(fileName);
    return exact != null
        ? exact
        : files.entrySet().stream()
            .filter(e -> matches(e.getKey(), fileName))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(Declaration.NONE);
  }

  private static boolean matches(String pattern, String fileName) {
    return FileSystems.getDefault()
        .getPathMatcher("glob:" + pattern)
        .matches(Path.of(fileName).getFileName());
  }
}
