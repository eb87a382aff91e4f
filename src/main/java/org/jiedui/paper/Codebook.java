package org.jiedui.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jiedui.message.Text;
import org.jiedui.publish.Json;
import org.jiedui.publish.Version;
import org.jiedui.table.Status;

/** What every column of every table is, for people and for programs; the tables say it first. */
public record Codebook(List<TableFacts> tables) {
  public static final String FILE = "codebook.json";
  private static final String SCHEMA = "jiedui.codebook/1";
  private static final String REJECTS = "rejects";

  /** Tables by name. */
  public Codebook {
    tables = tables.stream().sorted(java.util.Comparator.comparing(TableFacts::table)).toList();
  }

  public static Codebook of(Version version) {
    List<TableFacts> tables = new ArrayList<>();
    for (String table : version.tables()) {
      tables.add(
          table.equals(REJECTS)
              ? TableFacts.of(table, version.fields(table))
              : TableFacts.of(version.read(table)));
    }
    return new Codebook(tables);
  }

  /** The file {@link #FILE}. */
  public String json() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("format", SCHEMA);
    tree.put("tables", tables.stream().map(Codebook::tree).toList());
    tree.put("codes", codes());
    return Json.pretty(tree);
  }

  private static Map<String, Object> tree(TableFacts table) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("table", table.table());
    tree.put("row", tree(table.row()));
    tree.put("columns", table.columns().stream().map(ColumnFacts::tree).toList());
    return tree;
  }

  /** What the codes mean that the tables hold. */
  private List<Map<String, Object>> codes() {
    TreeSet<Status> held = new TreeSet<>();
    tables.forEach(
        t ->
            t.columns()
                .forEach(
                    c -> {
                      held.addAll(c.codes());
                      held.addAll(c.missing());
                    }));
    List<Map<String, Object>> codes = new ArrayList<>();
    for (Status status : held) {
      Map<String, Object> code = new LinkedHashMap<>();
      code.put("code", status.name());
      code.put("meaning", tree(status.meaning()));
      codes.add(code);
    }
    return codes;
  }

  /** A text as JSON holds it. */
  public static Map<String, Object> tree(Text text) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("zh", text.zh());
    tree.put("en", text.en());
    return tree;
  }
}
