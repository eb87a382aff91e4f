package org.jiedui.ingest.file;

import java.security.MessageDigest;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** SHA-256 of a stream of blocks, computed beside the thread that reads them. */
final class HashThread implements AutoCloseable {
  private record Block(byte[] bytes, int from, int to) {}

  private static final Block END = new Block(new byte[0], 0, 0);

  private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(4);
  private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(8);
  private final MessageDigest digest = Sha256.start();
  private final Thread thread = new Thread(this::run, "sha256");

  HashThread(int buffers, int size) {
    for (int i = 0; i < buffers; i++) {
      free.add(new byte[size]);
    }
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * The buffer that was handed over longest ago and is hashed. It is never the latest one: buffers
   * come back in order, so the caller may still read what it handed over last.
   */
  byte[] buffer() throws InterruptedException {
    return free.take();
  }

  /** Hands over a part of a buffer to hash. The buffer comes back through {@link #buffer()}. */
  void hash(byte[] bytes, int from, int to) throws InterruptedException {
    full.put(new Block(bytes, from, to));
  }

  String finish() throws InterruptedException {
    full.put(END);
    thread.join();
    return Sha256.hex(digest.digest());
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      for (Block block = full.take(); block != END; block = full.take()) {
        digest.update(block.bytes, block.from, block.to - block.from);
        free.offer(block.bytes);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
