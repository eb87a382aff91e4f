package org.jiedui.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiedui.ingest.Archive;
import org.jiedui.ingest.Input;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.CleanStop;
import org.jiedui.publish.Storage;
import org.jiedui.publish.Version;
import org.jiedui.run.Study;

/** One version computed from nothing but its archived inputs. */
record ArchivedVersion(Path root, Path studyFile, Version version) {
  /** Everything that came out differently; none when all bytes are the same. */
  List<Problem> problems(Printer printer) {
    Study study = Study.load(studyFile);
    if (!version.commit().report().equals(study.id())) {
      throw new InputException(ExitCode.USAGE, ofAnother(study));
    }
    InputList list = InputList.required(version);
    Path named = Storage.call(() -> Files.createTempDirectory("jiedui-recompute-lists-"));
    try (CleanStop unfinished = CleanStop.removing(named)) {
      Night night =
          Recomputation.night(version.commit().asOf(), list, entry -> archived(entry, named));
      return new Recomputation(studyFile, night)
          .in(printer, run -> compared(run.version(() -> RunJob.compute(run))));
    } finally {
      CleanStop.remove(named);
    }
  }

  /** A mended list or a map is read by its name. */
  private Input archived(InputList.Entry e, Path lists) {
    Path archived = Archive.file(root, e.sha256());
    Input input = new Input(archived, e.table(), e.source(), e.name(), e.sha256());
    return input.isRecords()
        ? input
        : new Input(e.named(archived, lists), e.table(), e.source(), e.name(), e.sha256());
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
    return version.manifest().table(table).map(f -> f.sha256());
  }

  private Problem ofAnother(Study study) {
    return Problem.error(
            "REPORT_OF_ANOTHER",
            Text.of("只能重新计算研究本身的报告", "only the report of the study itself is computed again"))
        .showing(version.commit().report())
        .expected(study.id(), study.id());
  }
}
