package org.jiedui.ingest.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The exact sums of one part on disk, sorted by year, so that a year is read without the others.
 */
public final class GroupFile {
  private static final int MAGIC = 0x4A445332;

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
      }
      long[] groups = sums.sortedGroups();
      out.writeInt(groups.length / GroupSums.STRIDE);
      ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(8, groups.length));
      bytes.asLongBuffer().put(groups);
      out.write(bytes.array());
    }
  }

  public static void read(Path file, Use use) throws IOException {
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("not a file of sums: " + file);
      }
      List<Kind> kinds = new ArrayList<>();
      for (int n = in.readInt(); n > 0; n--) {
        kinds.add(
            new Kind(
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readInt(),
                in.readInt()));
      }
      long[] groups = new long[in.readInt() * GroupSums.STRIDE];
      ByteBuffer.wrap(in.readAllBytes()).asLongBuffer().get(groups);
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
}
