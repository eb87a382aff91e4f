package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** SHA-256, which every JDK has. */
public final class Sha256 {
  private Sha256() {}

  static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String hex(String text) {
    return hex(start().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Of words, a line feed between them. */
  static String hex(Stream<String> words) {
    MessageDigest digest = start();
    boolean[] further = {false};
    words.forEachOrdered(
        word -> {
          digest.update(((further[0] ? "\n" : "") + word).getBytes(StandardCharsets.UTF_8));
          further[0] = true;
        });
    return hex(digest.digest());
  }

  /** Of all bytes of a file. */
  public static String hex(Path file) throws IOException {
    MessageDigest digest = start();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return hex(digest.digest());
  }

  static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
