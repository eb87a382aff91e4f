package org.jiedui.ingest.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * Checks one file by the code that lands it, without Spark and without writing anything.
 *
 * @param problems grouped by code, the worst first; of each code the first five, with the count
 * @param tally rows and amounts; empty when the file is refused
 * @param refused true when nothing of the file is used
 */
public record FileCheck(Path file, List<Problem> problems, Tally tally, boolean refused) {
  /** Problems shown of each code. */
  public static final int SHOWN = 5;

  /** Checks a file against the table it is declared for, {@code cooperation_record} otherwise. */
  public static FileCheck of(Path file, Contract contract) {
    return of(file, contract, contract.tableOf(file.getFileName().toString()));
  }

  public static FileCheck of(Path file, Contract contract, String table) {
    return of(file, contract, table, new Watcher() {});
  }

  /** Hears how a file is understood and what records it gives, besides the check. */
  public interface Watcher {
    /** Once for each table of the file, before its records. */
    default void understood(FileScan scan, Layout layout) {}

    default void record(LandedRecord record) {}

    /** May add what was decided for named rows. */
    default Layout placed(Layout layout) {
      return layout;
    }

    /** May add to what a reject says. */
    default Reject advised(Reject reject) {
      return reject;
    }
  }

  /** As {@link #of(Path, Contract, String)}, with somebody who listens. */
  public static FileCheck of(Path file, Contract contract, String table, Watcher watcher) {
    try {
      RawFile raw = RawFile.open(file, contract, table);
      if (!raw.isUsable()) {
        return new FileCheck(file, sorted(raw.problems()), new Tally(), true);
      }
      List<Layout> layouts = raw.layouts().stream().map(watcher::placed).toList();
      FileScan scan = Pii.covered(raw.scan(), layouts.get(0));
      var found = new Found(scan, watcher);
      Tally tally = new Tally();
      List<Problem> problems = new ArrayList<>(raw.problems());
      for (Layout layout : layouts) {
        watcher.understood(scan, layout);
        problems.addAll(HeaderHints.cumulative(layout, contract));
        problems.addAll(HeaderHints.donationsInside(layout));
        found.begin(layout);
        tally.add(read(file, scan, layout, found));
        found.end(tally);
      }
      problems.addAll(found.problems(tally));
      problems.addAll(EmptyColumns.of(layouts, tally, found::hasValues));
      return new FileCheck(file, sorted(problems), tally, false);
    } catch (InputException e) {
      List<Problem> problems = Pii.covered(e, file, contract.table(table)).problems();
      return new FileCheck(file, problems, new Tally(), true);
    }
  }

  /** Reads every row of one table of a file, text or sheet, by the strict way. */
  static Tally read(Path file, FileScan scan, Layout layout, Sink sink) {
    return layout.sheet().isText()
        ? FileReader.read(file, scan, layout, sink)
        : SheetFile.read(file, layout, sink);
  }

  private static List<Problem> sorted(List<Problem> problems) {
    return problems.stream().sorted(Comparator.comparing(Problem::level)).toList();
  }

  /** Keeps the first rows of each code. */
  private static final class Found implements Sink {
    private final FileScan scan;
    private final Map<Reason, List<Problem>> byCode = new EnumMap<>(Reason.class);
    private final Map<Reason, List<Reject>> rejects = new EnumMap<>(Reason.class);
    private final Map<Reason, List<String>> flags = new EnumMap<>(Reason.class);
    private final List<Problem> totals = new ArrayList<>();
    private final Set<String> kinds = new HashSet<>();
    private Layout layout;
    private TotalsCheck check;

    private final Watcher watcher;

    Found(FileScan scan, Watcher watcher) {
      this.scan = scan;
      this.watcher = watcher;
    }

    void begin(Layout of) {
      layout = of;
      check = new TotalsCheck(of);
    }

    void end(Tally tally) {
      for (TotalGap gap : check.gaps()) {
        tally.code(Reason.TOTAL_MISMATCH);
        totals.add(gap.problem(layout.place(gap.line()), decimals(gap.indicator())));
      }
    }

    boolean hasValues(Measure measure) {
      return kinds.contains(measure.indicator() + measure.form());
    }

    private int decimals(String indicator) {
      return layout.words().indicators().values().stream()
          .filter(m -> m.indicator().equals(indicator))
          .mapToInt(Measure::decimals)
          .findFirst()
          .orElse(0);
    }

    @Override
    public void record(LandedRecord record) {
      check.accept(check.number(record.indicator), record.amount);
      kinds.add(record.indicator + record.form);
      watcher.record(record);
    }

    @Override
    public void controlTotal(long line, List<Amount> amounts) {
      check.total(line, amounts);
    }

    @Override
    public void blank(long line) {}

    @Override
    public void reject(Reject reject) {
      check.reject(reject.amounts());
      keep(rejects, reject.codes().get(0), reject);
    }

    @Override
    public void flag(Reason code, long line) {
      keep(flags, code, layout.place(line));
    }

    private static <T> void keep(Map<Reason, List<T>> map, Reason code, T one) {
      List<T> kept = map.computeIfAbsent(code, key -> new ArrayList<>());
      if (kept.size() < SHOWN) {
        kept.add(one);
      }
    }

    List<Problem> problems(Tally tally) {
      rejects.forEach(
          (code, rows) ->
              byCode.put(
                  code,
                  rows.stream()
                      .map(
                          row ->
                              RejectProblem.of(
                                  watcher.advised(row), tally.codes().get(code), scan.separator()))
                      .toList()));
      flags.forEach((code, places) -> byCode.put(code, List.of(flagged(code, places, tally))));
      return Stream.concat(totals.stream(), byCode.values().stream().flatMap(List::stream))
          .toList();
    }

    private Problem flagged(Reason code, List<String> places, Tally tally) {
      long count = tally.codes().get(code);
      Text summary =
          Text.of(
              code.summary().zh() + ":" + count + " 行", code.summary().en() + ": " + rows(count));
      return code.problem(summary).at(places.get(0));
    }

    private static String rows(long count) {
      return count == 1 ? "1 row" : count + " rows";
    }
  }
}
