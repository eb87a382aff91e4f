package org.jiedui.ingest.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * The exact sums of one part on disk, sorted by year, so that a year is read without the others.
 */
public final class GroupFile {
  private static final int MAGIC = 0x4A445334;
  private static final int BYTES = 8 * GroupSums.STRIDE;
  private static final int HEAD_BYTES = 1 << 12;

  private GroupFile() {}

  /** Takes the sums of one group. */
  @FunctionalInterface
  public interface Use {
    void group(int year, Kind kind, int recipient, int donor, long sum, long records, long rows);
  }

  static void write(Path file, GroupSums sums, Kinds kinds) throws IOException {
    try (var out =
        new DataOutputStream(
            new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), 1 << 16))) {
      out.writeInt(MAGIC);
      out.writeInt(kinds.size());
      for (Kind kind : kinds.all()) {
        out.writeUTF(kind.indicator());
        out.writeUTF(kind.direction());
        out.writeUTF(kind.form());
        out.writeUTF(kind.status());
        out.writeInt(kind.codeVintage());
        out.writeInt(kind.revision());
        out.writeInt(kind.yearFrom());
      }
      long[] groups = sums.sortedGroups();
      writeYears(out, groups);
      ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(8, groups.length));
      bytes.asLongBuffer().put(groups);
      out.write(bytes.array());
    }
  }

  /** Where each year begins: the groups are sorted by it. */
  private static void writeYears(DataOutputStream out, long[] groups) throws IOException {
    NavigableMap<Integer, Integer> counts = new TreeMap<>();
    for (int i = 0; i < groups.length; i += GroupSums.STRIDE) {
      counts.merge(GroupSums.year(groups[i]), 1, Integer::sum);
    }
    out.writeInt(counts.size());
    for (Map.Entry<Integer, Integer> year : counts.entrySet()) {
      out.writeInt(year.getKey());
      out.writeInt(year.getValue());
    }
  }

  /** The groups of all years. */
  public static void read(Path file, Use use) throws IOException {
    read(file, year -> true, use);
  }

  /** The groups of one year; the bytes of the others are passed over. */
  public static void read(Path file, int year, Use use) throws IOException {
    read(file, y -> y == year, use);
  }

  private static void read(Path file, IntPredicate wanted, Use use) throws IOException {
    try (FileChannel channel = FileChannel.open(file);
        var in =
            new DataInputStream(
                new BufferedInputStream(Channels.newInputStream(channel), HEAD_BYTES))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("not a file of sums: " + file);
      }
      List<Kind> kinds = kinds(in);
      NavigableMap<Integer, Integer> counts = new TreeMap<>();
      for (int n = in.readInt(); n > 0; n--) {
        counts.put(in.readInt(), in.readInt());
      }
      long all = counts.values().stream().mapToLong(n -> n).sum();
      long at = channel.size() - all * BYTES;
      for (Map.Entry<Integer, Integer> year : counts.entrySet()) {
        if (wanted.test(year.getKey())) {
          use(groups(channel, at, year.getValue()), kinds, use);
        }
        at += (long) year.getValue() * BYTES;
      }
    }
  }

  private static List<Kind> kinds(DataInputStream in) throws IOException {
    List<Kind> kinds = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      kinds.add(
          new Kind(
              in.readUTF(),
              in.readUTF(),
              in.readUTF(),
              in.readUTF(),
              in.readInt(),
              in.readInt(),
              in.readInt()));
    }
    return kinds;
  }

  private static long[] groups(FileChannel channel, long at, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count * BYTES);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, at + bytes.position()) < 0) {
        throw new IOException("the file of sums ends early");
      }
    }
    long[] groups = new long[count * GroupSums.STRIDE];
    bytes.flip().asLongBuffer().get(groups);
    return groups;
  }

  private static void use(long[] groups, List<Kind> kinds, Use use) {
    for (int i = 0; i < groups.length; i += GroupSums.STRIDE) {
      use.group(
          GroupSums.year(groups[i]),
          kinds.get(GroupSums.kind(groups[i])),
          GroupSums.recipient(groups[i]),
          GroupSums.donor(groups[i]),
          groups[i + 1],
          groups[i + 2],
          groups[i + 3]);
    }
  }
}
