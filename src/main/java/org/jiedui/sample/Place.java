package org.jiedui.sample;

import java.util.List;

/**
 * An invented recipient county through time. Two places that carry one code in some year are the
 * parts of a later split, or the parents of a merge.
 *
 * @param cluster planted cluster, 1 = the most developed
 * @param spells code and name by year, without gap from the first year to the last
 * @param people inhabitants in the first year
 * @param growth yearly growth of the population
 * @param firstAid first year with aid; {@code lastAid} the last one
 */
record Place(
    int number,
    Prefecture prefecture,
    int cluster,
    List<Spell> spells,
    double people,
    double growth,
    int firstAid,
    int lastAid) {

  Province province() {
    return prefecture.province();
  }

  Spell at(int year) {
    return spells.stream().filter(s -> s.covers(year)).findFirst().orElseThrow();
  }

  boolean isAided(int year) {
    return firstAid <= year && year <= lastAid;
  }

  long population(int year) {
    return (long) StrictMath.rint(people * StrictMath.pow(1 + growth, year - Years.FIRST));
  }

  boolean sharesCodeWith(Place other) {
    return spells.stream()
        .anyMatch(mine -> other.spells.stream().anyMatch(s -> s.code().equals(mine.code())));
  }

  Place with(int newCluster, List<Spell> newSpells) {
    return new Place(
        number, prefecture, newCluster, newSpells, people, growth, Years.FIRST, Years.LAST);
  }
}
