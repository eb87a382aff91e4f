package org.jiedui.reference;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jiedui.message.Closest;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.settings.Settings;

/** What can be wrong with a file of facts, in words shared by all of them. */
final class FactProblems {
  private FactProblems() {}

  /** Reads one HOCON file; what is wrong with it joins the list, and nothing comes back. */
  static <T> Optional<T> read(Path file, Function<Settings, T> reading, List<Problem> problems) {
    try {
      Settings settings = Settings.load(file);
      T found = reading.apply(settings);
      List<Problem> wrong = settings.problems();
      problems.addAll(wrong);
      return wrong.isEmpty() ? Optional.of(found) : Optional.empty();
    } catch (InputException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  static Problem missing(Path path) {
    return Problem.error(
            "CONF_MISSING",
            Text.of("找不到文件或目录 " + path.getFileName(), "cannot find " + path.getFileName()))
        .at(path.toString())
        .fix("检查路径,或从发行包恢复该文件", "check the path, or restore it from the distribution");
  }

  static Problem unknownWord(String word, Collection<String> known, String zh, String en) {
    Problem problem =
        Problem.error(
                "CONF_VALUE",
                Text.of(zh + " 的值 " + word + " 未知", "unknown value " + word + " of " + en))
            .expected(String.join("、", known), String.join(", ", known));
    return Closest.to(word, known)
        .map(near -> problem.fix("是否想写 " + near + "?", "did you mean " + near + "?"))
        .orElse(problem);
  }
}
