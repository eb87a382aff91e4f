package org.jiedui.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jiedui.reference.ScorecardFiles;
import org.jiedui.reference.Statement;
import org.jiedui.run.Study;

/**
 * The lists that a study names beside contract, geography, pairings and prices. They are inputs of
 * a version, and a package holds them all.
 */
final class StudyLists {
  /** A list by what it is of. */
  record Named(String kind, Path file) {}

  private final List<Named> lists = new ArrayList<>();

  private StudyLists() {}

  /** Those that are there, in the order of the study file. */
  static List<Named> of(Study study) {
    StudyLists all = new StudyLists();
    all.folder("indicator", study.sources().indicators());
    all.claims(study.claims());
    study.clusters().neighbours().ifPresent(file -> all.file("neighbours", file));
    study.cooperation().mechanism().file().ifPresent(file -> all.file("mechanism", file));
    study
        .cooperation()
        .scorecard()
        .ifPresent(
            asked -> {
              ScorecardFiles.files(asked.sets()).forEach(file -> all.file("scorecard", file));
              all.file("scorecard", asked.values());
            });
    return all.lists;
  }

  private void claims(Study.Claims claims) {
    file("claims", claims.file());
    if (Files.isRegularFile(claims.file())) {
      Statement.lists(claims.file())
          .ifPresent(
              named -> {
                folder("list", named.pairings());
                folder("list", named.geography());
                named.others().ifPresent(others -> folder("list", others));
              });
    }
    claims.totals().ifPresent(file -> file("totals", file));
  }

  private void file(String kind, Path file) {
    if (Files.isRegularFile(file)) {
      lists.add(new Named(kind, file));
    }
  }

  private void folder(String kind, Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files.sorted().forEach(file -> file(kind, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
