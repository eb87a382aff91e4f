package org.jiedui.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jiedui.publish.Root;
import org.jiedui.run.Study;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which study, and where its landings and reports are kept. */
public final class StudyOptions {
  @Option(names = "--study", paramLabel = "FILE", descriptionKey = "study")
  private Path file = shipped();

  @Option(names = "--root", paramLabel = "DIR", descriptionKey = "root")
  private String root;

  @Option(names = "--fix", paramLabel = "FILE", descriptionKey = "fix")
  private List<Path> fixes = List.of();

  @Mixin private RunOptions runs;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** A study computed as its own command would, somewhere else. */
  static StudyOptions of(Path study, Path root) {
    StudyOptions options = new StudyOptions();
    options.file = study;
    options.root = root.toString();
    options.runs = new RunOptions();
    options.command = CommandSpec.create().name("run");
    return options;
  }

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

  /** The command as it was called. */
  String command() {
    return command.name();
  }

  /** What the command does besides its answer. */
  RunOptions runs() {
    return runs;
  }

  /** Mended lists of rejects named on the command line. */
  List<Path> fixes() {
    return fixes;
  }

  /** Where raw files, landings and panel are kept: with the reports, where that is a folder. */
  Path root(Study study) {
    Root reports = reports(study);
    return root != null && reports.isLocal() ? reports.path() : study.root();
  }

  /** Where reports are published: the option, else what the study says. */
  Root reports(Study study) {
    return root == null ? study.reports() : new Root(root, study.reports().singleWriter());
  }
}
