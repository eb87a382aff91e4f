package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiedui.stats.IndexMethod;
import org.jiedui.table.Frame;
import org.jiedui.table.GapComponentRow;
import org.jiedui.table.GapIndexRow;
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
      Map<Scored, Double> closeness,
      List<DonorGap> donors,
      GapScale scale,
      GapParams params) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < scored.size(); i++) {
      Scored row = scored.get(i);
      rows.add(indexRow(row, ranks.get(row), closeness.get(row), donors.get(i), scale, params));
    }
    return Frame.of("gap_index", GapIndexRow.values(), rows);
  }

  private static Object[] indexRow(
      Scored row,
      Integer rank,
      Double closeness,
      DonorGap donor,
      GapScale scale,
      GapParams params) {
    return new Object[] {
      row.unit(),
      row.year(),
      params.places().name(row.unit()),
      row.role(),
      present(row),
      share(row, scale),
      row.development(),
      row.gap(),
      rank,
      closeness,
      status(row, scale, params).name(),
      donor == null ? null : donor.codes(),
      donor == null ? null : donor.index(),
      donor == null ? null : donor.log(),
      donor == null ? null : donor.difference(),
      donor == null ? null : donor.status().name(),
      flags(row, donor, scale, params.method())
    };
  }

  /** An index that enough indicators stand behind fails only at a zero that no floor raises. */
  private static Status status(Scored row, GapScale scale, GapParams params) {
    if (row.index().isPresent()) {
      return Status.OK;
    }
    double share = share(row, scale);
    return share > 0 && params.missing().allows(share)
        ? Status.ZERO_VALUE
        : Status.MISSING_INDICATOR;
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
    return has(row, j) && scale.outside(j, row.values()[j]);
  }

  private static String flags(Scored row, DonorGap donor, GapScale scale, IndexMethod method) {
    List<String> flags = new ArrayList<>();
    boolean incomplete =
        IntStream.range(0, row.values().length)
            .anyMatch(j -> !has(row, j) && scale.weights()[j] > 0);
    if (incomplete && row.index().isPresent() || donor != null && donor.partial()) {
      flags.add(Status.MISSING_INDICATOR.name());
    }
    if (IntStream.range(0, row.values().length).anyMatch(row::isImputed)) {
      flags.add(Status.IMPUTED.name());
    }
    if (IntStream.range(0, row.values().length).anyMatch(j -> outside(row, scale, j))) {
      flags.add(Status.OUT_OF_GOALPOSTS.name());
    }
    if (IntStream.range(0, row.values().length).anyMatch(j -> floored(row, scale, j, method))) {
      flags.add(Status.FLOORED.name());
    }
    return String.join(";", flags);
  }

  private static boolean floored(Scored row, GapScale scale, int j, IndexMethod method) {
    return has(row, j) && scale.weights()[j] > 0 && method.floors(row.normalised()[j]);
  }

  static Frame components(List<Scored> scored, GapScale scale, GapParams params) {
    List<Object[]> rows = new ArrayList<>();
    for (Scored row : scored) {
      for (int j = 0; j < params.parts().size(); j++) {
        rows.add(component(row, j, scale, params));
      }
    }
    return Frame.of("gap_component", GapComponentRow.values(), rows);
  }

  private static Object[] component(Scored row, int j, GapScale scale, GapParams params) {
    IndexMethod method = params.method();
    boolean has = has(row, j);
    boolean varies = scale.statuses().get(j) == Status.OK;
    Double normalised = has && varies ? (Double) row.normalised()[j] : null;
    Double weight = row.index().map(index -> index.weights()[j]).orElse(null);
    Status status = has ? scale.statuses().get(j) : Status.MISSING_INDICATOR;
    return new Object[] {
      row.unit(),
      row.year(),
      params.parts().get(j).id(),
      has ? (Double) row.values()[j] : null,
      has ? (Double) scale.treatments().get(j).of(row.values()[j]) : null,
      row.coverage()[j],
      normalised,
      weight,
      normalised == null || weight == null ? null : contribution(normalised, weight, method),
      status.name(),
      String.join(
          ";",
          Stream.of(
                  row.isImputed(j) ? Status.IMPUTED.name() : "",
                  outside(row, scale, j) ? Status.OUT_OF_GOALPOSTS.name() : "",
                  floored(row, scale, j, method) ? Status.FLOORED.name() : "")
              .filter(flag -> !flag.isEmpty())
              .toList())
    };
  }

  private static Double contribution(double normalised, double weight, IndexMethod method) {
    return method.aggregation().contribution(method.floored(normalised), weight);
  }
}
