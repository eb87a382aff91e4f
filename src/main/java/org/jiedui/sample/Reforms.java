package org.jiedui.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * Changes of county codes over the years: four counties that become districts, one new name, one
 * merge and one split, each in a province of its own where there are enough.
 */
final class Reforms {
  private final List<Place> places;
  private final Names names;
  private final List<Change> changes = new ArrayList<>();

  Reforms(List<Place> places, Names names) {
    this.places = places;
    this.names = names;
  }

  List<Change> apply() {
    recode(2003, place(0, 0, 1));
    rename(2007, place(4, 0, 1));
    recode(2009, place(1, 0, 1));
    merge(2010, place(5, 0, 1), place(5, 0, 2));
    split(2012, place(1, 1, 1), place(1, 1, 2));
    recode(2014, place(2, 0, 1));
    recode(2018, place(3, 0, 1));
    return changes;
  }

  private Place place(int province, int prefecture, int number) {
    return places.stream()
        .filter(p -> p.province().number() == province && p.prefecture().number() == prefecture)
        .skip(number)
        .findFirst()
        .orElseThrow();
  }

  /** The county becomes a district with a new code. */
  private void recode(int year, Place place) {
    Spell old = place.at(year);
    String name = old.name().substring(0, 2) + "区";
    Spell fresh = new Spell(year, Years.LAST, district(place), name, old.nameEn());
    keep(place, place.cluster(), ended(old, year), fresh);
    changes.add(new Change(year, Change.Kind.RECODE, old, fresh));
  }

  private void rename(int year, Place place) {
    Spell old = place.at(year);
    Names.Stem stem = names.next();
    Spell fresh = new Spell(year, Years.LAST, old.code(), stem.zh() + "县", stem.en());
    keep(place, place.cluster(), ended(old, year), fresh);
    changes.add(new Change(year, Change.Kind.RENAME, old, fresh));
  }

  /** Both counties end and go on as one district. */
  private void merge(int year, Place one, Place other) {
    Names.Stem stem = names.next();
    Spell fresh = new Spell(year, Years.LAST, district(one), stem.zh() + "区", stem.en());
    for (Place parent : List.of(one, other)) {
      Spell old = parent.at(year);
      keep(parent, one.cluster(), ended(old, year), fresh);
      changes.add(new Change(year, Change.Kind.MERGE, old, fresh));
    }
  }

  /** Both places were one county with a code of its own before. */
  private void split(int year, Place one, Place other) {
    Names.Stem stem = names.next();
    String code = one.prefecture().code().substring(0, 4) + "81";
    Spell old = new Spell(Years.FIRST, year - 1, code, stem.zh() + "市", stem.en());
    for (Place part : List.of(one, other)) {
      Spell now = part.at(year);
      Spell fresh = new Spell(year, now.to(), now.code(), now.name(), now.nameEn());
      keep(part, one.cluster(), old, fresh);
      changes.add(new Change(year, Change.Kind.SPLIT, old, fresh));
    }
  }

  private void keep(Place place, int cluster, Spell... spells) {
    places.set(place.number(), place.with(cluster, List.of(spells)));
  }

  private static Spell ended(Spell old, int year) {
    return new Spell(old.from(), year - 1, old.code(), old.name(), old.nameEn());
  }

  private static String district(Place place) {
    return place.prefecture().code().substring(0, 4) + "03";
  }
}
