package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  /**
   * A part as written, and what its rows say of rows of totals: a total may stand in one range and
   * its details in another.
   */
  public record Done(LandingPart part, TotalsCheck totals) implements Serializable {

    /** The parts of one file; totals are held against all ranges of a text, within one sheet. */
    public static List<LandingPart> parts(List<Done> ranges) {
      List<LandingPart> parts = new ArrayList<>();
      boolean isText = ranges.get(0).part().sheet().isEmpty();
      for (Done range : ranges) {
        parts.add(range.part().with(isText ? List.of() : range.totals().gaps()));
      }
      if (isText) {
        var whole = TotalsCheck.joined(ranges.stream().map(Done::totals).toList());
        int last = parts.size() - 1;
        parts.set(last, parts.get(last).with(whole.gaps()));
      }
      return parts;
    }
  }

  /** Reads the range and writes the part. */
  public Done run() {
    String name = String.format(Locale.ROOT, "part-%05d", range);
    Path stem = Path.of(folder, name);
    clear(stem);
    try (var builder = new PartBuilder(stem, landing, key, layout)) {
      Tally tally = parse(builder);
      builder.close();
      builder.writeSums(file(stem, LandingPart.SUMS));
      boolean keys = builder.writeHashes(file(stem, LandingPart.KEYS));
      boolean aside = builder.hasAside();
      var part =
          new LandingPart(
              name,
              builder.records(),
              keys,
              aside,
              builder.idRange(),
              digests(stem, keys, aside),
              tally,
              builder.flags(),
              layout.sheet().name(),
              List.of());
      return new Done(part, builder.totals());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Size of the range; of a workbook each sheet counts as an equal share. */
  public long bytes() {
    return layout.sheet().isText()
        ? scan.end(range) - scan.starts()[range]
        : scan.size() / scan.ranges();
  }

  /** A task that is tried again begins anew. */
  private static void clear(Path stem) {
    for (String ending : LandingPart.ENDINGS) {
      try {
        Files.deleteIfExists(file(stem, ending));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
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
