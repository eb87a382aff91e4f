package org.jiedui.job;

import org.jiedui.message.Text;

/**
 * One line of {@code doctor}: what was looked at, how it is, what was found, what to do about it.
 */
record Finding(State state, Text subject, Text found, Text advice) {

  /** How it is. Only {@code BAD} changes the exit code. */
  enum State {
    GOOD("正常", "ok"),
    NOTE("注意", "note"),
    BAD("缺失", "FAIL");

    private final Text word;

    State(String zh, String en) {
      this.word = Text.of(zh, en);
    }

    Text word() {
      return word;
    }
  }

  static Finding good(Text subject, String found) {
    return new Finding(State.GOOD, subject, Text.same(found), Text.NONE);
  }

  static Finding note(Text subject, Text found, Text advice) {
    return new Finding(State.NOTE, subject, found, advice);
  }

  static Finding bad(Text subject, Text found, Text advice) {
    return new Finding(State.BAD, subject, found, advice);
  }

  /** The same finding with a word on what the subject is for. */
  Finding with(Text newAdvice) {
    return new Finding(state, subject, found, newAdvice);
  }
}
