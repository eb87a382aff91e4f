package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.jiedui.stats.GroupTimeEffects.Base;
import org.jiedui.stats.GroupTimeEffects.Control;
import org.jiedui.stats.GroupTimeSummary.Estimate;
import org.jiedui.stats.GroupTimeSummary.Family;
import org.junit.jupiter.api.Test;

/** Reference values: statistics.md section 3.7, worked by hand and in R 4.2. */
class GroupTimeEffectsTest {
  private static final Offset<Double> DIGITS = within(5e-10);
  private static final GroupTimeEffects NEVER =
      GroupTimeEffects.of(PanelT.whole(), Control.NEVER_TREATED, Base.VARYING);

  private static void check(GroupTimeSummary in, Estimate found, double value, double error) {
    assertThat(found.value()).as(found.name()).isCloseTo(value, DIGITS);
    assertThat(in.standardError(found)).as(found.name()).isCloseTo(error, DIGITS);
  }

  private static Estimate cell(GroupTimeSummary in, int g, int t) {
    String name = "att(" + g + "," + t + ")";
    return in.cells().stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void everyCellIsTheKnownOne() {
    GroupTimeSummary s = NEVER.summary();
    check(s, cell(s, 3, 2), .1666666667, .5485671572);
    check(s, cell(s, 3, 3), 3, .5773502692);
    check(s, cell(s, 3, 4), 4.5, .3908679800);
    check(s, cell(s, 3, 5), 5.166666667, .4953487361);
    check(s, cell(s, 4, 2), .1666666667, .5485671572);
    check(s, cell(s, 4, 3), 0, .5773502692);
    check(s, cell(s, 4, 4), 3.5, .3908679800);
    check(s, cell(s, 4, 5), 5.166666667, .5970607017);
    assertThat(s.cells()).hasSize(8);
  }

  @Test
  void theNotYetTreatedChangeThreeCellsOnly() {
    GroupTimeSummary s =
        GroupTimeEffects.of(PanelT.whole(), Control.NOT_YET_TREATED, Base.VARYING).summary();
    check(s, cell(s, 3, 2), .1111111111, .5315814850);
    check(s, cell(s, 4, 2), .1111111111, .5315814850);
    check(s, cell(s, 3, 3), 3, .5443310540);
    check(s, cell(s, 3, 4), 4.5, .3908679800);
    check(s, cell(s, 4, 5), 5.166666667, .5970607017);
  }

  @Test
  void aUniversalBaseComparesEveryTimeWithTheLastBeforeTreatment() {
    GroupTimeSummary s =
        GroupTimeEffects.of(PanelT.whole(), Control.NEVER_TREATED, Base.UNIVERSAL).summary();
    assertThat(cell(s, 3, 1).value()).isCloseTo(-.1666666667, DIGITS);
    // cohort 4, year 1 less year 3: (−2 − 2 − 2)/3, less the never-treated (−2 −2 −1 −1 −3 −2)/6
    assertThat(cell(s, 4, 1).value()).isCloseTo(-2 + 11.0 / 6, DIGITS);
    assertThat(cell(s, 3, 5).value()).isCloseTo(5.166666667, DIGITS);
    assertThat(s.cells().stream().map(Estimate::name)).doesNotContain("att(3,2)", "att(4,3)");
  }

  @Test
  void theFourAggregatesAreTheKnownOnes() {
    GroupTimeSummary s = NEVER.summary();
    check(s, s.simple(), 4.266666667, .1601850781);
    Family dynamic = s.dynamic();
    assertThat(dynamic.members().stream().map(Estimate::name))
        .containsExactly("dynamic(-2)", "dynamic(-1)", "dynamic(0)", "dynamic(1)", "dynamic(2)");
    check(s, dynamic.members().get(2), 3.25, .3227486122);
    check(s, dynamic.members().get(3), 4.833333333, .3402069087);
    check(s, dynamic.members().get(4), 5.166666667, .4953487361);
    check(s, dynamic.overall(), 4.416666667, .1970721912);
    Family group = s.group();
    check(s, group.members().get(0), 4.222222222, .2078698548);
    check(s, group.members().get(1), 4.333333333, .3908679800);
    check(s, group.overall(), 4.277777778, .1846055744);
    Family calendar = s.calendar();
    check(s, calendar.members().get(0), 3, .5773502692);
    check(s, calendar.members().get(1), 4, .3600411499);
    check(s, calendar.members().get(2), 5.166666667, .4025382430);
    check(s, calendar.overall(), 4.055555556, .1771400599);
  }

  @Test
  void theBandIsWiderThanPointwiseAndTheSameEveryTime() {
    GroupTimeSummary s = NEVER.summary();
    SeedSequence seeds = new SeedSequence(42, "test.band");
    List<Estimate> family = s.dynamic().members();
    double band = s.bandQuantile(family, 0.95, seeds, 999);
    assertThat(band).isGreaterThanOrEqualTo(ReferenceDistribution.T.critical(0.95, 11));
    assertThat(s.bandQuantile(family, 0.95, seeds, 999)).isEqualTo(band);
  }

  @Test
  void clustersAddUpInfluencesFirst() {
    Factor pairs = Factor.of("pair", 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
    GroupTimeEffects.Panel whole = PanelT.whole();
    GroupTimeSummary s =
        GroupTimeEffects.of(
                new GroupTimeEffects.Panel(
                    whole.outcomes(), whole.times(), whole.firstTreated(), pairs),
                Control.NEVER_TREATED,
                Base.VARYING)
            .summary();
    double[] influence = cell(s, 3, 3).influence();
    double squares = 0;
    for (int pair = 0; pair < 6; pair++) {
      squares += Math.pow(influence[2 * pair] + influence[2 * pair + 1], 2);
    }
    assertThat(s.standardError(cell(s, 3, 3))).isCloseTo(Math.sqrt(squares) / 12, within(1e-12));
  }

  @Test
  void theAlwaysTreatedAreLeftOutAndCounted() {
    int[] first = PanelT.FIRST.clone();
    first[11] = 1;
    GroupTimeEffects effects = of(PanelT.OUTCOMES, first, Control.NEVER_TREATED);
    assertThat(effects.alwaysTreated()).isEqualTo(1);
    assertThat(effects.units()).isEqualTo(11);
  }

  @Test
  void withoutNeverTreatedTheLastCohortIsTheComparisonUntilItIsTreated() {
    double[][] six = Arrays.copyOf(PanelT.OUTCOMES, 6);
    GroupTimeEffects effects = of(six, Arrays.copyOf(PanelT.FIRST, 6), Control.NEVER_TREATED);
    assertThat(effects.withoutNeverTreated()).isTrue();
    assertThat(effects.cohorts()).containsExactly(3);
    GroupTimeSummary s = effects.summary();
    // year 3 less year 2: (4 + 5 + 3)/3 of cohort 3 less (1 + 0 + 2)/3 of cohort 4
    assertThat(cell(s, 3, 3).value()).isCloseTo(3, within(1e-12));
    assertThat(s.cells().stream().map(Estimate::name)).containsExactly("att(3,2)", "att(3,3)");
  }

  @Test
  void nobodyTreatedOrNobodyToCompareWithIsUndefined() {
    assertThatThrownBy(() -> of(PanelT.OUTCOMES, new int[12], Control.NEVER_TREATED))
        .hasMessage("NO_CONTRAST");
    int[] same = new int[12];
    Arrays.fill(same, 2);
    assertThatThrownBy(() -> of(PanelT.OUTCOMES, same, Control.NEVER_TREATED))
        .hasMessage("NO_CONTROL");
  }

  private static GroupTimeEffects of(double[][] y, int[] first, Control control) {
    return GroupTimeEffects.of(
        new GroupTimeEffects.Panel(y, new int[] {1, 2, 3, 4, 5}, first, Factor.rows(first.length)),
        control,
        Base.VARYING);
  }
}
