package org.jiedui.ingest;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiedui.ingest.file.LandedRecord;
import org.jiedui.ingest.file.Reason;

/**
 * Why the records of one version add up to another sum than those of the one before: every record
 * that only one of them uses is counted under one cause, in exact minor units.
 */
public final class RecordChanges {
  /** Why a sum changed. */
  public enum Cause {
    /** The same record is stated with another amount. */
    CORRECTED,
    /** A record that was not there. */
    NEW,
    /** A record that is there no more, or whose file does not count any more. */
    WITHDRAWN,
    /** A record that counted and is rejected beside others now, or the other way round. */
    NEWLY_REJECTED,
    /** A record whose codes have another meaning, since geography or pairings changed. */
    REMAPPED,
    /** Years in scope, units, columns and other declarations. */
    SETTINGS,
    /** Another version of the program reads or judges the same in another way. */
    CODE
  }

  /** One input of a version that counts. */
  public record Source(String landing, String sha256) {}

  /**
   * One version as it is compared.
   *
   * @param configuration digest of settings and contract
   * @param geography digest of geography and pairings
   * @param fixes digests of mended lists
   */
  public record Side(
      List<Source> sources,
      UsedRecords records,
      String code,
      String configuration,
      String geography,
      String fixes) {
    private boolean has(String landing) {
      return sources.stream().anyMatch(s -> s.landing().equals(landing));
    }

    private boolean hasBytes(String sha256) {
      return sources.stream().anyMatch(s -> s.sha256().equals(sha256));
    }
  }

  /** Why the later version does not use a record, and the amount it uses of one that it does. */
  private record Judged(Optional<Reason> reason, long amount) {}

  /** One record's amounts on each side, and what is known of the side that lacks it. */
  private static final class Pair {
    private boolean inBefore;
    private boolean inAfter;
    private boolean sameBytes = true;
    private boolean beside;
    private long before;
    private long after;
    private Cause lacking = Cause.NEW;
    private String indicator = "";
  }

  private final Side before;
  private final Side after;
  private final Map<String, Pair> pairs = new HashMap<>();
  private final Map<String, Map<Cause, Long>> sums = new TreeMap<>();

  private RecordChanges(Side before, Side after) {
    this.before = before;
    this.after = after;
  }

  /** Sums by indicator and cause; indicators of which nothing changed are absent. */
  public static Map<String, Map<Cause, Long>> between(Side before, Side after) {
    RecordChanges changes = new RecordChanges(before, after);
    changes.collect();
    changes.pairs.values().forEach(changes::add);
    return changes.sums;
  }

  private void collect() {
    TreeSet<Source> all =
        new TreeSet<>(
            java.util.Comparator.comparing(Source::landing).thenComparing(Source::sha256));
    all.addAll(before.sources());
    all.addAll(after.sources());
    for (Source source : all) {
      boolean left = before.has(source.landing());
      boolean right = after.has(source.landing());
      if (!(left && right && before.records().sameAs(after.records(), source.landing()))) {
        collect(source, left, right);
      }
    }
  }

  private void collect(Source source, boolean left, boolean right) {
    Map<Long, Judged> judged = new HashMap<>();
    if (left && right) {
      after
          .records()
          .forEach(
              source.landing(),
              (l, r, item, reason) -> judged.put(address(r, item), new Judged(reason, r.amount)));
    }
    Side reading = left ? before : after;
    reading
        .records()
        .forEach(
            source.landing(),
            (landing, record, item, reason) -> {
              boolean used = reason.isEmpty();
              if (left && right) {
                beside(record, reason, judged.get(address(record, item)), source);
              } else if (used) {
                take(record, left, absent(source, left ? after : before, left), source);
              }
            });
  }

  /** A record of a landing that both sides have. */
  private void beside(LandedRecord record, Optional<Reason> was, Judged now, Source source) {
    boolean used = was.isEmpty();
    if (used != now.reason().isEmpty()) {
      Cause cause = judged(used ? now.reason() : was, used);
      if (!used) {
        record.amount = now.amount();
      }
      take(record, used, cause, source);
    } else if (used && record.amount != now.amount()) {
      take(record, true, Cause.CORRECTED, source);
      record.amount = now.amount();
      take(record, false, Cause.CORRECTED, source).beside = true;
    }
  }

  /** Why the part of a record changed that no other one counts. */
  private Cause besideOthers() {
    if (!shas(before).equals(shas(after))) {
      return Cause.CORRECTED;
    }
    return before.geography().equals(after.geography()) ? sameBytes() : Cause.REMAPPED;
  }

  private static long address(LandedRecord record, int item) {
    return record.line * 4096 + item;
  }

  /** Why a record whose landing the other side lacks is not there. */
  private Cause absent(Source source, Side other, boolean left) {
    if (!other.hasBytes(source.sha256())) {
      return left ? Cause.WITHDRAWN : Cause.NEW;
    }
    return sameBytes();
  }

  /** Why the same bytes are read in another way. */
  private Cause sameBytes() {
    if (!before.fixes().equals(after.fixes())) {
      return Cause.CORRECTED;
    }
    return before.configuration().equals(after.configuration()) ? Cause.CODE : Cause.SETTINGS;
  }

  /** Why a record of a landing that both have counts on one side only. */
  private Cause judged(Optional<Reason> reason, boolean gone) {
    Reason why = reason.orElseThrow();
    if (why == Reason.OUT_OF_SCOPE) {
      return Cause.SETTINGS;
    }
    if (why == Reason.SUPERSEDED) {
      return gone ? Cause.WITHDRAWN : Cause.NEW;
    }
    if (why.name().startsWith("CODE_") && !before.geography().equals(after.geography())) {
      return Cause.REMAPPED;
    }
    boolean sameFiles = shas(before).equals(shas(after)) && before.fixes().equals(after.fixes());
    if (!sameFiles) {
      return Cause.NEWLY_REJECTED;
    }
    return before.configuration().equals(after.configuration()) ? Cause.CODE : Cause.SETTINGS;
  }

  private static TreeSet<String> shas(Side side) {
    return side.sources().stream()
        .map(Source::sha256)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Pair take(LandedRecord record, boolean left, Cause lacking, Source source) {
    Pair pair = pairs.computeIfAbsent(key(record), k -> new Pair());
    pair.indicator = record.indicator;
    pair.lacking = lacking;
    pair.sameBytes &= before.hasBytes(source.sha256()) && after.hasBytes(source.sha256());
    if (left) {
      pair.inBefore = true;
      pair.before = Math.addExact(pair.before, record.amount);
    } else {
      pair.inAfter = true;
      pair.after = Math.addExact(pair.after, record.amount);
    }
    return pair;
  }

  /** The same statement in two versions; events without an id are told apart by their codes. */
  private static String key(LandedRecord r) {
    return String.join(
        "\u0001",
        r.sourceId,
        r.recordId,
        Integer.toString(r.year),
        r.indicator,
        r.form,
        r.direction,
        r.status,
        r.recordId.isEmpty() ? r.recipientCode + "\u0001" + r.donorCode : "");
  }

  private void add(Pair pair) {
    long change = Math.subtractExact(pair.after, pair.before);
    if (change != 0) {
      boolean both = pair.inBefore && pair.inAfter;
      Cause same = pair.beside ? besideOthers() : sameBytes();
      Cause cause = !both ? pair.lacking : pair.sameBytes ? same : Cause.CORRECTED;
      sums.computeIfAbsent(pair.indicator, i -> new EnumMap<>(Cause.class))
          .merge(cause, change, Math::addExact);
    }
  }
}
