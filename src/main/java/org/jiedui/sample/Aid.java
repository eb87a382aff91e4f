package org.jiedui.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All aid of the invented country: who gave what to whom in which year.
 *
 * <p>An amount is log-normal around population × trend × strength of the pair × need. Need falls
 * with income per head: this is the place of the planted targeting slope. From 2016 on those whom
 * the change reached have a multiple of what they would have as one of the others.
 */
final class Aid {
  /** Elasticity of aid per head with respect to income per head. */
  static final double TARGETING = -.6;

  /** What the change did to those it reached: later over earlier aid against the others. */
  static final double EFFECT = 2.5;

  private static final double SPREAD = .5;
  private static final double PAIR_SPREAD = .35;

  private final World world;
  private final Pairs pairs;
  private final int repeats;
  private final Chance chance;
  private final Map<String, Double> strengths = new TreeMap<>();
  private final List<Visit> visits = new ArrayList<>();

  private Aid(World world, Pairs pairs, long seed, int repeats) {
    this.world = world;
    this.pairs = pairs;
    this.repeats = repeats;
    this.chance = Chance.of(seed, "sample.aid", 0);
    Chance pairChance = Chance.of(seed, "sample.pairs", 0);
    for (Province donor : world.donors()) {
      for (Province recipient : world.recipients()) {
        String pair = donor.code() + recipient.code();
        strengths.put(pair + false, pairChance.logNormal(PAIR_SPREAD));
        strengths.put(pair + true, pairChance.logNormal(PAIR_SPREAD));
      }
    }
  }

  /** Visits by year, county and donor, with settled amounts. */
  static List<Visit> of(World world, Pairs pairs, long seed, int repeats) {
    Aid aid = new Aid(world, pairs, seed, repeats);
    Years.all().forEach(aid::year);
    Settlement.of(aid.visits);
    return aid.visits;
  }

  private void year(int year) {
    for (Place place : world.places()) {
      if (place.isAided(year)) {
        List<String> donors = pairs.donorsOf(place, year);
        for (String donor : donors) {
          for (int i = 0; i < repeats; i++) {
            visits(place, donor, year, weight(place, donor, year) / donors.size());
          }
        }
      }
    }
  }

  private double weight(Place place, String donor, int year) {
    String pair = donor + place.province().code() + Years.isAfter(year);
    double people = place.population(year) / 300_000.0;
    double need = StrictMath.pow(Development.relativeIncome(place.cluster()), TARGETING);
    double effect = Years.isAfter(year) && place.prefecture().isReached() ? EFFECT : 1;
    return people * need * strengths.get(pair) * trend(year) * effect;
  }

  static double trend(int year) {
    return Years.isAfter(year)
        ? 1 + .25 * (year - Years.FIRST_AFTER)
        : StrictMath.exp(.06 * (year - Years.FIRST));
  }

  private void visits(Place place, String donor, int year, double weight) {
    boolean after = Years.isAfter(year);
    Visit funds = new Visit(place, donor, year, Visit.Direction.E2W);
    visits.add(funds.with(Measure.FISCAL, fiscalUnit(after), draw(weight)));
    donations(new Visit(place, donor, year, Visit.Direction.E2W), weight, after);
    people(new Visit(place, donor, year, Visit.Direction.E2W), weight, .6);
    people(new Visit(place, donor, year, Visit.Direction.W2E), weight / 2, .3);
  }

  private void donations(Visit visit, double weight, boolean after) {
    if (chance.chance(after ? .8 : .5)) {
      visit.with(
          Measure.CASH, after && chance.chance(.5) ? Unit.WAN_FINE : Unit.YUAN, draw(weight));
    }
    if (chance.chance(after ? .5 : .3)) {
      visit.with(
          Measure.KIND, after && chance.chance(.3) ? Unit.YUAN : Unit.WAN_FINE, draw(weight));
    }
    keep(visit);
  }

  private void people(Visit visit, double weight, double probability) {
    if (chance.chance(probability)) {
      visit.with(Measure.CADRES, Unit.PERSONS, draw(weight));
    }
    if (chance.chance(probability)) {
      visit.with(Measure.PROFESSIONALS, Unit.PERSONS, draw(weight));
    }
    keep(visit);
  }

  private void keep(Visit visit) {
    if (!visit.flows().isEmpty()) {
      visits.add(visit);
    }
  }

  private Unit fiscalUnit(boolean after) {
    double u = chance.uniform();
    return !after || u < .75 ? Unit.WAN_ROUND : u < .95 ? Unit.YUAN : Unit.YI;
  }

  private double draw(double weight) {
    return weight * chance.logNormal(SPREAD);
  }
}
