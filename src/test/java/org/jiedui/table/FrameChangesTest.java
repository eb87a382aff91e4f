package org.jiedui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrameChangesTest {
  private static Frame frame(Object[]... rows) {
    return Frame.of("region_year", RegionYearRow.values(), List.of(rows));
  }

  private static Object[] row(String code, int year, Double value) {
    return new Object[] {code, year, "population", value, "", ""};
  }

  @Test
  void cellsAreMatchedByKeyAndTheLargestComesFirst() {
    Frame before = frame(row("a", 2016, 10.0), row("b", 2016, 10.0), row("c", 2016, null));
    Frame after =
        frame(row("a", 2016, 11.0), row("b", 2016, 20.0), row("c", 2016, 1.0), row("d", 2016, 5.0));

    FrameChanges changes = FrameChanges.between(before, after);

    assertThat(changes.added()).isEqualTo(1);
    assertThat(changes.removed()).isZero();
    assertThat(changes.cells())
        .extracting(c -> c.row() + ": " + c.before() + " → " + c.after())
        .containsExactly(
            "c 2016 population: null → 1.0",
            "b 2016 population: 10.0 → 20.0",
            "a 2016 population: 10.0 → 11.0");
  }

  @Test
  void theSameTableHasNoChanges() {
    Frame frame = frame(row("a", 2016, 10.0));
    assertThat(FrameChanges.between(frame, frame).isEmpty()).isTrue();
  }
}
