package org.jiedui.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether messages go to a screen that can rewrite a line, and how wide it is.
 *
 * @param columns 0 where there is none
 */
record Terminal(int columns) {
  static final Terminal NONE = new Terminal(0);

  private static final int USUAL = 80;
  private static final Path ERRORS = Path.of("/proc/self/fd/2");

  boolean isTerminal() {
    return columns > 0;
  }

  /** As the launcher found it; without the launcher as Linux tells it. */
  static Terminal ofErrors() {
    Integer columns = Integer.getInteger("jiedui.columns");
    if ("dumb".equals(System.getenv("TERM"))) {
      return NONE;
    }
    if (columns != null) {
      return new Terminal(Math.max(0, columns));
    }
    return leadsToScreen() ? new Terminal(USUAL) : NONE;
  }

  private static boolean leadsToScreen() {
    try {
      String target = Files.readSymbolicLink(ERRORS).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false; // no such file system here: a log is always readable
    }
  }
}
