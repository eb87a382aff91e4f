package org.jiedui.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jiedui.ingest.file.LandingStore;
import org.jiedui.publish.Garbage;
import org.jiedui.publish.Root;
import org.jiedui.publish.Storage;

/**
 * What runs have left in the folders they work in: landings and files that were never finished, and
 * results kept from run to run that no version is explained with and no run has used for long;
 * without them the same comes out, later. Archived bytes stay. Ages are by the clock of the
 * storage.
 */
public final class Leftovers {
  private static final Duration UNFINISHED = Duration.ofHours(48);
  private static final Duration UNUSED = Duration.ofDays(60);
  private static final String RECORD = ".json";

  private final Path root;
  private final Set<String> named;
  private final LandingStore landings;

  /**
   * @param root folder that holds {@code archive}, {@code landing}, {@code records} and {@code
   *     panel}
   * @param named what versions are explained with, by {@link #landing}, {@link #apart} and {@link
   *     #panel}
   */
  public Leftovers(Path root, Set<String> named) {
    this.root = root;
    this.named = Set.copyOf(named);
    landings = LandingStore.in(root);
  }

  /** Name of a landing. */
  public static String landing(String id) {
    return LandingStore.FOLDER + "/" + id;
  }

  /** Name of a list of records set apart. */
  public static String apart(String name) {
    return UsedRecords.FOLDER + "/" + name;
  }

  /** Name of a file of the panel. */
  public static String panel(String file) {
    return Kept.PANEL + "/" + file;
  }

  /** What would be given up now. */
  public List<Garbage> plan() {
    return Storage.call(
        () -> {
          Instant now = Root.of(root.toString()).store().clock();
          List<Garbage> found = new ArrayList<>();
          landings(now, found);
          for (String folder : List.of(Archive.FOLDER, Kept.RECORDS, Kept.PANEL)) {
            files(folder, now, found);
          }
          return found;
        });
  }

  /** Gives it up. */
  public List<Garbage> collect() {
    return Storage.call(
        () -> {
          List<Garbage> plan = plan();
          for (Garbage item : plan) {
            remove(item);
          }
          return plan;
        });
  }

  /** The record of a landing goes first: a landing is there whole or not at all. */
  private void remove(Garbage item) throws IOException {
    Path path = root.resolve(item.name());
    if (Files.isDirectory(path)) {
      landings.discard(path);
    } else if (path.startsWith(root.resolve(LandingStore.FOLDER))) {
      String folder = folder(path.getFileName().toString());
      Files.deleteIfExists(path);
      landings.discard(path.resolveSibling(folder));
    } else {
      Files.deleteIfExists(path);
    }
  }

  private String folder(String record) {
    return landings.find(id(record)).orElseThrow().folder();
  }

  private static String id(String record) {
    return record.substring(0, record.length() - RECORD.length());
  }

  private void landings(Instant now, List<Garbage> found) throws IOException {
    Path home = root.resolve(LandingStore.FOLDER);
    Set<String> finished = new HashSet<>();
    for (String record : names(home)) {
      if (record.endsWith(RECORD)) {
        String folder = folder(record);
        finished.add(folder);
        if (!named.contains(landing(id(record)))) {
          add(Garbage.Kind.UNUSED, landing(record), home.resolve(folder), now, found);
        }
      }
    }
    for (String name : names(home)) {
      if (Files.isDirectory(home.resolve(name)) && !finished.contains(name)) {
        add(Garbage.Kind.UNFINISHED, landing(name), home.resolve(name), now, found);
      }
    }
  }

  private void files(String folder, Instant now, List<Garbage> found) throws IOException {
    for (Path file : under(root.resolve(folder))) {
      String name = root.relativize(file).toString();
      if (file.getFileName().toString().startsWith(".")) {
        add(Garbage.Kind.UNFINISHED, name, file, now, found);
      } else if (!folder.equals(Archive.FOLDER) && !named.contains(name)) {
        add(Garbage.Kind.UNUSED, name, file, now, found);
      }
    }
  }

  /** When nothing under a path was touched for long enough. */
  private static void add(
      Garbage.Kind kind, String name, Path path, Instant now, List<Garbage> found)
      throws IOException {
    Duration age = kind == Garbage.Kind.UNUSED ? UNUSED : UNFINISHED;
    long bytes = 0;
    for (Path file : under(path)) {
      bytes += Files.size(file);
      if (!older(file, now, age)) {
        return;
      }
    }
    if (older(path, now, age)) {
      found.add(new Garbage(kind, name, 0, bytes));
    }
  }

  private static boolean older(Path path, Instant now, Duration age) throws IOException {
    Instant touched = Files.getLastModifiedTime(path).toInstant();
    return Duration.between(touched, now).compareTo(age) > 0;
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(e -> e.getFileName().toString()).sorted().toList();
    }
  }

  private static List<Path> under(Path path) throws IOException {
    if (!Files.exists(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
