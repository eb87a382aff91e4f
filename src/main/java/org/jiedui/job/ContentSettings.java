package org.jiedui.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jiedui.analysis.ContentParams;
import org.jiedui.analysis.ContentSources;
import org.jiedui.analysis.EffectRatio;
import org.jiedui.analysis.GapParams.Years;
import org.jiedui.analysis.Link;
import org.jiedui.analysis.Measure;
import org.jiedui.analysis.Mechanism;
import org.jiedui.analysis.Places;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.reference.Pairings;
import org.jiedui.run.Cooperation;
import org.jiedui.run.Study;

/** Content and mechanism of cooperation as a study declares them. */
final class ContentSettings {
  private final Study study;
  private final Facts facts;
  private final Cooperation.Content asked;

  ContentSettings(Study study, Facts facts) {
    this.study = study;
    this.facts = facts;
    this.asked = study.cooperation().content();
  }

  ContentParams params() {
    Study.Windows w = study.windows();
    return new ContentParams(
        Places.of(facts.geography().regions()),
        new Years(w.beforeFrom(), w.beforeTo()),
        new Years(w.afterFrom(), w.afterTo()),
        EffectRatio.Absent.valueOf(study.absent().toUpperCase(Locale.ROOT)),
        study.effects().confidence(),
        study.seed());
  }

  /** Indicators that nobody declared and money beside heads are refused, all at once. */
  ContentSources sources() {
    List<Problem> problems = new ArrayList<>();
    indicators().forEach(id -> facts.named().noFlow(id).ifPresent(problems::add));
    InputException.throwIfAny(ExitCode.USAGE, problems);
    Map<String, Measure> measures = measures();
    money()
        .filter(id -> measures.get(id).kind() != Measure.Kind.MONEY)
        .map(ContentSettings::mixedUnits)
        .forEach(problems::add);
    InputException.throwIfAny(ExitCode.USAGE, problems);
    return new ContentSources(
        asked.funds(),
        asked.areas(),
        asked.development(),
        asked.investment(),
        asked.channels(),
        asked.exchange(),
        asked.outputs());
  }

  Map<String, Measure> measures() {
    return facts.measures(indicators());
  }

  private Set<String> indicators() {
    TreeSet<String> ids = new TreeSet<>(money().toList());
    ids.addAll(asked.exchange());
    ids.addAll(asked.outputs());
    return ids;
  }

  private Stream<String> money() {
    Stream<String> parts =
        Stream.of(asked.areas(), asked.channels())
            .flatMap(groups -> groups.values().stream())
            .flatMap(List::stream);
    return Stream.concat(Stream.of(asked.funds(), asked.investment()), parts)
        .filter(id -> !id.isEmpty())
        .distinct();
  }

  private static Problem mixedUnits(String id) {
    return Problem.error(
            "MIXED_UNITS",
            Text.of("份额只能由金额构成:" + id + " 不是金额", "shares are of money, which " + id + " is not"))
        .expected("kind = money 的指标", "an indicator with kind = money")
        .fix("从 content 中去掉 " + id, "take " + id + " out of content");
  }

  Map<String, Years> teams() {
    Map<String, Years> teams = new TreeMap<>();
    study
        .cooperation()
        .mechanism()
        .teams()
        .forEach((level, range) -> teams.put(level, new Years(range.get(0), range.get(1))));
    return teams;
  }

  Mechanism.Complete complete() {
    List<Integer> years = study.cooperation().mechanism().complete();
    return years.isEmpty()
        ? Mechanism.Complete.NOTHING
        : new Mechanism.Complete(new Years(years.get(0), years.get(1)), this::links);
  }

  /** Pairs of provinces in force in a year, at whatever level they were agreed. */
  Set<Link> links(int year) {
    Pairings pairings = facts.pairings();
    Set<Link> links = new TreeSet<>();
    pairings
        .inForce(year)
        .forEach(pair -> links.add(new Link(pair.donorProvince(), pair.recipientProvince())));
    return links;
  }
}
