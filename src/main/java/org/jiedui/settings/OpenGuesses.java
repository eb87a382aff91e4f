package org.jiedui.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * Guesses of a drafted settings file that nobody has confirmed: lines whose comment says so.
 * Whoever has checked a line deletes its comment.
 */
public final class OpenGuesses {
  /** Opens the comment of a guess. */
  public static final String MARK = "待确认 / to confirm";

  private static final Pattern OPEN = Pattern.compile("(#|//)\\s*(待确认|to confirm)");

  private OpenGuesses() {}

  /** One problem for each line that is still a guess; none for files that are not there. */
  public static List<Problem> in(List<Path> files) {
    List<Problem> problems = new ArrayList<>();
    for (Path file : files) {
      List<String> lines = lines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (OPEN.matcher(lines.get(i)).find()) {
          problems.add(problem(file + ":" + (i + 1), lines.get(i).strip()));
        }
      }
    }
    return problems;
  }

  private static Problem problem(String place, String line) {
    return Problem.error("CONF_GUESS", Text.of("未经确认的猜测", "a guess that nobody has confirmed"))
        .at(place)
        .showing(line)
        .fix("核对该行,再删去行末的“# 待确认”注释", "check the line, then delete the comment that marks it");
  }

  /** What is not UTF-8 is told of by the one who reads the settings. */
  private static List<String> lines(Path file) {
    try {
      return Files.isReadable(file)
          ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
