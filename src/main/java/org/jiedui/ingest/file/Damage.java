package org.jiedui.ingest.file;

import java.util.Optional;

/** Text that was damaged before it came here, and decodes all the same. */
final class Damage {
  private static final String[] MOJIBAKE = {"锟斤拷", "烫烫烫"};

  private Damage() {}

  /**
   * The first sign of damage: U+FFFD, a private-use character, or a known result of wrong decoding.
   */
  static Optional<String> find(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\uFFFD' || c >= '\uE000' && c <= '\uF8FF') {
        return Optional.of(String.valueOf(c));
      }
      if ((c == '锟' || c == '烫') && isMojibake(text, i)) {
        return Optional.of(text.substring(i, i + 3));
      }
    }
    return Optional.empty();
  }

  private static boolean isMojibake(String text, int at) {
    return text.startsWith(MOJIBAKE[0], at) || text.startsWith(MOJIBAKE[1], at);
  }
}
