package org.jiedui.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Lang;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.paper.Checks;
import org.jiedui.paper.Snippets;
import org.jiedui.publish.CleanStop;
import org.jiedui.publish.Report;
import org.jiedui.publish.Storage;
import org.jiedui.publish.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A published version as one archive that a journal's data editor can recompute. */
@Command(name = "package")
public final class PackageJob implements Callable<Integer> {
  @Option(names = "--study", paramLabel = "FILE", descriptionKey = "study")
  private Path studyFile = StudyOptions.shipped();

  @Option(names = "--withhold", paramLabel = "raw", descriptionKey = "package.withhold")
  private PackagedData.Withheld withheld = PackagedData.Withheld.NOTHING;

  @Option(names = "--bundle", paramLabel = "FILE", descriptionKey = "package.bundle")
  private Path bundle;

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "package.out")
  private Path out;

  @Mixin private VersionOptions versions;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    refuseMissingBundle();
    Report report = versions.report();
    Version version = versions.version(report);
    PackagedStudy study = PackagedStudy.of(studyFile, version);
    String name = report.id() + "-v" + version.seq();
    Path zip = out == null ? Exports.usual(version).resolve(name + ".zip") : out;
    PackageFile packed = new PackageFile(name, version.commit().asOf());
    Path work = Storage.call(() -> Files.createTempDirectory("jiedui-package-"));
    try (CleanStop unfinished = CleanStop.removing(work)) {
      fill(packed, version, study, work, printer);
      packed.write(zip);
    } finally {
      CleanStop.remove(work);
    }
    printer.line(
        Text.of(
            "复现包(" + packed.size() + " 个文件):" + zip,
            "replication package of " + packed.size() + " files: " + zip));
    printer.line(Text.of("下一步:jobs/jiedui reproduce " + zip, "next: jobs/jiedui reproduce " + zip));
    return ExitCode.OK.code();
  }

  private void fill(
      PackageFile packed, Version version, PackagedStudy study, Path work, Printer printer) {
    InputList inputs = InputList.required(version);
    PackagedData data = new PackagedData(version, inputs, versions.root(), withheld);
    Provenance provenance = new Provenance(version);
    packed.text("README.md", readme(version, study, data, provenance, Lang.EN));
    packed.text("README.zh.md", readme(version, study, data, provenance, Lang.ZH));
    packed.text("reproduce", Snippets.reproduce());
    packed.text(PackageFacts.FILE, facts(version, study, data).json());
    study.addTo(packed);
    data.addTo(packed, study, work);
    paper(packed, version, data, provenance);
    Checks.files(java.util.Set.copyOf(data.tables()))
        .forEach((name, text) -> packed.text("checks/" + name, text));
    if (bundle != null) {
      packed.file("bundle/" + bundle.getFileName(), bundle);
    }
  }

  private static String readme(
      Version version, PackagedStudy study, PackagedData data, Provenance provenance, Lang lang) {
    return PackageReadme.of(version, study, data, provenance.notice(), lang);
  }

  private static PackageFacts facts(Version version, PackagedStudy study, PackagedData data) {
    return new PackageFacts(
        version.commit().report(),
        version.seq(),
        version.commit().asOf(),
        version.commit().fingerprint(),
        study.place(),
        data.withheld(),
        data.tables());
  }

  /** Codebook, snippets, methods, references and citation, as an export has them. */
  private static void paper(
      PackageFile packed, Version version, PackagedData data, Provenance provenance) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    List<String> tables = data.tables();
    new PaperFiles(version, provenance).paper(files, "tables", tables);
    files.forEach(
        (name, bytes) -> packed.content(name, () -> new java.io.ByteArrayInputStream(bytes)));
  }

  private void refuseMissingBundle() {
    if (bundle != null && !Files.isRegularFile(bundle)) {
      throw new InputException(
          ExitCode.USAGE,
          Problem.error("PACKAGE_BUNDLE", Text.of("没有这个文件", "there is no such file"))
              .at(bundle.toString())
              .fix(
                  "先构建:mvn -Poffline package,见 target/",
                  "build it first: mvn -Poffline package, see target/"));
    }
  }
}
