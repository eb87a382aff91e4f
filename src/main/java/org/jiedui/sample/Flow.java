package org.jiedui.sample;

/** One amount of one measure within a visit; the amount is settled after all weights are known. */
final class Flow {
  private final Visit visit;
  private final Measure measure;
  private final Unit unit;
  private final double weight;
  private long amount;

  Flow(Visit visit, Measure measure, Unit unit, double weight) {
    this.visit = visit;
    this.measure = measure;
    this.unit = unit;
    this.weight = weight;
  }

  Visit visit() {
    return visit;
  }

  Measure measure() {
    return measure;
  }

  Unit unit() {
    return unit;
  }

  /** Minor units: fen, or persons. */
  long amount() {
    return amount;
  }

  /** Rounds weight × scale to what the unit can write, at least one quantum. */
  void settle(double scale) {
    long quantum = unit.quantum();
    amount = Math.max(1, (long) StrictMath.rint(weight * scale / quantum)) * quantum;
  }

  void add(long minor) {
    amount = Math.addExact(amount, minor);
  }

  String written() {
    return unit.write(amount);
  }
}
