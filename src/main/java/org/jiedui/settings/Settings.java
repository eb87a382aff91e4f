package org.jiedui.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.message.Closest;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * A HOCON file read strictly: every key is asked for by name, and what nobody asked for is a
 * problem that names the nearest known key.
 *
 * <p>All problems of a file are collected; {@link #finish()} tells them together. A wrong or
 * missing value is answered by an empty stand-in until then, so that reading goes on to the next
 * one.
 */
public final class Settings {
  private final Config config;
  private final String prefix;
  private final Path file;
  private final List<Problem> problems;
  private final Set<String> known = new TreeSet<>();
  private final List<Settings> children = new ArrayList<>();

  private Settings(Config config, String prefix, Path file, List<Problem> problems) {
    this.config = config;
    this.prefix = prefix;
    this.file = file;
    this.problems = problems;
  }

  /** Reads and resolves one file; environment variables only where the file names them. */
  public static Settings load(Path file) {
    return new Settings(SettingsFile.read(file), "", file, new ArrayList<>());
  }

  public Path file() {
    return file;
  }

  public boolean has(String key) {
    known.add(key);
    return config.hasPath(quoted(key));
  }

  /** Whether {@code key} is a group of settings and not a single value. */
  public boolean isGroup(String key) {
    return has(key) && config.getValue(quoted(key)).valueType() == ConfigValueType.OBJECT;
  }

  /** A word that must be there. */
  public String text(String key) {
    return optionalText(key).orElseGet(() -> missing(key, "一段文字", "a text", ""));
  }

  public String text(String key, String fallback) {
    return optionalText(key).orElse(fallback);
  }

  public Optional<String> optionalText(String key) {
    return has(key)
        ? typed(key, "一段文字", "a text", () -> config.getString(quoted(key)))
        : Optional.empty();
  }

  /** One word of a closed list; another one is a problem with the nearest of the list. */
  public String word(String key, Set<String> allowed, String fallback) {
    String found = text(key, fallback);
    if (!allowed.contains(found)) {
      bad(key, "下列之一:" + allowed, "one of " + allowed, Closest.to(found, allowed));
    }
    return found;
  }

  public int integer(String key, int fallback) {
    return has(key)
        ? typed(key, "整数", "a whole number", () -> config.getInt(quoted(key))).orElse(fallback)
        : fallback;
  }

  public int integer(String key) {
    return has(key) ? integer(key, 0) : missing(key, "整数", "a whole number", 0);
  }

  public long number64(String key, long fallback) {
    return has(key)
        ? typed(key, "整数", "a whole number", () -> config.getLong(quoted(key))).orElse(fallback)
        : fallback;
  }

  public double real(String key, double fallback) {
    return has(key)
        ? typed(key, "有限的数值", "a finite number", () -> finite(key, config.getDouble(quoted(key))))
            .orElse(fallback)
        : fallback;
  }

  /** Yes or no, which must be said. */
  public boolean flag(String key) {
    return has(key) ? flag(key, false) : missing(key, "true 或 false", "true or false", false);
  }

  public boolean flag(String key, boolean fallback) {
    return has(key)
        ? typed(key, "true 或 false", "true or false", () -> config.getBoolean(quoted(key)))
            .orElse(fallback)
        : fallback;
  }

  public List<String> texts(String key) {
    return has(key)
        ? typed(key, "文字列表", "a list of texts", () -> config.getStringList(quoted(key)))
            .orElse(List.of())
        : List.of();
  }

  public List<Integer> integers(String key) {
    return has(key)
        ? typed(key, "整数列表", "a list of whole numbers", () -> config.getIntList(quoted(key)))
            .orElse(List.of())
        : List.of();
  }

  public List<Double> reals(String key) {
    return has(key)
        ? typed(key, "有限数值的列表", "a list of finite numbers", () -> finite(key)).orElse(List.of())
        : List.of();
  }

  /** A label in both languages: {@code key { zh = …, en = … }}. */
  public Text label(String key) {
    Settings both = child(key);
    return Text.of(both.text("zh"), both.text("en"));
  }

  /** A group of settings; an empty one when it is not there. */
  public Settings child(String key) {
    Config inner =
        has(key)
            ? typed(key, "{…} 一组设置", "a group {…}", () -> config.getConfig(quoted(key)))
                .orElse(ConfigFactory.empty())
            : ConfigFactory.empty();
    return register(new Settings(inner, prefix + key + ".", file, problems));
  }

  /** Every group under {@code key}, by its own name, in alphabetical order of the names. */
  public TreeMap<String, Settings> children(String key) {
    Settings group = child(key);
    TreeMap<String, Settings> named = new TreeMap<>();
    group.config.root().keySet().forEach(name -> named.put(name, group.child(name)));
    return named;
  }

  /** Every group of a list {@code key = [ {…}, {…} ]}, in the order written. */
  public List<Settings> list(String key) {
    if (!has(key)) {
      return List.of();
    }
    List<? extends Config> items =
        typed(key, "[ {…}, {…} ]", "a list of groups [ {…}, {…} ]", () -> listOf(key))
            .orElse(List.of());
    List<Settings> groups = new ArrayList<>();
    for (Config item : items) {
      String name = prefix + key + "[" + groups.size() + "].";
      groups.add(register(new Settings(item, name, file, problems)));
    }
    return groups;
  }

  /** Notes a problem of meaning with a value that was read: the place is the value's own line. */
  public void bad(String key, String zh, String en, Optional<String> nearest) {
    ConfigValue value = config.hasPath(quoted(key)) ? config.getValue(quoted(key)) : null;
    String shown = value == null ? "" : value.unwrapped().toString();
    String found = Secrets.isSecret(key) ? "***" : shown;
    Problem problem =
        Problem.error(
                "CONF_VALUE",
                Text.of(
                    "设置 " + prefix + key + " 的值不可用:" + found,
                    "setting " + prefix + key + " cannot be " + found))
            .at(place(value == null ? null : value.origin()))
            .expected(zh, en);
    problems.add(nearest.map(n -> problem.fix("是否应为 " + n, "did you mean " + n)).orElse(problem));
  }

  /** The line a key stands on, for messages of those who check its meaning. */
  public String place(String key) {
    return place(config.hasPath(quoted(key)) ? config.getValue(quoted(key)).origin() : null);
  }

  /** All settings in one canonical line: what stands in the file, without comments and order. */
  public String canonical() {
    return config.root().render(com.typesafe.config.ConfigRenderOptions.concise());
  }

  /** Every problem found so far, unknown keys included. */
  public List<Problem> problems() {
    List<Problem> all = new ArrayList<>(problems);
    unknown(all);
    return all;
  }

  /** Throws all problems, unknown keys included, when there are any. */
  public void finish() {
    InputException.throwIfAny(ExitCode.USAGE, problems());
  }

  private Settings register(Settings child) {
    children.add(child);
    return child;
  }

  private void unknown(List<Problem> all) {
    for (var entry : new TreeMap<>(config.root()).entrySet()) {
      if (!known.contains(entry.getKey())) {
        all.add(unknownKey(entry.getKey(), entry.getValue().origin()));
      }
    }
    children.forEach(child -> child.unknown(all));
  }

  private Problem unknownKey(String key, ConfigOrigin origin) {
    Problem problem =
        Problem.error(
                "CONF_KEY", Text.of("未知设置项 " + prefix + key, "unknown setting " + prefix + key))
            .at(place(origin))
            .expected("下列之一:" + String.join("、", known), "one of " + String.join(", ", known));
    return Closest.to(key, known)
        .map(near -> problem.fix("是否应为 " + prefix + near, "did you mean " + prefix + near))
        .orElse(problem);
  }

  private <T> T missing(String key, String zh, String en, T stand) {
    problems.add(
        Problem.error(
                "CONF_MISSING", Text.of("缺少设置 " + prefix + key, "missing setting " + prefix + key))
            .at(file.toString())
            .expected(zh, en));
    return stand;
  }

  private <T> Optional<T> typed(
      String key, String zh, String en, java.util.function.Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (ConfigException e) {
      bad(key, zh, en, Optional.empty());
      return Optional.empty();
    }
  }

  private List<Double> finite(String key) {
    return config.getDoubleList(quoted(key)).stream().map(value -> finite(key, value)).toList();
  }

  private double finite(String key, double value) {
    if (!Double.isFinite(value)) {
      throw new ConfigException.BadValue(key, "not finite");
    }
    return value;
  }

  private List<? extends Config> listOf(String key) {
    return config.getList(quoted(key)).stream()
        .map(
            value -> {
              if (value.valueType() != ConfigValueType.OBJECT) {
                throw new ConfigException.WrongType(value.origin(), key);
              }
              return ((ConfigObject) value).toConfig();
            })
        .toList();
  }

  private String place(ConfigOrigin origin) {
    return origin == null || origin.lineNumber() < 1
        ? file.toString()
        : file + ":" + origin.lineNumber();
  }

  private static String quoted(String key) {
    return com.typesafe.config.ConfigUtil.quoteString(key);
  }
}
