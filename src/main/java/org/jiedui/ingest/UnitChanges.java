package org.jiedui.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jiedui.ingest.LandingStage.Scanned;
import org.jiedui.ingest.file.IngestSettings;
import org.jiedui.ingest.file.Layout;
import org.jiedui.ingest.file.Reason;
import org.jiedui.ingest.file.Slot;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * Is a column of a new file written in the unit of the files of its series before it? What is
 * declared for the file is meant.
 *
 * <p>Only files that have not landed are asked, so a first reading of old files in many units has
 * nothing to answer for, and a refused night is refused again.
 */
final class UnitChanges {
  private UnitChanges() {}

  /** The files that are not, and what is wrong with each. */
  static Map<Scanned, List<Problem>> of(
      List<Scanned> files, Predicate<Scanned> hasLanded, IngestSettings settings) {
    Map<Scanned, List<Problem>> changed = new LinkedHashMap<>();
    for (List<Scanned> series : Series.of(files, f -> f, settings)) {
      Scanned last = null;
      for (Scanned file : series) {
        if (hasLanded.test(file)) {
          last = file;
        } else if (last != null) {
          List<Problem> problems = between(last, file, settings.declaration(file.name()));
          if (!problems.isEmpty()) {
            changed.put(file, problems);
          }
        }
      }
    }
    return changed;
  }

  private static List<Problem> between(
      Scanned before, Scanned now, IngestSettings.Declaration declared) {
    return amounts(now)
        .filter(s -> declared.unit().isEmpty() && !declared.units().containsKey(s.column()))
        .flatMap(
            s ->
                amounts(before)
                    .filter(b -> b.column().equals(s.column()) && b.pow10() != s.pow10())
                    .limit(1)
                    .map(b -> problem(before, b, now, s)))
        .toList();
  }

  private static Stream<Slot> amounts(Scanned file) {
    return file.layouts().stream().flatMap(Layout::measures).filter(s -> s.pow10() >= 0);
  }

  private static Problem problem(Scanned before, Slot then, Scanned now, Slot slot) {
    String file = now.name();
    String unit = slot.unitWord().orElse("元");
    String declare =
        "files { \"" + file + "\" { units { " + slot.column() + " = " + unit + " } } }";
    return Reason.UNIT_CHANGED
        .problem(
            Text.of(
                "列 " + slot.column() + " 的单位与以往不同",
                "unit of column `" + slot.column() + "` has changed"))
        .at(file + ":1:" + slot.number())
        .showing(then.header() + " | " + before.name(), slot.header() + " | " + file)
        .because(
            "单位写错会使金额相差 " + times(then, slot) + " 倍,且不会报错",
            "a unit written by mistake makes amounts wrong " + times(then, slot) + " times over")
        .fix(
            "单位无误时在 conf/ingest.conf 声明 " + declare,
            "if it is right, declare " + declare + " in conf/ingest.conf");
  }

  private static String times(Slot then, Slot now) {
    return "10^" + Math.abs(then.pow10() - now.pow10());
  }
}
