package org.jiedui.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jiedui.analysis.GapChoices;
import org.jiedui.analysis.GapParams;
import org.jiedui.analysis.GapParams.Years;
import org.jiedui.analysis.Imputation;
import org.jiedui.analysis.Places;
import org.jiedui.run.Study;
import org.jiedui.stats.Aggregation;
import org.jiedui.stats.MissingPolicy;
import org.jiedui.stats.OutlierTreatment;

/** The development index as a study declares it. */
final class GapSettings {
  static final String POPULATION = "population";

  private final Study study;
  private final Facts facts;

  private GapSettings(Study study, Facts facts) {
    this.study = study;
    this.facts = facts;
  }

  static GapParams of(Study study, Facts facts) {
    return new GapSettings(study, facts).params();
  }

  private GapParams params() {
    Study.Gap gap = study.gap();
    Study.Windows w = study.windows();
    boolean counties = gap.level().equals(Places.COUNTY);
    Set<String> paired = facts.recipients(study.firstYear(), study.lastYear());
    Set<String> recipients = counties ? paired : facts.prefectures(paired);
    return new GapParams(
        facts.named().gapParts(gap.indicators()),
        counties ? GapParams.Regions.COUNTIES : GapParams.Regions.PREFECTURES_FROM_COUNTIES,
        GapParams.Weighting.valueOf(upper(gap.weights())),
        missing(),
        new Years(study.firstYear(), study.lastYear()),
        new Years(w.beforeFrom(), w.beforeTo()),
        new Years(w.afterFrom(), w.afterTo()),
        POPULATION,
        Places.of(facts.geography().regions()),
        facts.donors(),
        recipients::contains,
        choices());
  }

  private GapChoices choices() {
    Study.Gap gap = study.gap();
    return GapChoices.plain()
        .aggregated(Aggregation.valueOf(upper(gap.aggregation())), gap.floor())
        .treated(OutlierTreatment.Kind.valueOf(upper(gap.treat())))
        .imputed(imputation())
        .drawn(gap.draws(), study.seed())
        .eras(eras())
        .coupling(gap.coupling())
        .at(study.effects().confidence());
  }

  /** Each era reaches to the year before the next one; only years of the study count. */
  private List<GapChoices.Era> eras() {
    List<Integer> first = facts.pairings().eras();
    List<GapChoices.Era> eras = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      int from = Math.max(study.firstYear(), first.get(i));
      int next = i + 1 < first.size() ? first.get(i + 1) - 1 : study.lastYear();
      int to = Math.min(study.lastYear(), next);
      if (from <= to) {
        eras.add(new GapChoices.Era(new Years(from, to)));
      }
    }
    return eras;
  }

  private Imputation imputation() {
    return switch (study.gap().missing()) {
      case "interpolate" -> Imputation.INTERPOLATE;
      case "median" -> Imputation.MEDIAN;
      default -> Imputation.NONE;
    };
  }

  /** What an imputation leaves missing is treated like anything that is. */
  private MissingPolicy missing() {
    return study.gap().missing().equals("refuse")
        ? MissingPolicy.refuse()
        : MissingPolicy.available(study.gap().minShare());
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
