package org.jiedui.ingest;

import java.util.List;
import java.util.stream.Stream;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.Reason;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** An input that cannot be used, and why. */
record Refused(Input input, InputException why) {
  /** True when the file was being written; it is not bad, and the run is to be tried again. */
  boolean mayBecomeWhole() {
    return why.exit() == ExitCode.TEMPORARY;
  }

  Problem warning() {
    Problem first = why.problems().get(0);
    Text summary = Reason.FILE_SET_ASIDE.summary();
    return Reason.FILE_SET_ASIDE
        .problem(
            Text.of(
                summary.zh() + ":" + first.summary().zh(),
                summary.en() + ": " + first.summary().en()))
        .at(name())
        .showing(
            why.problems().stream().map(p -> p.code() + " | " + p.place()).toArray(String[]::new))
        .fix(first.fix().zh(), first.fix().en());
  }

  /**
   * Stands among the inputs of a version, so that one without the file is another version. Its
   * digest is that of what is wrong, since a file that is refused may have no end.
   */
  IngestResult.InputFact fact() {
    return new IngestResult.InputFact(
        input.path(),
        IngestResult.SET_ASIDE + ":" + name(),
        IngestResult.SET_ASIDE,
        Landing.digest(
            Stream.concat(
                    Stream.of(name()),
                    why.problems().stream().map(p -> p.code() + p.summary().en()))
                .toList()),
        0,
        0,
        "",
        "",
        "",
        "",
        false,
        false);
  }

  private String name() {
    return input.name();
  }

  /** A file that is still being written is tried again; a bad one is not. */
  static void throwAny(List<Refused> refused) {
    if (!refused.isEmpty()) {
      List<Problem> all = refused.stream().flatMap(r -> r.why().problems().stream()).toList();
      boolean bad = refused.stream().anyMatch(r -> !r.mayBecomeWhole());
      ExitCode first = refused.get(0).why().exit();
      ExitCode exit =
          refused.stream().allMatch(r -> r.why().exit() == first)
              ? first
              : bad ? ExitCode.INPUT : ExitCode.TEMPORARY;
      throw new InputException(exit, all);
    }
  }
}
