package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A file that states the digest of the one it stands beside: {@code funds.csv.sha256}. */
final class Sidecar {
  private Sidecar() {}

  static void check(Path file, FileScan scan) {
    Optional<String> stated = sha256(file);
    if (stated.isPresent() && !stated.get().equals(scan.sha256())) {
      throw FileProblems.otherDigest(file, scan);
    }
  }

  /** For files whose last bytes say nothing to people. */
  static void check(Path file, String digest) {
    if (sha256(file).filter(stated -> !stated.equals(digest)).isPresent()) {
      throw WorkbookProblems.otherDigest(file);
    }
  }

  private static Optional<String> sha256(Path file) {
    Path beside = file.resolveSibling(file.getFileName() + ".sha256");
    if (!Files.isRegularFile(beside)) {
      return Optional.empty();
    }
    try {
      String first = Files.readString(beside).strip().split("\\s+")[0].toLowerCase(Locale.ROOT);
      return Optional.of(first);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
