package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key by which persons are told apart without being named: HMAC-SHA-256 of what identifies
 * them. It is made once a study, stays in its folder, and is part of nothing that is published.
 *
 * @param hex the key, in hex
 */
public record PersonKey(String hex) implements Serializable {
  /** For reading without keeping anything. */
  public static final PersonKey NONE = new PersonKey("00");

  private static final String FILE = "persons.key";
  private static final int BYTES = 32;
  private static final int HASH_BYTES = 16;

  /** The key of a study's folder, made when there is none; readable by its owner alone. */
  public static PersonKey of(Path root) {
    try {
      Path file = Files.createDirectories(root).resolve(FILE);
      if (!Files.exists(file)) {
        make(file);
      }
      return new PersonKey(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void make(Path file) throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Path draft = Files.createTempFile(file.getParent(), "." + FILE, "");
    Files.writeString(draft, HexFormat.of().formatHex(key), StandardOpenOption.TRUNCATE_EXISTING);
    if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
    }
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // another run of the same study made it first: that one is the key
    } finally {
      Files.delete(draft);
    }
  }

  /** The same for the same person, and of no use without the key. */
  String hash(String person) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(hex), "HmacSHA256"));
      byte[] hash = mac.doFinal(Headers.normal(person).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Names the key without telling it. */
  public String digest() {
    return Sha256.hex("person key " + hex);
  }

  @Override
  public String toString() {
    return "PersonKey";
  }
}
