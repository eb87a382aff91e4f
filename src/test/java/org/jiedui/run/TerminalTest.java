package org.jiedui.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jiedui.message.Lang;
import org.jiedui.message.Progress.Work;
import org.jiedui.message.Step;
import org.junit.jupiter.api.Test;

/** A process finds out by itself whether its messages go to a terminal. */
class TerminalTest {

  /** A program that is at its second step for a moment. */
  static final class Busy {
    public static void main(String[] args) throws InterruptedException {
      ProgressLine line = ProgressLine.of(System.err, Lang.EN);
      line.begin(Step.LAND, new Work(2, () -> 1, () -> 7));
      TimeUnit.MILLISECONDS.sleep(300);
      line.end();
      System.err.println("ended");
    }
  }

  private static String java(String option) {
    return Path.of(System.getProperty("java.home"), "bin/java")
        + " -Xshare:auto -XX:TieredStopAtLevel=1 "
        + option
        + " -cp '"
        + System.getProperty("java.class.path")
        + "' '"
        + Busy.class.getName()
        + "'";
  }

  private static String output(List<String> command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("TERM", "xterm");
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return text;
  }

  private static String onTerminal(String option) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "no program that makes a terminal");
    return output(List.of("/usr/bin/script", "-qec", java(option), "/dev/null"));
  }

  @Test
  void onATerminalTheLineIsRewrittenAndTakenAway() throws IOException, InterruptedException {
    assertThat(onTerminal(""))
        .contains("\r[2/5] landing  50 %  7 rows\r[2/5] landing  50 %  7 rows")
        .endsWith(" \rended\r\n");
  }

  @Test
  void theWidthThatTheLauncherFoundIsKept() throws IOException, InterruptedException {
    assertThat(onTerminal("-Djiedui.columns=20"))
        .contains("\r[2/5] landing  50 %")
        .doesNotContain("7 rows");
  }

  @Test
  void inAPipeNothingIsRewritten() throws IOException, InterruptedException {
    assertThat(output(List.of("sh", "-c", java("")))).isEqualTo("ended\n");
  }
}
