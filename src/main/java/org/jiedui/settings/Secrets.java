package org.jiedui.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * Secrets that stand in a settings file as they are. A file may name where a secret comes from
 * ({@code password = ${?DB_PASSWORD}}, or a key that names a file); the secret itself would be
 * copied, sent around and kept for ever with it.
 */
final class Secrets {
  private static final Pattern KEY =
      Pattern.compile("(?i).*(password|passwd|passphrase|secret|token|access-?key|credential).*");
  private static final Pattern NAMES_A_FILE = Pattern.compile("(?i).*-file");

  private final Path file;
  private final List<Problem> problems = new ArrayList<>();

  private Secrets(Path file) {
    this.file = file;
  }

  /** Whether the value of a key is never shown. */
  static boolean isSecret(String key) {
    return KEY.matcher(key).matches() && !NAMES_A_FILE.matcher(key).matches();
  }

  /** One for each secret of a file that was parsed and not yet resolved; none shows the value. */
  static List<Problem> problems(Config parsed, Path file) {
    Secrets secrets = new Secrets(file);
    secrets.look(parsed.root(), "");
    return secrets.problems;
  }

  private void look(ConfigObject object, String prefix) {
    for (Map.Entry<String, ConfigValue> entry : new TreeMap<>(object).entrySet()) {
      look(entry.getKey(), entry.getValue(), prefix);
    }
  }

  private void look(String key, ConfigValue value, String prefix) {
    if (value instanceof ConfigObject inner && isWritten(value)) {
      look(inner, prefix + key + ".");
    } else if (value instanceof ConfigList list && isWritten(value)) {
      list.forEach(item -> look(key, item, prefix));
    } else if (isSecret(key) && isWritten(value)) {
      problems.add(literal(prefix + key, value));
    }
  }

  /** False for what is named only: a substitution has no type before it is resolved. */
  private static boolean isWritten(ConfigValue value) {
    try {
      return value.valueType() != null;
    } catch (ConfigException.NotResolved named) {
      return false;
    }
  }

  private Problem literal(String key, ConfigValue value) {
    return Problem.error(
            "CONF_SECRET", Text.of("设置文件中写有明文密钥:" + key, "a secret stands in the settings: " + key))
        .at(file + ":" + Math.max(1, value.origin().lineNumber()))
        .because("设置文件会被复制和留存", "settings files are copied and kept")
        .fix(
            "改为 " + key + " = ${?环境变量},或只写出存放它的文件",
            "write " + key + " = ${?VARIABLE}, or name a file that holds it");
  }
}
