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
  public long seed(long replicate) {
    String name = masterSeed + "|" + purpose + "|" + replicate;
    return ByteBuffer.wrap(sha256(name.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  public SplitMix64 generator(long replicate) {
    return new SplitMix64(seed(replicate));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
