package org.jiedui.stats;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * One seed per replicate of a purpose, so that replicates may be drawn in any order and anywhere.
 *
 * <p>Formula: the first 8 bytes, big-endian, of SHA-256 of "masterSeed|purpose|replicate".
 */
public record SeedSequence(long masterSeed, String purpose) {
  private static final MessageDigest FRESH = fresh();

  public long seed(long replicate) {
    String name = masterSeed + "|" + purpose + "|" + replicate;
    return ByteBuffer.wrap(sha256(name.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  public SplitMix64 generator(long replicate) {
    return new SplitMix64(seed(replicate));
  }

  /** A copy of a fresh digest: to look one up takes several times longer than to use it. */
  private static byte[] sha256(byte[] bytes) {
    try {
      return ((MessageDigest) FRESH.clone()).digest(bytes);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 of this Java platform cannot be copied", e);
    }
  }

  private static MessageDigest fresh() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
