package org.jiedui.message;

import java.util.Locale;

/**
 * Language of everything that is said to people. Codes, keys and column names are the same in both.
 */
public enum Lang {
  ZH,
  EN;

  /** The language of a locale: Chinese for every {@code zh}, English for all others. */
  public static Lang of(Locale locale) {
    return "zh".equals(locale.getLanguage()) ? ZH : EN;
  }
}
