package org.jiedui.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.message.Text;
import org.jiedui.settings.Settings;
import org.jiedui.table.Status;

/**
 * One number of a published sentence that is no multiple: what it counts, and the cell of a table
 * that says it.
 *
 * @param part which number of the sentence; empty for the only one
 * @param published as printed; empty where the sentence prints none
 * @param where columns of the row and the values they have; {@code a|b} is either of two
 * @param column of the value, or the unit of figures
 * @param outcome of a sentence that nothing is computed for
 * @param reason why nothing is
 */
public record Statement(
    String id,
    String part,
    int page,
    Text quote,
    Text definition,
    OptionalDouble published,
    double tolerance,
    Basis basis,
    String table,
    Map<String, String> where,
    String column,
    Taken taken,
    Status outcome,
    Text reason) {

  /** What a statement is held against. */
  public enum Basis {
    /** The published lists of pairs of the nation. */
    LISTS,
    /** The study's own records. */
    RECORDS,
    /** Published totals: {@code table} names indicators joined by +, {@code where} from and to. */
    FIGURES,
    /** Nothing: the sentence stands with the reason why. */
    NOTHING
  }

  private static final Set<String> BASES = Set.of("lists", "records", "figures", "nothing");

  /** What is taken of the rows that {@code where} finds. */
  public enum Taken {
    /** The cell of the one row. */
    CELL,
    /** How many values the column has. */
    DISTINCT
  }

  /** Outcomes of sentences that nothing is computed for. */
  private static final Set<String> WITHOUT =
      Set.of(
          Status.NO_DATA.name(), Status.NOT_COMPUTABLE.name(), Status.OVERLAPPING_WINDOWS.name());

  /**
   * Folders of the national lists, beside the file of claims.
   *
   * @param others pairs of programmes that are counted beside, never among, those of the lists
   */
  public record Lists(Path pairings, Path geography, Optional<Path> others) {}

  /** Reads the statements of a file of claims; all problems at once. */
  public static List<Statement> load(Path file) {
    Settings s = Settings.load(file);
    Claim.known(s);
    List<Statement> statements = new ArrayList<>();
    Set<String> keys = new TreeSet<>();
    for (Settings one : s.list("statements")) {
      Statement statement = read(one);
      if (!keys.add(statement.id() + " " + statement.part())) {
        one.bad("id", "未用过的编号与部分", "an id and part that are used once", Optional.empty());
      }
      statements.add(statement);
    }
    s.finish();
    return List.copyOf(statements);
  }

  /** Empty when the file names no lists. */
  public static Optional<Lists> lists(Path file) {
    Settings s = Settings.load(file);
    if (!s.has("lists")) {
      return Optional.empty();
    }
    Settings lists = s.child("lists");
    Path folder = file.toAbsolutePath().getParent();
    return Optional.of(
        new Lists(
            folder.resolve(lists.text("pairings")).normalize(),
            folder.resolve(lists.text("geography")).normalize(),
            lists.optionalText("others").map(others -> folder.resolve(others).normalize())));
  }

  private static Statement read(Settings s) {
    String basis = s.word("basis", BASES, "records");
    boolean nothing = basis.equals("nothing");
    boolean distinct = s.has("distinct");
    return new Statement(
        s.text("id"),
        s.text("part", ""),
        s.integer("page", 0),
        s.label("quote"),
        s.label("definition"),
        s.has("published") ? OptionalDouble.of(s.real("published", 0)) : OptionalDouble.empty(),
        s.real("tolerance", 0),
        Basis.valueOf(basis.toUpperCase(Locale.ROOT)),
        nothing ? "" : s.text("table"),
        nothing ? Map.of() : where(s),
        nothing ? "" : s.text(distinct ? "distinct" : "column"),
        distinct ? Taken.DISTINCT : Taken.CELL,
        nothing ? Status.valueOf(s.word("outcome", WITHOUT, "NOT_COMPUTABLE")) : Status.OK,
        nothing ? s.label("reason") : Text.NONE);
  }

  private static Map<String, String> where(Settings s) {
    Map<String, String> where = new TreeMap<>();
    for (String pair : s.texts("where")) {
      String[] sides = pair.split("=", 2);
      if (sides.length < 2) {
        s.bad("where", "列=值", "COLUMN=VALUE", Optional.empty());
      } else {
        where.put(sides[0], sides[1]);
      }
    }
    return where;
  }
}
