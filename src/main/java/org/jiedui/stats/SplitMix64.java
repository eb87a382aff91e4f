package org.jiedui.stats;

/**
 * Random numbers of one replicate: a counter stepped by the golden gamma and mixed.
 *
 * <p>Uniform u = (x >>> 11)·2^−53 in [0, 1), index = ⌊u·n⌋. Source: G. L. Steele, D. Lea and C. H.
 * Flood, 2014, Fast splittable pseudorandom number generators, OOPSLA, 453–472.
 */
public final class SplitMix64 {
  private long state;

  public SplitMix64(long seed) {
    this.state = seed;
  }

  public long nextLong() {
    state += 0x9e3779b97f4a7c15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  public double nextUniform() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** A whole number from 0 to n − 1. */
  public int nextIndex(int n) {
    return (int) (nextUniform() * n);
  }
}
