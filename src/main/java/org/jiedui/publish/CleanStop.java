package org.jiedui.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiedui.message.ExitCode;

/**
 * What is undone when the process has to end before its owner has finished: an attempt, a lease, a
 * temporary folder. Closing one says that nothing is left to undo.
 *
 * <p>There is one list a process, as there is one end of it. What is younger is undone first.
 */
public final class CleanStop implements AutoCloseable {
  private static final int TRIES = 20;

  private static final Deque<CleanStop> OPEN = new ArrayDeque<>();
  private static boolean hooked;
  private static volatile boolean underWay;
  private static volatile ExitCode cause;

  private final Runnable undo;

  private CleanStop(Runnable undo) {
    this.undo = undo;
  }

  /** Refused when the process is ending: nothing new may begin then. */
  public static CleanStop with(Runnable undo) {
    CleanStop stop = new CleanStop(undo);
    if (!stop.isListed()) {
      throw new IllegalStateException("the process is ending");
    }
    return stop;
  }

  /** False when the process is ending. */
  private boolean isListed() {
    synchronized (OPEN) {
      if (!underWay && !hooked) {
        Runtime.getRuntime().addShutdownHook(new Thread(CleanStop::undoAll, "clean-stop"));
        hooked = true;
      }
      if (!underWay) {
        OPEN.push(this);
      }
      return !underWay;
    }
  }

  /** Removes a file, or a folder with all that is in it. */
  public static CleanStop removing(Path temporary) {
    return with(() -> remove(temporary));
  }

  /**
   * Ends another process, with those that it started. One that is told of the end itself has nobody
   * to end it but its own limit.
   */
  public static CleanStop killing(Process process) {
    CleanStop stop =
        new CleanStop(
            () -> {
              process.descendants().forEach(ProcessHandle::destroyForcibly);
              process.destroyForcibly();
            });
    stop.isListed();
    return stop;
  }

  /** Says why the process ends; the first cause counts. */
  public static void because(ExitCode exit) {
    synchronized (OPEN) {
      cause = cause == null ? exit : cause;
    }
  }

  /** Why the process ends, when a signal said so. */
  public static Optional<ExitCode> cause() {
    return Optional.ofNullable(cause);
  }

  public static boolean underWay() {
    return underWay;
  }

  @Override
  public void close() {
    synchronized (OPEN) {
      OPEN.remove(this);
    }
  }

  private static void undoAll() {
    List<CleanStop> open;
    synchronized (OPEN) {
      underWay = true;
      open = List.copyOf(OPEN);
    }
    open.forEach(CleanStop::undone);
  }

  private void undone() {
    try {
      undo.run();
    } catch (RuntimeException e) {
      System.err.println("warning[STOP]: " + e);
    }
  }

  /** Tasks that have not noticed yet may still be writing: what they add goes too. */
  public static void remove(Path temporary) {
    for (int i = 0; i < TRIES && Files.exists(temporary); i++) {
      try (Stream<Path> files = Files.walk(temporary)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException | UncheckedIOException stillWritten) {
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
