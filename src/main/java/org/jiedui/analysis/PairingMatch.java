package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jiedui.stats.CompensatedSum;
import org.jiedui.stats.MatchingEfficiency;
import org.jiedui.table.Status;

/**
 * Are the strong donors of an era matched with its weak recipients? One row of {@code
 * pairing_match}.
 *
 * <p>Strength is the donor province's level, need the recipient province's with the sign turned;
 * both of the year in which most links have both, the one nearest to the era's first. A province
 * without a value of its own has the population-weighted mean of its counties. The mismatch of an
 * assignment is the distance of the donor's rank from the recipient's.
 */
final class PairingMatch {
  private static final int FEW = 5;

  private final List<String> indicators;
  private final RegionLevels levels;
  private final PairingParams params;

  PairingMatch(List<RegionValue> values, PairingParams params) {
    this.indicators = List.of(params.strength(), params.need(), params.population());
    this.levels = RegionLevels.of(values, indicators);
    this.params = params;
  }

  /** Links with both levels known, in link order. */
  private record Known(int year, double[] strength, double[] need) {}

  Object[] row(PairingEra era) {
    Known known = known(era);
    int used = known.strength().length;
    Optional<Double> tau = MatchingEfficiency.tauB(known.strength(), known.need());
    Optional<Double> efficiency =
        MatchingEfficiency.efficiency(
            MatchingEfficiency.rankDistances(known.strength(), known.need()));
    return new Object[] {
      era.first(),
      era.programme(),
      params.strength(),
      params.need(),
      used == 0 ? null : (Integer) known.year(),
      era.links().size(),
      used,
      tau.orElse(null),
      MatchingEfficiency.spearman(known.strength(), known.need()).orElse(null),
      MatchingEfficiency.p(known.strength(), known.need(), params.seed(), params.draws())
          .orElse(null),
      (tau.isPresent() ? Status.OK : absence(era, used, Status.ALL_EQUAL)).name(),
      efficiency.orElse(null),
      (efficiency.isPresent() ? Status.OK : absence(era, used, Status.DEGENERATE_NULL)).name(),
      used > 0 && used < FEW ? Status.SMALL_N.name() : ""
    };
  }

  private static Status absence(PairingEra era, int used, Status otherwise) {
    if (era.links().isEmpty()) {
      return Status.NO_PAIRS;
    }
    return used == 0 ? Status.NO_DATA : otherwise;
  }

  private Known known(PairingEra era) {
    Known best = new Known(era.first(), new double[0], new double[0]);
    for (int year : years()) {
      Known found = known(era, year);
      int more = found.strength().length - best.strength().length;
      boolean nearer = Math.abs(year - era.first()) < Math.abs(best.year() - era.first());
      if (more > 0 || more == 0 && found.strength().length > 0 && nearer) {
        best = found;
      }
    }
    return best;
  }

  private TreeSet<Integer> years() {
    TreeSet<Integer> years = new TreeSet<>();
    levels.byRegion().values().forEach(cells -> years.addAll(cells.keySet()));
    return years;
  }

  private Known known(PairingEra era, int year) {
    List<double[]> both = new ArrayList<>();
    for (Link link : era.links()) {
      double strength = level(link.donor(), year, params.strength());
      double need = -level(link.recipient(), year, params.need());
      if (!Double.isNaN(strength) && !Double.isNaN(need)) {
        both.add(new double[] {strength, need});
      }
    }
    return new Known(
        year,
        both.stream().mapToDouble(pair -> pair[0]).toArray(),
        both.stream().mapToDouble(pair -> pair[1]).toArray());
  }

  private double level(String province, int year, String id) {
    int indicator = indicators.indexOf(id);
    double own = levels.values(province, year)[indicator];
    if (!Double.isNaN(own)) {
      return own;
    }
    CompensatedSum sum = new CompensatedSum();
    CompensatedSum people = new CompensatedSum();
    for (String region : levels.byRegion().keySet()) {
      double[] row = levels.values(region, year);
      boolean within =
          params.places().level(region).filter(Places.COUNTY::equals).isPresent()
              && params.places().province(region).equals(province);
      if (within && !Double.isNaN(row[indicator]) && row[2] > 0) {
        sum.add(row[indicator] * row[2]);
        people.add(row[2]);
      }
    }
    return people.value() > 0 ? sum.value() / people.value() : Double.NaN;
  }
}
