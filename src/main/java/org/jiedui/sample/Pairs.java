package org.jiedui.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * Who helps whom, by era: prefectures criss-cross before 2016, mostly whole provinces afterwards.
 *
 * <p>Recipient province i keeps its donors i and i + 1 (modulo the donors) through all eras; its
 * other donors leave in 2016.
 */
final class Pairs {
  private final World world;
  private final List<Pair> all = new ArrayList<>();

  private Pairs(World world) {
    this.world = world;
  }

  static Pairs of(World world) {
    Pairs pairs = new Pairs(world);
    for (Province recipient : world.recipients()) {
      pairs.criss(new Era(1996, 1996, 2009, 1996), recipient, 0);
      pairs.criss(new Era(2010, 2010, 2015, 2010), recipient, 1);
      pairs.whole(new Era(2016, 2016, 2020, 2016), recipient);
      pairs.add(new Era(2021, 2021, 0, 2020), recipient.number(), -1, Pair.Party.of(recipient));
    }
    return pairs;
  }

  private record Era(int name, int from, int to, int vintage) {}

  List<Pair> ofEra(int era) {
    return all.stream().filter(p -> p.era() == era).toList();
  }

  /** Codes of the donor provinces of a county in a year, in order, each once. */
  List<String> donorsOf(Place place, int year) {
    return all.stream()
        .filter(p -> p.helps(place, year))
        .map(Pair::donorProvince)
        .distinct()
        .sorted()
        .toList();
  }

  /** Every prefecture has a donor of its own, the first has two, and one county has one more. */
  private void criss(Era era, Province recipient, int shift) {
    for (Prefecture prefecture : prefectures(recipient)) {
      int donor = recipient.number() + prefecture.number() + shift;
      int part = prefecture.number() % 2 == 0 ? -1 : prefecture.number() % 3;
      add(era, donor, part, Pair.Party.of(prefecture));
      if (prefecture.number() == 0) {
        add(era, donor + 2, 0, Pair.Party.of(prefecture));
      }
    }
    Place last = lastPlace(recipient);
    int taken = recipient.number() + last.prefecture().number() + shift;
    add(era, taken + 1, 1, Pair.Party.of(last.at(era.vintage())));
  }

  /** One donor for the whole province; the second one for the whole or for two prefectures. */
  private void whole(Era era, Province recipient) {
    int donor = recipient.number();
    add(era, donor, -1, Pair.Party.of(recipient));
    if (recipient.number() % 6 < 4) {
      add(era, donor + 1, -1, Pair.Party.of(recipient));
    } else {
      List<Prefecture> own = prefectures(recipient);
      add(era, donor + 1, 0, Pair.Party.of(own.get(0)));
      add(era, donor + 1, 2, Pair.Party.of(own.get(1)));
    }
  }

  /** {@code part} is the number of the donor's prefecture, or -1 for the whole province. */
  private void add(Era era, int donorNumber, int part, Pair.Party recipient) {
    Province donor = world.donors().get(donorNumber % world.donors().size());
    Pair.Party giver =
        part < 0 ? Pair.Party.of(donor) : Pair.Party.of(prefectures(donor).get(part));
    all.add(new Pair(era.name, era.from, era.to, giver, donor.code(), recipient, era.vintage));
  }

  private List<Prefecture> prefectures(Province province) {
    return world.prefectures().stream().filter(p -> p.province().equals(province)).toList();
  }

  private Place lastPlace(Province province) {
    List<Place> own = world.places().stream().filter(p -> p.province().equals(province)).toList();
    return own.get(own.size() - 1);
  }
}
