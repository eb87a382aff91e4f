package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiedui.stats.LorenzCurve;
import org.jiedui.stats.WeightedValues;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.jiedui.table.LorenzRow;

/** How evenly aid per head is spread over the counties of the ratios, before and after. */
public final class AidLorenz {
  private AidLorenz() {}

  /**
   * Curves of every indicator that has a value per head, from east to west and in all forms.
   *
   * @param heads population of a county in the last year; counties without one do not count
   */
  public static Frame of(Frame effects, Map<String, Double> heads) {
    Map<List<String>, List<double[]>> curves = new TreeMap<>(AidLorenz::compare);
    for (int i = 0; i < effects.size(); i++) {
      Double weight = heads.get(effects.text(i, EffectRatioRow.UNIT_CODE));
      if (perHead(effects, i) && weight != null && weight > 0) {
        put(curves, effects, i, LorenzRow.BEFORE, EffectRatioRow.BEFORE, weight);
        put(curves, effects, i, LorenzRow.AFTER, EffectRatioRow.AFTER, weight);
      }
    }
    List<Object[]> rows = new ArrayList<>();
    curves.forEach((key, units) -> rows.addAll(rows(key, units)));
    return Frame.of("lorenz", LorenzRow.values(), rows);
  }

  /** Direction E2W in all forms; persons per head count like money per head. */
  private static boolean perHead(Frame effects, int i) {
    String form = effects.text(i, EffectRatioRow.FORM);
    return effects.text(i, EffectRatioRow.LEVEL).equals(Places.COUNTY)
        && effects.text(i, EffectRatioRow.CONVENTION).equals("per_head")
        && effects.text(i, EffectRatioRow.DIRECTION).equals("E2W")
        && (form.equals(EffectRatioRow.ALL) || form.equals("none"));
  }

  private static void put(
      Map<List<String>, List<double[]>> curves,
      Frame effects,
      int i,
      String side,
      EffectRatioRow field,
      double weight) {
    Double value = (Double) effects.value(i, field);
    if (value != null && value >= 0) {
      curves
          .computeIfAbsent(
              List.of(effects.text(i, EffectRatioRow.INDICATOR), side), key -> new ArrayList<>())
          .add(new double[] {value, weight});
    }
  }

  private static List<Object[]> rows(List<String> key, List<double[]> units) {
    WeightedValues x =
        new WeightedValues(
            units.stream().mapToDouble(u -> u[0]).toArray(),
            units.stream().mapToDouble(u -> u[1]).toArray());
    List<Object[]> rows = new ArrayList<>();
    if (x.total() > 0) {
      LorenzCurve curve = LorenzCurve.of(x);
      for (int step = 0; step < curve.population().length; step++) {
        rows.add(
            new Object[] {
              key.get(0),
              key.get(1),
              step,
              curve.population()[step],
              curve.share()[step],
              curve.index(),
              units.size()
            });
      }
    }
    return rows;
  }

  private static int compare(List<String> a, List<String> b) {
    int order = a.get(0).compareTo(b.get(0));
    return order != 0 ? order : a.get(1).compareTo(b.get(1));
  }
}
