package org.jiedui.ingest;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.jiedui.ingest.file.IdRange;
import org.jiedui.ingest.file.KeyHashes;
import org.jiedui.ingest.file.LandingPart;
import org.jiedui.ingest.file.LandingReader;
import org.jiedui.ingest.file.RecordKey;

/**
 * Reads those records again that cannot be judged by sums: records that may share their key with
 * another one, and records whose codes fail.
 *
 * <p>Parts whose increasing ids lie apart from those of all others hold no record twice; of the
 * others only hashes are compared, bucket by bucket, and then only records with equal hashes are
 * read. Parts that were compared with each other before are only compared with new ones: what was
 * found then is remembered.
 */
final class Candidates {
  /** Up to so many hashes the driver is faster than a job. */
  private static final long ON_THE_SPOT = 500_000;

  private final SparkSession spark;
  private final RecordKey key;

  Candidates(SparkSession spark, RecordKey key) {
    this.spark = spark;
    this.key = key;
  }

  /**
   * A part and what is known of its ids.
   *
   * @param stem the part by what it holds, whichever place its landing has in a list
   */
  record Part(PartFile file, String stem, IdRange ids, boolean hashed, long records) {}

  /** Hashes that stand more than once, and the numbers of the compared parts that hold them. */
  private record Equal(long[] hashes, BitSet parts) implements Serializable {}

  /** What to look for in one part. */
  private record Search(PartFile part, Scope keys, Scope codes) implements Serializable {}

  private enum Scope {
    SEARCHED,
    CLEAR
  }

  /** What to look for in all of them: hashes that stand more than once, and codes. */
  private record Sought(long[] hashes, BitSet filter, BitSet codes) implements Serializable {
    private static final int FILTER_BITS = 22;

    static Sought of(long[] hashes, BitSet codes) {
      BitSet filter = new BitSet(1 << FILTER_BITS);
      Arrays.stream(hashes).forEach(hash -> filter.set(low(hash)));
      return new Sought(hashes, filter, codes);
    }

    /** Most hashes are told apart by their low bits alone. */
    boolean has(long hash) {
      return filter.get(low(hash)) && Arrays.binarySearch(hashes, hash) >= 0;
    }

    private static int low(long hash) {
      return (int) hash & ((1 << FILTER_BITS) - 1);
    }
  }

  /**
   * Records of equal hashes in all parts, and of failing codes in the failing parts.
   *
   * @param memory what was found before among these parts and others
   * @param work folder for key hashes that are not there yet
   */
  List<Found> find(
      List<Part> parts,
      Set<Groups.PartAddress> failing,
      BitSet failingCodes,
      CandidateMemory memory,
      Path work) {
    Map<Part, PartFile> known = new LinkedHashMap<>();
    Map<Part, PartFile> fresh = new LinkedHashMap<>();
    long records = 0;
    for (Part part : doubtful(parts)) {
      (memory.compared(part.stem()) ? known : fresh).put(part, hashed(part, work));
      records += part.records();
    }
    List<Part> meeting = known.keySet().stream().filter(k -> meets(k, fresh.keySet())).toList();
    List<PartFile> met = meeting.stream().map(known::get).toList();
    Equal equal = equal(List.copyOf(fresh.values()), met, records);
    long[] all = memory.equalWith(equal.hashes());
    List<Search> again = new ArrayList<>();
    List<Search> first = new ArrayList<>();
    for (Part part : parts) {
      boolean codes = failing.contains(part.file().address()) && !memory.searchedCodes(part.stem());
      if (known.containsKey(part)) {
        int number = meeting.indexOf(part);
        boolean keys = number >= 0 && equal.parts().get(number);
        add(again, known.get(part), keys, codes);
      } else {
        boolean keys = fresh.containsKey(part) && all.length > 0;
        add(first, fresh.getOrDefault(part, part.file()), keys, codes);
      }
    }
    List<Found> found =
        new ArrayList<>(read(again, Sought.of(equal.hashes(), failingCodes), records));
    found.addAll(read(first, Sought.of(all, failingCodes), records));
    return memory.with(all, parts, Set.copyOf(concat(known, fresh)), failing, found);
  }

  private static List<Part> concat(Map<Part, PartFile> known, Map<Part, PartFile> fresh) {
    List<Part> both = new ArrayList<>(known.keySet());
    both.addAll(fresh.keySet());
    return both;
  }

  private static void add(List<Search> searches, PartFile part, boolean keys, boolean codes) {
    if (keys || codes) {
      searches.add(
          new Search(
              part, keys ? Scope.SEARCHED : Scope.CLEAR, codes ? Scope.SEARCHED : Scope.CLEAR));
    }
  }

  private List<Part> doubtful(List<Part> parts) {
    List<Part> all = parts.stream().filter(p -> p.records() > 0).toList();
    return all.stream()
        .filter(
            p ->
                p.hashed()
                    || !p.ids().increasing()
                    || all.stream().anyMatch(other -> other != p && !apart(p, other)))
        .toList();
  }

  /** Parts whose ids lie apart need not be compared. */
  private boolean meets(Part part, Set<Part> fresh) {
    return fresh.stream().anyMatch(other -> !apart(part, other));
  }

  private boolean apart(Part a, Part b) {
    return a.ids().isApartFrom(b.ids())
        || key.hasSource()
            && a.ids().numeric()
            && b.ids().numeric()
            && !a.ids().source().equals(b.ids().source());
  }

  /**
   * A part proved by its ids has no hashes yet: they are made when another part meets its range.
   */
  private PartFile hashed(Part part, Path work) {
    if (part.hashed()) {
      return part.file();
    }
    String name = part.stem() + LandingPart.KEYS;
    Path records = Path.of(part.file().stem() + LandingPart.RECORDS);
    String keys = new Kept(work).keep(name, draft -> key.writeHashes(records, draft)).toString();
    String stem = keys.substring(0, keys.length() - LandingPart.KEYS.length());
    return new PartFile(part.file().address(), part.file().stem(), stem);
  }

  /** Hashes that a fresh part shares with another part, or holds twice itself. */
  private Equal equal(List<PartFile> fresh, List<PartFile> known, long records) {
    List<String> freshFiles = fresh.stream().map(PartFile::keys).toList();
    List<String> knownFiles = known.stream().map(PartFile::keys).toList();
    List<Integer> buckets = IntStream.range(0, KeyHashes.BUCKETS).boxed().toList();
    List<Equal> found = List.of();
    if (!fresh.isEmpty()) {
      found =
          records <= ON_THE_SPOT
              ? buckets.stream().map(b -> equal(freshFiles, knownFiles, b)).toList()
              : Parallel.map(
                  spark,
                  "compare keys",
                  buckets,
                  buckets.size(),
                  b -> equal(freshFiles, knownFiles, b));
    }
    BitSet parts = new BitSet();
    found.forEach(e -> parts.or(e.parts()));
    return new Equal(
        found.stream().flatMapToLong(e -> Arrays.stream(e.hashes())).sorted().distinct().toArray(),
        parts);
  }

  private static Equal equal(List<String> fresh, List<String> known, int bucket) {
    try {
      List<long[]> runs = new ArrayList<>();
      for (String file : fresh) {
        runs.add(KeyHashes.bucket(Path.of(file), bucket));
      }
      Repeats repeats = new Repeats(runs);
      BitSet parts = new BitSet();
      for (int i = 0; i < known.size(); i++) {
        parts.set(i, repeats.meet(KeyHashes.bucket(Path.of(known.get(i)), bucket)));
      }
      return new Equal(repeats.found(), parts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Found> read(List<Search> searches, Sought sought, long records) {
    if (records <= ON_THE_SPOT || searches.isEmpty()) {
      return searches.stream().flatMap(p -> read(p, sought).stream()).toList();
    }
    Broadcast<Sought> shared =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(sought);
    List<List<Found>> found =
        Parallel.map(spark, "read again", searches, searches.size(), p -> read(p, shared.value()));
    shared.destroy();
    return found.stream().flatMap(List::stream).toList();
  }

  private static List<Found> read(Search search, Sought sought) {
    try {
      PartFile part = search.part();
      long[] numbers =
          search.keys() == Scope.SEARCHED
              ? KeyHashes.records(Path.of(part.keys()), sought::has)
              : new long[0];
      BitSet codes = search.codes() == Scope.SEARCHED ? sought.codes() : new BitSet();
      List<Found> found = new ArrayList<>();
      LandingReader.read(
          Path.of(part.stem() + LandingPart.RECORDS),
          new LandingReader.Wanted(numbers, codes),
          (number, item, record) ->
              found.add(
                  Found.of(part.address().landing(), part.address().part(), number, item, record)));
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
