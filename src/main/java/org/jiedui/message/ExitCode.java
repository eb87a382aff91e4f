package org.jiedui.message;

import java.util.Arrays;

/** How a command ends. The numbers are a contract with schedulers; README lists them. */
public enum ExitCode {
  OK(0),
  /** Our fault: one line says the cause, the log holds the stack trace. */
  INTERNAL(1),
  /** Usage or configuration; nothing was read. */
  USAGE(2),
  /** A quality gate stopped publication; the previous report stays. */
  GATE(3),
  /** Input is missing, unreadable, wrongly encoded, of another schema, or hostile. */
  INPUT(4),
  /** A check ({@code verify}, {@code diff}, {@code freshness}) found something. */
  FOUND(5),
  /** Storage failed; nothing was published. */
  STORAGE(6),
  /** Temporary: lease held, input changing, overtaken. Try again. */
  TEMPORARY(75),
  /** SIGINT: a clean stop. */
  INTERRUPTED(130),
  /** SIGTERM: a clean stop. */
  TERMINATED(143);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** The one with that number; any other number is our fault. */
  public static ExitCode of(int code) {
    return Arrays.stream(values()).filter(e -> e.code == code).findFirst().orElse(INTERNAL);
  }
}
