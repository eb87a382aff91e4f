package org.jiedui.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jiedui.run.Study;
import picocli.CommandLine.Option;

/** Which study, and where its landings and reports are kept. */
public final class StudyOptions {
  @Option(names = "--study", paramLabel = "FILE", descriptionKey = "study")
  private Path file = shipped();

  @Option(names = "--root", paramLabel = "DIR", descriptionKey = "root")
  private Path root;

  @Option(names = "--fix", paramLabel = "FILE", descriptionKey = "fix")
  private List<Path> fixes = List.of();

  static Path shipped() {
    return Path.of(System.getProperty("jiedui.home", ""), "conf", "study.conf");
  }

  /** The study named, else one beside the files, else the one that ships. */
  static Path near(Path named, List<Path> files) {
    if (named != null) {
      return named;
    }
    return files.stream()
        .map(f -> f.toAbsolutePath())
        .map(f -> (Files.isDirectory(f) ? f : f.getParent()).resolve("study.conf"))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElse(shipped());
  }

  Study study() {
    return Study.load(file);
  }

  /** Mended lists of rejects named on the command line. */
  List<Path> fixes() {
    return fixes;
  }

  /** The option, else what the study says. */
  Path root(Study study) {
    return root == null ? study.root() : root;
  }
}
