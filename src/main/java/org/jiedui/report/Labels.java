package org.jiedui.report;

import java.util.HashMap;
import java.util.Map;
import org.jiedui.message.Text;
import org.jiedui.publish.Version;
import org.jiedui.table.Frame;
import org.jiedui.table.IndicatorRow;

/** What a version calls its indicators: it explains its own words. */
public final class Labels {
  private Labels() {}

  /** Labels by the ids of indicators. */
  public static Map<String, Text> indicators(Version version) {
    return indicators(version.read("indicator"));
  }

  static Map<String, Text> indicators(Frame indicators) {
    Map<String, Text> labels = new HashMap<>();
    for (int i = 0; i < indicators.size(); i++) {
      labels.put(
          indicators.text(i, IndicatorRow.INDICATOR),
          Text.of(
              indicators.text(i, IndicatorRow.LABEL_ZH),
              indicators.text(i, IndicatorRow.LABEL_EN)));
    }
    return labels;
  }
}
