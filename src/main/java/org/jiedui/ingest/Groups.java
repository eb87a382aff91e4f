package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jiedui.ingest.file.GroupFile;
import org.jiedui.ingest.file.GroupSums;
import org.jiedui.ingest.file.Kind;
import org.jiedui.ingest.file.Kinds;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.LandingPart;
import org.jiedui.ingest.file.LandingStore;
import org.jiedui.ingest.file.Reason;
import org.jiedui.reference.Resolution;

/**
 * The exact sums of all landings of one table by raw codes, year by year: those in scope whose
 * codes have a meaning. What the codes of a year say is kept under the digest of what it was made
 * from, so the sums of a year that nothing touched are not read.
 */
final class Groups {
  /** Changes whenever the same sums would be judged in another way. */
  private static final String VERSION = "groups 4";

  private final String table;
  private final IngestRequest request;
  private final Codes codes;
  private final LandingStore store;
  private final Kept kept;
  private final TreeMap<Integer, Landing> landings = new TreeMap<>();
  private final TreeMap<Integer, TreeSet<Integer>> years = new TreeMap<>();
  private final Map<Integer, Sums> loaded = new HashMap<>();
  private final Map<Integer, List<Found>> apart = new HashMap<>();
  private final Map<Reason, Long> flags = new EnumMap<>(Reason.class);
  private final Map<PartAddress, Map<Reason, Long>> failing = new HashMap<>();
  private final BitSet failingCodes = new BitSet();
  private final List<Taken> taken = new ArrayList<>();
  private final Map<Integer, List<Taken>> takenOfYears = new HashMap<>();
  private final List<Groups> joined = new ArrayList<>();

  /** A part of a landing, by the landing's place in the list. */
  record PartAddress(int landing, String part) implements java.io.Serializable {}

  /** The sums of one year. */
  private record Sums(GroupSums groups, Kinds kinds) {}

  Groups(String table, IngestRequest request, Codes codes, LandingStore store) {
    this.table = table;
    this.request = request;
    this.codes = codes;
    this.store = store;
    kept = Kept.records(request.root());
  }

  /** A landing that counts. */
  void add(int number, Landing landing, LandingFacts facts) {
    landings.put(number, landing);
    for (LandingFacts.Count c : facts.counts()) {
      if (request.inScope(c.year())) {
        years.computeIfAbsent(c.year(), y -> new TreeSet<>()).add(number);
      } else {
        flag(Reason.OUT_OF_SCOPE, c.rows());
      }
    }
  }

  /** Judges the codes of every year, once all landings are there. */
  void judge() {
    for (int year : years.keySet()) {
      String name = verdict(year);
      CodeVerdict verdict =
          kept.find(name).map(CodeVerdict::read).orElseGet(() -> judge(year, name));
      verdict.flags().forEach(this::flag);
      failingCodes.or(verdict.codes());
      verdict.divided().forEach(d -> codes.any(d.code(), d.vintage()));
      years.get(year).stream()
          .flatMap(n -> landings.get(n).parts().stream().map(p -> new PartAddress(n, p.name())))
          .filter(a -> verdict.failing().containsKey(stem(a)))
          .forEach(a -> fail(a, verdict.failing().get(stem(a))));
    }
  }

  private void fail(PartAddress part, Map<Reason, Long> rows) {
    Map<Reason, Long> all = failing.computeIfAbsent(part, p -> new EnumMap<>(Reason.class));
    rows.forEach((reason, n) -> all.merge(reason, n, Long::sum));
  }

  private String verdict(int year) {
    return year + "/" + ownDigest(year) + ".json";
  }

  private CodeVerdict judge(int year, String name) {
    Sums sums = new Sums(new GroupSums(), new Kinds());
    CodeVerdict verdict = CodeVerdict.empty();
    for (int number : years.get(year)) {
      for (LandingPart part : landings.get(number).parts()) {
        String stem = stem(new PartAddress(number, part.name()));
        read(
            store.file(landings.get(number), part, LandingPart.SUMS),
            year,
            (y, kind, recipient, donor, sum, count, rows) -> {
              if (passes(year, kind, recipient, donor, rows, stem, verdict)) {
                long key = GroupSums.key(recipient, donor, year, sums.kinds().number(kind));
                sums.groups().add(key, sum, count, rows);
              }
            });
      }
    }
    loaded.put(year, sums);
    kept.keep(name, draft -> Files.writeString(draft, verdict.json()));
    return verdict;
  }

  private boolean passes(
      int year, Kind kind, int recipient, int donor, long rows, String stem, CodeVerdict verdict) {
    int vintage = Codes.vintage(kind.codeVintage(), year);
    Resolution found = codes.recipient(table, recipient, vintage);
    divided(recipient, vintage, found, verdict);
    var failure = codes.failure(table, recipient, donor, vintage);
    if (failure.isPresent()) {
      verdict.fail(stem, failure.get().reason(), rows);
      verdict.codes().set(failure.get().code());
      return false;
    }
    if (donor != 0) {
      divided(donor, vintage, codes.any(donor, vintage), verdict);
    }
    switch (found.outcome()) {
      case TRANSITION -> verdict.flags().merge(Reason.CODE_TRANSITION, rows, Long::sum);
      case UNCOVERED -> verdict.flags().merge(Reason.CODE_UNCOVERED, rows, Long::sum);
      default -> {}
    }
    return true;
  }

  private static void divided(int code, int vintage, Resolution found, CodeVerdict verdict) {
    if (found.shares().size() > 1) {
      verdict.divided().add(new CodeVerdict.Divided(code, vintage));
    }
  }

  private static void read(Path file, int year, GroupFile.Use use) {
    try {
      GroupFile.read(file, year, use);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A part by what it holds, whichever place its landing has in a list. */
  String stem(PartAddress address) {
    return landings.get(address.landing()).id() + "/" + address.part();
  }

  /** Takes back what a record added. */
  void setApart(Found r) {
    apart.computeIfAbsent(r.year(), y -> new ArrayList<>()).add(r);
  }

  /** Leaves to a record only what no other one counts. */
  void take(Taken t) {
    takenOfYears.computeIfAbsent(t.record().year(), y -> new ArrayList<>()).add(t);
    taken.add(t);
  }

  /** Parts of records that other records count. */
  List<Taken> taken() {
    return Stream.concat(taken.stream(), joined.stream().flatMap(g -> g.taken().stream())).toList();
  }

  /** Adds the sums of another table of flows. */
  void join(Groups other) {
    joined.add(other);
  }

  /** Every group of a year that still has a record; a group of each table that has it. */
  void forEach(int year, GroupFile.Use use) {
    if (years.containsKey(year)) {
      own(year, use);
    }
    joined.forEach(g -> g.forEach(year, use));
  }

  private void own(int year, GroupFile.Use use) {
    if (!loaded.containsKey(year)) {
      judge(year, verdict(year));
    }
    Sums sums = loaded.get(year);
    apart.getOrDefault(year, List.of()).forEach(r -> add(r, -r.amount(), -1, sums));
    apart.remove(year);
    takenOfYears.getOrDefault(year, List.of()).forEach(t -> add(t.record(), -t.amount(), 0, sums));
    takenOfYears.remove(year);
    GroupSums groups = sums.groups();
    Kinds kinds = sums.kinds();
    for (long key : groups.sortedKeys()) {
      if (groups.count(key) != 0 || groups.sum(key) != 0) {
        use.group(
            year,
            kinds.kind(GroupSums.kind(key)),
            GroupSums.recipient(key),
            GroupSums.donor(key),
            groups.sum(key),
            groups.count(key),
            groups.rows(key));
      }
    }
  }

  /** To the group of a record, with its row when it is the first of it. */
  private static void add(Found r, long amount, long records, Sums to) {
    Kind kind =
        new Kind(
            r.indicator(),
            r.direction(),
            r.form(),
            r.status(),
            r.codeVintage(),
            r.revision(),
            r.yearFrom());
    to.groups()
        .add(
            GroupSums.key(r.recipient(), r.donor(), r.year(), to.kinds().number(kind)),
            amount,
            records,
            r.item() == 0 ? records : 0);
  }

  String table() {
    return table;
  }

  /** Years in scope of which there are records. */
  SortedSet<Integer> years() {
    TreeSet<Integer> all = new TreeSet<>(years.keySet());
    joined.forEach(g -> all.addAll(g.years()));
    return all;
  }

  /** Of all that decides which groups a year has: its landings and the facts they are judged by. */
  String digest(int year) {
    List<String> parts = new ArrayList<>();
    joined.stream().filter(g -> g.years().contains(year)).forEach(g -> parts.add(g.digest(year)));
    parts.add(0, ownDigest(year));
    return parts.size() == 1 ? parts.get(0) : Landing.digest(parts);
  }

  private String ownDigest(int year) {
    List<String> parts = new ArrayList<>(List.of(VERSION, table, Integer.toString(year)));
    parts.add(facts(request));
    years.getOrDefault(year, new TreeSet<>()).stream()
        .map(n -> landings.get(n).id())
        .sorted()
        .forEach(parts::add);
    return Landing.digest(parts);
  }

  /** Of the reference facts that records are judged by. */
  static String facts(IngestRequest request) {
    return Landing.digest(
        List.of(
            request.geography().digest(),
            request.pairings().digest(),
            request.contract().digest(),
            request.fromYear() + "–" + request.toYear()));
  }

  Set<PartAddress> failing() {
    return failing.keySet();
  }

  /** How many rows of each landing fail by their codes, by reason. */
  SortedMap<Integer, Map<Reason, Long>> failingRows() {
    SortedMap<Integer, Map<Reason, Long>> byLanding = new TreeMap<>();
    failing.forEach(
        (part, rows) -> {
          var all = byLanding.computeIfAbsent(part.landing(), n -> new EnumMap<>(Reason.class));
          rows.forEach((reason, n) -> all.merge(reason, n, Long::sum));
        });
    return byLanding;
  }

  /** Codes on which a record fails in some year. */
  BitSet failingCodes() {
    return failingCodes;
  }

  Map<Reason, Long> flags() {
    return flags;
  }

  private void flag(Reason reason, long rows) {
    if (rows > 0) {
      flags.merge(reason, rows, Long::sum);
    }
  }
}
