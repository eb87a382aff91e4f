package org.jiedui.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jiedui.message.Closest;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.settings.Settings;

/** Reads a folder of assessments, one HOCON file a version. */
public final class ScorecardFiles {
  private final Settings file;

  private ScorecardFiles(Settings file) {
    this.file = file;
  }

  /** In the order of their years. All problems end in one {@link InputException} (exit 2). */
  public static List<Scorecard> load(Path dir) {
    List<Problem> problems = new ArrayList<>();
    List<Scorecard> cards = new ArrayList<>();
    for (Path path : files(dir)) {
      FactProblems.read(path, s -> new ScorecardFiles(s).scorecard(cards), problems)
          .ifPresent(cards::add);
    }
    if (cards.isEmpty() && problems.isEmpty()) {
      problems.add(
          Problem.error("CONF_EMPTY", Text.of("目录中没有考核指标体系", "the folder holds no indicator set"))
              .at(dir.toString())
              .expected("每个版本一个 .conf 文件", "one .conf file for each version"));
    }
    InputException.throwIfAny(ExitCode.USAGE, problems);
    return cards.stream().sorted((a, b) -> Integer.compare(a.from(), b.from())).toList();
  }

  public static List<Path> files(Path dir) {
    if (!Files.isDirectory(dir)) {
      throw new InputException(ExitCode.USAGE, FactProblems.missing(dir));
    }
    try (Stream<Path> list = Files.list(dir)) {
      return list.filter(p -> p.toString().endsWith(".conf")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Scorecard scorecard(List<Scorecard> others) {
    List<Integer> years = file.integers("years");
    if (years.size() != 2 || years.get(0) > years.get(1)) {
      bad(file, "years", "[起始年, 结束年]", "[first year, last year]");
      years = List.of(0, -1);
    }
    int from = years.get(0);
    int to = years.get(1);
    if (others.stream().anyMatch(o -> o.from() <= to && from <= o.to())) {
      bad(file, "years", "不与其他版本重叠的年份", "years of no other version");
    }
    TreeMap<String, Text> dimensions = new TreeMap<>();
    file.children("dimensions")
        .forEach((id, label) -> dimensions.put(id, Text.of(label.text("zh"), label.text("en"))));
    double share = file.real("min-share", 0);
    if (!(share > 0 && share <= 1)) {
      bad(file, "min-share", "大于 0、不大于 1", "above 0, at most 1");
      share = 1;
    }
    return new Scorecard(
        file.text("version"),
        file.label("title"),
        from,
        to,
        dimensions,
        items(dimensions.keySet()),
        share,
        grades());
  }

  private List<Scorecard.Item> items(Set<String> dimensions) {
    List<Scorecard.Item> items = new ArrayList<>();
    TreeSet<String> ids = new TreeSet<>();
    for (Settings one : file.list("indicators")) {
      Scorecard.Item item = item(one, dimensions);
      if (!ids.add(item.id())) {
        bad(one, "id", "未用过的标识", "an id that is used once");
      }
      items.add(item);
    }
    if (items.stream().mapToDouble(Scorecard.Item::weight).sum() <= 0) {
      bad(file, "indicators", "至少一个权重大于 0 的指标", "at least one indicator with a weight above 0");
    }
    return items;
  }

  private static Scorecard.Item item(Settings s, Set<String> dimensions) {
    List<Double> posts = s.reals("goalposts");
    if (posts.size() != 2 || posts.get(0) >= posts.get(1)) {
      bad(s, "goalposts", "[下限, 上限],下限小于上限", "[low, high] with low < high");
      posts = List.of(0.0, 1.0);
    }
    double weight = s.real("weight", -1);
    if (weight < 0) {
      bad(s, "weight", "不小于 0", "0 or more");
    }
    String dimension = s.text("dimension");
    if (!dimensions.contains(dimension)) {
      s.bad(
          "dimension",
          "下列之一:" + dimensions,
          "one of " + dimensions,
          Closest.to(dimension, dimensions));
    }
    boolean cost = s.word("direction", Set.of("benefit", "cost"), "").equals("cost");
    return new Scorecard.Item(
        s.text("id"),
        s.label("label"),
        dimension,
        cost ? Indicator.Polarity.COST : Indicator.Polarity.BENEFIT,
        posts.get(0),
        posts.get(1),
        Math.max(0, weight));
  }

  private List<Scorecard.Grade> grades() {
    List<Scorecard.Grade> grades = new ArrayList<>();
    for (Settings one : file.list("grades")) {
      double from = one.real("from", -1);
      boolean first = grades.isEmpty();
      if (!first && from >= grades.get(grades.size() - 1).from() || from < 0 || from > 100) {
        bad(one, "from", "0 至 100、逐级降低", "0 to 100, each lower than the one before");
      }
      grades.add(new Scorecard.Grade(one.text("id"), one.label("label"), from));
    }
    if (grades.isEmpty() || grades.get(grades.size() - 1).from() != 0) {
      bad(file, "grades", "从高到低,最后一级自 0 起", "from high to low, the last one from 0");
      grades.add(new Scorecard.Grade("", Text.NONE, 0));
    }
    return grades;
  }

  private static void bad(Settings s, String key, String zh, String en) {
    s.bad(key, zh, en, Optional.empty());
  }
}
