package org.jiedui.ingest.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * The hashes of the record keys of one part, in 64 buckets by their top bits, with the bucket of
 * every record in record order, so that a hash leads back to its record.
 */
public final class KeyHashes {
  public static final int BUCKETS = 64;
  private static final int SHIFT = 58;

  private long[] hashes = new long[1 << 12];
  private int size;

  void add(long hash) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    hashes[size++] = hash;
  }

  int size() {
    return size;
  }

  /** Layout: count; 65 bucket starts; hashes bucket by bucket; one bucket number a record. */
  void write(Path file) throws IOException {
    long[] starts = new long[BUCKETS + 1];
    for (int i = 0; i < size; i++) {
      starts[(int) (hashes[i] >>> SHIFT) + 1]++;
    }
    for (int b = 0; b < BUCKETS; b++) {
      starts[b + 1] += starts[b];
    }
    ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(bytes(size)));
    LongBuffer longs = buffer.asLongBuffer();
    longs.put(size).put(starts);
    long[] sorted = new long[size];
    byte[] bucketOf = new byte[size];
    long[] next = starts.clone();
    for (int i = 0; i < size; i++) {
      int bucket = (int) (hashes[i] >>> SHIFT);
      sorted[(int) next[bucket]++] = hashes[i];
      bucketOf[i] = (byte) bucket;
    }
    longs.put(sorted);
    buffer.put(8 * (1 + starts.length + size), bucketOf);
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }
  }

  /** The hashes of one bucket of a written part. */
  public static long[] bucket(Path file, int bucket) throws IOException {
    try (var channel = FileChannel.open(file)) {
      LongBuffer range = longs(channel, 8L * (1 + bucket), 2);
      long[] hashes = new long[(int) (range.get(1) - range.get(0))];
      longs(channel, 8L * (2 + BUCKETS + range.get(0)), hashes.length).get(hashes);
      return hashes;
    }
  }

  /** Numbers of the records whose hash passes, ascending. */
  public static long[] records(Path file, LongPredicate wanted) throws IOException {
    try (var channel = FileChannel.open(file)) {
      LongBuffer head = longs(channel, 0, 2 + BUCKETS);
      int size = (int) head.get(0);
      long[] hashes = new long[size];
      longs(channel, 8L * (2 + BUCKETS), size).get(hashes);
      byte[] buckets = bytes(channel, 8L * (2 + BUCKETS + size), size).array();
      int[] next = new int[BUCKETS];
      for (int b = 0; b < BUCKETS; b++) {
        next[b] = (int) head.get(1 + b);
      }
      long[] found = new long[16];
      int count = 0;
      for (int i = 0; i < size; i++) {
        if (wanted.test(hashes[next[buckets[i]]++])) {
          found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
          found[count++] = i;
        }
      }
      return Arrays.copyOf(found, count);
    }
  }

  private static long bytes(int size) {
    return 8L * (2 + BUCKETS) + 9L * size;
  }

  private static LongBuffer longs(FileChannel channel, long at, int count) throws IOException {
    return bytes(channel, at, 8 * count).asLongBuffer();
  }

  private static ByteBuffer bytes(FileChannel channel, long at, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    long from = at;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, from);
      if (read < 0) {
        throw new IOException("key file ends early");
      }
      from += read;
    }
    return buffer.flip();
  }
}
