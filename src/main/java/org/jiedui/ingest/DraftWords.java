package org.jiedui.ingest;

import com.typesafe.config.ConfigUtil;
import java.nio.file.Path;
import java.util.List;
import org.jiedui.settings.OpenGuesses;

/** How a drafted settings file writes texts, lists, paths and guesses. */
final class DraftWords {
  private DraftWords() {}

  static String absolute(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }

  static String name(Path path) {
    return path.getFileName() == null ? "" : path.getFileName().toString();
  }

  static String quoted(String text) {
    return ConfigUtil.quoteString(text);
  }

  static String list(List<String> words) {
    return "[" + String.join(", ", words) + "]";
  }

  /** The comment of a guess, on one line. */
  static String mark(String zh, String en) {
    return (" # " + OpenGuesses.MARK + ": " + zh + " / " + en).replaceAll("[\\r\\n]", " ");
  }
}
