package org.jiedui.run;

import java.util.Optional;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * Was it memory that a run ended for? It may have been in a task, of which Spark tells in words.
 */
public final class MemoryShortage {
  private static final long MEBIBYTE = 1L << 20;

  private MemoryShortage() {}

  /** What to tell the user, when it was. */
  public static Optional<InputException> in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      boolean told = String.valueOf(cause.getMessage()).contains("OutOfMemoryError");
      if (cause instanceof OutOfMemoryError || told) {
        return Optional.of(new InputException(ExitCode.STORAGE, problem()));
      }
    }
    return Optional.empty();
  }

  private static Problem problem() {
    long had = Runtime.getRuntime().maxMemory() / MEBIBYTE;
    return Problem.error(
            "MEMORY_SHORT",
            Text.of("内存不足,只有 " + had + " MiB", "not enough memory: there were " + had + " MiB"))
        .because("未发布任何内容", "nothing was published")
        .fix(
            "给更多内存后再运行同一条命令,例如在命令前加 --driver-memory 4g",
            "run the same command again with more memory, for instance with --driver-memory 4g");
  }
}
