package org.jiedui.publish;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Identity of a computation: what goes in, and which program does it. */
public final class Fingerprint {
  private Fingerprint() {}

  /** The order of the digests does not matter. */
  public static String of(
      List<String> inputs,
      String configuration,
      List<String> references,
      String code,
      int protocol) {
    List<String> lines = new ArrayList<>();
    inputs.stream().sorted().forEach(digest -> lines.add("input " + digest));
    lines.add("configuration " + configuration);
    references.stream().sorted().forEach(digest -> lines.add("reference " + digest));
    lines.add("code " + code);
    lines.add("protocol " + protocol);
    return Sha256.of(String.join("\n", lines));
  }

  /** Digest of a text, for instance of the effective configuration. */
  public static String of(String text) {
    return Sha256.of(text);
  }

  /** Digest of bytes, for instance of a small reference file. */
  public static String of(byte[] bytes) {
    return Sha256.of(bytes);
  }

  /** Digest of whatever a stream holds. */
  public static String of(InputStream in) throws IOException {
    return Sha256.of(in);
  }
}
