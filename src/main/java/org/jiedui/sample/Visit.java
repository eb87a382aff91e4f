package org.jiedui.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one donor did in one county and year in one direction: a row of a wide file. */
final class Visit {
  /** Which way people go; money goes from east to west only. */
  enum Direction {
    E2W("东部到西部"),
    W2E("西部到东部");

    private final String word;

    Direction(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  private final Place place;
  private final String donor;
  private final int year;
  private final Direction direction;
  private final List<Flow> flows = new ArrayList<>();

  Visit(Place place, String donor, int year, Direction direction) {
    this.place = place;
    this.donor = donor;
    this.year = year;
    this.direction = direction;
  }

  Place place() {
    return place;
  }

  String donor() {
    return donor;
  }

  int year() {
    return year;
  }

  Direction direction() {
    return direction;
  }

  boolean isAfter() {
    return Years.isAfter(year);
  }

  List<Flow> flows() {
    return flows;
  }

  Visit with(Measure measure, Unit unit, double weight) {
    flows.add(new Flow(this, measure, unit, weight));
    return this;
  }

  /** The amount as written, empty when the measure is not there. */
  String written(Measure measure) {
    return flow(measure).map(Flow::written).orElse("");
  }

  /** In minor units, 0 when the measure is not there. */
  long amount(Measure measure) {
    return flow(measure).map(Flow::amount).orElse(0L);
  }

  private Optional<Flow> flow(Measure measure) {
    return flows.stream().filter(f -> f.measure() == measure).findFirst();
  }
}
