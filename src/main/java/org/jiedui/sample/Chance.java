package org.jiedui.sample;

import org.jiedui.stats.SeedSequence;
import org.jiedui.stats.SplitMix64;

/** The generator's source of chance: one independent stream for each purpose and number. */
final class Chance {
  private final SplitMix64 stream;

  private Chance(SplitMix64 stream) {
    this.stream = stream;
  }

  static Chance of(long masterSeed, String purpose, long number) {
    return new Chance(new SeedSequence(masterSeed, purpose).generator(number));
  }

  long next() {
    return stream.nextLong();
  }

  /** Uniform in [0, 1). */
  double uniform() {
    return stream.nextUniform();
  }

  /** Uniform whole number in [0, n). */
  int below(int n) {
    return stream.nextIndex(n);
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  /** Standard normal by Box and Muller (1958), with {@link StrictMath} alone. */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
  }

  /** Log-normal with median 1. */
  double logNormal(double sigma) {
    return StrictMath.exp(sigma * normal());
  }
}
