package org.jiedui.report;

import java.util.HashMap;
import java.util.Map;
import org.jiedui.message.Text;
import org.jiedui.paper.Settings;
import org.jiedui.publish.Version;
import org.jiedui.table.Frame;
import org.jiedui.table.IndicatorRow;

/** What a version calls its indicators: it explains its own words. */
public final class Labels {
  private Labels() {}

  /** Labels by the ids of indicators. */
  public static Map<String, Text> indicators(Version version) {
    return of(version.read("indicator"), IndicatorRow.LABEL_ZH, IndicatorRow.LABEL_EN);
  }

  /** Units by the ids of indicators. */
  public static Map<String, Text> units(Version version) {
    return of(version.read("indicator"), IndicatorRow.UNIT_ZH, IndicatorRow.UNIT_EN);
  }

  /** Labels of the dimensions of the index, by their ids; none where a version does not tell. */
  public static Map<String, Text> dimensions(Version version) {
    return Settings.of(version).map(s -> s.labels("gap.dimensions")).orElse(Map.of());
  }

  /** How many decimals the sums of indicators have in their unit. */
  public static Map<String, Integer> decimals(Version version) {
    Frame indicators = version.read("indicator");
    Map<String, Integer> decimals = new HashMap<>();
    for (int i = 0; i < indicators.size(); i++) {
      decimals.put(
          indicators.text(i, IndicatorRow.INDICATOR),
          (Integer) indicators.value(i, IndicatorRow.DECIMALS));
    }
    return decimals;
  }

  private static Map<String, Text> of(Frame indicators, IndicatorRow zh, IndicatorRow en) {
    Map<String, Text> words = new HashMap<>();
    for (int i = 0; i < indicators.size(); i++) {
      words.put(
          indicators.text(i, IndicatorRow.INDICATOR),
          Text.of(indicators.text(i, zh), indicators.text(i, en)));
    }
    return words;
  }
}
