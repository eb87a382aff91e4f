package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jiedui.ingest.file.Kind;
import org.jiedui.ingest.file.Landing;
import org.jiedui.publish.CleanStop;
import org.jiedui.publish.TableFile;
import org.jiedui.reference.Share;
import org.jiedui.table.Frame;
import org.jiedui.table.PanelRow;

/**
 * The panel of flows, one file a year: sums of the groups on base-year units. A file is named by
 * the digest of all it is made from, so a year whose inputs are the same is not written again.
 */
final class PanelStage {
  /** Changes whenever the same records would give another panel. */
  private static final String VERSION = "panel 1";

  private final IngestRequest request;
  private final Codes codes;
  private final List<Landing> landings;

  PanelStage(IngestRequest request, Codes codes, List<Landing> landings) {
    this.request = request;
    this.landings = landings;
    this.codes = codes;
  }

  /** A row of the panel before it is one. */
  private record Cell(
      String unit, String donor, String indicator, String direction, String form, String status) {}

  /** Files by year. Years without any record have none. */
  SortedMap<Integer, Path> write(Groups flows, List<SetApart> apart) {
    SortedMap<Integer, Map<Cell, long[]>> years = new TreeMap<>();
    flows.forEach(
        (year, kind, recipient, donor, sum, count, rows) -> {
          int vintage = Codes.vintage(kind.codeVintage(), year);
          Map<Cell, long[]> cells = years.computeIfAbsent(year, y -> new java.util.HashMap<>());
          List<Share> shares = codes.recipient(flows.table(), recipient, vintage).shares();
          Share.of(sum, shares)
              .forEach(
                  (unit, amount) -> {
                    String from = codes.donor(unit, donor, vintage, year);
                    add(
                        cells.computeIfAbsent(cell(unit, from, kind), c -> new long[2]),
                        amount,
                        count);
                  });
        });
    SortedMap<Integer, Path> files = new ConcurrentSkipListMap<>();
    years.entrySet().parallelStream()
        .forEach(e -> files.put(e.getKey(), write(e.getKey(), e.getValue(), flows, apart)));
    return files;
  }

  private static void add(long[] total, long amount, long count) {
    total[0] = Math.addExact(total[0], amount);
    total[1] += count;
  }

  private static Cell cell(String unit, String donor, Kind kind) {
    return new Cell(unit, donor, kind.indicator(), kind.direction(), kind.form(), kind.status());
  }

  private Path write(int year, Map<Cell, long[]> cells, Groups flows, List<SetApart> apart) {
    Path folder = request.root().resolve("panel").resolve(Integer.toString(year));
    Path home = folder.resolve(digest(year, flows, apart));
    try {
      if (!Files.exists(home)) {
        Files.createDirectories(folder);
        Path draft = Files.createDirectory(folder.resolve("." + UUID.randomUUID()));
        try (CleanStop unfinished = CleanStop.removing(draft)) {
          Path file = draft.resolve("panel.parquet");
          TableFile.write(file, frame(year, cells), Map.of());
          force(file);
          force(draft);
          move(draft, home);
        }
        force(folder);
      }
      return home.resolve("panel.parquet");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Frame frame(int year, Map<Cell, long[]> cells) {
    List<Object[]> table = new ArrayList<>(cells.size());
    cells.forEach(
        (c, total) ->
            table.add(
                new Object[] {
                  c.unit(),
                  c.donor(),
                  year,
                  c.indicator(),
                  c.direction(),
                  c.form(),
                  c.status(),
                  total[0],
                  total[1]
                }));
    return Frame.of("panel", PanelRow.values(), table);
  }

  /** Of the landings with records of the year, the records set apart in it, and the facts. */
  private String digest(int year, Groups flows, List<SetApart> apart) {
    List<String> parts = new ArrayList<>(List.of(VERSION, Integer.toString(year)));
    parts.add(request.geography().digest());
    parts.add(request.pairings().digest());
    parts.add(request.contract().digest());
    parts.addAll(flows.landingsOfYears().getOrDefault(year, new java.util.TreeSet<>()));
    apart.stream()
        .filter(a -> a.record().year() == year)
        .map(a -> address(a.record()) + a.reason())
        .sorted()
        .forEach(parts::add);
    flows.taken().stream()
        .filter(c -> c.record().year() == year)
        .map(c -> address(c.record()) + "-" + c.amount())
        .sorted()
        .forEach(parts::add);
    return Landing.digest(parts);
  }

  private String address(Found record) {
    return landings.get(record.landing()).id() + ":" + record.line() + ":" + record.item();
  }

  private static void move(Path draft, Path home) throws IOException {
    try {
      Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.exists(home)) {
        throw e;
      }
      Files.delete(draft.resolve("panel.parquet"));
      Files.delete(draft);
    }
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
