package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jiedui.message.Closest;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** Who are the recipients that the change did not reach? A study names them or what they lie in. */
public final class Comparison {
  private Comparison() {}

  /** Whether a recipient is named, or its prefecture or province is. */
  public static boolean holds(Collection<String> named, String recipient, Places places) {
    return named.stream().anyMatch(code -> is(code, recipient, places));
  }

  /**
   * The recipients that are named, or whose prefecture or province is. A name that is neither a
   * recipient's nor a known place's is refused; every such name is told at once.
   */
  static Set<String> recipients(Set<String> named, List<Series> series, Places places) {
    TreeSet<String> all = new TreeSet<>();
    series.forEach(one -> all.add(one.recipient()));
    TreeSet<String> found = new TreeSet<>();
    List<Problem> problems = new ArrayList<>();
    for (String code : new TreeSet<>(named)) {
      List<String> meant = all.stream().filter(unit -> is(code, unit, places)).toList();
      found.addAll(meant);
      if (meant.isEmpty() && places.level(code).isEmpty()) {
        problems.add(unknown(code, all));
      }
    }
    InputException.throwIfAny(ExitCode.USAGE, problems);
    return found;
  }

  private static boolean is(String code, String recipient, Places places) {
    return code.equals(recipient)
        || code.equals(places.prefecture(recipient))
        || code.equals(places.province(recipient));
  }

  private static Problem unknown(String code, Set<String> recipients) {
    Problem problem =
        Problem.error(
                "COMPARISON_UNKNOWN",
                Text.of(
                    "effects.comparison 中的代码没有对应的受援单元:" + code,
                    "code in effects.comparison stands for no recipient: " + code))
            .expected(
                "受援县、市(州)或省的基准年代码",
                "a code of the base year: of a recipient county, prefecture or province");
    return Closest.to(code, recipients)
        .map(near -> problem.fix("是否应为 " + near, "did you mean " + near))
        .orElse(problem);
  }
}
