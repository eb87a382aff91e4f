package org.jiedui.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jiedui.ingest.file.IngestSettings;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.Reason;
import org.jiedui.ingest.file.Tally;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * Stops a run whose files lose too many rows, and warns of those that lose some.
 *
 * @param readings takes what every gate measured
 */
record Gates(IngestSettings.Gates limits, List<GateReading> readings) {
  static final String REJECT_SHARE = "REJECT_SHARE";

  Gates(IngestSettings.Gates limits) {
    this(limits, new ArrayList<>());
  }

  /** Warnings; above the limit an {@link InputException} (exit 3) that names every such file. */
  List<Problem> check(List<Landing> landings, List<SetApart> apart, Deliveries deliveries) {
    List<Problem> warnings = new ArrayList<>();
    List<Problem> stops = new ArrayList<>();
    for (int i = 0; i < landings.size(); i++) {
      Landing landing = landings.get(i);
      if (deliveries.isWithdrawn(i)) {
        continue;
      }
      Map<Reason, Long> codes = new TreeMap<>(landing.tally().codes());
      int number = i;
      List<SetApart> own =
          apart.stream()
              .filter(a -> a.record().landing() == number && a.place() == SetApart.Place.REJECTED)
              .filter(a -> a.record().item() == 0)
              .toList();
      own.forEach(a -> codes.merge(a.reason(), 1L, Long::sum));
      long given = landing.tally().codes().getOrDefault(Reason.FIX_DROPPED, 0L);
      long rejected = landing.tally().rows(Tally.Place.REJECTED) - given + own.size();
      long read = landing.tally().rows(Tally.Place.READ);
      share(landing.name(), rejected, read, codes)
          .ifPresent(p -> (p.level() == Problem.Level.ERROR ? stops : warnings).add(p));
    }
    InputException.throwIfAny(ExitCode.GATE, stops);
    return warnings;
  }

  /** A warning or, above the limit, an error; empty where few rows of a file are lost. */
  Optional<Problem> share(String file, long rejected, long read, Map<Reason, Long> codes) {
    double share = read == 0 ? 0 : 100.0 * rejected / read;
    var reading =
        new GateReading(REJECT_SHARE, file, share, limits.rejectWarn(), limits.rejectStop());
    readings.add(reading);
    if (reading.stops()) {
      return Optional.of(
          problem(file, rejected, read, codes, limits.rejectStop(), Problem.Level.ERROR));
    }
    return reading.warns()
        ? Optional.of(
            problem(file, rejected, read, codes, limits.rejectWarn(), Problem.Level.WARNING))
        : Optional.empty();
  }

  private static Problem problem(
      String file,
      long rejected,
      long read,
      Map<Reason, Long> codes,
      double limit,
      Problem.Level level) {
    String counts =
        codes.entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "));
    String share = String.format(Locale.ROOT, "%.2f", 100.0 * rejected / read);
    return new Problem(
        level,
        REJECT_SHARE,
        Text.of(
            "被拒收的行占 " + share + "%,超过 " + limit + "%",
            share + "% of the rows were rejected, more than " + limit + "%"),
        file,
        List.of(rejected + " / " + read, counts),
        Text.NONE,
        Text.NONE,
        Text.of("按 rejects 表更正原文件后重新运行", "mend the file by the table of rejects and run again"));
  }
}
