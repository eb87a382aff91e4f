package org.jiedui.job;

import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.jiedui.analysis.GapIndex;
import org.jiedui.analysis.Windows;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How an index is made of a panel of the user's own. */
public final class IndexOptions {
  @Option(names = "--cost", paramLabel = "A,B", split = ",", descriptionKey = "panel.cost")
  private Set<String> costs = Set.of();

  @Option(names = "--seed", paramLabel = "S", descriptionKey = "panel.seed")
  private long seed = 42;

  @Mixin private PanelOptions panel;
  @Mixin private WindowOptions windows;

  boolean given() {
    return panel.given();
  }

  PanelOptions panel() {
    return panel;
  }

  Set<String> costs() {
    return costs;
  }

  long seed() {
    return seed;
  }

  Windows windows() {
    return windows.windows();
  }

  OwnPanel read(Supplier<SparkSession> spark) {
    return new OwnPanel(panel.read(spark));
  }

  GapIndex.Result gap(OwnPanel own) {
    return own.gap(costs, windows(), seed);
  }
}
