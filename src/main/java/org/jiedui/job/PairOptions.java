package org.jiedui.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jiedui.analysis.PairingEra;
import org.jiedui.ingest.file.NamedColumns;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import picocli.CommandLine.Option;

/** A table of pairs of the user's own: one row a pair and era. */
public final class PairOptions {
  @Option(names = "--panel", paramLabel = "FILE", descriptionKey = "panel")
  private Path file;

  @Option(names = "--donor", paramLabel = "COLUMN", descriptionKey = "pairing.donor")
  private String donor = "donor";

  @Option(names = "--recipient", paramLabel = "COLUMN", descriptionKey = "pairing.recipient")
  private String recipient = "recipient";

  @Option(names = "--era", paramLabel = "COLUMN", descriptionKey = "pairing.era")
  private String era = "era";

  boolean given() {
    return file != null;
  }

  /** All wrong rows at once: an end that is missing, a pair with itself, a pair twice in an era. */
  List<PairingEra.Listed> read() {
    NamedColumns columns = NamedColumns.read(file, List.of(era, donor, recipient));
    List<PairingEra.Listed> pairs = new ArrayList<>();
    Set<PairingEra.Listed> seen = new TreeSet<>(PairingEra.Listed.ORDER);
    List<Problem> problems = new ArrayList<>();
    for (int row = 0; row < columns.size(); row++) {
      var pair =
          new PairingEra.Listed(
              columns.whole(row, era), columns.text(row, donor), columns.text(row, recipient));
      check(pair, columns.place(row), seen.add(pair), problems);
      pairs.add(pair);
    }
    columns.refuseProblems();
    InputException.throwIfAny(ExitCode.INPUT, problems);
    return pairs;
  }

  private void check(PairingEra.Listed pair, String place, boolean first, List<Problem> problems) {
    if (pair.donor().isEmpty() || pair.recipient().isEmpty()) {
      problems.add(
          Problem.error("REF_VALUE", Text.of("缺少支援方或受援方", "donor or recipient is missing"))
              .at(place)
              .fix("补全这一行", "complete the row"));
    } else if (pair.donor().equals(pair.recipient())) {
      problems.add(
          Problem.error(
                  "REF_VALUE",
                  Text.of(
                      "支援方与受援方是同一地区:" + pair.donor(),
                      "donor and recipient are the same region: " + pair.donor()))
              .at(place)
              .fix("更正其中一个代码", "correct one of the codes"));
    } else if (!first) {
      problems.add(
          Problem.error(
                  "DUPLICATE_KEY",
                  Text.of("同一时期的结对出现两次:" + pair.word(), "a pair twice in an era: " + pair.word()))
              .at(place)
              .fix("删去多余的一行", "remove the row that is too much"));
    }
  }
}
