package org.jiedui.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.InputDigest;
import org.jiedui.publish.Storage;
import org.jiedui.publish.Version;
import org.jiedui.run.Study;

/**
 * The study file and every reference file it points at, placed to each other as they are, so that
 * the copy of the study finds the copies of the files.
 *
 * @param base the folder that all of them lie in
 */
record PackagedStudy(Study study, Facts facts, Path base, Set<Path> files) {
  static final String FOLDER = "study/";

  /** Refused unless the study is the one that the version was made of. */
  static PackagedStudy of(Path file, Version version) {
    Study study = Study.load(file);
    Facts facts = Facts.load(study);
    InputException.throwIfAny(ExitCode.USAGE, differences(study, facts, version));
    Set<Path> files = files(study);
    PackagedStudy packaged = new PackagedStudy(study, facts, base(files), files);
    packaged.refuseFixedPaths();
    return packaged;
  }

  private static List<Problem> differences(Study study, Facts facts, Version version) {
    List<Problem> problems = new ArrayList<>();
    String late = InputList.required(version).late();
    var inputs = version.manifest().inputs();
    boolean same =
        facts.configuration(study, late).equals(inputs.configuration())
            && sorted(facts.digests()).equals(sorted(inputs.references()));
    if (!same || !study.id().equals(version.commit().report())) {
      problems.add(
          Problem.error(
                  "PACKAGE_STUDY",
                  Text.of(
                      "该版本不是由这份研究设置及其参考表算出的",
                      "the version was not made of this study and its reference tables"))
              .at(study.file().toString())
              .fix(
                  "用发布时的研究设置:--study,或重新运行后打包新版本",
                  "name the study it was published with: --study, or run again and package the new"
                      + " version"));
    }
    return problems;
  }

  private static List<InputDigest> sorted(List<InputDigest> digests) {
    return digests.stream()
        .sorted(Comparator.comparing(InputDigest::name).thenComparing(InputDigest::sha256))
        .toList();
  }

  private static Set<Path> files(Study study) {
    Study.Sources sources = study.sources();
    Set<Path> files = new TreeSet<>();
    List<Path> named = new ArrayList<>();
    named.add(study.file());
    named.add(sources.contract());
    named.add(sources.contract().resolveSibling("ingest.conf"));
    named.add(sources.geography());
    sources.splits().weights().ifPresent(named::add);
    named.add(sources.pairings());
    named.add(sources.prices());
    StudyLists.of(study).forEach(list -> named.add(list.file()));
    for (Path path : named) {
      files.addAll(Storage.call(() -> regular(path.toAbsolutePath().normalize())));
    }
    return files;
  }

  private static List<Path> regular(Path path) throws IOException {
    if (!Files.exists(path)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static Path base(Set<Path> files) {
    Path base = null;
    for (Path file : files) {
      base = base == null ? file.getParent() : base;
      while (!file.startsWith(base)) {
        base = base.getParent();
      }
    }
    return base;
  }

  /** Place of the study file in the package. */
  String place() {
    return place(study.file());
  }

  private String place(Path file) {
    return FOLDER + base.relativize(file).toString().replace('\\', '/');
  }

  void addTo(PackageFile packed) {
    files.forEach(file -> packed.file(place(file), file));
  }

  /** A path that is not relative to the study would lead out of the package. */
  private void refuseFixedPaths() {
    String said = study.canonical();
    List<String> fixed =
        files.stream()
            .flatMap(file -> Stream.of(file, file.getParent()))
            .map(Path::toString)
            .filter(path -> said.contains("\"" + path))
            .distinct()
            .toList();
    if (!fixed.isEmpty()) {
      throw new InputException(
          ExitCode.USAGE,
          Problem.error(
                  "PACKAGE_PATHS",
                  Text.of(
                      "研究文件中有绝对路径,打包后无法找到",
                      "the study names absolute paths, which a package cannot keep"))
              .at(study.file().toString())
              .showing(String.join(", ", fixed))
              .fix("改为相对研究文件的路径", "write them relative to the study file"));
    }
  }
}
