package org.jiedui.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One file of a version as its manifest lists it.
 *
 * @param path name within the version's folder
 * @param table content digests when the file is a table, empty for a text
 */
public record StoredFile(String path, long bytes, String sha256, Optional<TableSummary> table) {
  static final String TABLE_SUFFIX = ".parquet";

  public long rows() {
    return table.map(TableSummary::rows).orElse(0L);
  }

  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("path", path);
    tree.put("bytes", bytes);
    tree.put("sha256", sha256);
    table.ifPresent(
        summary -> {
          tree.put("rows", summary.rows());
          tree.put("schema", summary.schema());
          tree.put("columns", summary.columns());
        });
    return tree;
  }

  static StoredFile of(Map<?, ?> tree) {
    Optional<TableSummary> summary = Optional.empty();
    if (tree.containsKey("rows")) {
      Map<String, String> columns = new LinkedHashMap<>();
      ((Map<?, ?>) tree.get("columns")).forEach((k, v) -> columns.put((String) k, (String) v));
      long rows = (Long) tree.get("rows");
      summary = Optional.of(new TableSummary(rows, (String) tree.get("schema"), columns));
    }
    return new StoredFile(
        (String) tree.get("path"), (Long) tree.get("bytes"), (String) tree.get("sha256"), summary);
  }
}
