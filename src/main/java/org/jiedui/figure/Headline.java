package org.jiedui.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;

/**
 * The one total of each unit and indicator: both directions and all forms together where there are
 * several, under the convention of totals.
 */
public final class Headline {
  private Headline() {}

  public static List<Integer> rows(Frame effects, String level) {
    Map<List<String>, Integer> chosen = new LinkedHashMap<>();
    for (int i = 0; i < effects.size(); i++) {
      if (effects.text(i, EffectRatioRow.LEVEL).equals(level)
          && effects.text(i, EffectRatioRow.CONVENTION).equals("total")) {
        int row = i;
        List<String> key =
            List.of(
                effects.text(i, EffectRatioRow.UNIT_CODE),
                effects.text(i, EffectRatioRow.DONOR_CODE),
                effects.text(i, EffectRatioRow.INDICATOR),
                effects.text(i, EffectRatioRow.STATUS),
                effects.text(i, EffectRatioRow.BOUNDARY_RULE));
        chosen.merge(key, row, (a, b) -> width(effects, b) > width(effects, a) ? b : a);
      }
    }
    return List.copyOf(chosen.values());
  }

  private static int width(Frame effects, int row) {
    int directions =
        effects.text(row, EffectRatioRow.DIRECTION).equals(EffectRatioRow.BOTH) ? 2 : 0;
    return directions + (effects.text(row, EffectRatioRow.FORM).equals(EffectRatioRow.ALL) ? 1 : 0);
  }
}
