package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jiedui.message.Lang;
import org.jiedui.table.PanelRow;
import org.junit.jupiter.api.Test;

class PeriodTotalTest {
  private static PeriodTotal of(String source, String donor, int from, int to) {
    return new PeriodTotal(
        "710101", donor, from, to, source, "fiscal", "E2W", "none", "paid", 100, 1);
  }

  @Test
  void onlyAWindowThatContainsAllYearsCountsATotal() {
    List<PeriodTotal> totals = List.of(of("a", "1", 2014, 2016), of("a", "1", 2017, 2020));

    assertThat(PeriodTotal.within(totals, 1996, 2015)).isEmpty();
    assertThat(PeriodTotal.within(totals, 2016, 2020)).containsExactly(totals.get(1));
    assertThat(PeriodTotal.within(totals, 2014, 2020)).containsExactlyInAnyOrderElementsOf(totals);
  }

  @Test
  void whatCountsOnNeitherSideIsTold() {
    List<PeriodTotal> totals = List.of(of("a", "1", 2014, 2018), of("a", "1", 2016, 2020));

    assertThat(PeriodTotal.outside(totals, Windows.named("A"))).containsExactly(totals.get(0));
    assertThat(PeriodTotal.uncounted(totals.subList(0, 1)).in(Lang.EN))
        .contains("1 total over several years counts", "710101, 2014–2018, fiscal");
  }

  @Test
  void ofOverlappingTotalsOfOneSourceTheWidestCounts() {
    PeriodTotal whole = of("a", "1", 1996, 2015);
    PeriodTotal part = of("a", "1", 1996, 2007);

    assertThat(PeriodTotal.within(List.of(part, whole), 1996, 2015)).containsExactly(whole);
    assertThat(PeriodTotal.within(List.of(part, whole), 1996, 2010)).containsExactly(part);
  }

  @Test
  void otherSourcesAndOtherDonorsAreNoRepetition() {
    List<PeriodTotal> totals =
        List.of(of("a", "1", 2016, 2020), of("b", "1", 2016, 2020), of("a", "2", 2016, 2018));

    assertThat(PeriodTotal.within(totals, 2016, 2020)).containsExactlyInAnyOrderElementsOf(totals);
  }

  @Test
  void anUnassignedTotalMayHoldThatOfAnyDonor() {
    PeriodTotal all = of("a", PanelRow.UNASSIGNED, 2016, 2020);

    assertThat(PeriodTotal.within(List.of(all, of("a", "2", 2016, 2018)), 2016, 2020))
        .containsExactly(all);
  }
}
