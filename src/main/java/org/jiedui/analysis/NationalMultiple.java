package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiedui.reference.ClaimConvention;
import org.jiedui.table.EffectConventionRow;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Flow;
import org.jiedui.table.Frame;

/**
 * A national multiple of the user's records under one convention, with what stands behind it.
 *
 * @param value null where it is undefined, as the status says
 */
record NationalMultiple(
    Flow flow, String convention, String rule, Double value, String status, String data) {

  /** Those of both tables; what stands in both is taken from effect_ratio, which has the totals. */
  static List<NationalMultiple> of(Frame effects, Frame conventions) {
    Map<List<Object>, NationalMultiple> found = new LinkedHashMap<>();
    for (int i = 0; i < effects.size(); i++) {
      if (effects.text(i, EffectRatioRow.LEVEL).equals(EffectLevel.NATION.code())) {
        put(found, ofRatio(effects, i));
      }
    }
    String absent = absentOfStudy(conventions);
    for (int i = 0; i < conventions.size(); i++) {
      put(found, ofConvention(conventions, i, absent));
    }
    return new ArrayList<>(found.values());
  }

  private static void put(Map<List<Object>, NationalMultiple> found, NationalMultiple one) {
    found.putIfAbsent(List.of(one.flow, one.convention, one.rule), one);
  }

  private static NationalMultiple ofRatio(Frame effects, int i) {
    return new NationalMultiple(
        Flow.of(effects, i),
        effects.text(i, EffectRatioRow.CONVENTION),
        effects.text(i, EffectRatioRow.BOUNDARY_RULE),
        (Double) effects.value(i, EffectRatioRow.RATIO),
        effects.text(i, EffectRatioRow.RATIO_STATUS),
        "effect_ratio: before "
            + effects.value(i, EffectRatioRow.BEFORE)
            + ", after "
            + effects.value(i, EffectRatioRow.AFTER)
            + ", records "
            + effects.value(i, EffectRatioRow.RECORDS_BEFORE)
            + " / "
            + effects.value(i, EffectRatioRow.RECORDS_AFTER));
  }

  private static NationalMultiple ofConvention(Frame conventions, int i, String absentOfStudy) {
    String absent = conventions.text(i, EffectConventionRow.ABSENT);
    return new NationalMultiple(
        Flow.of(conventions, i),
        ClaimConvention.name(
            conventions.text(i, EffectConventionRow.SCALE),
            conventions.text(i, EffectConventionRow.PRICES),
            conventions.text(i, EffectConventionRow.ADJUSTMENT),
            conventions.text(i, EffectConventionRow.ENTRANTS),
            absent.equals(absentOfStudy) ? "" : absent),
        conventions.text(i, EffectConventionRow.BOUNDARY_RULE),
        (Double) conventions.value(i, EffectConventionRow.ESTIMATE),
        conventions.text(i, EffectConventionRow.ESTIMATE_STATUS),
        "effect_convention: "
            + conventions.value(i, EffectConventionRow.CI_METHOD)
            + ", clusters "
            + conventions.value(i, EffectConventionRow.CLUSTERS));
  }

  /** Totals are there for the study's own meaning of no record only. */
  private static String absentOfStudy(Frame conventions) {
    for (int i = 0; i < conventions.size(); i++) {
      if (conventions.text(i, EffectConventionRow.SCALE).equals("total")) {
        return conventions.text(i, EffectConventionRow.ABSENT);
      }
    }
    return "";
  }
}
