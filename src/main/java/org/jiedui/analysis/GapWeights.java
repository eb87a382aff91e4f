package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jiedui.analysis.GapParams.Part;
import org.jiedui.analysis.GapParams.Weighting;
import org.jiedui.stats.CompositeIndex;
import org.jiedui.stats.CriticWeights;
import org.jiedui.stats.EffectiveWeights;
import org.jiedui.stats.EntropyWeights;
import org.jiedui.stats.IndexMethod;
import org.jiedui.stats.OutlierTreatment;
import org.jiedui.stats.PrincipalComponent;
import org.jiedui.stats.Shape;
import org.jiedui.table.Frame;
import org.jiedui.table.GapWeightRow;
import org.jiedui.table.Status;

/**
 * The table {@code gap_weights}: each indicator with the weight it has, the weights that other
 * methods would give it, what it really decides, and what its screening found.
 */
final class GapWeights {
  private static final int FEWEST = 4;

  private final GapPanel panel;
  private final GapScale scale;
  private final GapParams params;

  private GapWeights(GapPanel panel, GapScale scale, GapParams params) {
    this.panel = panel;
    this.scale = scale;
    this.params = params;
  }

  static Frame of(GapPanel panel, GapScale scale, GapParams params) {
    GapWeights weights = new GapWeights(panel, scale, params);
    Compared compared = weights.compared();
    List<Object[]> rows = new ArrayList<>();
    for (int j = 0; j < params.parts().size(); j++) {
      rows.add(weights.row(j, compared));
    }
    return Frame.of("gap_weights", GapWeightRow.values(), rows);
  }

  /** Weights of other methods on the same rows; all null where fewer than four are complete. */
  private record Compared(
      double[] effective, double[] entropy, double[] critic, double[] first, double[] loadings) {}

  private Compared compared() {
    double[][] z = scale.base();
    if (z.length < FEWEST) {
      return new Compared(null, null, null, null, null);
    }
    PrincipalComponent component = PrincipalComponent.of(z);
    return new Compared(
        effective(z),
        EntropyWeights.of(z).weights(),
        CriticWeights.of(z),
        component.weights(),
        component.loadings());
  }

  /** Null where the index of some row is not defined: a zero without a floor. */
  private double[] effective(double[][] z) {
    IndexMethod method = params.method();
    double[] index =
        Arrays.stream(z)
            .mapToDouble(
                row ->
                    CompositeIndex.of(row, scale.weights(), method)
                        .map(CompositeIndex::value)
                        .orElse(Double.NaN))
            .toArray();
    return Arrays.stream(index).anyMatch(Double::isNaN) ? null : EffectiveWeights.of(z, index);
  }

  private Object[] row(int j, Compared compared) {
    Part part = params.parts().get(j);
    boolean known = scale.statuses().get(j) != Status.NO_DATA;
    String years = " " + params.baseYears().word();
    boolean pooled =
        params.weighting() == Weighting.ENTROPY || params.weighting() == Weighting.CRITIC;
    double[] values = GapScale.pool(panel, params, j);
    Shape shape = values.length < FEWEST ? null : Shape.of(values);
    OutlierTreatment treatment = scale.treatments().get(j);
    return new Object[] {
      part.id(),
      part.label().zh(),
      part.label().en(),
      part.unit().zh(),
      part.unit().en(),
      part.dimension(),
      part.polarity().name().toLowerCase(Locale.ROOT),
      known ? (Double) scale.goalposts().get(j).low() : null,
      known ? (Double) scale.goalposts().get(j).high() : null,
      part.goalposts().isPresent() ? "declared" : "pooled" + years,
      scale.weights()[j],
      params.weighting().word() + (pooled ? years : ""),
      ofDimension(part.dimension()),
      at(compared.effective(), j),
      at(compared.entropy(), j),
      at(compared.critic(), j),
      at(compared.first(), j),
      at(compared.loadings(), j),
      (scale.base().length < FEWEST ? Status.SMALL_N : Status.OK).name(),
      missing(values.length),
      shape == null ? null : (Double) shape.skewness(),
      shape == null ? null : (Double) shape.kurtosis(),
      shape != null && shape.needsTreatment() ? 1 : 0,
      treatment.kind().name().toLowerCase(Locale.ROOT),
      treatment.changed(),
      scale.statuses().get(j).name()
    };
  }

  private double ofDimension(String dimension) {
    return IntStream.range(0, params.parts().size())
        .filter(j -> params.parts().get(j).dimension().equals(dimension))
        .mapToDouble(j -> scale.weights()[j])
        .sum();
  }

  private static Double at(double[] values, int j) {
    return values == null ? null : (Double) values[j];
  }

  /** Share of recipients and base years without a value; null where there are none at all. */
  private Double missing(int present) {
    long cells =
        panel.cells().stream()
            .filter(GapPanel.Cell::isRecipient)
            .filter(cell -> params.baseYears().contains(cell.year()))
            .count();
    return cells == 0 ? null : (Double) (1 - present / (double) cells);
  }
}
