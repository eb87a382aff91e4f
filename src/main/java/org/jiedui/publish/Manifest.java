package org.jiedui.publish;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiedui.message.Text;

/**
 * What a version consists of and what it was computed from. Only files it lists belong to the
 * version.
 *
 * @param versions names and versions of the programs that took part
 */
public record Manifest(
    String report,
    LocalDate asOf,
    String attempt,
    String fingerprint,
    List<StoredFile> files,
    Inputs inputs,
    Map<String, String> versions) {
  static final String NAME = "manifest.json";
  private static final String SCHEMA = "jiedui.manifest/1";

  public Optional<StoredFile> file(String path) {
    return files.stream().filter(file -> file.path().equals(path)).findFirst();
  }

  /** The file of a table by its name. */
  public Optional<StoredFile> table(String table) {
    return file(table + StoredFile.TABLE_SUFFIX);
  }

  public long rows() {
    return files.stream().mapToLong(StoredFile::rows).sum();
  }

  String json() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("format", SCHEMA);
    tree.put("report", report);
    tree.put("asOf", asOf.toString());
    tree.put("attempt", attempt);
    tree.put("fingerprint", fingerprint);
    tree.put("files", files.stream().map(StoredFile::tree).toList());
    tree.put("inputs", inputs.files().stream().map(InputDigest::tree).toList());
    tree.put("configuration", inputs.configuration());
    tree.put("references", inputs.references().stream().map(InputDigest::tree).toList());
    tree.put("code", inputs.code());
    tree.put("versions", versions);
    return Json.pretty(tree);
  }

  static Manifest parse(String text) throws IOException {
    Map<String, Object> tree = Json.object(text);
    if (tree.get("format") instanceof String format && !format.equals(SCHEMA)) {
      throw Commit.newer(Text.of("清单", "manifest"), format, SCHEMA);
    }
    try {
      return of(tree);
    } catch (RuntimeException e) {
      throw new IOException("not a manifest: " + e.getMessage(), e);
    }
  }

  private static Manifest of(Map<String, Object> tree) {
    Map<String, String> versions = new LinkedHashMap<>();
    ((Map<?, ?>) tree.get("versions")).forEach((k, v) -> versions.put((String) k, (String) v));
    Inputs inputs =
        new Inputs(
            digests(tree.get("inputs")),
            (String) tree.get("configuration"),
            digests(tree.get("references")),
            (String) tree.get("code"));
    return new Manifest(
        (String) tree.get("report"),
        LocalDate.parse((String) tree.get("asOf")),
        (String) tree.get("attempt"),
        (String) tree.get("fingerprint"),
        ((List<?>) tree.get("files")).stream().map(f -> StoredFile.of((Map<?, ?>) f)).toList(),
        inputs,
        versions);
  }

  private static List<InputDigest> digests(Object list) {
    return ((List<?>) list)
        .stream()
            .map(item -> (Map<?, ?>) item)
            .map(item -> new InputDigest((String) item.get("name"), (String) item.get("sha256")))
            .toList();
  }
}
