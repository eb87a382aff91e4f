package org.jiedui;

import java.util.Collection;
import picocli.CommandLine;

/** The commands as the program builds them. */
final class CommandLines {
  private CommandLines() {}

  static Collection<CommandLine> all() {
    return Main.commandLine().getSubcommands().values();
  }

  static boolean option(String command, String option) {
    CommandLine found = Main.commandLine().getSubcommands().get(command);
    return found != null && found.getCommandSpec().findOption(option) != null;
  }
}
