package org.jiedui.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jiedui.ingest.file.Kind;
import org.jiedui.publish.TableFile;
import org.jiedui.reference.Share;
import org.jiedui.table.Frame;
import org.jiedui.table.PanelRow;

/**
 * The panel of flows, one file a year: sums of the groups on base-year units, without totals over
 * several years. A file is named by the digest of all it is made from, so a year whose inputs are
 * the same is not computed again.
 */
final class PanelStage {
  /** Changes whenever the same records would give another panel. */
  private static final String VERSION = "panel 3";

  private final Codes codes;
  private final YearDigests digests;
  private final Kept kept;

  PanelStage(IngestRequest request, Codes codes, YearDigests digests) {
    this.codes = codes;
    this.digests = digests;
    kept = Kept.panel(request.root());
  }

  /** A row of the panel before it is one. */
  private record Cell(
      String unit, String donor, String indicator, String direction, String form, String status) {}

  /** Files by year. */
  SortedMap<Integer, Path> write(Groups flows) {
    SortedMap<Integer, String> names = new TreeMap<>();
    Map<Integer, Map<Cell, long[]>> missing = new TreeMap<>();
    for (int year : flows.years()) {
      names.put(year, year + "/" + digests.of(VERSION, flows, year) + "/panel.parquet");
      if (kept.find(names.get(year)).isEmpty()) {
        missing.put(year, cells(flows, year));
      }
    }
    SortedMap<Integer, Path> files = new ConcurrentSkipListMap<>();
    names.entrySet().parallelStream()
        .forEach(e -> files.put(e.getKey(), file(e.getKey(), e.getValue(), missing)));
    return files;
  }

  private Path file(int year, String name, Map<Integer, Map<Cell, long[]>> missing) {
    return kept.keep(
        name, draft -> TableFile.write(draft, frame(year, missing.get(year)), Map.of()));
  }

  private Map<Cell, long[]> cells(Groups flows, int year) {
    Map<Cell, long[]> cells = new HashMap<>();
    flows.forEach(
        year,
        (y, kind, recipient, donor, sum, count, rows) -> {
          if (kind.isPeriod()) {
            return;
          }
          int vintage = Codes.vintage(kind.codeVintage(), year);
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
    return cells;
  }

  private static void add(long[] total, long amount, long count) {
    total[0] = Math.addExact(total[0], amount);
    total[1] += count;
  }

  private static Cell cell(String unit, String donor, Kind kind) {
    return new Cell(unit, donor, kind.indicator(), kind.direction(), kind.form(), kind.status());
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
}
