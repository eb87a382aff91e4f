package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.LandingPart;
import org.jiedui.ingest.file.LandingStore;
import org.jiedui.ingest.file.Layout;
import org.jiedui.ingest.file.SourceRows;
import org.jiedui.publish.ProgramVersion;
import org.jiedui.publish.TableFile;
import org.jiedui.reference.Geography;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.RejectRow;

/**
 * All rows that were not used: those of the landings and those that failed together with others. In
 * key order, read from files whenever they are asked for; memory holds one row of each file of one
 * name, however many there are. Rows that an input must be opened for are kept under the digest of
 * what they are made from: a night reads no old file again for them.
 */
public final class Rejects {
  /** Name of the table. */
  public static final String TABLE = "rejects";

  /** Changes whenever the same records would be told of in other rows. */
  private static final String VERSION = "rejects 1";

  private static final Comparator<Object[]> ORDER = Frame.order(List.of(RejectRow.values()));

  private final Kept kept;
  private final LandingStore store;
  private final List<Source> sources;
  private final Geography geography;
  private final Map<Integer, List<SetApart>> apart;
  private final List<Object[]> further;
  private final Deliveries deliveries;

  /**
   * A landing.
   *
   * @param name of its file now
   * @param layouts how its file is read, once that is asked for
   * @param bytes the file that holds its bytes
   */
  record Source(Landing landing, String name, Supplier<List<Layout>> layouts, Path bytes) {
    Layout layout(int part) {
      List<Layout> all = layouts.get();
      return all.size() == 1 ? all.get(0) : all.get(part);
    }
  }

  /**
   * @param kept where rows are kept that a file must be opened for
   * @param further rows that are there already
   */
  Rejects(
      Kept kept,
      LandingStore store,
      Geography geography,
      List<Source> sources,
      List<SetApart> apart,
      List<Object[]> further,
      Deliveries deliveries) {
    this.kept = kept;
    this.store = store;
    this.geography = geography;
    this.sources = List.copyOf(sources);
    this.apart = apart.stream().collect(Collectors.groupingBy(a -> a.record().landing()));
    this.further = List.copyOf(further);
    this.deliveries = deliveries;
  }

  /** Takes one row. */
  public interface Taker {
    void take(Object[] row) throws IOException;
  }

  /** Hands over every row of {@link RejectRow}, in key order. */
  public void forEach(Taker to) {
    for (List<Run> runs : runs().values()) {
      List<RejectRun> opened = new ArrayList<>();
      try {
        merge(runs, opened, to);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        opened.forEach(RejectRun::close);
      }
    }
  }

  private static void merge(List<Run> runs, List<RejectRun> opened, Taker to) throws IOException {
    var least = new PriorityQueue<RejectRun>(Comparator.comparing(RejectRun::row, ORDER));
    for (Run run : runs) {
      opened.add(run.open());
      offer(opened.get(opened.size() - 1), least);
    }
    while (!least.isEmpty()) {
      RejectRun next = least.remove();
      to.take(next.row());
      offer(next, least);
    }
  }

  private static void offer(RejectRun run, PriorityQueue<RejectRun> to) throws IOException {
    if (run.step().row() != null) {
      to.add(run);
    }
  }

  /** All of them in memory, where they are few. */
  public Frame frame() {
    List<Object[]> rows = new ArrayList<>();
    forEach(rows::add);
    return Frame.of(TABLE, RejectRow.values(), rows);
  }

  /** Fields of the table. */
  public static List<Field> fields() {
    return List.of(RejectRow.values());
  }

  /** Rows that are in order among themselves; opened when their turn comes. */
  interface Run {
    RejectRun open() throws IOException;
  }

  /** Runs by the name of their file: the first field of the key. */
  private Map<String, List<Run>> runs() {
    Map<String, List<Run>> runs = new TreeMap<>();
    for (int i = 0; i < sources.size(); i++) {
      Source source = sources.get(i);
      if (!deliveries.isWithdrawn(i)) {
        landed(source, runs);
      }
      setApart(source, apart.getOrDefault(i, List.of()), runs);
    }
    further.stream()
        .sorted(ORDER)
        .collect(Collectors.groupingBy(row -> (String) row[RejectRow.FILE.ordinal()]))
        .forEach((file, rows) -> add(runs, file, () -> RejectRun.of(rows.iterator())));
    return runs;
  }

  /** The parts of a text follow each other; each sheet of a workbook counts its rows anew. */
  private void landed(Source source, Map<String, List<Run>> runs) {
    Landing landing = source.landing();
    List<RejectRun.Part> parts = new ArrayList<>();
    for (int i = 0; i < landing.parts().size(); i++) {
      LandingPart part = landing.parts().get(i);
      if (part.aside()) {
        int number = i;
        Path file = store.file(landing, part, LandingPart.REJECTS);
        parts.add(new RejectRun.Part(file, landing.name(), () -> source.layout(number)));
      }
    }
    boolean advised = landing.tally().codes().keySet().stream().anyMatch(CodeAdvice::speaksOf);
    List<List<RejectRun.Part>> together =
        landing.isSheets() ? parts.stream().map(List::of).toList() : List.of(parts);
    for (List<RejectRun.Part> of : together) {
      if (!of.isEmpty()) {
        Run run = () -> RejectRun.of(of, new CodeAdvice(geography));
        add(runs, landing.name(), advised ? () -> kept(source, files(of), run) : run);
      }
    }
  }

  private void setApart(Source source, List<SetApart> records, Map<String, List<Run>> runs) {
    Map<String, List<SetApart>> sheets =
        records.stream()
            .collect(
                Collectors.groupingBy(
                    a -> source.landing().sheet(a.record().line()),
                    TreeMap::new,
                    Collectors.toList()));
    for (List<SetApart> of : sheets.values()) {
      Run run =
          () -> {
            var rows = new SourceRows(source.bytes(), source.layouts().get());
            return RejectRun.of(of, rows, new ApartReject(geography));
          };
      add(runs, source.landing().name(), () -> kept(source, records(of), run));
    }
  }

  /**
   * The rows of a run from the file that keeps them; made now unless it is there.
   *
   * @param madeFrom what they say beside the landing, its name and the geography
   */
  private RejectRun kept(Source source, Stream<String> madeFrom, Run run) throws IOException {
    Landing landing = source.landing();
    Stream<String> words =
        Stream.of(
            VERSION,
            ProgramVersion.current(),
            landing.id(),
            landing.name(),
            source.name(),
            geography.digest());
    String name = landing.id() + "/" + Landing.digest(Stream.concat(words, madeFrom)) + ".parquet";
    return RejectRun.of(kept.keep(name, draft -> write(run, draft)));
  }

  private static Stream<String> files(List<RejectRun.Part> parts) {
    return parts.stream().map(p -> p.file().getFileName().toString());
  }

  private static Stream<String> records(List<SetApart> of) {
    return of.stream().sorted(SetApart.BY_ROW.thenComparing(SetApart::reason)).map(SetApart::text);
  }

  private static void write(Run run, Path draft) throws IOException {
    try (RejectRun rows = run.open();
        TableFile.Writer writer = TableFile.writer(draft, TABLE, fields(), Map.of())) {
      while (rows.step().row() != null) {
        writer.append(rows.row());
      }
    }
  }

  private static void add(Map<String, List<Run>> runs, String file, Run run) {
    runs.computeIfAbsent(file, f -> new ArrayList<>()).add(run);
  }
}
