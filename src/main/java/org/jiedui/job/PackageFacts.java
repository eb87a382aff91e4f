package org.jiedui.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.Json;
import org.jiedui.publish.Storage;

/**
 * What a package says of itself to the program that reproduces it.
 *
 * @param study place of the study file
 * @param tables published tables that go along
 */
record PackageFacts(
    String report,
    long version,
    LocalDate asOf,
    String fingerprint,
    String study,
    PackagedData.Withheld withheld,
    List<String> tables) {
  static final String FILE = "package.json";
  private static final String SCHEMA = "jiedui.package/1";

  String json() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("format", SCHEMA);
    tree.put("report", report);
    tree.put("version", version);
    tree.put("asOf", asOf.toString());
    tree.put("fingerprint", fingerprint);
    tree.put("study", study);
    tree.put("withheld", withheld.name().toLowerCase(Locale.ROOT));
    tree.put("tables", tables);
    return Json.pretty(tree);
  }

  /** Of an unpacked package; exit 4 for a folder that is none. */
  static PackageFacts read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new InputException(ExitCode.INPUT, none(folder));
    }
    Map<String, Object> tree = Storage.call(() -> Json.object(Files.readString(file)));
    if (!SCHEMA.equals(tree.get("format"))) {
      throw new InputException(ExitCode.INPUT, none(folder));
    }
    return new PackageFacts(
        (String) tree.get("report"),
        ((Number) tree.get("version")).longValue(),
        LocalDate.parse((String) tree.get("asOf")),
        (String) tree.get("fingerprint"),
        (String) tree.get("study"),
        PackagedData.Withheld.valueOf(((String) tree.get("withheld")).toUpperCase(Locale.ROOT)),
        ((List<?>) tree.get("tables")).stream().map(String::valueOf).toList());
  }

  private static Problem none(Path folder) {
    return Problem.error("PACKAGE_NONE", Text.of("这里没有复现包", "there is no replication package here"))
        .at(folder.toString())
        .fix("给出解开的目录或 .zip 文件", "name the unpacked folder or the .zip file");
  }
}
