package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiedui.ingest.file.Contract;
import org.jiedui.ingest.file.GroupFile;
import org.jiedui.ingest.file.Kind;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.LandingPart;
import org.jiedui.ingest.file.LandingStore;
import org.jiedui.ingest.file.Reason;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * Files whose amounts never fall from year to year in any county: they may be running totals. That
 * is told, and nothing is differenced unasked.
 *
 * <p>Amounts that rise and fall by chance climb through five years with probability 1/5!; in {@link
 * #COUNTIES} counties at once they do not.
 */
final class NeverFalling {
  /** Years that a county must have to speak. */
  static final int YEARS = 5;

  /** Counties that must agree, each with three levels or more; one that falls is an answer too. */
  static final int COUNTIES = 5;

  private final IngestRequest request;
  private final LandingStore store;

  NeverFalling(IngestRequest request, LandingStore store) {
    this.request = request;
    this.store = store;
  }

  private record Series(int recipient, int donor, String direction, String status) {}

  List<Problem> check(List<Landing> landings) {
    List<Problem> problems = new ArrayList<>();
    for (Landing landing : landings) {
      amounts(landing)
          .forEach(
              (measure, series) -> {
                if (isSuspect(series.values())) {
                  problems.add(problem(landing, measure, series.size()));
                }
              });
    }
    return problems;
  }

  /** Indicator and form → series → year → sum, of what is not declared cumulative. */
  private Map<String, Map<Series, TreeMap<Integer, Long>>> amounts(Landing landing) {
    Map<String, Map<Series, TreeMap<Integer, Long>>> amounts = new TreeMap<>();
    GroupFile.Use add =
        (year, kind, recipient, donor, sum, records, rows) -> {
          if (records > 0 && !kind.isPeriod() && !isDeclared(landing, kind)) {
            amounts
                .computeIfAbsent(
                    kind.indicator() + " " + kind.form(), m -> new java.util.HashMap<>())
                .computeIfAbsent(
                    new Series(recipient, donor, kind.direction(), kind.status()),
                    s -> new TreeMap<>())
                .merge(year, sum, Math::addExact);
          }
        };
    for (LandingPart part : landing.parts()) {
      try {
        GroupFile.read(store.file(landing, part, LandingPart.SUMS), add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return amounts;
  }

  private boolean isDeclared(Landing landing, Kind kind) {
    Contract contract = request.contract();
    return contract.settings().declaration(landing.name()).cumulative().flow().equals("year")
        || contract
            .cumulative(
                landing.table(), landing.name(), kind.indicator(), kind.form(), kind.status())
            .isPresent();
  }

  static boolean isSuspect(Collection<TreeMap<Integer, Long>> series) {
    List<List<Long>> heard =
        series.stream()
            .filter(s -> s.size() >= YEARS)
            .map(s -> List.copyOf(s.values()))
            .filter(s -> s.stream().distinct().count() > 2)
            .toList();
    return heard.size() >= COUNTIES && heard.stream().allMatch(NeverFalling::onlyRises);
  }

  private static boolean onlyRises(List<Long> values) {
    for (int i = 1; i < values.size(); i++) {
      if (values.get(i) < values.get(i - 1)) {
        return false;
      }
    }
    return true;
  }

  private static Problem problem(Landing landing, String measure, int series) {
    String indicator = measure.substring(0, measure.indexOf(' '));
    return Reason.CUMULATIVE_SUSPECT
        .problem(
            Text.of(
                indicator + " 在 " + series + " 个县的各年间从不下降,疑似累计数",
                indicator + " never falls over the years of " + series + " counties"))
        .at(landing.name())
        .fix(
            "确为累计数的,在 conf/ingest.conf 声明 files { \""
                + landing.name()
                + "\" { flow = cumulative } };确为当年数的,声明 flow = year",
            "declare files { \""
                + landing.name()
                + "\" { flow = cumulative } } in conf/ingest.conf, or flow = year if each is of one"
                + " year");
  }
}
