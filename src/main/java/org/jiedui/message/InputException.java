package org.jiedui.message;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The data's or the caller's fault: every problem at once, and the exit code they end the process
 * with.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exit;
  private final List<Problem> problems;

  public InputException(ExitCode exit, List<Problem> problems) {
    super(problems.stream().map(p -> p.in(Lang.EN)).collect(Collectors.joining("\n")));
    this.exit = exit;
    this.problems = List.copyOf(problems);
  }

  public InputException(ExitCode exit, Problem problem) {
    this(exit, List.of(problem));
  }

  /** Throws when there is anything in the list, so that all problems are told in one go. */
  public static void throwIfAny(ExitCode exit, List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new InputException(exit, problems);
    }
  }

  /** The one that caused a failure, at whatever depth. */
  public static Optional<InputException> in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InputException input) {
        return Optional.of(input);
      }
    }
    return Optional.empty();
  }

  public ExitCode exit() {
    return exit;
  }

  public List<Problem> problems() {
    return problems;
  }
}
