package org.jiedui.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jiedui.table.Field;
import org.jiedui.table.Status;

/**
 * What a codebook says of one column.
 *
 * @param sources columns that its formula names, those of other tables as {@code table.column}
 * @param status the column that says why a value is not there; empty where none is missing
 * @param missing codes that stand there beside missing values of this column
 * @param codes status codes that the column itself holds
 */
public record ColumnFacts(
    Field field,
    List<String> sources,
    String status,
    SortedSet<Status> missing,
    SortedSet<Status> codes) {

  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", field.column());
    tree.put("label", Codebook.tree(field.label()));
    tree.put("type", type());
    tree.put("key", field.isKey());
    tree.put("unit", field.unit());
    tree.put("domain", field.domain());
    tree.put("formula", field.formula());
    tree.put("sources", sources);
    tree.put("status", status);
    tree.put("missing", missing.stream().map(Status::name).toList());
    tree.put("codes", codes.stream().map(Status::name).toList());
    tree.put("since", field.since());
    return tree;
  }

  /** The type as people write it. */
  public String type() {
    return field.type().name().toLowerCase(java.util.Locale.ROOT);
  }
}
