package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiedui.analysis.GapParams.Part;
import org.jiedui.analysis.GapParams.Weighting;
import org.jiedui.stats.MinMax;
import org.jiedui.table.Frame;
import org.jiedui.table.GapComponentRow;
import org.jiedui.table.GapIndexRow;
import org.jiedui.table.GapWeightRow;
import org.jiedui.table.Status;

/** Puts scored regions into the published tables of the index. */
final class GapTables {
  private GapTables() {}

  static boolean isRecipient(Scored row) {
    return row.role().equals(GapIndexRow.RECIPIENT);
  }

  static Frame index(
      List<Scored> scored,
      Map<Scored, Integer> ranks,
      List<DonorGap> donors,
      GapScale scale,
      GapParams params) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < scored.size(); i++) {
      Scored row = scored.get(i);
      rows.add(indexRow(row, ranks.get(row), donors.get(i), scale, params.places()));
    }
    return Frame.of("gap_index", GapIndexRow.values(), rows);
  }

  private static Object[] indexRow(
      Scored row, Integer rank, DonorGap donor, GapScale scale, Places places) {
    return new Object[] {
      row.unit(),
      row.year(),
      places.name(row.unit()),
      row.role(),
      present(row),
      share(row, scale),
      row.development(),
      row.gap(),
      rank,
      (row.index().isPresent() ? Status.OK : Status.MISSING_INDICATOR).name(),
      donor == null ? null : donor.codes(),
      donor == null ? null : donor.index(),
      donor == null ? null : donor.log(),
      donor == null ? null : donor.difference(),
      donor == null ? null : donor.status().name(),
      flags(row, donor, scale)
    };
  }

  private static int present(Scored row) {
    return (int) IntStream.range(0, row.values().length).filter(j -> has(row, j)).count();
  }

  private static boolean has(Scored row, int j) {
    return !Double.isNaN(row.values()[j]);
  }

  private static double share(Scored row, GapScale scale) {
    return IntStream.range(0, row.values().length)
        .filter(j -> has(row, j))
        .mapToDouble(j -> scale.weights()[j])
        .sum();
  }

  private static boolean outside(Scored row, GapScale scale, int j) {
    MinMax goalposts = scale.goalposts().get(j);
    return has(row, j) && !goalposts.isConstant() && goalposts.outside(row.values()[j]);
  }

  private static String flags(Scored row, DonorGap donor, GapScale scale) {
    List<String> flags = new ArrayList<>();
    boolean incomplete =
        IntStream.range(0, row.values().length)
            .anyMatch(j -> !has(row, j) && scale.weights()[j] > 0);
    if (incomplete && row.index().isPresent() || donor != null && donor.partial()) {
      flags.add(Status.MISSING_INDICATOR.name());
    }
    if (IntStream.range(0, row.values().length).anyMatch(j -> outside(row, scale, j))) {
      flags.add(Status.OUT_OF_GOALPOSTS.name());
    }
    return String.join(";", flags);
  }

  static Frame components(List<Scored> scored, GapScale scale, GapParams params) {
    List<Object[]> rows = new ArrayList<>();
    for (Scored row : scored) {
      for (int j = 0; j < params.parts().size(); j++) {
        rows.add(component(row, j, params.parts().get(j).id(), scale));
      }
    }
    return Frame.of("gap_component", GapComponentRow.values(), rows);
  }

  private static Object[] component(Scored row, int j, String indicator, GapScale scale) {
    boolean has = has(row, j);
    boolean varies = scale.statuses().get(j) == Status.OK;
    Double normalised = has && varies ? (Double) row.normalised()[j] : null;
    Double weight = row.index().map(index -> index.weights()[j]).orElse(null);
    Status status = has ? scale.statuses().get(j) : Status.MISSING_INDICATOR;
    return new Object[] {
      row.unit(),
      row.year(),
      indicator,
      has ? (Double) row.values()[j] : null,
      row.coverage()[j],
      normalised,
      weight,
      normalised == null || weight == null ? null : (Double) (normalised * weight),
      status.name(),
      outside(row, scale, j) ? Status.OUT_OF_GOALPOSTS.name() : ""
    };
  }

  static Frame weights(GapScale scale, GapParams params) {
    List<Object[]> rows = new ArrayList<>();
    for (int j = 0; j < params.parts().size(); j++) {
      rows.add(weight(params.parts().get(j), scale, j, params));
    }
    return Frame.of("gap_weights", GapWeightRow.values(), rows);
  }

  private static Object[] weight(Part part, GapScale scale, int j, GapParams params) {
    boolean known = scale.statuses().get(j) != Status.NO_DATA;
    String years = " " + params.baseYears().word();
    boolean pooled = params.weighting() == Weighting.ENTROPY;
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
      scale.statuses().get(j).name()
    };
  }
}
