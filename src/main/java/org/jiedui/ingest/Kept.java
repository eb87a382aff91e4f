package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jiedui.publish.CleanStop;

/**
 * Files that follow from inputs named in their own name, kept so that nothing is computed twice. A
 * file is there whole or not at all; without any of them the same comes out, later.
 *
 * @param dated whether the time of a file says on which day it was used last, see {@link
 *     Leftovers}; otherwise it says when it was made
 */
record Kept(Path folder, boolean dated) {
  /** Folder of what is found out about records. */
  static final String RECORDS = "records";

  /** Folder of the panel. */
  static final String PANEL = "panel";

  private static final Duration A_DAY = Duration.ofDays(1);

  /** A folder of what is found out about records. */
  static Kept records(Path root, String... further) {
    Path folder = root.resolve(RECORDS);
    for (String name : further) {
      folder = folder.resolve(name);
    }
    return new Kept(folder, true);
  }

  /** The panel, whose files are known by size and time, see {@link PanelFacts}. */
  static Kept panel(Path root) {
    return new Kept(root.resolve(PANEL));
  }

  Kept(Path folder) {
    this(folder, false);
  }

  /** Makes the content of a new file. */
  @FunctionalInterface
  interface Content {
    void writeTo(Path draft) throws IOException;
  }

  Optional<Path> find(String name) {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    if (dated) {
      used(file);
    }
    return Optional.of(file);
  }

  private static void used(Path file) {
    try {
      Instant now = Instant.now();
      if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(A_DAY))) {
        Files.setLastModifiedTime(file, FileTime.from(now));
      }
    } catch (IOException ofAnotherUser) {
      // may be read, and at worst is made again some day
    }
  }

  /** The file of that name, made now unless it is there. */
  Path keep(String name, Content content) {
    return find(name).orElseGet(() -> replace(name, content));
  }

  /** The file of that name with new content, in one step. */
  Path replace(String name, Content content) {
    Path file = folder.resolve(name);
    try {
      Path home = Files.createDirectories(file.getParent());
      Path draft = home.resolve("." + UUID.randomUUID());
      try (CleanStop unfinished = CleanStop.removing(draft)) {
        content.writeTo(draft);
        force(draft);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
      force(home);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
