package org.jiedui.reference;

import java.util.Locale;
import java.util.Optional;

/** Level of an administrative unit; written in lower case in files. */
public enum Level {
  PROVINCE,
  PREFECTURE,
  COUNTY;

  /** Level by the zeros at the end of a 6-digit code. */
  public static Level ofCode(String code) {
    return code.endsWith("0000") ? PROVINCE : code.endsWith("00") ? PREFECTURE : COUNTY;
  }

  static Optional<Level> of(String word) {
    for (Level level : values()) {
      if (level.word().equals(word)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
