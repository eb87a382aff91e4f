package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.ingest.file.GroupFile;
import org.jiedui.ingest.file.GroupSums;
import org.jiedui.ingest.file.Kind;
import org.jiedui.ingest.file.Kinds;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.LandingPart;
import org.jiedui.ingest.file.LandingStore;
import org.jiedui.ingest.file.Reason;

/**
 * The exact sums of all landings of one table by raw codes: those in scope whose codes have a
 * meaning. Parts that hold records with codes that have none are remembered, to be read again.
 */
final class Groups {
  private final String table;
  private final IngestRequest request;
  private final Codes codes;
  private final GroupSums sums = new GroupSums();
  private final Kinds kinds = new Kinds();
  private final List<PartAddress> failing = new ArrayList<>();
  private final Map<Reason, Long> flags = new TreeMap<>();
  private final Map<Integer, TreeSet<String>> landingsOfYears = new TreeMap<>();

  private final List<Taken> taken = new ArrayList<>();

  /** A part of a landing, by the landing's place in the list. */
  record PartAddress(int landing, String part) implements java.io.Serializable {}

  Groups(String table, IngestRequest request, Codes codes) {
    this.table = table;
    this.request = request;
    this.codes = codes;
  }

  void add(int number, Landing landing, LandingStore store) {
    for (LandingPart part : landing.parts()) {
      boolean[] failed = {false};
      try {
        GroupFile.read(
            store.file(landing, part, LandingPart.SUMS),
            (year, kind, recipient, donor, sum, count, rows) ->
                failed[0] |= !group(landing, year, kind, recipient, donor, sum, count, rows));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (failed[0]) {
        failing.add(new PartAddress(number, part.name()));
      }
    }
  }

  private boolean group(
      Landing landing,
      int year,
      Kind kind,
      int recipient,
      int donor,
      long sum,
      long count,
      long rows) {
    if (!request.inScope(year)) {
      flags.merge(Reason.OUT_OF_SCOPE, rows, Long::sum);
      return true;
    }
    landingsOfYears.computeIfAbsent(year, y -> new TreeSet<>()).add(landing.id());
    int vintage = Codes.vintage(kind.codeVintage(), year);
    if (codes.failure(table, recipient, donor, vintage).isPresent()) {
      return false;
    }
    switch (codes.recipient(table, recipient, vintage).outcome()) {
      case TRANSITION -> flags.merge(Reason.CODE_TRANSITION, rows, Long::sum);
      case UNCOVERED -> flags.merge(Reason.CODE_UNCOVERED, rows, Long::sum);
      default -> {}
    }
    sums.add(GroupSums.key(recipient, donor, year, kinds.number(kind)), sum, count, rows);
    return true;
  }

  /** Takes back what a record added. */
  void subtract(Found r) {
    Kind kind =
        new Kind(r.indicator(), r.direction(), r.form(), r.status(), r.codeVintage(), r.revision());
    sums.add(
        GroupSums.key(r.recipient(), r.donor(), r.year(), kinds.number(kind)),
        -r.amount(),
        -1,
        r.item() == 0 ? -1 : 0);
  }

  /** Leaves to a record only what no other one counts. */
  void take(Taken c) {
    Found r = c.record();
    Kind kind =
        new Kind(r.indicator(), r.direction(), r.form(), r.status(), r.codeVintage(), r.revision());
    sums.add(
        GroupSums.key(r.recipient(), r.donor(), r.year(), kinds.number(kind)), -c.amount(), 0, 0);
    taken.add(c);
  }

  /** Parts of records that other records count. */
  List<Taken> taken() {
    return taken;
  }

  /** Every group that still has a record, by year. */
  void forEach(GroupFile.Use use) {
    for (long key : sums.sortedKeys()) {
      if (sums.count(key) != 0 || sums.sum(key) != 0) {
        use.group(
            GroupSums.year(key),
            kinds.kind(GroupSums.kind(key)),
            GroupSums.recipient(key),
            GroupSums.donor(key),
            sums.sum(key),
            sums.count(key),
            sums.rows(key));
      }
    }
  }

  /** Adds the sums of another table of flows. */
  void join(Groups other) {
    other.forEach(
        (year, kind, recipient, donor, sum, count, rows) ->
            sums.add(GroupSums.key(recipient, donor, year, kinds.number(kind)), sum, count, rows));
    other.landingsOfYears.forEach(
        (year, ids) -> landingsOfYears.computeIfAbsent(year, y -> new TreeSet<>()).addAll(ids));
    taken.addAll(other.taken);
  }

  String table() {
    return table;
  }

  List<PartAddress> failing() {
    return failing;
  }

  Map<Reason, Long> flags() {
    return flags;
  }

  /** Ids of the landings that have records of a year in scope. */
  Map<Integer, TreeSet<String>> landingsOfYears() {
    return landingsOfYears;
  }
}
