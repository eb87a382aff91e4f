package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.stats.CompensatedSum;
import org.jiedui.stats.CompositeIndex;
import org.jiedui.stats.CouplingCoordination;
import org.jiedui.table.Frame;
import org.jiedui.table.GapCouplingRow;
import org.jiedui.table.GapDimensionRow;
import org.jiedui.table.Status;

/**
 * How closely do the dimensions of the index develop together in each region and year?
 *
 * @param dimension the table {@code gap_dimension}
 * @param coupling the table {@code gap_coupling}; empty with fewer than two dimensions
 */
record GapCoupling(Frame dimension, Frame coupling) {

  static GapCoupling of(List<Scored> scored, GapScale scale, GapParams params) {
    List<String> all = new ArrayList<>();
    params.parts().stream().map(GapParams.Part::dimension).distinct().forEach(all::add);
    List<String> coupled = params.choices().coupled();
    refuseUnknown(coupled, all);
    Parts parts = new Parts(scale, params, all);
    List<Object[]> dimensions = new ArrayList<>();
    List<Object[]> couplings = new ArrayList<>();
    List<String> systems = coupled.isEmpty() ? all : coupled;
    for (Scored row : scored) {
      all.forEach(dimension -> dimensions.add(parts.row(row, dimension)));
      if (systems.size() > 1) {
        couplings.add(parts.coupled(row, systems));
      }
    }
    return new GapCoupling(
        Frame.of("gap_dimension", GapDimensionRow.values(), dimensions),
        Frame.of("gap_coupling", GapCouplingRow.values(), couplings));
  }

  private static void refuseUnknown(List<String> coupled, List<String> known) {
    boolean few = coupled.size() == 1 || new TreeSet<>(coupled).size() < coupled.size();
    if (few || !known.containsAll(coupled)) {
      throw new InputException(
          ExitCode.USAGE,
          Problem.error(
                  "DIMENSION_UNKNOWN",
                  Text.of(
                      "gap.coupling 须为发展指数的两个或更多维度", "gap.coupling names dimensions of the index"))
              .showing(String.join(", ", coupled))
              .expected(
                  "两个或更多:" + String.join("、", known),
                  "two or more of " + String.join(", ", known)));
    }
  }

  /** The index of each dimension by itself, with the weights it has in the whole. */
  private record Parts(GapScale scale, GapParams params, List<String> dimensions) {

    Object[] row(Scored region, String dimension) {
      Optional<Double> index = index(region, dimension);
      return new Object[] {
        region.unit(),
        region.year(),
        dimension,
        index.orElse(null),
        CompensatedSum.of(weights(dimension)),
        (index.isPresent() ? Status.OK : Status.MISSING_INDICATOR).name()
      };
    }

    private double[] weights(String dimension) {
      return IntStream.range(0, params.parts().size())
          .mapToDouble(
              j -> params.parts().get(j).dimension().equals(dimension) ? scale.weights()[j] : 0)
          .toArray();
    }

    private Optional<Double> index(Scored region, String dimension) {
      return CompositeIndex.of(region.normalised(), weights(dimension), params.method())
          .map(CompositeIndex::value);
    }

    Object[] coupled(Scored region, List<String> systems) {
      List<Optional<Double>> found = systems.stream().map(d -> index(region, d)).toList();
      boolean complete = found.stream().allMatch(Optional::isPresent);
      Object[] head = {
        region.unit(), region.year(), params.places().name(region.unit()), String.join(";", systems)
      };
      double[] u =
          complete
              // Weights of one dimension may sum to one and a bit.
              ? found.stream().mapToDouble(index -> Math.min(1, index.orElseThrow())).toArray()
              : new double[0];
      Object[] cells = Arrays.copyOf(head, GapCouplingRow.values().length);
      System.arraycopy(complete ? values(u, shares(systems)) : missing(), 0, cells, head.length, 7);
      return cells;
    }

    private double[] shares(List<String> systems) {
      double[] sums = systems.stream().mapToDouble(d -> CompensatedSum.of(weights(d))).toArray();
      double total = CompensatedSum.of(sums);
      return Arrays.stream(sums).map(s -> s / total).toArray();
    }

    private static Object[] missing() {
      return new Object[] {null, null, null, null, null, Status.MISSING_INDICATOR.name(), ""};
    }

    private static Object[] values(double[] u, double[] shares) {
      CouplingCoordination classical = CouplingCoordination.classical(u, shares);
      CouplingCoordination corrected =
          u.length == 2 ? CouplingCoordination.corrected(u, shares) : null;
      boolean zero = Arrays.stream(u).anyMatch(value -> value == 0);
      return new Object[] {
        classical.level(),
        classical.coupling(),
        classical.coordination(),
        corrected == null ? null : (Double) corrected.coupling(),
        corrected == null ? null : (Double) corrected.coordination(),
        Status.OK.name(),
        zero ? Status.ZERO_SYSTEM.name() : ""
      };
    }
  }
}
