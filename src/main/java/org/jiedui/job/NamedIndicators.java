package org.jiedui.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiedui.analysis.GapParams;
import org.jiedui.message.Closest;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.reference.Indicator;
import org.jiedui.reference.Indicators;
import org.jiedui.stats.Polarity;

/** Declared indicators by the ids that a study names; unknown ones are refused, all at once. */
record NamedIndicators(Indicators indicators) {
  /** The declared parts of the development index, in the order asked for; unknown ones refused. */
  List<GapParams.Part> gapParts(List<String> ids) {
    List<GapParams.Part> parts = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String id : ids) {
      Optional<Indicator> found = indicators.find(id).filter(i -> i.gap().isPresent());
      found.ifPresentOrElse(i -> parts.add(part(i)), () -> problems.add(unknown(id)));
    }
    InputException.throwIfAny(ExitCode.USAGE, problems);
    return parts;
  }

  private static GapParams.Part part(Indicator indicator) {
    Indicator.GapPart gap = indicator.gap().orElseThrow();
    return new GapParams.Part(
        indicator.id(),
        indicator.label(),
        indicator.unit(),
        gap.dimension(),
        gap.polarity() == Indicator.Polarity.BENEFIT ? Polarity.BENEFIT : Polarity.COST,
        Optional.of(new GapParams.Goalposts(gap.low(), gap.high())),
        gap.weight());
  }

  private Problem unknown(String id) {
    return unknown(
        id,
        indicators.development().stream().map(Indicator::id).toList(),
        Text.of("发展指数中没有指标 " + id, "the development index has no indicator " + id));
  }

  private static Problem unknown(String id, List<String> known, Text summary) {
    Problem problem =
        Problem.error("INDICATOR_UNKNOWN", summary)
            .expected(String.join("、", known), String.join(", ", known));
    return Closest.to(id, known)
        .map(near -> problem.fix("是否指 " + near, "did you mean " + near))
        .orElse(problem);
  }

  /** Levels of regions by id; unknown ones refused, all at once. */
  List<String> levels(List<String> ids) {
    List<String> known = indicators.of("region_year").stream().map(Indicator::id).toList();
    InputException.throwIfAny(
        ExitCode.USAGE,
        ids.stream()
            .filter(id -> !known.contains(id))
            .map(
                id ->
                    unknown(
                        id,
                        known,
                        Text.of("地区面板中没有指标 " + id, "the region panel has no indicator " + id)))
            .toList());
    return ids;
  }

  /** An indicator of cooperation records; an unknown one is refused. */
  String flow(String id) {
    noFlow(id)
        .ifPresent(
            problem -> {
              throw new InputException(ExitCode.USAGE, problem);
            });
    return id;
  }

  /** What is wrong with an id that no indicator of cooperation records has. */
  Optional<Problem> noFlow(String id) {
    List<String> known = indicators.of("cooperation_record").stream().map(Indicator::id).toList();
    Text summary = Text.of("协作记录中没有指标 " + id, "cooperation records have no indicator " + id);
    return known.contains(id) ? Optional.empty() : Optional.of(unknown(id, known, summary));
  }
}
