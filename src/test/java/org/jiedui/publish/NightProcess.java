package org.jiedui.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/**
 * A process of its own that publishes one content after another and says so, until it is killed.
 * Words on its command line: root, first content, whether it looks for what was published before
 * ({@code look} or {@code blind}), and a word; with a call on a name that holds the word it halts
 * as if killed.
 */
public final class NightProcess {
  private NightProcess() {}

  public static void main(String... words) throws IOException {
    Store store = new LocalStore(Path.of(words[0]));
    Store halting = words.length > 3 ? new Halting(store, words[3]) : store;
    PrintStream out = System.out;
    for (int content = Integer.parseInt(words[1]); ; content++) {
      out.println("begins " + content);
      night(halting, content, words[2].equals("blind"));
      out.println("acknowledged " + content);
    }
  }

  static void night(Store store, int content, boolean blind) {
    Report report = Trial.report(store, () -> UUID.randomUUID().toString().replace("-", ""));
    report.preflight(1_000);
    try (Lease lease = report.lease()) {
      Attempt attempt = report.begin(Trial.NIGHT);
      attempt.write(Trial.frame("a", content));
      attempt.write(Trial.frame("b", content));
      attempt.commit(blind ? Trial.salted(content) : Trial.inputs(content), Map.of());
    }
  }

  /** Ends the process at once after the first call on a name. */
  private static final class Halting extends ForwardingStore {
    private final String word;

    Halting(Store inner, String word) {
      super(inner);
      this.word = word;
    }

    @Override
    public OutputStream write(String file) throws IOException {
      OutputStream out = super.write(file);
      halt("write " + file);
      return out;
    }

    @Override
    public void force(String name) throws IOException {
      super.force(name);
      halt("force " + name);
    }

    @Override
    public void link(String from, String to) throws IOException {
      super.link(from, to);
      halt("link " + to);
    }

    @Override
    public void move(String from, String to) throws IOException {
      super.move(from, to);
      halt("move " + to);
    }

    private void halt(String call) {
      if (call.matches(word)) {
        Runtime.getRuntime().halt(137);
      }
    }
  }
}
