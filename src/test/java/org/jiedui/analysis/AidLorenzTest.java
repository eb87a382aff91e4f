package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.Drawn.assertTable;

import java.util.Map;
import org.jiedui.Drawn;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.junit.jupiter.api.Test;

class AidLorenzTest {
  private static final Frame EFFECTS =
      Drawn.frame(
          "effect_ratio",
          EffectRatioRow.values(),
          """
          with: donor_code=all, unit_name=x, indicator=fiscal, form=none, status=paid, boundary_rule=A
          level | unit_code | direction | convention | before | after
          county | 760101 | E2W | per_head | 30 | 5
          county | 760102 | E2W | per_head | 10 | 5
          county | 760103 | E2W | per_head | 99 | 99
          county | 760101 | W2E | per_head | 77 | 77
          county | 760101 | E2W | total | 300 | 50
          nation | 000000 | E2W | per_head | 20 | 5
          """);

  /** Two counties of equal population with 10 and 30 a head: half the people have a quarter. */
  @Test
  void theCurveOfAHandWorkedCaseIsWeightedByPopulation() {
    assertTable(
        AidLorenz.of(EFFECTS, Map.of("760101", 100.0, "760102", 100.0)),
        """
        with: indicator=fiscal, units=2
        side | step | population_share | value_share | gini
        after | 0 | 0 | 0 | 0.00
        after | 1 | 1 | 1 | 0.00
        before | 0 | 0 | 0 | 0.25
        before | 1 | 0.5 | 0.25 | 0.25
        before | 2 | 1 | 1 | 0.25
        """);
  }

  @Test
  void countiesWithoutPopulationDoNotCount() {
    assertThat(AidLorenz.of(EFFECTS, Map.of()).size()).isZero();
  }
}
