package org.jiedui.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The invented country: its provinces, prefectures, counties, and what became of their codes. */
record World(
    List<Province> donors,
    List<Province> recipients,
    List<Prefecture> prefectures,
    List<Place> places,
    List<Change> changes) {

  private static final double[] CLUSTER_SHARES = {.20, .50, .80, 1};
  private static final int COUNTIES_IN_A_PREFECTURE = 8;

  static World of(long seed, int counties, int recipientProvinces) {
    Names names = new Names(Chance.of(seed, "sample.names", 0));
    Chance chance = Chance.of(seed, "sample.places", 0);
    List<Province> donors = Province.donors();
    List<Province> recipients = Province.recipients(recipientProvinces);
    List<Prefecture> prefectures = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    donors.forEach(donor -> prefectures.addAll(prefectures(donor, 3, names)));
    for (Province province : recipients) {
      int size = size(counties, recipientProvinces, province.number());
      int parts = Math.max(3, (size + COUNTIES_IN_A_PREFECTURE - 1) / COUNTIES_IN_A_PREFECTURE);
      List<Prefecture> own = prefectures(province, parts, names);
      prefectures.addAll(own);
      own.forEach(p -> addPlaces(places, p, share(size, parts, p.number()), names, chance));
    }
    List<Change> changes = new Reforms(places, names).apply();
    return new World(donors, recipients, prefectures, places, changes);
  }

  /** Provinces differ in size: of two neighbours one has a third more counties than the other. */
  private static int size(int counties, int provinces, int number) {
    int even = share(counties, provinces / 2, number / 2);
    int large = even * 4 / 7;
    return number % 2 == 0 ? even - large : large;
  }

  private static int share(int total, int parts, int number) {
    return total * (number + 1) / parts - total * number / parts;
  }

  private static List<Prefecture> prefectures(Province province, int count, Names names) {
    List<Prefecture> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Names.Stem stem = names.next();
      String code = province.code().substring(0, 2) + twoDigits(i + 1) + "00";
      String kind = i % 3 == 2 ? "州" : "市";
      all.add(new Prefecture(province, i, code, stem.zh() + kind, stem.en()));
    }
    return all;
  }

  private static void addPlaces(
      List<Place> places, Prefecture prefecture, int count, Names names, Chance chance) {
    for (int i = 0; i < count; i++) {
      Names.Stem stem = names.next();
      String code = prefecture.code().substring(0, 4) + twoDigits(i == 0 ? 2 : 20 + i);
      String name = stem.zh() + (i == 0 ? "区" : "县");
      Spell spell = new Spell(Years.FIRST, Years.LAST, code, name, stem.en());
      places.add(place(places.size(), prefecture, spell, chance));
    }
  }

  private static Place place(int number, Prefecture prefecture, Spell spell, Chance chance) {
    int cluster = cluster(chance.uniform());
    double people = 300_000 * chance.logNormal(.4);
    double growth = .002 + .004 * chance.normal();
    double career = chance.uniform();
    int year = chance.below(4);
    int first = career < .08 ? Years.FIRST_AFTER + year / 2 : Years.FIRST;
    int last = career >= .08 && career < .12 ? Years.FIRST_AFTER - 1 - year : Years.LAST;
    return new Place(number, prefecture, cluster, List.of(spell), people, growth, first, last);
  }

  private static int cluster(double u) {
    int cluster = 0;
    while (u >= CLUSTER_SHARES[cluster]) {
      cluster++;
    }
    return cluster + 1;
  }

  static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  /**
   * Unit of the base geography: the codes at the end of the last year of all places that ever
   * shared a code with this one, in order, joined by {@code +}.
   */
  String unitOf(Place place) {
    TreeSet<String> codes = new TreeSet<>();
    codes.add(place.at(Years.LAST).code());
    if (place.spells().size() > 1) {
      places.stream()
          .filter(place::sharesCodeWith)
          .forEach(p -> codes.add(p.at(Years.LAST).code()));
    }
    return codes.stream().collect(Collectors.joining("+"));
  }

  /** Provinces of both sides, donors first. */
  List<Province> provinces() {
    List<Province> all = new ArrayList<>(donors);
    all.addAll(recipients);
    return all;
  }
}
