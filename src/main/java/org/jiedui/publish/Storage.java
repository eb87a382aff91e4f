package org.jiedui.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** Turns what the file system throws into the message and exit code of a storage failure. */
public final class Storage {
  private Storage() {}

  /** Work that touches the store. */
  public interface Work<T> {
    T run() throws IOException;
  }

  /** Does it, or throws with exit 6. */
  public static <T> T call(Work<T> work) {
    try {
      return work.run();
    } catch (IOException | UncheckedIOException e) {
      throw failure(e);
    }
  }

  private static InputException failure(Exception e) {
    String cause = e.getClass().getSimpleName() + ": " + e.getMessage();
    Problem problem =
        Problem.error("STORAGE", Text.of("存储失败:" + cause, "storage failed: " + cause))
            .because("本次没有确认发布任何版本", "no version was acknowledged by this run")
            .fix("请检查剩余空间与权限,然后重新运行", "check free space and permissions, then run again");
    InputException failure = new InputException(ExitCode.STORAGE, problem);
    failure.initCause(e);
    return failure;
  }
}
