package org.jiedui.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** One HOCON file as it stands: whole, UTF-8, without secrets, its references resolved. */
final class SettingsFile {
  private SettingsFile() {}

  static Config read(Path file) {
    if (!Files.isReadable(file)) {
      throw new InputException(
          ExitCode.USAGE,
          Problem.error(
                  "CONF_FILE", Text.of("找不到或无法读取设置文件", "settings file not found or not readable"))
              .at(file.toString())
              .fix("检查路径与读取权限", "check the path and the permission to read it"));
    }
    checkEncoding(file);
    try {
      Config parsed =
          ConfigFactory.parseFile(
              file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
      InputException.throwIfAny(ExitCode.USAGE, Secrets.problems(parsed, file));
      return parsed.resolve(ConfigResolveOptions.defaults());
    } catch (ConfigException e) {
      throw new InputException(
          ExitCode.USAGE,
          Problem.error("CONF_SYNTAX", Text.of("设置文件无法解析", "settings file cannot be parsed"))
              .at(file + ":" + Math.max(1, e.origin() == null ? 1 : e.origin().lineNumber()))
              .showing(e.getMessage()));
    }
  }

  /** The parser would put replacement characters in place of what is not UTF-8. */
  private static void checkEncoding(Path file) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file)));
    } catch (CharacterCodingException e) {
      throw new InputException(
          ExitCode.USAGE,
          Problem.error("CONF_SYNTAX", Text.of("设置文件不是 UTF-8 编码", "settings file is not UTF-8"))
              .at(file.toString())
              .fix("另存为 UTF-8", "save it as UTF-8"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
