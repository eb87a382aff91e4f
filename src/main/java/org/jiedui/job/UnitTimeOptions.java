package org.jiedui.job;

import picocli.CommandLine.Option;

/** The columns that name unit and time in every panel of the user's own. */
public final class UnitTimeOptions {
  @Option(names = "--unit", paramLabel = "COLUMN", descriptionKey = "panel.unit")
  private String unit = "unit";

  @Option(names = "--time", paramLabel = "COLUMN", descriptionKey = "panel.time")
  private String time = "year";

  String unit() {
    return unit;
  }

  String time() {
    return time;
  }
}
