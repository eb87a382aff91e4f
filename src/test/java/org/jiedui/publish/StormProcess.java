package org.jiedui.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;

/**
 * A process of its own among others on one root: {@code storm} publishes nights and contents by
 * chance until it is killed and says what it was told; {@code nights} publishes each of so many
 * nights, {@code blind} the same without knowing what is there. Words: root, which of them, seed or
 * number of nights.
 */
public final class StormProcess {
  private StormProcess() {}

  public static void main(String... words) throws IOException {
    Store store = new LocalStore(Path.of(words[0]));
    long number = Long.parseLong(words[2]);
    System.out.println("ready");
    System.in.read();
    if (words[1].equals("storm")) {
      storm(store, new Random(number));
    }
    for (int night = 1; night <= number; night++) {
      boolean blind = words[1].equals("blind");
      publish(
          store,
          Trial.NIGHT.plusDays(night),
          night,
          blind ? Trial.salted(night) : Trial.inputs(night));
    }
    System.out.println("done");
  }

  private static void storm(Store store, Random random) {
    while (true) {
      int night = random.nextInt(3);
      int content = 10 * (night + 1) + random.nextInt(3);
      publish(store, Trial.NIGHT.plusDays(night), content, Trial.inputs(content));
    }
  }

  private static void publish(Store store, LocalDate asOf, int content, Inputs inputs) {
    Report report = Trial.report(store, () -> UUID.randomUUID().toString().replace("-", ""));
    try {
      Outcome outcome = Trial.finish(report.begin(asOf), content, inputs);
      System.out.println("told " + asOf + " " + outcome.version().seq() + " " + content);
    } catch (InputException e) {
      System.out.println((e.exit() == ExitCode.TEMPORARY ? "overtaken " : "wrong ") + e);
    }
  }
}
