package org.jiedui;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiedui.message.ExitCode;
import org.jiedui.publish.Attempt;
import org.jiedui.publish.Fingerprint;
import org.jiedui.publish.Inputs;
import org.jiedui.publish.Outcome;
import org.jiedui.publish.Report;
import org.jiedui.run.Outlets;
import org.jiedui.run.Run;
import sun.misc.Signal;

/**
 * A process of its own that publishes one text after another until a signal comes. Words: root,
 * status file, and {@code clean} or {@code abrupt}, which ends without undoing anything.
 */
public final class SignalledNight {
  private SignalledNight() {}

  public static void main(String... words) throws InterruptedException {
    if (words[2].equals("clean")) {
      Main.stopCleanly();
    } else {
      Signal.handle(new Signal("TERM"), caught -> Runtime.getRuntime().halt(143));
      Signal.handle(new Signal("INT"), caught -> Runtime.getRuntime().halt(130));
    }
    Report report = new Report(Path.of(words[0]), "night");
    Outlets outlets =
        new Outlets(
            Optional.of(Path.of(words[1])),
            Optional.empty(),
            Optional.empty(),
            Optional.of("tee '" + words[1] + ".told'"));
    for (int content = 1; ; content++) {
      night(report, outlets, content);
      System.out.println("acknowledged " + content);
    }
  }

  private static void night(Report report, Outlets outlets, int content)
      throws InterruptedException {
    Run run = new Run("night", outlets, problem -> {});
    LocalDate day = LocalDate.of(2026, 11, 21);
    Attempt attempt = run.begin(report, day, 1_000, Duration.ZERO, Map.of());
    for (int i = 0; i < 3; i++) {
      attempt.writeText("text" + i + ".txt", "content " + content);
      Thread.sleep(10);
    }
    String digest = Fingerprint.of("content " + content);
    Outcome outcome = attempt.commit(new Inputs(List.of(), digest, List.of(), "1"), Map.of());
    run.published(outcome);
    run.end(ExitCode.OK);
  }
}
