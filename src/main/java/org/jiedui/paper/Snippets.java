package org.jiedui.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * How the tables of one version are opened in R, Python, Stata and DuckDB: each file is checked
 * against its digest, read, and its first rows are shown.
 *
 * @param version what is opened, in words
 * @param folder where the tables are, as seen from the snippets
 * @param sha256 digests of the tables by name
 */
public record Snippets(String version, String folder, SortedMap<String, String> sha256) {

  /** Files by name. */
  public Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    String list = each((table, digest) -> table + "," + digest);
    files.put("open.R", filled("open.R").replace("{{tables}}", list));
    files.put("open.py", filled("open.py").replace("{{tables}}", list));
    files.put("open.do", filled("open.do").replace("{{checks}}", each(this::stata)));
    files.put("open.sql", filled("open.sql").replace("{{checks}}", each(this::duckdb)));
    return files;
  }

  private String each(BiFunction<String, String, String> line) {
    return sha256.entrySet().stream()
        .map(entry -> line.apply(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private String duckdb(String table, String digest) {
    String file = "'" + folder + "/" + table + ".parquet'";
    return """
        SELECT CASE WHEN sha256(content) = '%s' THEN '%s' ELSE error('%s is not the published file') END AS "table"
          FROM read_blob(%s);
        SELECT * FROM read_parquet(%s) LIMIT 3;"""
        .formatted(digest, table, table, file, file);
  }

  /** Stata has no digest of its own; Python, which it brings along a way to call, has. */
  private String stata(String table, String digest) {
    return """
        python: import hashlib, sfi; sfi.Macro.setLocal("sha256", hashlib.sha256(open(sfi.Macro.getLocal("folder") + "/%s.parquet", "rb").read()).hexdigest())
        if "`sha256'" != "%s" {
          display as error "%s.parquet is not the published file"
          exit 459
        }
        pq use using "`folder'/%s.parquet", clear
        list in 1/`=min(3, _N)', abbreviate(32)"""
        .formatted(table, digest, table, table);
  }

  private String filled(String name) {
    return resource(name).replace("{{version}}", version).replace("{{folder}}", folder);
  }

  /** The script of a package that computes its tables again. */
  public static String reproduce() {
    return resource("reproduce");
  }

  /** A text that ships with this room. */
  static String resource(String name) {
    try (InputStream in = Snippets.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
