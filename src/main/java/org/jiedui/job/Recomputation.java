package org.jiedui.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jiedui.ingest.IngestResult;
import org.jiedui.ingest.Input;
import org.jiedui.message.ExitCode;
import org.jiedui.publish.CleanStop;
import org.jiedui.publish.InputDigest;
import org.jiedui.publish.Storage;

/** A study computed again, in an empty root that is gone afterwards. */
record Recomputation(Path study, Night night) {
  /**
   * Computes it and hands over the run while its files are there.
   *
   * @param look what is made of it
   */
  <T> T in(Printer printer, Function<StudyRun, T> look) {
    Path elsewhere = Storage.call(() -> Files.createTempDirectory("jiedui-recompute-"));
    try (CleanStop unfinished = CleanStop.removing(elsewhere)) {
      StudyOptions options = StudyOptions.of(study, elsewhere.resolve("root"));
      T result = look.apply(StudyRun.open(options, printer, night));
      options.runs().ended(ExitCode.OK.code());
      return result;
    } finally {
      CleanStop.remove(elsewhere);
    }
  }

  /**
   * The night that a version was made of.
   *
   * @param raw where each of its files is now
   */
  static Night night(LocalDate asOf, InputList list, Function<InputList.Entry, Input> raw) {
    List<Input> inputs = new ArrayList<>();
    List<InputDigest> without = new ArrayList<>();
    for (InputList.Entry e : list.entries()) {
      if (e.table().equals(IngestResult.SET_ASIDE)) {
        without.add(new InputDigest(e.name(), e.sha256()));
      } else {
        inputs.add(raw.apply(e));
      }
    }
    return new Night(asOf, inputs, without, list.late());
  }
}
