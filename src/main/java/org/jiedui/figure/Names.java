package org.jiedui.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiedui.message.Text;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.jiedui.table.IndicatorRow;
import org.jiedui.table.PanelRow;
import org.jiedui.table.RegionRow;

/** What a version calls its indicators and regions, and in which unit a figure shows them. */
public final class Names {
  private static final Text UNASSIGNED = Text.of("未定", "not assigned");

  private final Map<String, Integer> indicators = new HashMap<>();
  private final Map<String, Text> regions = new HashMap<>();
  private final Frame indicator;

  private Names(Frame indicator) {
    this.indicator = indicator;
  }

  public static Names of(Published published) {
    Names names = new Names(indicators(published));
    for (int i = 0; i < names.indicator.size(); i++) {
      names.indicators.put(names.indicator.text(i, IndicatorRow.INDICATOR), i);
    }
    if (published.has("region")) {
      names.readRegions(published.read("region"));
    }
    return names;
  }

  /** A version of a single question may have no list of indicators: each is called by its id. */
  private static Frame indicators(Published published) {
    return published.has("indicator")
        ? published.read("indicator")
        : Frame.of("indicator", IndicatorRow.values(), List.of());
  }

  private void readRegions(Frame region) {
    for (int i = 0; i < region.size(); i++) {
      String zh = region.text(i, RegionRow.NAME);
      String en = region.text(i, RegionRow.NAME_EN);
      regions.put(
          region.text(i, RegionRow.CODE), Text.of(zh, en == null || en.isEmpty() ? zh : en));
    }
  }

  /** The code stands for itself where the version has no name. */
  Text region(String code) {
    if (code.equals(PanelRow.UNASSIGNED)) {
      return UNASSIGNED;
    }
    if (code.equals(EffectRatioRow.NATION)) {
      return Text.of("全国", "Nation");
    }
    return regions.getOrDefault(code, Text.same(code));
  }

  public Text indicator(String id) {
    Integer i = indicators.get(id);
    return i == null
        ? Text.same(id)
        : Text.of(
            indicator.text(i, IndicatorRow.LABEL_ZH), indicator.text(i, IndicatorRow.LABEL_EN));
  }

  boolean isMoney(String id) {
    Integer i = indicators.get(id);
    return i != null && indicator.text(i, IndicatorRow.KIND).equals("money");
  }

  /** Decimal digits between the minor unit and the unit of the indicator. */
  double minorUnits(String id) {
    Integer i = indicators.get(id);
    return i == null ? 1 : StrictMath.pow(10, (Integer) indicator.value(i, IndicatorRow.DECIMALS));
  }

  /** Money is shown in 100 million yuan, everything else in its own unit. */
  double size(String id) {
    return isMoney(id) ? 1e8 : 1;
  }

  Text unit(String id) {
    if (isMoney(id)) {
      return Text.of("亿元", "100 million yuan");
    }
    Integer i = indicators.get(id);
    return i == null
        ? Text.NONE
        : Text.of(indicator.text(i, IndicatorRow.UNIT_ZH), indicator.text(i, IndicatorRow.UNIT_EN));
  }

  /** Money first, both in the order of the ids. */
  List<String> ordered(List<String> ids) {
    List<String> ordered = new ArrayList<>(ids.stream().filter(this::isMoney).sorted().toList());
    ids.stream().filter(id -> !isMoney(id)).sorted().forEach(ordered::add);
    return ordered;
  }
}
