package org.jiedui;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import picocli.CommandLine;

/** The commands as the program builds them. */
final class CommandLines {
  private CommandLines() {}

  static Collection<CommandLine> all() {
    return Main.commandLine().getSubcommands().values();
  }

  /** Runs a command whose results nobody reads; its exit code. */
  static int run(String... words) {
    PrintStream out = System.out;
    System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    try {
      return Main.run(words);
    } finally {
      System.setOut(out);
    }
  }

  static boolean option(String command, String option) {
    CommandLine found = Main.commandLine().getSubcommands().get(command);
    return found != null && found.getCommandSpec().findOption(option) != null;
  }
}
