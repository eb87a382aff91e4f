package org.jiedui.job;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jiedui.message.ExitCode;
import org.jiedui.run.Outlets;
import org.jiedui.run.Run;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What every command that publishes has in common: its account, its lease, its warnings. */
public final class RunOptions {
  private static final String A_DAY = "24h";

  @Option(names = "--status-file", paramLabel = "FILE", descriptionKey = "run.status")
  private Path status;

  @Option(names = "--metrics", paramLabel = "FILE", descriptionKey = "run.metrics")
  private Path metrics;

  @Option(names = "--on-success", paramLabel = "CMD", descriptionKey = "run.success")
  private String onSuccess;

  @Option(names = "--on-failure", paramLabel = "CMD", descriptionKey = "run.failure")
  private String onFailure;

  @Option(
      names = "--wait",
      paramLabel = "TIME",
      arity = "0..1",
      fallbackValue = A_DAY,
      converter = Time.class,
      descriptionKey = "run.wait")
  private Duration patience = Duration.ZERO;

  @Option(names = "--hold", descriptionKey = "run.hold")
  private boolean hold;

  @Option(names = "--warn-error", descriptionKey = "warn-error")
  private boolean warnError;

  private Run open;

  /** The mixin of a command that has it. */
  public static Optional<RunOptions> of(CommandSpec spec) {
    for (CommandSpec mixin : spec.mixins().values()) {
      if (mixin.userObject() instanceof RunOptions options) {
        return Optional.of(options);
      }
      Optional<RunOptions> inner = of(mixin);
      if (inner.isPresent()) {
        return inner;
      }
    }
    return Optional.empty();
  }

  /** Begins the account of one run, which the command's end ends unless it has ended before. */
  Run begin(String command, Printer printer) {
    open = new Run(command, outlets(), printer::problem);
    return open;
  }

  /** How long to wait for the lease of another run. */
  Duration patience() {
    return patience;
  }

  /** Whether versions wait for approval. */
  boolean holds() {
    return hold;
  }

  /** Whether a warning stops publication. */
  boolean refusesWarnings() {
    return warnError;
  }

  /** The command has come to its end. */
  public void ended(int code) {
    if (open != null) {
      open.end(ExitCode.of(code));
    }
  }

  /** The command has failed, perhaps before its run began: whoever asked is told all the same. */
  public void failed(String command, Throwable failure) {
    if (open == null) {
      open = new Run(command, outlets(), problem -> {});
    }
    open.fail(failure);
  }

  private Outlets outlets() {
    return new Outlets(
        Optional.ofNullable(status),
        Optional.ofNullable(metrics),
        Optional.ofNullable(onSuccess),
        Optional.ofNullable(onFailure));
  }

  /** A length of time such as 90s, 15m, 26h or 2d. */
  static final class Time implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      if (!text.matches("\\d{1,6}[smhd]")) {
        throw new TypeConversionException("90s, 15m, 26h, 2d: " + text);
      }
      long number = Long.parseLong(text.substring(0, text.length() - 1));
      return switch (text.charAt(text.length() - 1)) {
        case 's' -> Duration.ofSeconds(number);
        case 'm' -> Duration.ofMinutes(number);
        case 'h' -> Duration.ofHours(number);
        default -> Duration.ofDays(number);
      };
    }
  }
}
