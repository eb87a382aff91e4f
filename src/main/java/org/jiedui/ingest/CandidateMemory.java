package org.jiedui.ingest;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * What an earlier run found when it compared the records of one table: which parts it compared with
 * each other, which hashes stood twice, and the records that were to be judged. It saves work and
 * decides nothing: records that share their key with nobody are let go wherever they come from.
 */
final class CandidateMemory {
  private final Kept kept;
  private final String name;
  private long[] equal = new long[0];
  private final Map<String, Part> parts = new HashMap<>();

  /** What was looked for in a part, and what was found. */
  private record Part(boolean compared, boolean searchedCodes, List<Found> found) {}

  private CandidateMemory(Kept kept, String name) {
    this.kept = kept;
    this.name = name;
  }

  /** What is remembered of a table as long as it is judged by the same facts. */
  static CandidateMemory of(IngestRequest request, String table) {
    var memory =
        new CandidateMemory(
            Kept.records(request.root(), "keys"), table + "-" + Groups.facts(request) + ".found");
    memory.kept.find(memory.name).ifPresent(memory::load);
    return memory;
  }

  boolean compared(String stem) {
    return parts.containsKey(stem) && parts.get(stem).compared();
  }

  boolean searchedCodes(String stem) {
    return parts.containsKey(stem) && parts.get(stem).searchedCodes();
  }

  /** The hashes that stood twice, with new ones; ascending. */
  long[] equalWith(long[] more) {
    return LongStream.concat(LongStream.of(equal), LongStream.of(more))
        .sorted()
        .distinct()
        .toArray();
  }

  /**
   * Remembers a comparison, and gives all that is to be judged in these parts.
   *
   * @param compared parts that were compared with each other
   * @param failing parts that were searched for failing codes
   * @param found what was found now
   */
  List<Found> with(
      long[] hashes,
      List<Candidates.Part> now,
      Set<Candidates.Part> compared,
      Set<Groups.PartAddress> failing,
      List<Found> found) {
    Map<Groups.PartAddress, List<Found>> fresh = new HashMap<>();
    found.forEach(
        f ->
            fresh
                .computeIfAbsent(
                    new Groups.PartAddress(f.landing(), f.part()), a -> new ArrayList<>())
                .add(f));
    Map<String, Part> next = new TreeMap<>();
    List<Found> all = new ArrayList<>();
    for (Candidates.Part part : now) {
      Groups.PartAddress address = part.file().address();
      List<Found> ofPart = together(part, fresh.getOrDefault(address, List.of()));
      all.addAll(ofPart);
      next.put(part.stem(), new Part(compared.contains(part), failing.contains(address), ofPart));
    }
    equal = hashes;
    parts.clear();
    parts.putAll(next);
    kept.replace(name, this::write);
    return all;
  }

  /** Every record once, in the order of the part. */
  private List<Found> together(Candidates.Part part, List<Found> fresh) {
    int landing = part.file().address().landing();
    Part before = parts.get(part.stem());
    if (before != null && fresh.isEmpty()) {
      return before.found().stream().map(f -> f.in(landing)).toList();
    }
    Map<Long, Found> byNumber = new TreeMap<>();
    if (before != null) {
      before.found().forEach(f -> byNumber.put(f.number(), f.in(landing)));
    }
    fresh.forEach(f -> byNumber.put(f.number(), f));
    return List.copyOf(byNumber.values());
  }

  private void write(Path file) throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(equal.length);
      for (long hash : equal) {
        out.writeLong(hash);
      }
      out.writeInt(parts.size());
      for (String stem : parts.keySet().stream().sorted(Comparator.naturalOrder()).toList()) {
        Part part = parts.get(stem);
        out.writeUTF(stem);
        out.writeBoolean(part.compared());
        out.writeBoolean(part.searchedCodes());
        out.writeInt(part.found().size());
        for (Found f : part.found()) {
          f.write(out);
        }
      }
    }
  }

  private void load(Path file) {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      long[] hashes = new long[in.readInt()];
      for (int i = 0; i < hashes.length; i++) {
        hashes[i] = in.readLong();
      }
      Map<String, Part> read = new HashMap<>();
      Map<String, String> words = new HashMap<>();
      for (int n = in.readInt(); n > 0; n--) {
        read.put(in.readUTF(), part(in, words));
      }
      equal = hashes;
      parts.putAll(read);
    } catch (IOException damaged) {
      parts.clear();
    }
  }

  private static Part part(DataInputStream in, Map<String, String> words) throws IOException {
    boolean compared = in.readBoolean();
    boolean searched = in.readBoolean();
    List<Found> found = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      found.add(Found.read(in, words));
    }
    return new Part(compared, searched, found);
  }
}
