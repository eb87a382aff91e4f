package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
import org.jiedui.reference.Geography;
import org.jiedui.table.Frame;
import org.jiedui.table.RejectRow;

/**
 * All rows that were not used: those of the landings and those that failed together with others.
 */
final class RejectsTable {
  private static final int CODES = RejectRow.CODES.ordinal();
  private static final int COLUMN = RejectRow.COLUMN_NAME.ordinal();
  private static final int VALUE = RejectRow.VALUE.ordinal();
  private static final int RAW_LINE = RejectRow.RAW_LINE.ordinal();
  private static final int SUGGESTION = RejectRow.SUGGESTION.ordinal();

  private final LandingStore store;
  private final List<Source> sources;
  private final CodeAdvice advice;
  private final ApartReject apartReject;
  private final Map<Integer, SourceRows> opened = new HashMap<>();
  private final List<Object[]> rows = new ArrayList<>();

  /** A landing, how its file is read, and the file that holds its bytes. */
  record Source(Landing landing, List<Layout> layouts, Path bytes) {
    Layout layout(int part) {
      return layouts.size() == 1 ? layouts.get(0) : layouts.get(part);
    }
  }

  RejectsTable(LandingStore store, Geography geography, List<Source> sources) {
    this.store = store;
    this.sources = List.copyOf(sources);
    advice = new CodeAdvice(geography);
    apartReject = new ApartReject(geography);
  }

  /**
   * @param further rows that are there already
   */
  Frame frame(List<SetApart> apart, List<Object[]> further, Deliveries deliveries) {
    rows.addAll(further);
    for (int i = 0; i < sources.size(); i++) {
      if (!deliveries.isWithdrawn(i)) {
        landed(sources.get(i));
      }
    }
    Map<String, List<SetApart>> byRow = new HashMap<>();
    for (SetApart a : apart) {
      byRow
          .computeIfAbsent(a.record().landing() + ":" + a.record().line(), k -> new ArrayList<>())
          .add(a);
    }
    try {
      announce(apart);
      byRow.values().forEach(this::row);
    } finally {
      opened.values().forEach(SourceRows::close);
    }
    return Frame.of("rejects", RejectRow.values(), rows);
  }

  private void landed(Source source) {
    for (int i = 0; i < source.landing().parts().size(); i++) {
      LandingPart part = source.landing().parts().get(i);
      Layout layout = source.layout(i);
      if (part.aside()) {
        try {
          Path file = store.file(source.landing(), part, LandingPart.REJECTS);
          TableFile.read(file).rows().forEach(row -> rows.add(advised(row, layout)));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /** A landing knows no geography: what a mangled code may stand for is added here. */
  private Object[] advised(Object[] row, Layout layout) {
    Reason reason = Reason.valueOf(((String) row[CODES]).split(";")[0]);
    if (CodeAdvice.speaksOf(reason) && CodeAdvice.isCounty((String) row[COLUMN])) {
      SourceRow source = SourceRow.of((String) row[RAW_LINE], layout);
      Text more = advice.suggestion(Text.NONE, (String) row[VALUE], source, 0);
      String hint = (String) row[SUGGESTION];
      row[SUGGESTION] =
          more.isEmpty() ? hint : (hint.isEmpty() ? "" : hint + " | ") + SetAside.both(more);
    }
    return row;
  }

  private void row(List<SetApart> ofRow) {
    ofRow.sort(Comparator.comparingInt(a -> a.record().item()));
    Found record = ofRow.get(0).record();
    SourceRow row = opened(record.landing()).at(record.line(), record.offset());
    rows.add(SetAside.row(apartReject.of(ofRow, row)));
  }

  private void announce(List<SetApart> apart) {
    Map<Integer, Set<Long>> lines = new TreeMap<>();
    for (SetApart a : apart) {
      lines.computeIfAbsent(a.record().landing(), n -> new TreeSet<>()).add(a.record().line());
    }
    lines.forEach((landing, wanted) -> opened(landing).announce(wanted));
  }

  private SourceRows opened(int landing) {
    return opened.computeIfAbsent(
        landing, n -> new SourceRows(sources.get(n).bytes(), sources.get(n).layouts()));
  }
}
