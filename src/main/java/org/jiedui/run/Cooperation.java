package org.jiedui.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.message.Closest;
import org.jiedui.settings.Settings;

/**
 * What a study says of the content of cooperation, of its mechanism and of its assessment; each may
 * be left out.
 */
public record Cooperation(Content content, Mechanism mechanism, Optional<Scorecard> scorecard) {
  private static final Set<String> AREAS =
      Set.of("support", "talent", "industry", "labour", "consumption", "education", "other");
  private static final Set<String> CHANNELS = Set.of("state", "market", "society");
  private static final Map<String, List<Integer>> TEAMS =
      Map.of("province", List.of(11, 20), "prefecture", List.of(5, 7), "county", List.of(2, 3));

  /**
   * Indicators that say what is given.
   *
   * @param areas indicators of funds by use, by area
   * @param development areas that are no relief
   * @param investment empty where nothing counts it
   * @param channels indicators by who gives
   */
  public record Content(
      String funds,
      TreeMap<String, List<String>> areas,
      List<String> development,
      String investment,
      TreeMap<String, List<String>> channels,
      List<String> exchange,
      List<String> outputs) {}

  /**
   * Where agreements, meetings, teams, plans and assessments are recorded.
   *
   * @param complete first and last year in which what is not recorded is not there; empty for none
   * @param teams smallest and largest team of each level
   */
  public record Mechanism(
      Optional<Path> file, List<Integer> complete, TreeMap<String, List<Integer>> teams) {}

  /**
   * Where indicator sets and values of an assessment are.
   *
   * @param funds whose growth is held against the score of the year before
   * @param draws other ways of making the score that ranks are held against
   */
  public record Scorecard(Path sets, Path values, String funds, int draws) {}

  static Cooperation of(Settings s, Path folder) {
    return new Cooperation(
        content(s.child("content")),
        mechanism(s.child("mechanism"), folder),
        s.has("scorecard")
            ? Optional.of(scorecard(s.child("scorecard"), folder))
            : Optional.empty());
  }

  private static Content content(Settings s) {
    TreeMap<String, List<String>> areas = groups(s, "areas", AREAS);
    List<String> development = s.texts("development");
    for (String area : development) {
      if (!areas.containsKey(area)) {
        s.bad(
            "development",
            "areas 中的领域:" + areas.keySet(),
            "areas named in areas: " + areas.keySet(),
            Closest.to(area, areas.keySet()));
      }
    }
    return new Content(
        s.text("funds", "fiscal"),
        areas,
        development,
        s.text("investment", ""),
        groups(s, "channels", CHANNELS),
        s.texts("exchange"),
        s.texts("outputs"));
  }

  private static TreeMap<String, List<String>> groups(Settings s, String key, Set<String> known) {
    TreeMap<String, List<String>> groups = new TreeMap<>();
    Settings inner = s.child(key);
    for (String name : new TreeSet<>(known)) {
      if (inner.has(name)) {
        groups.put(name, inner.texts(name));
      }
    }
    return groups;
  }

  private static Mechanism mechanism(Settings s, Path folder) {
    List<Integer> complete = s.integers("complete");
    if (!complete.isEmpty() && !isSpan(complete)) {
      s.bad("complete", "[起始年, 结束年]", "[first year, last year]", Optional.empty());
    }
    TreeMap<String, List<Integer>> teams = new TreeMap<>(TEAMS);
    Settings ranges = s.child("teams");
    for (String level : new TreeSet<>(TEAMS.keySet())) {
      if (ranges.has(level)) {
        teams.put(level, ranges.integers(level));
      }
      if (!isSpan(teams.get(level))) {
        ranges.bad(level, "[最少, 最多]", "[smallest, largest]", Optional.empty());
        teams.put(level, TEAMS.get(level));
      }
    }
    return new Mechanism(
        s.optionalText("file").map(f -> folder.resolve(f).normalize()), complete, teams);
  }

  private static boolean isSpan(List<Integer> span) {
    return span.size() == 2 && span.get(0) <= span.get(1);
  }

  private static Scorecard scorecard(Settings s, Path folder) {
    return new Scorecard(
        folder.resolve(s.text("sets")).normalize(),
        folder.resolve(s.text("values")).normalize(),
        s.text("funds", "fiscal"),
        s.integer("draws", 1000));
  }
}
