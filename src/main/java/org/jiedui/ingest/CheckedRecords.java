package org.jiedui.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jiedui.ingest.file.LandedRecord;
import org.jiedui.ingest.file.Reason;
import org.jiedui.ingest.file.RecordKey;
import org.jiedui.ingest.file.Reject;
import org.jiedui.ingest.file.RejectProblem;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** The records of checked files: their codes, and whether one stands twice. */
final class CheckedRecords {
  /** Above so many records duplicates are left to ingest. */
  static final int MOST_KEYS = 2_000_000;

  private static final int FIRST = 3;

  private final Check.Request request;
  private final Codes codes;
  private final ApartReject apartReject;
  private final CheckedFiles files;
  private final Map<Reason, List<SetApart>> failures = new EnumMap<>(Reason.class);
  private final Map<Reason, Long> flags = new EnumMap<>(Reason.class);
  private final Map<Integer, Map<Reason, Long>> rows = new TreeMap<>();
  private final Map<String, Hashes> hashes = new TreeMap<>();
  private final List<Found> periods = new ArrayList<>();
  private long keys;

  CheckedRecords(Check.Request request) {
    this.request = request;
    codes = new Codes(request.geography(), request.pairings());
    files = new CheckedFiles(request, this::keep);
    apartReject = new ApartReject(request.geography());
  }

  /** Hashes of all keys of one table. */
  private static final class Hashes {
    private long[] values = new long[1 << 10];
    private int size;

    void add(long hash) {
      values = size == values.length ? Arrays.copyOf(values, size * 2) : values;
      values[size++] = hash;
    }
  }

  CheckedFiles files() {
    return files;
  }

  boolean duplicatesChecked() {
    return keys <= MOST_KEYS;
  }

  private void keep(String table, Found found, long hash) {
    keys++;
    List<LandedRecord> first = files.heard(found.landing()).first();
    if (first.size() < FIRST) {
      first.add(found.record());
    }
    if (duplicatesChecked()) {
      hashes.computeIfAbsent(table, t -> new Hashes()).add(hash);
      if (found.yearFrom() > 0 && takesPart(table, found)) {
        periods.add(found);
      }
    }
    if (!inScope(found)) {
      flag(Reason.OUT_OF_SCOPE, found);
      return;
    }
    int vintage = Codes.vintage(found.codeVintage(), found.year());
    codes
        .failure(table, found.recipient(), found.donor(), vintage)
        .ifPresentOrElse(failure -> fail(failure.of(found)), () -> accepted(table, found, vintage));
  }

  private void accepted(String table, Found found, int vintage) {
    switch (codes.recipient(table, found.recipient(), vintage).outcome()) {
      case TRANSITION -> flag(Reason.CODE_TRANSITION, found);
      case UNCOVERED -> flag(Reason.CODE_UNCOVERED, found);
      default -> {
        // nothing to say
      }
    }
  }

  private void flag(Reason reason, Found found) {
    if (found.item() == 0) {
      flags.merge(reason, 1L, Long::sum);
    }
  }

  private void fail(SetApart apart) {
    if (apart.record().item() == 0) {
      count(apart);
      List<SetApart> first = failures.computeIfAbsent(apart.reason(), r -> new ArrayList<>());
      if (first.size() < Check.SHOWN) {
        first.add(apart);
      }
    }
  }

  private void count(SetApart apart) {
    rows.computeIfAbsent(apart.record().landing(), n -> new EnumMap<>(Reason.class))
        .merge(apart.reason(), 1L, Long::sum);
  }

  private boolean inScope(Found found) {
    return request.fromYear() <= found.year() && found.year() <= request.toYear();
  }

  /**
   * Compares the records of all files, and tells everything that records fail on.
   *
   * @param apart takes the rows of each file that are rejected, by reason
   */
  void decide(Map<Integer, Map<Reason, Long>> apart, CheckedCauses causes) {
    List<SetApart> gone = new ArrayList<>();
    if (duplicatesChecked()) {
      gone.addAll(duplicates(causes));
      gone.addAll(runningTotals(Set.copyOf(gone), causes));
      gone.addAll(besideYears(records(gone), causes));
    }
    gone.stream()
        .filter(d -> d.record().item() == 0)
        .filter(d -> d.place() == SetApart.Place.REJECTED)
        .forEach(this::count);
    apart.putAll(rows);
    Map<Reason, Long> totals = new EnumMap<>(Reason.class);
    rows.values().forEach(m -> m.forEach((reason, n) -> totals.merge(reason, n, Long::sum)));
    failures.forEach(
        (reason, first) -> {
          first.forEach(a -> causes.show(problem(a, totals.get(reason))));
          causes.count(reason, totals.get(reason));
        });
    flags.forEach((reason, n) -> causes.add(flagged(reason, n), n));
  }

  private List<SetApart> duplicates(CheckedCauses causes) {
    List<SetApart> all = new ArrayList<>();
    for (Map.Entry<String, Hashes> table : hashes.entrySet()) {
      Hashes found = table.getValue();
      long[] equal = Repeats.of(List.of(Arrays.copyOf(found.values, found.size)));
      if (equal.length > 0) {
        all.addAll(duplicates(table.getKey(), equal, causes));
      }
    }
    return all;
  }

  private List<SetApart> duplicates(String table, long[] equal, CheckedCauses causes) {
    RecordKey key = RecordKey.of(request.contract().table(table));
    Duplicates decided =
        Duplicates.among(
            candidates(table, equal).stream().filter(f -> takesPart(table, f)).toList(),
            key,
            files::place,
            files.age(),
            f -> files.running(f).isPresent());
    Map<String, List<SetApart>> groups = new LinkedHashMap<>();
    for (SetApart a : decided.apart()) {
      String group = a.reason() + key.text(a.record().record());
      groups.computeIfAbsent(group, g -> new ArrayList<>()).add(a);
    }
    Map<Reason, Long> totals = new EnumMap<>(Reason.class);
    decided.apart().forEach(a -> totals.merge(a.reason(), 1L, Long::sum));
    groups.values().forEach(g -> tell(g, totals.get(g.get(0).reason()), causes));
    totals.forEach(causes::count);
    if (decided.suspects() > 0) {
      causes.add(flagged(Reason.DUP_SUSPECT, decided.suspects()), decided.suspects());
    }
    return decided.apart();
  }

  /** Running totals that cannot be differenced. */
  private List<SetApart> runningTotals(Set<SetApart> duplicates, CheckedCauses causes) {
    Set<Found> gone = records(duplicates);
    List<Found> totals =
        files.read(Input.FLOWS, (found, hash) -> files.running(found).isPresent()).stream()
            .filter(f -> codes.failure(Input.FLOWS, f.recipient(), f.donor(), vintage(f)).isEmpty())
            .filter(f -> !gone.contains(f))
            .toList();
    List<SetApart> apart =
        RunningTotals.of(
                totals, f -> files.running(f).orElseThrow(), codes, files.age(), this::inScope)
            .apart();
    tell(apart, causes);
    return apart;
  }

  /** Totals over several years beside the yearly records of their source. */
  private List<SetApart> besideYears(Set<Found> gone, CheckedCauses causes) {
    periods.removeIf(gone::contains);
    if (periods.isEmpty()) {
      return List.of();
    }
    PeriodsBesideYears beside = new PeriodsBesideYears(codes, periods);
    files.read(
        Input.FLOWS,
        (found, hash) -> {
          if (takesPart(Input.FLOWS, found) && !gone.contains(found)) {
            beside.add(found);
          }
          return false;
        });
    tell(beside.apart(), causes);
    return beside.apart();
  }

  private static Set<Found> records(Collection<SetApart> apart) {
    return apart.stream().map(SetApart::record).collect(Collectors.toSet());
  }

  private void tell(List<SetApart> apart, CheckedCauses causes) {
    Map<Integer, Map<Reason, Long>> counts = new TreeMap<>();
    for (SetApart a : apart) {
      counts
          .computeIfAbsent(a.record().landing(), n -> new EnumMap<>(Reason.class))
          .merge(a.reason(), 1L, Long::sum);
    }
    apart.forEach(a -> causes.show(problem(a, counts.get(a.record().landing()).get(a.reason()))));
    counts.values().forEach(ofFile -> ofFile.forEach(causes::count));
  }

  private static int vintage(Found f) {
    return Codes.vintage(f.codeVintage(), f.year());
  }

  /** Reads the files again and keeps the records whose hash stands more than once. */
  private List<Found> candidates(String table, long[] equal) {
    return files.read(table, (found, hash) -> Arrays.binarySearch(equal, hash) >= 0);
  }

  private boolean takesPart(String table, Found f) {
    return inScope(f) && codes.failure(table, f.recipient(), f.donor(), vintage(f)).isEmpty();
  }

  private void tell(List<SetApart> group, long records, CheckedCauses causes) {
    SetApart first = group.get(0);
    Reason reason = first.reason();
    if (reason != Reason.DUP_CONFLICT && reason != Reason.DUP_YEAR) {
      group.forEach(a -> causes.show(problem(a, 1)));
      return;
    }
    List<String> lines = new ArrayList<>();
    group.forEach(a -> lines.add(files.place(a.record()) + " | " + files.row(a.record()).text()));
    causes.show(
        reason
            .problem()
            .at(files.place(first.record()))
            .showing(lines.toArray(String[]::new))
            .because(
                "两条均不采用;共 " + records + " 条记录如此",
                "neither row is used; " + records + " records are so")
            .fix(
                "删除错误行,或增加 revision 列(取最大值)",
                "delete the wrong row, or add a `revision` column (the highest wins)"));
  }

  private Problem problem(SetApart a, long count) {
    Reject reject = apartReject.of(List.of(a), files.row(a.record()));
    return RejectProblem.of(reject, count, files.layout(a.record()).separator());
  }

  private static Problem flagged(Reason reason, long n) {
    String s = n == 1 ? "1 row" : n + " rows";
    return reason.problem(
        Text.of(reason.summary().zh() + ":" + n + " 行", reason.summary().en() + ": " + s));
  }
}
