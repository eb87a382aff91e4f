package org.jiedui.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiedui.message.Text;
import org.jiedui.publish.Json;
import org.jiedui.publish.Storage;
import org.jiedui.publish.Version;

/** The settings of a study as one of its versions keeps them, read by their paths. */
public final class Settings {
  /** Text of a version that holds them. */
  public static final String FILE = "settings.json";

  public static final String SCHEMA = "jiedui.settings/1";

  private final Map<String, Object> tree;

  private Settings(Map<String, Object> tree) {
    this.tree = tree;
  }

  /** Empty for a version of a single table of one's own, which no study made. */
  public static Optional<Settings> of(Version version) {
    return version
        .manifest()
        .file(FILE)
        .map(file -> new Settings(Storage.call(() -> Json.object(version.text(FILE)))));
  }

  /** Settings as a text. */
  static Settings parse(String json) {
    return new Settings(Storage.call(() -> Json.object(json)));
  }

  public String text(String path) {
    return String.valueOf(value(path));
  }

  public int integer(String path) {
    return ((Number) value(path)).intValue();
  }

  public double real(String path) {
    return ((Number) value(path)).doubleValue();
  }

  public boolean isTrue(String path) {
    return Boolean.TRUE.equals(value(path));
  }

  /** Whether a value is given, and not as an empty text. */
  public boolean has(String path) {
    Object value = value(path);
    return value != null && !value.equals("");
  }

  public List<String> texts(String path) {
    return ((List<?>) value(path)).stream().map(String::valueOf).toList();
  }

  /** Names in both languages, by what they name; empty where the settings have none there. */
  public Map<String, Text> labels(String path) {
    Map<String, Text> labels = new LinkedHashMap<>();
    if (value(path) instanceof Map<?, ?> named) {
      named.forEach(
          (id, label) -> {
            Map<?, ?> words = (Map<?, ?>) label;
            labels.put(
                String.valueOf(id),
                Text.of(String.valueOf(words.get("zh")), String.valueOf(words.get("en"))));
          });
    }
    return labels;
  }

  /** First and last year of a window. */
  public int[] years(String path) {
    return ((List<?>) value(path)).stream().mapToInt(y -> ((Number) y).intValue()).toArray();
  }

  private Object value(String path) {
    Object at = tree;
    for (String key : path.split("\\.")) {
      at = ((Map<?, ?>) at).get(key);
    }
    return at;
  }
}
