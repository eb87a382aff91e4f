package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiedui.stats.BenjaminiHochberg;
import org.jiedui.stats.MoranPermutation;
import org.jiedui.stats.MoransI;
import org.jiedui.stats.SpatialWeights;
import org.jiedui.stats.Standardise;
import org.jiedui.table.Frame;
import org.jiedui.table.MoranRow;
import org.jiedui.table.Status;

/** The table {@code moran}: spatial autocorrelation of the gap and its components. */
final class MoranTable {
  static final int DRAWS = 999;
  private static final int COLUMNS = MoranRow.values().length;

  private final RegionMatrix matrix;
  private final SpatialWeights map;
  private final int[] connected;
  private final SpatialWeights among;
  private final ClusterParams params;
  private final List<Object[]> rows = new ArrayList<>();

  private MoranTable(RegionMatrix matrix, SpatialWeights map, ClusterParams params) {
    this.matrix = matrix;
    this.map = map;
    this.connected = map.connected();
    this.among = map.among(connected);
    this.params = params;
  }

  static Frame of(Clusters.Fit fit, ClusterContext context, ClusterParams params) {
    List<Object[]> rows = List.of();
    if (context.map().isPresent()) {
      SpatialWeights map = context.map().get().among(fit.matrix().codes());
      MoranTable table = new MoranTable(fit.matrix(), map, params);
      IntStream.range(0, fit.matrix().variables().size()).forEach(table::add);
      rows = table.rows;
    }
    return Frame.of("moran", MoranRow.values(), rows);
  }

  private void add(int variable) {
    double[] all = matrix.shownColumn(variable);
    double[] x = IntStream.of(connected).mapToDouble(i -> all[i]).toArray();
    Optional<MoransI> whole = MoransI.of(x, among);
    String id = matrix.variables().get(variable).id();
    rows.add(global(id, x, whole));
    if (whole.isPresent()) {
      local(id, x);
    }
    IntStream.range(0, map.size()).filter(map::isIsland).forEach(i -> rows.add(island(id, i)));
  }

  private Object[] global(String variable, double[] x, Optional<MoransI> whole) {
    Object[] cells = row(variable, MoranRow.WHOLE_MAP, "");
    set(cells, MoranRow.NEIGHBOURS, x.length);
    if (whole.isEmpty()) {
      set(cells, MoranRow.STATUS, (x.length < 4 ? Status.SMALL_N : Status.ALL_EQUAL).name());
      return cells;
    }
    MoransI found = whole.get();
    double deviation = Math.sqrt(found.varianceRandomisation());
    set(cells, MoranRow.MORAN_I, found.value());
    set(cells, MoranRow.EXPECTATION, found.expectation());
    set(cells, MoranRow.VARIANCE, found.varianceRandomisation());
    if (deviation > 0) {
      set(cells, MoranRow.Z, (found.value() - found.expectation()) / deviation);
    }
    set(cells, MoranRow.P, MoranPermutation.global(x, among, params.seed(), DRAWS));
    set(cells, MoranRow.STATUS, Status.OK.name());
    return cells;
  }

  private void local(String variable, double[] x) {
    double[] local = MoranPermutation.local(x, among);
    double[] p =
        IntStream.range(0, x.length)
            .parallel()
            .mapToDouble(i -> MoranPermutation.conditional(x, among, i, params.seed(), DRAWS))
            .toArray();
    double[] q = BenjaminiHochberg.of(p);
    double[] z = standardised(x);
    for (int i = 0; i < x.length; i++) {
      double lag = among.lag(z, i);
      Object[] cells =
          row(variable, matrix.codes().get(connected[i]), matrix.names().get(connected[i]));
      set(cells, MoranRow.NEIGHBOURS, among.neighbours()[i].length);
      set(cells, MoranRow.VALUE, z[i]);
      set(cells, MoranRow.LAG, lag);
      set(cells, MoranRow.MORAN_I, local[i]);
      set(cells, MoranRow.P, p[i]);
      set(cells, MoranRow.Q, q[i]);
      set(cells, MoranRow.QUADRANT, side(z[i]) + "-" + side(lag));
      set(cells, MoranRow.STATUS, Status.OK.name());
      rows.add(cells);
    }
  }

  private Object[] island(String variable, int region) {
    Object[] cells = row(variable, matrix.codes().get(region), matrix.names().get(region));
    set(cells, MoranRow.NEIGHBOURS, 0);
    set(cells, MoranRow.STATUS, Status.ISLAND.name());
    return cells;
  }

  private Object[] row(String variable, String code, String name) {
    Object[] cells = new Object[COLUMNS];
    set(cells, MoranRow.YEAR, params.year());
    set(cells, MoranRow.VARIABLE, variable);
    set(cells, MoranRow.UNIT_CODE, code);
    set(cells, MoranRow.UNIT_NAME, name);
    set(cells, MoranRow.QUADRANT, "");
    return cells;
  }

  private static void set(Object[] cells, MoranRow field, Object value) {
    cells[field.ordinal()] = value;
  }

  private static String side(double value) {
    return value >= 0 ? "high" : "low";
  }

  private static double[] standardised(double[] x) {
    double[][] column = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      column[i] = new double[] {x[i]};
    }
    double[][] scores = Standardise.of(column).apply(column);
    return IntStream.range(0, x.length).mapToDouble(i -> scores[i][0]).toArray();
  }
}
