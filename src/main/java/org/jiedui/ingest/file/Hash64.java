package org.jiedui.ingest.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A 64-bit hash of short byte strings that is the same on every machine. It finds candidates only:
 * what it finds equal is compared exactly afterwards.
 */
final class Hash64 {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  private Hash64() {}

  /** Hashes {@code length} bytes onto {@code seed}; 8 bytes beyond the end must be readable. */
  static long of(long seed, byte[] bytes, int start, int length) {
    long hash = seed ^ (length * PRIME);
    int at = start;
    int end = start + length;
    for (; at + 8 <= end; at += 8) {
      hash = mix(hash ^ (long) LONGS.get(bytes, at));
    }
    if (at < end) {
      long tail = (long) LONGS.get(bytes, at) << (8 * (8 - (end - at)));
      hash = mix(hash ^ tail);
    }
    return hash;
  }

  static long of(long seed, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] padded = java.util.Arrays.copyOf(bytes, bytes.length + 8);
    return of(seed, padded, 0, bytes.length);
  }

  static long of(long seed, long value) {
    return mix(seed ^ (value * PRIME));
  }

  /** A bijection of 64 bits that spreads every bit over all (finaliser of SplitMix64). */
  static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
