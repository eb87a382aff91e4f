package org.jiedui.ingest;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jiedui.publish.CleanStop;

/** The bytes of every input, each under its SHA-256; what is read is read from here. */
public final class Archive {
  static final String FOLDER = "archive";

  private final Path root;
  private final IngestRequest.Archive mode;

  Archive(IngestRequest request) {
    this(request.root(), request.archive());
  }

  private Archive(Path root, IngestRequest.Archive mode) {
    this.root = root;
    this.mode = mode;
  }

  /** Where bytes of that digest are kept. */
  public static Path file(Path root, String sha256) {
    return root.resolve(FOLDER).resolve(sha256);
  }

  /** Where bytes are kept always. */
  static Archive in(Path root) {
    return new Archive(root, IngestRequest.Archive.KEEP);
  }

  /** The file to read: the archived copy, whose digest is proved to be that of the scan. */
  Path keep(LandingStage.Scanned file) throws IOException {
    return keep(file.input().path(), file.sha256());
  }

  Path keep(Path input, String sha256) throws IOException {
    if (mode == IngestRequest.Archive.OFF) {
      return input;
    }
    Path archived = file(root, sha256);
    if (!Files.exists(archived)) {
      Files.createDirectories(archived.getParent());
      copy(input, archived, sha256);
    }
    return archived;
  }

  private static void copy(Path input, Path archived, String sha256) throws IOException {
    Path draft = archived.resolveSibling("." + UUID.randomUUID());
    try (CleanStop unfinished = CleanStop.removing(draft)) {
      MessageDigest digest = sha256();
      try (var out =
          new DigestOutputStream(
              Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW), digest)) {
        Files.copy(input, out);
      }
      if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
        throw FileStamp.changed(input);
      }
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.createLink(archived, draft);
    } catch (FileAlreadyExistsException another) {
      // the same bytes were archived meanwhile
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
