package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** SHA-256 of every table of a published version, which are its very files. */
public final class TableDigests {
  private TableDigests() {}

  /** Of the version that is the default. */
  public static Map<String, String> of(Path root, String report) {
    return of(Reports.in(root).named(report).head().orElseThrow());
  }

  public static Map<String, String> of(Version version) {
    assertThat(version.verify()).isEmpty();
    Map<String, String> digests = new TreeMap<>();
    version.manifest().files().stream()
        .filter(file -> file.table().isPresent())
        .forEach(file -> digests.put(file.path(), file.sha256()));
    assertThat(digests).containsKey("effect_ratio.parquet");
    return digests;
  }
}
