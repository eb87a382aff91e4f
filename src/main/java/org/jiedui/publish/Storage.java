package org.jiedui.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalLong;
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
      throw failed(e, problem(e));
    }
  }

  /**
   * The same for work that fills the store.
   *
   * @param room what there is of it, asked when it was not enough
   */
  static <T> T call(Work<T> work, Work<Room> room) {
    try {
      return work.run();
    } catch (IOException | UncheckedIOException e) {
      throw failed(e, isFull(e) ? full(room) : problem(e));
    }
  }

  /** Where is written, how much was already, and how much may be still. */
  record Room(String place, long written, OptionalLong free) {}

  private static boolean isFull(Exception e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("No space left") || message.contains("quota");
  }

  private static Problem full(Work<Room> work) {
    Room room = call(work);
    String free = room.free().isPresent() ? Preflight.size(room.free().getAsLong()) : "?";
    return Preflight.full(
            room.place() + "   needed > " + Preflight.size(room.written()) + ", free " + free)
        .because("本次没有确认发布任何版本", "no version was acknowledged by this run")
        .fix(
            "腾出空间(jiedui gc --dry-run 列出可清理的过期版本),然后重新执行同一条命令",
            "free some space (jiedui gc --dry-run lists expired versions), then run the same"
                + " command again");
  }

  private static Problem problem(Exception e) {
    String cause = e.getClass().getSimpleName() + ": " + e.getMessage();
    return Problem.error("STORAGE", Text.of("存储失败:" + cause, "storage failed: " + cause))
        .because("本次没有确认发布任何版本", "no version was acknowledged by this run")
        .fix("请检查剩余空间与权限,然后重新运行", "check free space and permissions, then run again");
  }

  private static InputException failed(Exception e, Problem problem) {
    InputException failure = new InputException(ExitCode.STORAGE, problem);
    failure.initCause(e);
    return failure;
  }
}
