package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jiedui.analysis.GapParams.Years;
import org.jiedui.reference.Geography;
import org.jiedui.reference.Pairings;
import org.jiedui.stats.LinkTurnover;
import org.jiedui.stats.Shares;
import org.jiedui.table.Frame;
import org.jiedui.table.PairingEraRow;
import org.jiedui.table.PairingLinkRow;
import org.jiedui.table.PairingMatchRow;
import org.jiedui.table.Status;

/**
 * Who is paired with whom, era by era: links and what went over them, the shape of the network,
 * what the next era keeps of it, and whether strong donors have weak recipients.
 *
 * <p>Source: Poisot et al. (2012), Ecology Letters 15, 1353–1361, for the turnover.
 */
public final class PairingNetwork {
  private final List<PairingEra> eras;
  private final List<PairingStrength> strengths;
  private final PairingParams params;

  private PairingNetwork(List<PairingEra> eras, List<AidFlows> flows, PairingParams params) {
    this.eras = eras;
    this.strengths = PairingStrength.of(flows, params);
    this.params = params;
  }

  /** The tables {@code pairing_link}, {@code pairing_era} and {@code pairing_match}. */
  public record Result(Frame links, Frame eras, Frame match) {
    public List<Frame> tables() {
      return List.of(links, eras, match);
    }
  }

  /**
   * @param values levels of provinces and counties, in any order
   * @param flows what went from donors to recipients, an indicator each; may be empty
   */
  public static Result of(
      List<PairingEra> eras, List<RegionValue> values, List<AidFlows> flows, PairingParams params) {
    PairingNetwork network = new PairingNetwork(List.copyOf(eras), flows, params);
    PairingMatch match = new PairingMatch(values, params);
    return new Result(
        Frame.of("pairing_link", PairingLinkRow.values(), network.linkRows()),
        Frame.of(
            "pairing_era", PairingEraRow.values(), eras.stream().map(network::eraRow).toList()),
        Frame.of(
            "pairing_match", PairingMatchRow.values(), eras.stream().map(match::row).toList()));
  }

  /**
   * The table {@code pairing_era} of published lists alone.
   *
   * @param others lists of other programmes; with them, each era of the lists has a further row for
   *     all programmes together
   */
  public static Frame ofLists(Pairings lists, Optional<Pairings> others, Geography geography) {
    List<PairingEra> eras = new ArrayList<>(PairingEra.of(lists, geography));
    others.ifPresent(
        beside -> {
          eras.addAll(PairingEra.of(beside, geography));
          lists.eras().forEach(era -> eras.add(PairingEra.together(era, lists, beside, geography)));
        });
    return of(eras, List.of(), List.of(), PairingParams.ofLinks(0)).eras();
  }

  private List<Object[]> linkRows() {
    List<Object[]> rows = new ArrayList<>();
    for (PairingEra era : eras) {
      for (Link link : era.links()) {
        strengths.forEach(strength -> rows.add(linkRow(era, link, Optional.of(strength))));
        if (strengths.isEmpty()) {
          rows.add(linkRow(era, link, Optional.empty()));
        }
      }
    }
    return rows;
  }

  private Object[] linkRow(PairingEra era, Link link, Optional<PairingStrength> strength) {
    Double amount = strength.flatMap(s -> s.of(link, span(era))).orElse(null);
    return new Object[] {
      era.first(),
      era.programme(),
      link.donor(),
      link.recipient(),
      strength.map(PairingStrength::indicator).orElse(PairingLinkRow.NONE),
      params.places().name(link.donor()),
      params.places().name(link.recipient()),
      strength.map(PairingStrength::stage).orElse(""),
      amount,
      (amount == null ? Status.NO_DATA : Status.OK).name(),
      next(era).map(later -> fate(link, era, later)).orElse("")
    };
  }

  private static String fate(Link link, PairingEra era, PairingEra next) {
    if (next.links().contains(link)) {
      return "kept";
    }
    LinkTurnover alone = LinkTurnover.of(Set.of(stats(link)), stats(next.links()));
    return alone.lostRewired() == 1 ? "rewired" : "exited";
  }

  private Optional<Years> span(PairingEra era) {
    return params.spans().stream().filter(years -> years.contains(era.first())).findFirst();
  }

  /** The era after it of the same programme. */
  private Optional<PairingEra> next(PairingEra era) {
    return eras.stream()
        .filter(other -> other.programme().equals(era.programme()))
        .filter(other -> other.first() > era.first())
        .min((a, b) -> Integer.compare(a.first(), b.first()));
  }

  private Object[] eraRow(PairingEra era) {
    Map<String, Integer> out = degrees(era, Link::donor);
    Map<String, Integer> in = degrees(era, Link::recipient);
    int links = era.links().size();
    Shares degrees = new Shares(out.values().stream().mapToDouble(d -> d).toArray());
    Optional<Shares> funds = funds(era, out);
    Optional<PairingEra> next = next(era);
    Optional<LinkTurnover> turnover =
        next.map(later -> LinkTurnover.of(stats(era.links()), stats(later.links())));
    return new Object[] {
      era.first(),
      era.programme(),
      links,
      out.size(),
      in.size(),
      era.named().donorCities(),
      era.named().recipientPrefectures(),
      era.named().autonomousCovered(),
      era.named().provinceLevel(),
      share(links, out.size() * in.size()),
      share(links, out.size()),
      share(links, in.size()),
      share(several(out), out.size()),
      share(several(in), in.size()),
      share(in.size() - several(in), in.size()),
      boxed(degrees.herfindahl()),
      boxed(degrees.effectiveNumber()),
      funds.map(Shares::herfindahl).map(PairingNetwork::boxed).orElse(null),
      funds.map(Shares::effectiveNumber).map(PairingNetwork::boxed).orElse(null),
      fundsStatus(funds).name(),
      (links == 0 ? Status.NO_PAIRS : Status.OK).name(),
      next.map(PairingEra::first).orElse(null),
      turnover.map(LinkTurnover::kept).orElse(null),
      turnover.map(LinkTurnover::lostRewired).orElse(null),
      turnover.map(LinkTurnover::exited).orElse(null),
      turnover.map(LinkTurnover::newRewired).orElse(null),
      turnover.map(LinkTurnover::entered).orElse(null),
      turnover.map(LinkTurnover::jaccard).map(PairingNetwork::boxed).orElse(null),
      turnover.map(LinkTurnover::dissimilarity).map(PairingNetwork::boxed).orElse(null),
      turnover.map(LinkTurnover::rewiring).map(PairingNetwork::boxed).orElse(null),
      turnover.map(LinkTurnover::nodeTurnover).map(PairingNetwork::boxed).orElse(null),
      (turnover.isPresent() ? Status.OK : Status.NO_DATA).name()
    };
  }

  private static Status fundsStatus(Optional<Shares> funds) {
    if (funds.isEmpty()) {
      return Status.NO_DATA;
    }
    return funds.get().herfindahl().isEmpty() ? Status.ZERO_MEAN : Status.OK;
  }

  /** Each donor's funds over the era's links; empty unless those of every link are known. */
  private Optional<Shares> funds(PairingEra era, Map<String, Integer> donors) {
    Optional<PairingStrength> strength =
        strengths.stream().filter(s -> s.indicator().equals(params.funds())).findFirst();
    TreeMap<String, Double> sums = new TreeMap<>();
    for (Link link : era.links()) {
      Optional<Double> amount = strength.flatMap(s -> s.of(link, span(era)));
      if (amount.isEmpty() || amount.get() < 0) {
        return Optional.empty();
      }
      sums.merge(link.donor(), amount.get(), Double::sum);
    }
    return donors.isEmpty()
        ? Optional.empty()
        : Optional.of(new Shares(sums.values().stream().mapToDouble(d -> d).toArray()));
  }

  private static TreeMap<String, Integer> degrees(PairingEra era, Function<Link, String> end) {
    TreeMap<String, Integer> degrees = new TreeMap<>();
    era.links().forEach(link -> degrees.merge(end.apply(link), 1, Integer::sum));
    return degrees;
  }

  private static int several(Map<String, Integer> degrees) {
    return (int) degrees.values().stream().filter(degree -> degree > 1).count();
  }

  private static Double share(int part, int whole) {
    return whole == 0 ? null : (Double) (part / (double) whole);
  }

  private static Double boxed(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }

  private static LinkTurnover.Link stats(Link link) {
    return new LinkTurnover.Link(link.donor(), link.recipient());
  }

  private static Set<LinkTurnover.Link> stats(Set<Link> links) {
    Set<LinkTurnover.Link> found = new HashSet<>();
    links.forEach(link -> found.add(stats(link)));
    return found;
  }
}
