package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Lands one range of one file into one part. Small and serialisable: a task needs nothing else.
 *
 * @param file bytes to read
 * @param landing id of the landing the part belongs to
 * @param folder existing folder of the attempt
 * @param range number of the range in the scan
 */
public record PartTask(
    String file,
    FileScan scan,
    Layout layout,
    RecordKey key,
    String landing,
    String folder,
    int range,
    Parser parser)
    implements Serializable {

  /** How plain rows are read; the rows are the same. */
  public enum Parser {
    FAST,
    STRICT
  }

  private static final int SLACK = 16;

  /** Reads the range and writes the part. */
  public LandingPart run() {
    String name = String.format(Locale.ROOT, "part-%05d", range);
    Path stem = Path.of(folder, name);
    try (var builder = new PartBuilder(file(stem, LandingPart.RECORDS), landing, key, layout)) {
      Tally tally = parse(builder);
      builder.close();
      builder.writeSums(file(stem, LandingPart.SUMS));
      boolean keys = builder.writeHashes(file(stem, LandingPart.KEYS));
      boolean aside = new SetAside(landing, layout.file()).write(builder, stem);
      return new LandingPart(
          name,
          builder.records(),
          keys,
          aside,
          builder.idRange(),
          digests(stem, keys, aside),
          tally,
          builder.flags(),
          layout.sheet().name(),
          scan.ranges() == 1 || !layout.sheet().isText() ? builder.gaps() : List.of());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Tally parse(PartBuilder builder) throws IOException {
    if (!layout.sheet().isText()) {
      return SheetFile.read(Path.of(file), layout, builder);
    }
    long from = scan.starts()[range];
    long to = scan.end(range);
    boolean plain = parser == Parser.FAST && layout.mends().isEmpty();
    Optional<FastPlan> plan = plain ? FastPlan.of(layout) : Optional.empty();
    if (plan.isEmpty()) {
      return FileReader.read(
          Path.of(file), scan, layout, from, to, scan.startLines()[range], builder);
    }
    int length = Math.toIntExact(to - from);
    Tally tally =
        new FastParser(plan.get(), layout, builder)
            .read(bytes(from, length), length, from, scan.startLines()[range]);
    if (to >= scan.size() && !scan.finalNewline() && from < to) {
      tally.code(Reason.NO_FINAL_NEWLINE);
      builder.flag(Reason.NO_FINAL_NEWLINE, scan.lines());
    }
    return tally;
  }

  private byte[] bytes(long from, int length) throws IOException {
    byte[] bytes = new byte[length + SLACK];
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
    try (FileChannel channel = FileChannel.open(Path.of(file))) {
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, from + buffer.position()) < 0) {
          throw new FileChangedException(file);
        }
      }
    }
    return bytes;
  }

  private static Map<String, String> digests(Path stem, boolean keys, boolean aside)
      throws IOException {
    Map<String, String> digests = new LinkedHashMap<>();
    digests.put(LandingPart.RECORDS, sha256(stem, LandingPart.RECORDS));
    digests.put(LandingPart.SUMS, sha256(stem, LandingPart.SUMS));
    if (keys) {
      digests.put(LandingPart.KEYS, sha256(stem, LandingPart.KEYS));
    }
    if (aside) {
      digests.put(LandingPart.ASIDE, sha256(stem, LandingPart.ASIDE));
      digests.put(LandingPart.REJECTS, sha256(stem, LandingPart.REJECTS));
    }
    return digests;
  }

  private static String sha256(Path stem, String ending) throws IOException {
    return Sha256.hex(file(stem, ending));
  }

  private static Path file(Path stem, String ending) {
    return stem.resolveSibling(stem.getFileName() + ending);
  }
}
