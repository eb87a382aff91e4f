package org.jiedui.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiedui.ingest.file.IngestSettings;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.LandingPart;
import org.jiedui.ingest.file.LandingReader;

/** Reads the records again whose amounts are declared to be running totals. */
final class RunningStage {
  private final IngestRequest request;
  private final Codes codes;
  private final List<Landing> landings;
  private final Map<Measured, Optional<IngestSettings.Cumulative>> declarations = new HashMap<>();

  RunningStage(IngestRequest request, Codes codes, List<Landing> landings) {
    this.request = request;
    this.codes = codes;
    this.landings = landings;
  }

  /** What a landing measures. */
  private record Measured(int landing, String indicator, String form, String status) {}

  /** A record in a part, whatever is said about it. */
  private record Address(int landing, String part, long number) {
    static Address of(Found f) {
      return new Address(f.landing(), f.part(), f.number());
    }
  }

  boolean isRunning(Found f) {
    return f.yearFrom() == 0 && declared(f).isPresent();
  }

  /**
   * The running totals of all parts, without what is set apart already.
   *
   * @param age orders statements of one total: the last one counts
   */
  RunningTotals totals(List<Candidates.Part> parts, List<SetApart> apart, Comparator<Found> age) {
    BitSet running = new BitSet();
    IntStream.range(0, landings.size()).filter(i -> mayRun(landings.get(i))).forEach(running::set);
    Set<Address> gone =
        apart.stream()
            .filter(a -> running.get(a.record().landing()))
            .map(a -> Address.of(a.record()))
            .collect(Collectors.toSet());
    List<Found> totals = new ArrayList<>();
    for (Candidates.Part part : parts) {
      int landing = part.file().address().landing();
      if (part.records() > 0 && running.get(landing)) {
        LandingReader.readAll(
            Path.of(part.file().stem() + LandingPart.RECORDS),
            (number, item, record) -> {
              Found f = Found.of(landing, part.file().address().part(), number, item, record);
              if (isRunning(f) && isKnown(f) && !gone.contains(Address.of(f))) {
                totals.add(f);
              }
            });
      }
    }
    return RunningTotals.of(
        totals, f -> declared(f).orElseThrow(), codes, age, f -> request.inScope(f.year()));
  }

  /** Whether any measure of a file is cumulative. */
  private boolean mayRun(Landing landing) {
    return request.contract().table(landing.table()).measures().stream()
        .anyMatch(m -> declared(landing, m.indicator(), m.form(), m.status()).isPresent());
  }

  private boolean isKnown(Found f) {
    int vintage = Codes.vintage(f.codeVintage(), f.year());
    return codes.failure(Input.FLOWS, f.recipient(), f.donor(), vintage).isEmpty();
  }

  private Optional<IngestSettings.Cumulative> declared(Found f) {
    return declarations.computeIfAbsent(
        new Measured(f.landing(), f.indicator(), f.form(), f.status()),
        m -> declared(landings.get(f.landing()), f.indicator(), f.form(), f.status()));
  }

  private Optional<IngestSettings.Cumulative> declared(
      Landing landing, String indicator, String form, String status) {
    return request.contract().cumulative(landing.table(), landing.name(), indicator, form, status);
  }
}
