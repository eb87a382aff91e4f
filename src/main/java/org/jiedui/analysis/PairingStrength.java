package org.jiedui.analysis;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jiedui.analysis.GapParams.Years;
import org.jiedui.stats.CompensatedSum;

/** How much of one indicator went over each link of provinces in the years of an era. */
final class PairingStrength {
  private final AidFlows flows;
  private final Places places;
  private final EffectRatio.Absent absent;
  private final TreeMap<Integer, TreeMap<Link, Double>> known = new TreeMap<>();

  PairingStrength(AidFlows flows, PairingParams params) {
    this.flows = flows;
    this.places = params.places();
    this.absent = params.absent();
  }

  String indicator() {
    return flows.indicator();
  }

  String stage() {
    return flows.stage();
  }

  /** Empty where the records do not reach the era, or a link without records means missing. */
  Optional<Double> of(Link link, Optional<Years> era) {
    if (era.isEmpty() || !flows.reach(era.get())) {
      return Optional.empty();
    }
    Double sum = sums(era.get()).get(link);
    boolean zero = sum == null && absent == EffectRatio.Absent.ZERO;
    return zero ? Optional.of(0.0) : Optional.ofNullable(sum);
  }

  private TreeMap<Link, Double> sums(Years era) {
    return known.computeIfAbsent(era.from(), from -> summed(era));
  }

  private TreeMap<Link, Double> summed(Years era) {
    TreeMap<Link, CompensatedSum> sums = new TreeMap<>();
    for (AidFlows.Flow flow : flows.flows()) {
      if (era.contains(flow.year())) {
        Link link = new Link(flow.donor(), places.province(flow.recipient()));
        sums.computeIfAbsent(link, l -> new CompensatedSum()).add(flow.amount());
      }
    }
    TreeMap<Link, Double> found = new TreeMap<>();
    sums.forEach((link, sum) -> found.put(link, sum.value()));
    return found;
  }

  static List<PairingStrength> of(List<AidFlows> flows, PairingParams params) {
    return flows.stream().map(one -> new PairingStrength(one, params)).toList();
  }
}
