package org.jiedui.message;

import java.io.Serializable;

/** The same words in Chinese and in English. */
public record Text(String zh, String en) implements Serializable {
  public static final Text NONE = new Text("", "");

  public static Text of(String zh, String en) {
    return new Text(zh, en);
  }

  /** For what is the same in both languages: a code, a file name, a number. */
  public static Text same(String word) {
    return new Text(word, word);
  }

  public String in(Lang lang) {
    return lang == Lang.ZH ? zh : en;
  }

  public boolean isEmpty() {
    return zh.isEmpty() && en.isEmpty();
  }
}
