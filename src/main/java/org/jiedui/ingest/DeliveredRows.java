package org.jiedui.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiedui.ingest.LandingStage.Landed;
import org.jiedui.ingest.file.IngestSettings;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.Reason;
import org.jiedui.ingest.file.Tally;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * Is the latest delivery of a series about as long as those before it?
 *
 * <p>Compared are its rows with the median rows of the last eight before it, of which there must be
 * three; the reading is the deviation in percent of that median.
 */
final class DeliveredRows {
  private static final int LAST = 8;
  private static final int LEAST = 3;

  private DeliveredRows() {}

  /** Warnings; every reading is added to {@code readings}. */
  static List<Problem> check(
      List<Landed> landed, IngestSettings settings, double limit, List<GateReading> readings) {
    List<Problem> problems = new ArrayList<>();
    for (List<Landed> series : Series.of(landed, Landed::file, settings)) {
      of(series, limit, readings).ifPresent(problems::add);
    }
    return problems;
  }

  private static Optional<Problem> of(
      List<Landed> series, double limit, List<GateReading> readings) {
    int last = series.size() - 1;
    List<Landed> before = series.subList(Math.max(0, last - LAST), last);
    if (before.size() < LEAST) {
      return Optional.empty();
    }
    Landing landing = series.get(last).landing();
    double usual = median(before.stream().mapToLong(DeliveredRows::rows).sorted().toArray());
    double share = usual == 0 ? 0 : 100 * (rows(series.get(last)) - usual) / usual;
    var reading =
        new GateReading(Reason.ROWS_UNUSUAL.name(), landing.name(), Math.abs(share), limit, null);
    readings.add(reading);
    return reading.warns()
        ? Optional.of(problem(landing.name(), rows(series.get(last)), usual, share, before))
        : Optional.empty();
  }

  private static long rows(Landed landed) {
    return landed.landing().tally().rows(Tally.Place.READ);
  }

  private static double median(long[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2.0;
  }

  private static Problem problem(
      String file, long rows, double usual, double share, List<Landed> before) {
    String percent = String.format(Locale.ROOT, "%+.0f", share);
    return Reason.ROWS_UNUSUAL
        .problem(
            Text.of(
                "行数与以往相差 " + percent + "%",
                "rows differ by " + percent + "% from earlier deliveries"))
        .at(file)
        .showing(
            rows + " | " + file,
            String.format(Locale.ROOT, "%.0f | median: ", usual)
                + String.join(", ", before.stream().map(l -> l.landing().name()).toList()))
        .fix(
            "向报送单位核对该文件是否完整;确实如此则无需处理",
            "ask its sender whether the file is whole; if it is, nothing needs to be done");
  }
}
