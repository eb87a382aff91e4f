package org.jiedui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiedui.Golden;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.junit.jupiter.api.Test;

/** Counties whose multiple is not defined are told with what is left out. */
class UndefinedRatiosTest {
  private final List<Object[]> rows = new ArrayList<>();

  private void row(String level, String code, String name, double before, double after) {
    Map<EffectRatioRow, Object> values =
        Map.of(
            EffectRatioRow.LEVEL,
            level,
            EffectRatioRow.UNIT_CODE,
            code,
            EffectRatioRow.UNIT_NAME,
            name,
            EffectRatioRow.CONVENTION,
            "total",
            EffectRatioRow.INDICATOR,
            "fiscal",
            EffectRatioRow.DIRECTION,
            "E2W",
            EffectRatioRow.FORM,
            "none",
            EffectRatioRow.STATUS,
            "paid",
            EffectRatioRow.BEFORE,
            before,
            EffectRatioRow.AFTER,
            after);
    Object[] row = new Object[EffectRatioRow.values().length];
    values.forEach((field, value) -> row[field.ordinal()] = value);
    row[EffectRatioRow.RATIO.ordinal()] = before == 0 ? null : after / before;
    row[EffectRatioRow.RATIO_STATUS.ordinal()] = before == 0 ? "ZERO_BASE" : "OK";
    rows.add(row);
  }

  private Frame effects() {
    return Frame.view("effect_ratio", List.of(EffectRatioRow.values()), rows);
  }

  /** Pooled (20 + 60 + 40) / (10 + 20) = 4; mean of 2 and 3 is 2.5. */
  @Test
  void theNoteNamesCountiesMeanAndPooledMultiple() {
    row("nation", "000000", "", 30, 120);
    row("county", "710101", "甲县", 10, 20);
    row("county", "710102", "青岩县", 20, 60);
    assertThat(UndefinedRatios.note(effects())).isEmpty();

    row("county", "710103", "丙岭县", 0, 40);
    Golden.assertSaid("zero_base", UndefinedRatios.note(effects()).stream().toList());
  }
}
