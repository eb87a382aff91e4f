package org.jiedui.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiedui.ingest.file.LandedRecord;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.LandingPart;
import org.jiedui.ingest.file.LandingReader;
import org.jiedui.ingest.file.Reason;
import org.jiedui.reference.Share;
import org.jiedui.table.Frame;
import org.jiedui.table.PeriodTotalRow;

/**
 * Totals over several years: those whose source records their years one by one as well do not
 * count, the others are summed on base-year units in a table of their own.
 */
final class PeriodStage {
  private final IngestRequest request;
  private final Codes codes;
  private final List<Landing> landings;
  private final List<Found> totals = new ArrayList<>();

  PeriodStage(IngestRequest request, Codes codes, List<Landing> landings) {
    this.request = request;
    this.codes = codes;
    this.landings = landings;
  }

  private record Address(int landing, String part, long number) {
    static Address of(Found f) {
      return new Address(f.landing(), f.part(), f.number());
    }
  }

  /** A row of the table before it is one. */
  private record Cell(
      String unit,
      String donor,
      int from,
      int to,
      String source,
      String indicator,
      String direction,
      String form,
      String status)
      implements Comparable<Cell> {
    private static final Comparator<Cell> ORDER =
        Comparator.comparing(Cell::unit)
            .thenComparing(Cell::donor)
            .thenComparing(Cell::from)
            .thenComparing(Cell::to)
            .thenComparing(Cell::source)
            .thenComparing(Cell::indicator)
            .thenComparing(Cell::direction)
            .thenComparing(Cell::form)
            .thenComparing(Cell::status);

    @Override
    public int compareTo(Cell other) {
      return ORDER.compare(this, other);
    }
  }

  static Frame none() {
    return Frame.of("period_total", PeriodTotalRow.values(), List.of());
  }

  /**
   * Reads the totals over several years, and sets those apart that stand beside the yearly records
   * of their source.
   *
   * @param apart what does not count already
   */
  List<SetApart> besideYears(Groups flows, List<Candidates.Part> parts, List<SetApart> apart) {
    if (landings.stream().noneMatch(PeriodStage::hasPeriods)) {
      return List.of();
    }
    Set<Address> gone =
        apart.stream()
            .map(a -> Address.of(a.record()))
            .collect(Collectors.toCollection(HashSet::new));
    for (Candidates.Part part : parts) {
      if (hasPeriods(landings.get(part.file().address().landing()))) {
        LandingReader.readAll(records(part), (n, item, r) -> total(part, n, item, r, gone));
      }
    }
    if (totals.isEmpty()) {
      return List.of();
    }
    PeriodsBesideYears beside = new PeriodsBesideYears(codes, totals);
    BitSet recipients = recipients(flows, beside.units());
    for (Candidates.Part part : parts) {
      if (part.records() > 0) {
        LandingReader.read(
            records(part),
            new LandingReader.Wanted(new long[0], recipients),
            (n, item, r) -> {
              Found f = found(part, n, item, r);
              if (counts(f) && !gone.contains(Address.of(f))) {
                beside.add(f);
              }
            });
      }
    }
    List<SetApart> found = beside.apart();
    totals.removeAll(found.stream().map(SetApart::record).collect(Collectors.toSet()));
    return found;
  }

  private static boolean hasPeriods(Landing landing) {
    return landing.flags().containsKey(Reason.PERIOD_RECORD);
  }

  private void total(
      Candidates.Part part, long number, int item, LandedRecord record, Set<Address> gone) {
    if (record.yearFrom > 0) {
      Found f = found(part, number, item, record);
      if (counts(f) && !gone.contains(Address.of(f))) {
        totals.add(f);
      }
    }
  }

  private boolean counts(Found f) {
    int vintage = Codes.vintage(f.codeVintage(), f.year());
    return request.inScope(f.year())
        && codes.failure(Input.FLOWS, f.recipient(), f.donor(), vintage).isEmpty();
  }

  /** Every code under which one of the units has yearly records. */
  private BitSet recipients(Groups flows, Set<String> units) {
    BitSet recipients = new BitSet();
    for (int year : new TreeSet<>(flows.years())) {
      flows.forEach(
          year,
          (y, kind, recipient, donor, sum, count, rows) -> {
            int vintage = Codes.vintage(kind.codeVintage(), year);
            if (units.contains(codes.recipient(Input.FLOWS, recipient, vintage).unit())) {
              recipients.set(recipient);
            }
          });
    }
    return recipients;
  }

  private static Path records(Candidates.Part part) {
    return Path.of(part.file().stem() + LandingPart.RECORDS);
  }

  private static Found found(Candidates.Part part, long number, int item, LandedRecord record) {
    var address = part.file().address();
    return Found.of(address.landing(), address.part(), number, item, record);
  }

  /** Table {@code period_total}, of what counts. */
  Frame frame() {
    Map<Cell, long[]> cells = new TreeMap<>();
    for (Found f : totals) {
      int vintage = Codes.vintage(f.codeVintage(), f.year());
      Share.of(f.amount(), codes.recipient(Input.FLOWS, f.recipient(), vintage).shares())
          .forEach(
              (unit, amount) -> {
                long[] sum = cells.computeIfAbsent(cell(unit, f), c -> new long[2]);
                sum[0] = Math.addExact(sum[0], amount);
                sum[1]++;
              });
    }
    List<Object[]> rows = new ArrayList<>();
    cells.forEach((cell, sum) -> rows.add(row(cell, sum)));
    return Frame.of("period_total", PeriodTotalRow.values(), rows);
  }

  private Cell cell(String unit, Found f) {
    int vintage = Codes.vintage(f.codeVintage(), f.year());
    return new Cell(
        unit,
        codes.donor(unit, f.donor(), vintage, f.yearFrom(), f.year()),
        f.yearFrom(),
        f.year(),
        f.sourceId(),
        f.indicator(),
        f.direction(),
        f.form(),
        f.status());
  }

  private static Object[] row(Cell c, long[] sum) {
    return new Object[] {
      c.unit(),
      c.donor(),
      c.from(),
      c.to(),
      c.source(),
      c.indicator(),
      c.direction(),
      c.form(),
      c.status(),
      sum[0],
      sum[1]
    };
  }
}
