package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jiedui.publish.CleanStop;

/**
 * The folder of landings: {@code <id>.json} names the one attempt that counts. It is created
 * exclusively, after everything it names is durable, and never changed.
 */
public final class LandingStore {
  /** Its name in the folder of a study's runs. */
  public static final String FOLDER = "landing";

  private final Path root;
  private final Map<Path, CleanStop> open = new ConcurrentHashMap<>();

  public LandingStore(Path root) {
    this.root = root;
  }

  /** That of a study's runs. */
  public static LandingStore in(Path root) {
    return new LandingStore(root.resolve(FOLDER));
  }

  public boolean has(String id) {
    return Files.exists(record(id));
  }

  public Optional<Landing> find(String id) {
    Path record = record(id);
    try {
      return Files.exists(record)
          ? Optional.of(LandingJson.parse(Files.readString(record)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new folder for one attempt; its name is never used again. */
  public Path attempt(String id) throws IOException {
    Path folder = root.resolve(id + "-" + UUID.randomUUID().toString().replace("-", ""));
    open.put(folder, CleanStop.removing(folder));
    return Files.createDirectories(folder);
  }

  /** A file of a part. */
  public Path file(Landing landing, LandingPart part, String ending) {
    return root.resolve(landing.folder()).resolve(part.name() + ending);
  }

  /** The exact sums of all parts of a landing. */
  public void sums(Landing landing, GroupFile.Use use) {
    for (LandingPart part : landing.parts()) {
      try {
        GroupFile.read(file(landing, part, LandingPart.SUMS), use);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Makes the landing count. Whoever comes second gets the first one's and loses its own. */
  public Landing commit(Landing landing) throws IOException {
    Path folder = root.resolve(landing.folder());
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        force(file);
      }
    }
    force(folder);
    Path draft = Files.writeString(folder.resolve("landing.json"), LandingJson.text(landing));
    force(draft);
    try {
      Files.createLink(record(landing.id()), draft);
      settled(folder);
      force(root);
      return landing;
    } catch (FileAlreadyExistsException e) {
      discard(folder);
      return find(landing.id()).orElseThrow();
    }
  }

  /** Removes an attempt that no record names. */
  public void discard(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
    settled(folder);
  }

  private void settled(Path folder) {
    Optional.ofNullable(open.remove(folder)).ifPresent(CleanStop::close);
  }

  private Path record(String id) {
    return root.resolve(id + ".json");
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
