package org.jiedui.table;

import org.jiedui.message.Text;

/**
 * What a field is: type, place in the key, unit and label.
 *
 * @param unit the unit's name as people write it ("yuan", "persons", "1"), empty for words and keys
 */
public record Spec(Type type, boolean isKey, String unit, Text label) {
  /** A part of the row's key; keys come first in a table and sort it. */
  public static Spec key(Type type, String zh, String en) {
    return new Spec(type, true, "", Text.of(zh, en));
  }

  /** A word about the row: a name, a status code, a flag. */
  public static Spec label(Type type, String zh, String en) {
    return new Spec(type, false, "", Text.of(zh, en));
  }

  /** A number with its unit. */
  public static Spec measure(Type type, String unit, String zh, String en) {
    return new Spec(type, false, unit, Text.of(zh, en));
  }
}
