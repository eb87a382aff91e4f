package org.jiedui.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.message.Text;
import org.jiedui.settings.Settings;

/**
 * One number of a published sentence that is no multiple: what it counts, and the cell of a table
 * that says it.
 *
 * @param part which number of the sentence; empty for the only one
 * @param published as printed; empty where the sentence prints none
 * @param where columns of the row and the values they have
 * @param column of the value, or the unit of figures
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
    String column) {

  /** What a statement is held against. */
  public enum Basis {
    /** The published lists of pairs of the nation. */
    LISTS,
    /** The study's own records. */
    RECORDS,
    /** Published totals: {@code table} names indicators joined by +, {@code where} from and to. */
    FIGURES
  }

  /** Folders of the national lists, beside the file of claims. */
  public record Lists(Path pairings, Path geography) {}

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
            folder.resolve(lists.text("geography")).normalize()));
  }

  private static Statement read(Settings s) {
    Map<String, String> where = new TreeMap<>();
    for (String pair : s.texts("where")) {
      String[] sides = pair.split("=", 2);
      if (sides.length < 2) {
        s.bad("where", "列=值", "COLUMN=VALUE", Optional.empty());
      } else {
        where.put(sides[0], sides[1]);
      }
    }
    String basis = s.word("basis", Set.of("lists", "records", "figures"), "records");
    return new Statement(
        s.text("id"),
        s.text("part", ""),
        s.integer("page", 0),
        s.label("quote"),
        s.label("definition"),
        s.has("published") ? OptionalDouble.of(s.real("published", 0)) : OptionalDouble.empty(),
        s.real("tolerance", 0),
        basis.equals("lists")
            ? Basis.LISTS
            : basis.equals("figures") ? Basis.FIGURES : Basis.RECORDS,
        s.text("table"),
        where,
        s.text("column"));
  }
}
