package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jiedui.analysis.DrawnIndex.onUnit;
import static org.jiedui.analysis.DrawnIndex.paired;
import static org.jiedui.analysis.DrawnIndex.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiedui.table.Frame;
import org.jiedui.table.GapPairRow;
import org.junit.jupiter.api.Test;

/** Gaps of regions to those they are held against. */
class GapPairsTest {
  @Test
  void theChangeOfPairedGapsHasTheIntervalOfTheJackknife() {
    List<RegionValue> values = new ArrayList<>();
    double[] before = {.2, .25, .3, .2, .4, .5};
    double[] after = {.4, .3, .5, .3, .45, .75};
    for (int year : new int[] {2010, 2018}) {
      values.add(new RegionValue("990000", year, "x0", 1));
      for (int i = 0; i < 6; i++) {
        double value = year == 2010 ? before[i] : after[i];
        values.add(new RegionValue("7%d0101".formatted(i), year, "x0", value));
      }
    }
    GapParams params = paired(onUnit(1), (unit, year) -> List.of("990000"));
    Frame pairs = GapIndex.of(values, params).pair();

    Map<String, Object[]> national = new TreeMap<>();
    pairs
        .where(row -> row[0].equals("nation") && row[3].equals("frontier_difference"))
        .rows()
        .forEach(row -> national.put((String) row[4], row));
    int value = pairs.index(GapPairRow.VALUE);
    // Mean gaps to the frontier of 1: 1 - 1.85 / 6 and 1 - 2.7 / 6.
    assertThat((Double) national.get("before")[value]).isCloseTo(1 - 1.85 / 6, within(1e-12));
    assertThat((Double) national.get("change")[value]).isCloseTo(-.85 / 6, within(1e-12));
    // R 4.2: d <- c(.2, .05, .2, .1, .05, .25); sd(d) / sqrt(6); t.test(-d)$conf.int
    double error = 0.03515837;
    assertThat((Double) national.get("change")[pairs.index(GapPairRow.STD_ERROR)])
        .isCloseTo(error, within(1e-8));
    assertThat((Double) national.get("change")[pairs.index(GapPairRow.CI_LOW)])
        .isCloseTo(-.85 / 6 - 2.570581836 * error, within(1e-7));
    assertThat(national.get("change")[pairs.index(GapPairRow.CLUSTERS)]).isEqualTo(6);
    Frame pair = pairs.where(row -> row[0].equals("pair") && row[3].equals("donor_ratio"));
    assertThat(pair.size()).isEqualTo(6 * 3);
    assertThat((Double) pair.value(1, GapPairRow.VALUE)).isCloseTo(5, within(1e-12));
    assertThat(pair.text(0, GapPairRow.CI_STATUS)).isEqualTo("SINGLE_CLUSTER");
  }

  @Test
  void aRegionWithoutAPairIsHeldAgainstMedianAndFrontierOnly() {
    List<RegionValue> values = rows(new double[][] {{.2}, {.4}}, 2018);
    Frame pairs = GapIndex.of(values, onUnit(1)).pair();
    Frame after = pairs.where(row -> row[0].equals("nation") && row[4].equals("after"));
    assertThat(after.rows())
        .extracting(row -> row[3] + " " + row[after.index(GapPairRow.STATUS)])
        .containsExactly(
            "donor_difference NO_DATA",
            "donor_log NO_DATA",
            "donor_ratio NO_DATA",
            "frontier_difference OK",
            "median_difference OK");
  }
}
