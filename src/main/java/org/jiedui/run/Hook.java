package org.jiedui.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.CleanStop;

/**
 * A program of the user's that is told how a run ended. There is no shell between: the command is
 * split at blanks, and quotes keep words together. Whatever becomes of it, the run's exit code
 * stays.
 */
record Hook(String command, Duration limit) {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  /** A warning when the program cannot be started, fails or takes too long. */
  Optional<Problem> tell(String json) {
    try {
      Process process =
          new ProcessBuilder(words())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (CleanStop stop = CleanStop.killing(process)) {
        return end(process, json);
      }
    } catch (IOException e) {
      return Optional.of(failed("不能启动", "cannot be started"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(failed("被中断", "was interrupted"));
    }
  }

  private Optional<Problem> end(Process process, String json) throws InterruptedException {
    Thread feeder = new Thread(() -> feed(process, json), "hook-input");
    feeder.setDaemon(true);
    feeder.start();
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      return Optional.of(
          failed(
              "超过 " + limit.toSeconds() + " 秒,已终止",
              "took over " + limit.toSeconds() + " s: ended"));
    }
    int code = process.exitValue();
    return code == 0
        ? Optional.empty()
        : Optional.of(failed("以退出码 " + code + " 结束", "ended with exit code " + code));
  }

  /** A program that does not read its input is no failure. */
  private static void feed(Process process, String json) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException unread) {
      // It has closed its input.
    }
  }

  List<String> words() {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(command);
    while (matcher.find()) {
      words.add(
          matcher.group(1) != null
              ? matcher.group(1)
              : matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
    }
    return words;
  }

  /** Its arguments may hold what nobody else should read: only the program is named. */
  private Problem failed(String zh, String en) {
    String program = words().isEmpty() ? "" : words().get(0);
    return Problem.warning(
            "HOOK_FAILED", Text.of("挂钩程序" + zh + ":" + program, "the hook " + en + ": " + program))
        .because("不影响本次运行的结果与退出码", "the run and its exit code are not affected");
  }
}
