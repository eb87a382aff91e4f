package org.jiedui;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiedui.job.ApproveJob;
import org.jiedui.job.CheckJob;
import org.jiedui.job.ClaimsJob;
import org.jiedui.job.ClustersJob;
import org.jiedui.job.CodesJob;
import org.jiedui.job.ContentJob;
import org.jiedui.job.DiffJob;
import org.jiedui.job.DoctorJob;
import org.jiedui.job.EffectsJob;
import org.jiedui.job.EstimateJob;
import org.jiedui.job.ExplainJob;
import org.jiedui.job.ExportJob;
import org.jiedui.job.FreshnessJob;
import org.jiedui.job.GapJob;
import org.jiedui.job.GcJob;
import org.jiedui.job.GenerateJob;
import org.jiedui.job.GeographyJob;
import org.jiedui.job.HistoryJob;
import org.jiedui.job.InequalityJob;
import org.jiedui.job.IngestJob;
import org.jiedui.job.InitJob;
import org.jiedui.job.NightlyJob;
import org.jiedui.job.OutputOptions;
import org.jiedui.job.PackageJob;
import org.jiedui.job.PairingJob;
import org.jiedui.job.PinJob;
import org.jiedui.job.Printer;
import org.jiedui.job.ReproduceJob;
import org.jiedui.job.RunJob;
import org.jiedui.job.RunOptions;
import org.jiedui.job.ScorecardJob;
import org.jiedui.job.ShowJob;
import org.jiedui.job.TargetingJob;
import org.jiedui.job.VerifyJob;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Lang;
import org.jiedui.publish.CleanStop;
import org.jiedui.publish.ProgramVersion;
import org.jiedui.run.MemoryShortage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import sun.misc.Signal;

/** The list of jobs and the exit codes; the only place that ends the process. */
@Command(
    name = "jiedui",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    resourceBundle = "org.jiedui.help",
    subcommands = {
      ApproveJob.class,
      CheckJob.class,
      ClaimsJob.class,
      ClustersJob.class,
      CodesJob.class,
      ContentJob.class,
      DiffJob.class,
      DoctorJob.class,
      EffectsJob.class,
      EstimateJob.class,
      ExplainJob.class,
      ExportJob.class,
      FreshnessJob.class,
      GapJob.class,
      GcJob.class,
      GenerateJob.class,
      GeographyJob.class,
      HistoryJob.class,
      InequalityJob.class,
      IngestJob.class,
      InitJob.class,
      NightlyJob.class,
      PackageJob.class,
      PairingJob.class,
      PinJob.class,
      ReproduceJob.class,
      RunJob.class,
      ScorecardJob.class,
      ShowJob.class,
      TargetingJob.class,
      VerifyJob.class
    })
public final class Main {
  private Main() {}

  /** Version of the program, as the build wrote it into the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"jiedui " + ProgramVersion.current()};
    }
  }

  public static void main(String[] args) {
    stopCleanly();
    System.exit(run(args));
  }

  /** What is under way when a signal comes is undone on the way out, see {@link CleanStop}. */
  static void stopCleanly() {
    stopCleanly("INT", ExitCode.INTERRUPTED);
    stopCleanly("TERM", ExitCode.TERMINATED);
  }

  private static void stopCleanly(String signal, ExitCode exit) {
    try {
      Signal.handle(
          new Signal(signal),
          caught -> {
            CleanStop.because(exit);
            System.exit(exit.code());
          });
    } catch (IllegalArgumentException reserved) {
      // The JVM was told to leave signals alone; it then ends as the system says.
    }
  }

  /** Runs one command and returns its exit code. */
  static int run(String... args) {
    Lang lang = language(args);
    Locale.setDefault(lang == Lang.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
    return commandLine()
        .setExecutionStrategy(Main::executed)
        .setExecutionExceptionHandler(
            (e, line, parsed) -> {
              endProgress(line);
              return failed(e, line, lang);
            })
        .execute(args);
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setUsageHelpWidth(100)
        .setUsageHelpAutoWidth(false)
        .setAdjustLineBreaksForWideCJKCharacters(true)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static void endProgress(CommandLine line) {
    line.getMixins().values().stream()
        .filter(OutputOptions.class::isInstance)
        .forEach(options -> ((OutputOptions) options).endProgress());
  }

  private static int executed(CommandLine.ParseResult parsed) {
    List<CommandLine> lines = parsed.asCommandLineList();
    int code = run(parsed, lines.get(lines.size() - 1));
    RunOptions.of(lines.get(lines.size() - 1).getCommandSpec()).ifPresent(runs -> runs.ended(code));
    return code;
  }

  private static int run(CommandLine.ParseResult parsed, CommandLine line) {
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (OutOfMemoryError e) {
      throw new CommandLine.ExecutionException(line, "memory", e);
    }
  }

  private static int failed(Exception failure, CommandLine line, Lang lang) {
    Exception e = MemoryShortage.in(failure).<Exception>map(told -> told).orElse(failure);
    PrintStream err = Printer.utf8(System.err);
    RunOptions.of(line.getCommandSpec()).ifPresent(runs -> runs.failed(line.getCommandName(), e));
    Optional<InputException> known = InputException.in(e);
    if (known.isPresent()) {
      known.get().problems().forEach(problem -> err.println(problem.in(lang)));
      return known.get().exit().code();
    }
    if (CleanStop.underWay()) {
      return CleanStop.cause().orElse(ExitCode.INTERNAL).code();
    }
    err.println((lang == Lang.ZH ? "错误[INTERNAL]:程序自身出错:" : "error[INTERNAL]: our fault: ") + e);
    e.printStackTrace(err);
    return ExitCode.INTERNAL.code();
  }

  /** Help texts are chosen before the line is parsed, so the language is looked up first. */
  private static Lang language(String... args) {
    int at = Arrays.asList(args).indexOf("--lang");
    if (at >= 0 && at + 1 < args.length) {
      return Lang.of(Locale.forLanguageTag(args[at + 1]));
    }
    return Arrays.stream(args)
        .filter(arg -> arg.startsWith("--lang="))
        .findFirst()
        .map(arg -> Lang.of(Locale.forLanguageTag(arg.substring("--lang=".length()))))
        .orElseGet(Main::environmentLanguage);
  }

  private static Lang environmentLanguage() {
    for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = System.getenv(name);
      if (value != null && !value.isEmpty()) {
        return value.startsWith("zh") ? Lang.ZH : Lang.EN;
      }
    }
    return Lang.of(Locale.getDefault());
  }
}
