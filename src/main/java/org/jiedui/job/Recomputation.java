package org.jiedui.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiedui.ingest.IngestResult;
import org.jiedui.ingest.Input;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.CleanStop;
import org.jiedui.publish.InputDigest;
import org.jiedui.publish.Storage;
import org.jiedui.publish.Version;
import org.jiedui.run.Study;

/** One version computed from nothing but its archived inputs, in an empty root. */
record Recomputation(Path root, Path studyFile, Version version) {
  /** Everything that came out differently; none when all bytes are the same. */
  List<Problem> problems(Printer printer) {
    Study study = Study.load(studyFile);
    if (!version.commit().report().equals(study.id())) {
      throw new InputException(ExitCode.USAGE, ofAnother(study));
    }
    Path elsewhere = Storage.call(() -> Files.createTempDirectory("jiedui-recompute-"));
    try (CleanStop unfinished = CleanStop.removing(elsewhere)) {
      StudyOptions options = StudyOptions.of(studyFile, elsewhere.resolve("root"));
      StudyRun run = StudyRun.open(options, printer, night(elsewhere.resolve("lists")));
      Version again = run.version(() -> RunJob.compute(run));
      options.runs().ended(ExitCode.OK.code());
      return compared(again);
    } finally {
      CleanStop.remove(elsewhere);
    }
  }

  private Night night(Path lists) {
    InputList list =
        InputList.of(version)
            .orElseThrow(
                () ->
                    new InputException(
                        ExitCode.USAGE,
                        Problem.error(
                            "RECORDS_UNKNOWN",
                            Text.of(
                                "该版本没有登记其输入", "the version does not say what it was made from"))));
    List<Input> inputs = new ArrayList<>();
    List<InputDigest> without = new ArrayList<>();
    for (InputList.Entry e : list.entries()) {
      if (e.table().equals(IngestResult.SET_ASIDE)) {
        without.add(new InputDigest(e.name(), e.sha256()));
        continue;
      }
      Path archived = root.resolve("archive").resolve(e.sha256());
      Input input = new Input(archived, e.table(), e.source(), e.name(), e.sha256());
      inputs.add(
          input.isRecords()
              ? input
              : new Input(e.named(archived, lists), e.table(), e.source(), e.name(), e.sha256()));
    }
    String late = list.deliveries().startsWith("all") ? Night.LATE_FILES : "";
    return new Night(version.commit().asOf(), inputs, without, late);
  }

  private List<Problem> compared(Version again) {
    if (!again.commit().fingerprint().equals(version.commit().fingerprint())) {
      return List.of(
          Problem.error(
                  "RECOMPUTED_OTHERWISE",
                  Text.of(
                      "设置、参考表或程序与该版本发布时不同,无法逐字节比较",
                      "settings, reference tables or program are not those of the version: bytes"
                          + " cannot be compared"))
              .fix("用发布时的研究设置:--study", "name the study file it was published with: --study"));
    }
    List<Problem> problems = new ArrayList<>();
    for (String table : version.tables()) {
      if (!digest(version, table).equals(digest(again, table))) {
        problems.add(
            Problem.error(
                    "RECOMPUTED_DIFFERS",
                    Text.of("从存档重新计算得到不同的字节", "computed from the archive the bytes differ"))
                .at(table));
      }
    }
    return problems;
  }

  private static Optional<String> digest(Version version, String table) {
    return version.manifest().file(table + ".parquet").map(f -> f.sha256());
  }

  private Problem ofAnother(Study study) {
    return Problem.error(
            "REPORT_OF_ANOTHER",
            Text.of("只能重新计算研究本身的报告", "only the report of the study itself is computed again"))
        .showing(version.commit().report())
        .expected(study.id(), study.id());
  }
}
