package org.jiedui.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.LandingPart;
import org.jiedui.ingest.file.LandingStore;
import org.jiedui.ingest.file.Reason;
import org.jiedui.ingest.file.RecordKey;
import org.jiedui.table.Frame;

/** Which records of all landings count: their sums by table, and those that do not, with why. */
final class JudgedRecords {
  private final SparkSession spark;
  private final IngestRequest request;
  private final Codes codes;
  private final LandingStore store;
  private final List<Landing> landings;
  private final List<LandingFacts> facts;
  private final Deliveries deliveries;
  private final Gates gates;
  private final List<SetApart> apart = new ArrayList<>();
  private final Map<Reason, Long> flags = new EnumMap<>(Reason.class);
  private Frame periods = PeriodStage.none();

  /**
   * @param facts of the landings, in their order
   */
  JudgedRecords(
      SparkSession spark,
      IngestRequest request,
      Codes codes,
      LandingStore store,
      List<Landing> landings,
      List<LandingFacts> facts,
      Deliveries deliveries,
      Gates gates) {
    this.spark = spark;
    this.request = request;
    this.codes = codes;
    this.store = store;
    this.landings = landings;
    this.facts = facts;
    this.deliveries = deliveries;
    this.gates = gates;
  }

  /** Records that do not count, of the tables asked for so far. */
  List<SetApart> apart() {
    return apart;
  }

  /** Totals over several years that count. */
  Frame periods() {
    return periods;
  }

  /** How many records there is something to say of. */
  Map<Reason, Long> flags() {
    return flags;
  }

  /** Sums of one table, without what its codes or its duplicates take away. */
  Groups table(String table) {
    Groups groups = new Groups(table, request, codes, store);
    List<Candidates.Part> parts = new ArrayList<>();
    for (int i = 0; i < landings.size(); i++) {
      if (landings.get(i).table().equals(table) && !deliveries.isWithdrawn(i)) {
        groups.add(i, landings.get(i), facts.get(i));
        parts(i, landings.get(i), parts);
      }
    }
    groups.judge();
    gates.beforeListing(landings, groups.failingRows());
    groups.flags().forEach(this::flag);
    if (!parts.isEmpty()) {
      setApart(groups, parts);
    }
    return groups;
  }

  /** Records that fail by their codes, and those that are not the only one of their key. */
  private void setApart(Groups groups, List<Candidates.Part> parts) {
    RecordKey key = RecordKey.of(request.contract().table(groups.table()));
    List<Found> found =
        new Candidates(spark, key)
            .find(
                parts,
                groups.failing(),
                groups.failingCodes(),
                CandidateMemory.of(request, groups.table()),
                Kept.records(request.root(), "keys").folder());
    List<Found> inScope = found.stream().filter(f -> request.inScope(f.year())).toList();
    List<Found> used = new ArrayList<>();
    for (Found f : inScope) {
      codes
          .failure(groups.table(), f.recipient(), f.donor(), vintage(f))
          .ifPresentOrElse(failure -> apart.add(failure.of(f)), () -> used.add(f));
    }
    RunningStage running = new RunningStage(request, codes, landings);
    Duplicates duplicates =
        Duplicates.among(used, key, place(), deliveries.age(), running::isRunning);
    List<SetApart> gone = new ArrayList<>(duplicates.apart());
    if (groups.table().equals(Input.FLOWS)) {
      RunningTotals totals = running.totals(parts, duplicates.apart(), deliveries.age());
      gone.addAll(totals.apart());
      totals.carried().forEach(groups::take);
      flag(Reason.CUMULATIVE, totals.carried().size());
      PeriodStage stage = new PeriodStage(request, codes, landings);
      gone.addAll(stage.besideYears(groups, parts, gone));
      periods = stage.frame();
    }
    if (groups.table().equals(Input.ROSTER)) {
      List<Taken> shared = new RosterStage(request, codes).shared(parts, duplicates.apart());
      shared.forEach(groups::take);
      shared.forEach(t -> flag(t.reason(), 1));
    }
    gone.forEach(a -> groups.setApart(a.record()));
    apart.addAll(gone);
    flag(Reason.DUP_SUSPECT, duplicates.suspects());
  }

  private static int vintage(Found f) {
    return Codes.vintage(f.codeVintage(), f.year());
  }

  private Function<Found, String> place() {
    return f -> landings.get(f.landing()).place(f.line());
  }

  private void parts(int number, Landing landing, List<Candidates.Part> parts) {
    for (LandingPart part : landing.parts()) {
      String file = store.file(landing, part, "").toAbsolutePath().toString();
      var address = new Groups.PartAddress(number, part.name());
      parts.add(
          new Candidates.Part(
              new PartFile(address, file, file),
              landing.id() + "/" + part.name(),
              part.ids(),
              part.keys(),
              part.records()));
    }
  }

  private void flag(Reason reason, long count) {
    if (count > 0) {
      flags.merge(reason, count, Long::sum);
    }
  }
}
