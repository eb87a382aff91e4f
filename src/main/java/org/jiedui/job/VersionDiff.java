package org.jiedui.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiedui.ingest.Input;
import org.jiedui.ingest.RecordChanges;
import org.jiedui.ingest.RecordChanges.Cause;
import org.jiedui.ingest.Rejects;
import org.jiedui.publish.InputDigest;
import org.jiedui.publish.Inputs;
import org.jiedui.publish.Version;
import org.jiedui.table.Frame;
import org.jiedui.table.FrameChanges;
import org.jiedui.table.LedgerRow;
import org.jiedui.table.RejectRow;

/**
 * What two versions of a report differ in: cells of their tables, and the sums of their records by
 * cause.
 *
 * @param sums one for each measure of which anything changed
 * @param records the statements behind the largest changes
 */
record VersionDiff(
    Version before,
    Version after,
    List<FrameChanges> tables,
    List<Sum> sums,
    List<RecordChanges.Change> records) {
  private static final int SHOWN = 20;

  /**
   * The change of one measure, in minor units.
   *
   * @param total accepted after less accepted before, as the ledgers say
   */
  record Sum(String measure, Map<Cause, Long> causes, long total) {
    /** What the causes leave unexplained. */
    long residue() {
      return causes.values().stream().reduce(total, Math::subtractExact);
    }

    /** Causes that moved anything. */
    Set<Cause> moved() {
      return causes.entrySet().stream()
          .filter(e -> e.getValue() != 0)
          .map(Map.Entry::getKey)
          .collect(Collectors.toSet());
    }
  }

  static VersionDiff between(Path root, Version before, Version after) {
    List<FrameChanges> tables = new ArrayList<>();
    for (String table : after.tables()) {
      if (before.tables().contains(table)) {
        tables.add(FrameChanges.between(told(before.read(table)), told(after.read(table))));
      }
    }
    Optional<RecordChanges> changes = changes(root, before, after);
    return new VersionDiff(
        before,
        after,
        tables,
        changes.map(c -> sums(c, before, after)).orElse(List.of()),
        changes.map(c -> c.largest(SHOWN)).orElse(List.of()));
  }

  /** Ids of rejects hold the digest of their file: without them a row that stays is the same. */
  private static Frame told(Frame table) {
    return table.table().equals(Rejects.TABLE) ? table.without(RejectRow.REJECT_ID) : table;
  }

  boolean isEmpty() {
    return tables.stream().allMatch(FrameChanges::isEmpty) && sums.isEmpty();
  }

  /** None where a version does not say what it was made from. */
  private static Optional<RecordChanges> changes(Path root, Version before, Version after) {
    var left = InputList.of(before);
    var right = InputList.of(after);
    return left.isEmpty() || right.isEmpty()
        ? Optional.empty()
        : Optional.of(
            RecordChanges.between(side(root, before, left.get()), side(root, after, right.get())));
  }

  private static List<Sum> sums(RecordChanges changes, Version before, Version after) {
    Map<String, Map<Cause, Long>> causes = changes.sums();
    Map<String, Long> old = accepted(before);
    Map<String, Long> now = accepted(after);
    TreeSet<String> measures = new TreeSet<>(causes.keySet());
    measures.addAll(old.keySet());
    measures.addAll(now.keySet());
    return measures.stream()
        .map(
            m ->
                new Sum(
                    m,
                    causes.getOrDefault(m, Map.of()),
                    Math.subtractExact(now.getOrDefault(m, 0L), old.getOrDefault(m, 0L))))
        .filter(sum -> sum.total() != 0 || !sum.causes().isEmpty())
        .toList();
  }

  private static RecordChanges.Side side(Path root, Version version, InputList list) {
    Inputs inputs = version.manifest().inputs();
    return new RecordChanges.Side(
        list.counting().stream()
            .map(e -> new RecordChanges.Source(e.name(), e.landing(), e.sha256()))
            .toList(),
        list.records(root),
        inputs.code(),
        inputs.configuration() + digest(inputs, "contract"),
        digest(inputs, "geography") + digest(inputs, "pairings"),
        list.entries().stream()
            .filter(e -> e.table().equals(Input.FIXES) || e.table().equals(Input.CODE_MAP))
            .map(InputList.Entry::sha256)
            .sorted()
            .collect(Collectors.joining()));
  }

  private static String digest(Inputs inputs, String name) {
    return inputs.references().stream()
        .filter(r -> r.name().equals(name))
        .map(InputDigest::sha256)
        .collect(Collectors.joining());
  }

  private static Map<String, Long> accepted(Version version) {
    Frame ledger = version.read("ledger");
    Map<String, Long> accepted = new TreeMap<>();
    for (int i = 0; i < ledger.size(); i++) {
      String measure = ledger.text(i, LedgerRow.MEASURE);
      boolean total = ledger.text(i, LedgerRow.FILE).equals(LedgerRow.TOTAL);
      if (total && !measure.equals(LedgerRow.ROWS)) {
        accepted.put(measure, (Long) ledger.value(i, LedgerRow.ACCEPTED));
      }
    }
    return accepted;
  }
}
