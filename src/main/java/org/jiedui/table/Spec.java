package org.jiedui.table;

import org.jiedui.message.Text;

/**
 * What a field is: type, place in the key, unit and label, and what a codebook adds to them.
 *
 * @param unit the unit's name as people write it ("yuan", "persons", "1"), empty for words and keys
 * @param domain values it can have: an interval, or words joined by {@code |}; empty for any
 * @param formula how it is computed, in names of columns ({@code after / before}, {@code
 *     panel.amount}); empty where it is given or the label says all
 */
public record Spec(
    Type type, boolean isKey, String unit, Text label, String domain, String formula) {
  /** What has neither a domain nor a formula of its own. */
  public Spec(Type type, boolean isKey, String unit, Text label) {
    this(type, isKey, unit, label, "", "");
  }

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

  /** The same with the words it can be. */
  public Spec among(String... words) {
    return within(String.join("|", words));
  }

  /** The same with the values it can have, as an interval. */
  public Spec within(String values) {
    return new Spec(type, isKey, unit, label, values, formula);
  }

  /** The same with how it is computed. */
  public Spec by(String computed) {
    return new Spec(type, isKey, unit, label, domain, computed);
  }
}
