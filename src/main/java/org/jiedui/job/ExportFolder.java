package org.jiedui.job;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.UUID;
import org.jiedui.publish.Version;

/**
 * Where files made from a version stand, beside it. They may be made again; each replaces its
 * predecessor whole.
 */
final class ExportFolder {
  private final Path folder;

  /** What a file holds. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  ExportFolder(Path root, Version version) {
    this.folder =
        root.resolve(version.manifest().report())
            .resolve("exports")
            .resolve(String.format(Locale.ROOT, "%d", version.seq()));
  }

  /** Writes a file and returns its place. */
  Path write(String name, Content content) {
    Path file = folder.resolve(name);
    Path draft = folder.resolve("." + UUID.randomUUID());
    try {
      Files.createDirectories(folder);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
        content.writeTo(out);
      }
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
