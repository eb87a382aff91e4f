package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.LandingPart;
import org.jiedui.ingest.file.LandingStore;
import org.jiedui.ingest.file.Layout;
import org.jiedui.ingest.file.Reason;
import org.jiedui.ingest.file.SetAside;
import org.jiedui.ingest.file.SourceRow;
import org.jiedui.ingest.file.SourceRows;
import org.jiedui.message.Text;
import org.jiedui.publish.TableFile;
import org.jiedui.table.Frame;
import org.jiedui.table.RejectRow;

/**
 * All rows that were not used: those of the landings and those that failed together with others.
 */
final class RejectsTable {
  /** Changes whenever the same rejects would be told in other words. */
  private static final String VERSION = "rejects 1";

  private static final int CODES = RejectRow.CODES.ordinal();
  private static final int FILE = RejectRow.FILE.ordinal();
  private static final int COLUMN = RejectRow.COLUMN_NAME.ordinal();
  private static final int VALUE = RejectRow.VALUE.ordinal();
  private static final int RAW_LINE = RejectRow.RAW_LINE.ordinal();
  private static final int SUGGESTION = RejectRow.SUGGESTION.ordinal();

  private final LandingStore store;
  private final String facts;
  private final Kept kept;
  private final List<Source> sources;
  private final CodeAdvice advice;
  private final ApartReject apartReject;
  private final List<Object[]> rows = new ArrayList<>();

  /** A landing, how its file is read, and the file that holds its bytes. */
  record Source(Landing landing, Supplier<List<Layout>> layouts, Path bytes) {
    Layout layout(int part) {
      List<Layout> all = layouts.get();
      return all.size() == 1 ? all.get(0) : all.get(part);
    }
  }

  RejectsTable(IngestRequest request, LandingStore store, List<Source> sources) {
    this.store = store;
    this.sources = List.copyOf(sources);
    this.facts =
        Landing.digest(List.of(VERSION, request.geography().digest(), request.contract().digest()));
    kept = new Kept(request.root().resolve("records").resolve("rejects"));
    advice = new CodeAdvice(request.geography());
    apartReject = new ApartReject(request.geography());
  }

  /**
   * @param further rows that are there already
   */
  Frame frame(List<SetApart> apart, List<Object[]> further, Deliveries deliveries) {
    Map<Integer, List<SetApart>> ofLanding = new TreeMap<>();
    apart.forEach(
        a -> ofLanding.computeIfAbsent(a.record().landing(), n -> new ArrayList<>()).add(a));
    List<Object[]> all = new ArrayList<>(further);
    for (int i = 0; i < sources.size(); i++) {
      if (!deliveries.isWithdrawn(i)) {
        all.addAll(rows(i, ofLanding.getOrDefault(i, List.of())));
      }
    }
    return Frame.of("rejects", RejectRow.values(), all);
  }

  /** The rows of one landing, kept under the digest of what they are made from. */
  private List<Object[]> rows(int number, List<SetApart> apart) {
    Source source = sources.get(number);
    boolean any = source.landing().parts().stream().anyMatch(LandingPart::aside);
    if (!any && apart.isEmpty()) {
      return List.of();
    }
    List<String> words =
        new ArrayList<>(List.of(facts, source.landing().id(), source.landing().name()));
    apart.stream().map(RejectsTable::word).sorted().forEach(words::add);
    Path file =
        kept.keep(
            Landing.digest(words) + ".parquet",
            draft -> TableFile.write(draft, made(number, source, apart), Map.of()));
    return read(file).rows();
  }

  /** A record and why it is set apart, places of others that it names included. */
  private static String word(SetApart a) {
    Found r = a.record();
    return String.join(
        "\u0001",
        Long.toString(r.line()),
        Integer.toString(r.item()),
        a.reason().name(),
        a.column(),
        a.value(),
        a.suggestion().zh());
  }

  private Frame made(int number, Source source, List<SetApart> apart) {
    rows.clear();
    landed(source);
    Map<Long, List<SetApart>> byRow = new TreeMap<>();
    apart.forEach(a -> byRow.computeIfAbsent(a.record().line(), line -> new ArrayList<>()).add(a));
    if (!byRow.isEmpty()) {
      try (SourceRows lines = new SourceRows(source.bytes(), source.layouts().get())) {
        lines.announce(byRow.keySet());
        byRow.values().forEach(ofRow -> row(ofRow, lines));
      }
    }
    return Frame.of("rejects", RejectRow.values(), rows);
  }

  private static Frame read(Path file) {
    try {
      return TableFile.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void landed(Source source) {
    for (int i = 0; i < source.landing().parts().size(); i++) {
      LandingPart part = source.landing().parts().get(i);
      int number = i;
      if (part.aside()) {
        Path file = store.file(source.landing(), part, LandingPart.REJECTS);
        read(file).rows().forEach(row -> rows.add(advised(row, source, number)));
      }
    }
  }

  /** A landing knows no geography: what a mangled code may stand for is added here. */
  private Object[] advised(Object[] row, Source from, int part) {
    row[FILE] = from.landing().name();
    Reason reason = Reason.valueOf(((String) row[CODES]).split(";")[0]);
    if (CodeAdvice.speaksOf(reason) && CodeAdvice.isCounty((String) row[COLUMN])) {
      SourceRow source = SourceRow.of((String) row[RAW_LINE], from.layout(part));
      Text more = advice.suggestion(Text.NONE, (String) row[VALUE], source, 0);
      String hint = (String) row[SUGGESTION];
      row[SUGGESTION] =
          more.isEmpty() ? hint : (hint.isEmpty() ? "" : hint + " | ") + SetAside.both(more);
    }
    return row;
  }

  private void row(List<SetApart> ofRow, SourceRows lines) {
    ofRow.sort(Comparator.comparingInt(a -> a.record().item()));
    Found record = ofRow.get(0).record();
    rows.add(SetAside.row(apartReject.of(ofRow, lines.at(record.line(), record.offset()))));
  }
}
