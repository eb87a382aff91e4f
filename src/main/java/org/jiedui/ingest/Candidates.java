package org.jiedui.ingest;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
 * read.
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

  /** A part and what is known of its ids. */
  record Part(PartFile file, IdRange ids, boolean hashed, long records) {}

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
   * @param work folder for key hashes that are not there yet
   */
  List<Found> find(
      List<Part> parts, Set<Groups.PartAddress> failing, BitSet failingCodes, Path work) {
    Map<Groups.PartAddress, PartFile> doubtful = new LinkedHashMap<>();
    long records = 0;
    for (Part part : doubtful(parts)) {
      doubtful.put(part.file().address(), hashed(part, work));
      records += part.records();
    }
    long[] equal = equalHashes(List.copyOf(doubtful.values()), records);
    List<Search> searches = new ArrayList<>();
    for (Part part : parts) {
      var address = part.file().address();
      boolean keys = equal.length > 0 && doubtful.containsKey(address);
      boolean codes = failing.contains(address);
      if (keys || codes) {
        searches.add(
            new Search(
                doubtful.getOrDefault(address, part.file()),
                keys ? Scope.SEARCHED : Scope.CLEAR,
                codes ? Scope.SEARCHED : Scope.CLEAR));
      }
    }
    return read(searches, Sought.of(equal, failingCodes), records);
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
    try {
      String name = Integer.toHexString(part.file().stem().hashCode()) + part.records();
      Path stem = Files.createDirectories(work).resolve(name);
      key.writeHashes(
          Path.of(part.file().stem() + LandingPart.RECORDS), Path.of(stem + LandingPart.KEYS));
      return new PartFile(part.file().address(), part.file().stem(), stem.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long[] equalHashes(List<PartFile> parts, long records) {
    List<Integer> buckets = IntStream.range(0, KeyHashes.BUCKETS).boxed().toList();
    List<String> files = parts.stream().map(PartFile::keys).toList();
    List<long[]> found =
        records <= ON_THE_SPOT
            ? buckets.stream().map(b -> equalHashes(files, b)).toList()
            : Parallel.map(
                spark, "compare keys", buckets, buckets.size(), b -> equalHashes(files, b));
    return found.stream().flatMapToLong(Arrays::stream).sorted().distinct().toArray();
  }

  private static long[] equalHashes(List<String> files, int bucket) {
    try {
      List<long[]> runs = new ArrayList<>();
      for (String file : files) {
        runs.add(KeyHashes.bucket(Path.of(file), bucket));
      }
      return Repeats.of(runs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Found> read(List<Search> searches, Sought sought, long records) {
    if (records <= ON_THE_SPOT) {
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
