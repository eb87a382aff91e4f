package org.jiedui.run;

import java.time.Duration;
import java.util.function.Consumer;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.CleanStop;
import org.jiedui.publish.Lease;
import org.jiedui.publish.Report;

/** Waits for the lease of another run, as long as the caller has patience. */
record Waiting(Report report, Consumer<Problem> voice) {
  private static final long PAUSE_MILLIS = 1000;

  Lease lease(Duration patience) {
    long until = System.nanoTime() + patience.toNanos();
    boolean said = false;
    while (true) {
      try {
        return report.lease();
      } catch (InputException held) {
        boolean over = System.nanoTime() >= until || CleanStop.underWay();
        if (held.exit() != ExitCode.TEMPORARY || over) {
          throw held;
        }
        if (!said) {
          voice.accept(waiting());
          said = true;
        }
        pause();
      }
    }
  }

  private Problem waiting() {
    return Problem.note(
        "LEASE_WAIT",
        Text.of(
            "另一次运行正在进行,等待其结束…",
            "another run of " + report.id() + " is under way; waiting for it …"));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the lease", e);
    }
  }
}
