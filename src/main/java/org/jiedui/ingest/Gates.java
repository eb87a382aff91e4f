package org.jiedui.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
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

  private static final long MOST_LISTED = 1_000_000;
  private static final Predicate<Problem> ERROR = p -> p.level() == Problem.Level.ERROR;

  Gates(IngestSettings.Gates limits) {
    this(limits, new ArrayList<>());
  }

  /**
   * Asked before rows are listed one by one: where codes alone fail so many of them that memory
   * might not hold the list, a file that loses too many ends the run now ({@link InputException},
   * exit 3). Where they are fewer, {@link #check} tells of all reasons together.
   *
   * @param failing rows that fail by their codes, by number of the landing and reason
   */
  void beforeListing(List<Landing> landings, Map<Integer, Map<Reason, Long>> failing) {
    if (failing.values().stream().mapToLong(Gates::rows).sum() > MOST_LISTED) {
      var unread = new Gates(limits);
      List<Problem> stops = new ArrayList<>();
      failing.forEach(
          (n, rows) -> unread.check(landings.get(n), rows).filter(ERROR).ifPresent(stops::add));
      InputException.throwIfAny(ExitCode.GATE, stops);
    }
  }

  /** Warnings; above the limit an {@link InputException} (exit 3) that names every such file. */
  List<Problem> check(List<Landing> landings, List<SetApart> apart, Deliveries deliveries) {
    Map<Integer, Map<Reason, Long>> failing = new TreeMap<>();
    for (SetApart a : apart) {
      if (a.place() == SetApart.Place.REJECTED && a.record().item() == 0) {
        failing
            .computeIfAbsent(a.record().landing(), n -> new EnumMap<>(Reason.class))
            .merge(a.reason(), 1L, Long::sum);
      }
    }
    List<Problem> found = new ArrayList<>();
    for (int i = 0; i < landings.size(); i++) {
      if (!deliveries.isWithdrawn(i)) {
        check(landings.get(i), failing.getOrDefault(i, Map.of())).ifPresent(found::add);
      }
    }
    InputException.throwIfAny(ExitCode.GATE, found.stream().filter(ERROR).toList());
    return found;
  }

  private Optional<Problem> check(Landing landing, Map<Reason, Long> failing) {
    Map<Reason, Long> codes = new TreeMap<>(landing.tally().codes());
    failing.forEach((reason, n) -> codes.merge(reason, n, Long::sum));
    long given = landing.tally().codes().getOrDefault(Reason.FIX_DROPPED, 0L);
    long rejected = landing.tally().rows(Tally.Place.REJECTED) - given + rows(failing);
    return share(landing.name(), rejected, landing.tally().rows(Tally.Place.READ), codes);
  }

  private static long rows(Map<Reason, Long> byReason) {
    return byReason.values().stream().mapToLong(n -> n).sum();
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
        Text.of(
            "用 `jiedui check` 查看这些行,更正原文件后重新运行",
            "see these rows with `jiedui check`, mend the file and run again"));
  }
}
