package org.jiedui.job;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jiedui.analysis.AidFlows;
import org.jiedui.analysis.AidLorenz;
import org.jiedui.analysis.Assessment;
import org.jiedui.analysis.AssessmentSets;
import org.jiedui.analysis.ClusterContext;
import org.jiedui.analysis.ClusterParams;
import org.jiedui.analysis.Clusters;
import org.jiedui.analysis.Content;
import org.jiedui.analysis.Convergence;
import org.jiedui.analysis.EffectRatio;
import org.jiedui.analysis.EffectTables;
import org.jiedui.analysis.FundStage;
import org.jiedui.analysis.GapChoices;
import org.jiedui.analysis.GapIndex;
import org.jiedui.analysis.GapParams;
import org.jiedui.analysis.IndexDraws;
import org.jiedui.analysis.Inequality;
import org.jiedui.analysis.InequalityParams;
import org.jiedui.analysis.Mechanism;
import org.jiedui.analysis.Neighbourhood;
import org.jiedui.analysis.PairYear;
import org.jiedui.analysis.PairingEra;
import org.jiedui.analysis.PairingNetwork;
import org.jiedui.analysis.PairingParams;
import org.jiedui.analysis.PeriodTotal;
import org.jiedui.analysis.Places;
import org.jiedui.analysis.RegionMatrix;
import org.jiedui.analysis.RegionValue;
import org.jiedui.analysis.ScoreEffect;
import org.jiedui.analysis.Targeting;
import org.jiedui.analysis.TargetingParams;
import org.jiedui.ingest.IngestResult;
import org.jiedui.message.Problem;
import org.jiedui.run.Cooperation;
import org.jiedui.run.Study;
import org.jiedui.spark.Columns;
import org.jiedui.stats.ReferenceDistribution;
import org.jiedui.table.Frame;
import org.jiedui.table.PanelRow;
import org.jiedui.table.RegionYearRow;
import org.jiedui.table.Status;

/**
 * What a study asks of its records, a method each question.
 *
 * @param records read when the first question needs them
 * @param warn is told what a question leaves out
 */
record StudyQuestions(
    Study study, Facts facts, Supplier<IngestResult> records, Consumer<Problem> warn) {
  Frame regions() {
    return facts.geography().regions();
  }

  EffectTables.Result effects() {
    Set<String> wanted = new TreeSet<>(study.effects().indicators());
    EffectRatio.Params params =
        EffectRatio.Params.of(
                StudyRun.windows(study),
                EffectRatio.Absent.valueOf(upper(study.absent())),
                facts.measures(wanted))
            .places(Places.of(regions()), facts.links(study.firstYear(), study.lastYear()))
            .prices(facts.prices()::deflator)
            .population(population())
            .changes(
                breaks(), facts.geography().becameDistricts(study.firstYear(), study.lastYear()))
            .intervals(
                study.effects().confidence(),
                ReferenceDistribution.valueOf(upper(study.effects().reference())))
            .periods(periods(wanted));
    var asked =
        Columns.of(PanelRow.INDICATOR)
            .isin(wanted.toArray())
            .and(Columns.of(PanelRow.STATUS).notEqual(FundStage.AGREED));
    return EffectTables.of(
        records.get().panel().where(asked),
        params,
        Set.copyOf(study.effects().comparison()),
        study.seed());
  }

  private List<PeriodTotal> periods(Set<String> indicators) {
    List<PeriodTotal> totals =
        PeriodTotal.of(records.get().periods()).stream()
            .filter(p -> indicators.contains(p.indicator()))
            .toList();
    List<PeriodTotal> outside = PeriodTotal.outside(totals, StudyRun.windows(study));
    if (!outside.isEmpty()) {
      warn.accept(PeriodTotal.uncounted(outside));
    }
    return totals;
  }

  Frame pairings() {
    return facts.pairingTable();
  }

  Frame pairYears() {
    return PairYear.of(records.get().panel(), Places.of(regions()), facts.eras());
  }

  Frame lorenz(Frame effects) {
    Map<String, Double> heads = new HashMap<>();
    population()
        .forEach(
            (code, years) -> {
              if (years.containsKey(study.lastYear())) {
                heads.put(code, years.get(study.lastYear()));
              }
            });
    return AidLorenz.of(effects, heads);
  }

  GapIndex.Result gap() {
    return GapIndex.of(records.get().regionYear(), GapSettings.of(study, facts));
  }

  Inequality.Result inequality() {
    return Inequality.of(records.get().regionYear(), inequalityParams());
  }

  Convergence.Result convergence() {
    return Convergence.of(records.get().regionYear(), inequalityParams());
  }

  PairingNetwork.Result pairing() {
    Study.Pairing asked = study.pairing();
    facts.named().levels(List.of(asked.strength(), asked.need()));
    PairingParams params =
        new PairingParams(
            asked.strength(),
            asked.need(),
            GapSettings.POPULATION,
            Places.of(regions()),
            GapSettings.of(study, facts).choices().eras().stream()
                .map(GapChoices.Era::years)
                .toList(),
            EffectRatio.Absent.valueOf(upper(study.absent())),
            facts.named().flow(study.targeting().aid()),
            asked.draws(),
            study.seed());
    Set<String> told = new TreeSet<>(study.effects().indicators());
    told.add(study.targeting().aid());
    return PairingNetwork.of(
        PairingEra.of(facts.pairings(), facts.geography()),
        RegionValue.of(records.get().regionYear()),
        flows(told),
        params);
  }

  Targeting.Result targeting() {
    Study.Targeting asked = study.targeting();
    facts.named().levels(List.of(asked.need()));
    GapParams gap = GapSettings.of(study, facts);
    TargetingParams params =
        new TargetingParams(
            asked.need(),
            GapSettings.POPULATION,
            Places.of(regions()),
            facts.donors(),
            EffectRatio.Absent.valueOf(upper(study.absent())),
            gap.before(),
            gap.after(),
            gap.choices().eras(),
            asked.band(),
            study.effects().confidence(),
            study.seed());
    AidFlows aid = flows(Set.of(facts.named().flow(asked.aid()))).get(0);
    return Targeting.of(aid, RegionValue.of(records.get().regionYear()), params);
  }

  /** What is given and how it is organised. */
  List<Frame> content(Frame pairYears) {
    ContentSettings settings = new ContentSettings(study, facts);
    Content.Result content =
        Content.of(pairYears, settings.measures(), settings.sources(), settings.params());
    Frame mechanism =
        Mechanism.of(
            facts.pairs().mechanism(), settings.complete(), settings.teams(), settings.params());
    return Stream.concat(content.tables().stream(), Stream.of(mechanism)).toList();
  }

  /** Scores and what funds follow them; nothing where the study declares no assessment. */
  List<Frame> scorecard(Frame pairYears) {
    if (study.cooperation().scorecard().isEmpty()) {
      return List.of();
    }
    Cooperation.Scorecard asked = study.cooperation().scorecard().get();
    String funds = facts.named().flow(asked.funds());
    double confidence = study.effects().confidence();
    Frame scores =
        Assessment.of(
            facts.pairs().scores(),
            new Assessment.Params(
                facts.pairs().scorecards(),
                Places.of(regions()),
                new ContentSettings(study, facts)::links,
                asked.draws(),
                confidence,
                study.seed()));
    return List.of(
        scores,
        AssessmentSets.of(facts.pairs().scorecards()),
        ScoreEffect.of(scores, pairYears, funds, facts.measures(Set.of(funds)), confidence));
  }

  /** What went from donors to recipients, an indicator each. */
  private List<AidFlows> flows(Set<String> indicators) {
    return AidFlows.of(
        records.get().panel(), facts.measures(indicators), study.firstYear(), study.lastYear());
  }

  private InequalityParams inequalityParams() {
    Study.Windows w = study.windows();
    return new InequalityParams(
        facts.named().levels(study.inequality().indicators()),
        GapSettings.POPULATION,
        Places.COUNTY,
        Places.of(regions()),
        province -> facts.geography().zoneOf(province).orElse(""),
        new GapParams.Years(w.beforeFrom(), w.beforeTo()),
        new GapParams.Years(w.afterFrom(), w.afterTo()),
        study.inequality().classes(),
        study.effects().confidence());
  }

  Clusters.Result clusters(GapIndex.Result gap) {
    Study.Clusters asked = study.clusters();
    int year = asked.year() == 0 ? study.lastYear() : asked.year();
    ClusterParams params =
        ClusterParams.profiled(year, study.seed())
            .withStarts(asked.starts())
            .withScale(ClusterParams.Scale.valueOf(upper(asked.scale())))
            .withBootstraps(asked.bootstraps());
    if (asked.k().isPresent()) {
      params = params.withK(asked.k().getAsInt());
    }
    GapParams made = GapSettings.of(study, facts);
    return Clusters.of(
        records.get().panel().sparkSession(),
        RegionMatrix.of(gap, year),
        ClusterContext.of(
                gap,
                made.before(),
                made.choices().eras(),
                facts.neighbours().map(Neighbourhood::new))
            .with(IndexDraws.of(gap, made.choices())),
        params);
  }

  /** Units whose heads are counted in two ways inside the windows. */
  private Set<String> breaks() {
    Set<String> units = new TreeSet<>();
    Frame levels = records.get().regionYear();
    for (int i = 0; i < levels.size(); i++) {
      if (levels.text(i, RegionYearRow.INDICATOR).equals(GapSettings.POPULATION)
          && levels.text(i, RegionYearRow.FLAGS).contains(Status.DEFINITION_BREAK.name())) {
        units.add(levels.text(i, RegionYearRow.REGION_CODE));
      }
    }
    return units;
  }

  private Map<String, Map<Integer, Double>> population() {
    Map<String, Map<Integer, Double>> heads = new HashMap<>();
    Frame levels = records.get().regionYear();
    for (int i = 0; i < levels.size(); i++) {
      Double value = (Double) levels.value(i, RegionYearRow.VALUE);
      if (value != null && levels.text(i, RegionYearRow.INDICATOR).equals(GapSettings.POPULATION)) {
        heads
            .computeIfAbsent(levels.text(i, RegionYearRow.REGION_CODE), c -> new HashMap<>())
            .put((Integer) levels.value(i, RegionYearRow.YEAR), value);
      }
    }
    return heads;
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
