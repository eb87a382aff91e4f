package org.jiedui.job;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jiedui.message.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tables of county codes through time; what to do with them is a command of its own. */
@Command(name = "geography", subcommands = GeographyImportJob.class)
public final class GeographyJob implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private OutputOptions output;

  /** Without a command there is nothing to do but say which there are. */
  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    spec.commandLine().usage(err);
    err.flush();
    return ExitCode.USAGE.code();
  }
}
