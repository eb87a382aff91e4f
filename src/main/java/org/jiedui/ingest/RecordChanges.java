package org.jiedui.ingest;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiedui.ingest.file.LandedRecord;
import org.jiedui.ingest.file.Landing;
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

  /**
   * One input of a version that counts.
   *
   * @param name what it is called in the version
   */
  public record Source(String name, String landing, String sha256) {}

  /**
   * One statement that the two versions count with different amounts, in minor units.
   *
   * @param code recipient or region as the record states it
   * @param placeBefore file and line; empty where the version before does not count it
   */
  public record Change(
      String indicator,
      int year,
      String code,
      Cause cause,
      long before,
      long after,
      String placeBefore,
      String placeAfter) {}

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
    private LandedRecord statement;
    private Place placeBefore = Place.NONE;
    private Place placeAfter = Place.NONE;
  }

  /** Where a record stands; spelled out only for the few that are shown. */
  private record Place(Landing landing, String file, long line) {
    private static final Place NONE = new Place(null, "", 0);

    private String told() {
      return landing == null ? "" : landing.named(file).place(line);
    }
  }

  private final Side before;
  private final Side after;
  private final Map<String, Pair> pairs = new HashMap<>();

  private RecordChanges(Side before, Side after) {
    this.before = before;
    this.after = after;
  }

  /** Compares what two versions count. */
  public static RecordChanges between(Side before, Side after) {
    RecordChanges changes = new RecordChanges(before, after);
    changes.collect();
    return changes;
  }

  /** Sums by indicator and cause; indicators of which nothing changed are absent. */
  public Map<String, Map<Cause, Long>> sums() {
    Map<String, Map<Cause, Long>> sums = new TreeMap<>();
    for (Pair pair : pairs.values()) {
      if (pair.before != pair.after) {
        sums.computeIfAbsent(pair.statement.indicator, i -> new EnumMap<>(Cause.class))
            .merge(cause(pair), Math.subtractExact(pair.after, pair.before), Math::addExact);
      }
    }
    return sums;
  }

  /** The statements whose amounts changed most, largest first. */
  public List<Change> largest(int most) {
    return pairs.values().stream()
        .filter(pair -> pair.before != pair.after)
        .sorted(
            Comparator.comparingLong((Pair p) -> -Math.abs(Math.subtractExact(p.after, p.before)))
                .thenComparing(p -> key(p.statement)))
        .limit(most)
        .map(this::change)
        .toList();
  }

  private Change change(Pair pair) {
    LandedRecord r = pair.statement;
    return new Change(
        r.indicator,
        r.year,
        Codes.text(r.recipientCode),
        cause(pair),
        pair.before,
        pair.after,
        pair.placeBefore.told(),
        pair.placeAfter.told());
  }

  private void collect() {
    TreeSet<Source> all =
        new TreeSet<>(Comparator.comparing(Source::landing).thenComparing(Source::sha256));
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
                beside(
                    record, reason, judged.get(address(record, item)), new Origin(source, landing));
              } else if (used) {
                take(
                    record,
                    left,
                    absent(source, left ? after : before, left),
                    new Origin(source, landing));
              }
            });
  }

  /** A record of a landing that both sides have. */
  private void beside(LandedRecord record, Optional<Reason> was, Judged now, Origin source) {
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

  /** A file of one version, and what it landed as. */
  private record Origin(Source source, Landing landing) {}

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

  private Pair take(LandedRecord record, boolean left, Cause lacking, Origin origin) {
    Pair pair = pairs.computeIfAbsent(key(record), k -> new Pair());
    String sha256 = origin.source().sha256();
    Place place = new Place(origin.landing(), origin.source().name(), record.line);
    pair.statement = pair.statement == null ? record.copy() : pair.statement;
    pair.lacking = lacking;
    pair.sameBytes &= before.hasBytes(sha256) && after.hasBytes(sha256);
    if (left) {
      pair.placeBefore = place;
      pair.inBefore = true;
      pair.before = Math.addExact(pair.before, record.amount);
    } else {
      pair.placeAfter = place;
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

  private Cause cause(Pair pair) {
    boolean both = pair.inBefore && pair.inAfter;
    Cause same = pair.beside ? besideOthers() : sameBytes();
    return !both ? pair.lacking : pair.sameBytes ? same : Cause.CORRECTED;
  }
}
