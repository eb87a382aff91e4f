package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.ingest.LedgerBook.Place;
import org.jiedui.ingest.LedgerBook.Stage;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.LandingPart;
import org.jiedui.ingest.file.LandingSchema;
import org.jiedui.ingest.file.LandingStore;
import org.jiedui.ingest.file.Reason;
import org.jiedui.ingest.file.Tally;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.publish.TableFile;
import org.jiedui.table.Frame;
import org.jiedui.table.LedgerRow;
import org.jiedui.table.PeriodTotalRow;
import org.jiedui.table.SetAsideRow;

/**
 * Balances rows and amounts of every file: what the parser read against what the files hold when
 * they are read back, and landing against panel. Any difference ends the run.
 */
final class LedgerStage {
  private final IngestRequest request;
  private final LandingStore store;
  private final LedgerBook book = new LedgerBook();
  private final Map<String, Integer> names = new TreeMap<>();
  private final Set<String> withdrawn = new TreeSet<>();
  private final ReasonCounts reasons = new ReasonCounts();

  LedgerStage(IngestRequest request, LandingStore store) {
    this.request = request;
    this.store = store;
  }

  /** What the ledger says; only made when it closes. */
  record Ledger(Frame frame, Frame stages, Frame reasons, String json) {}

  Ledger close(
      List<Landing> landings,
      List<Recount.Count> recounts,
      List<SetApart> apart,
      List<Taken> taken,
      List<PanelFacts> panel,
      Frame periods,
      List<String> redelivered,
      List<Fixes.Count> fixes,
      Deliveries deliveries) {
    landings.forEach(l -> names.merge(l.name(), 1, Integer::sum));
    fixes.forEach(l -> names.merge(l.name(), 1, Integer::sum));
    Map<Long, Landing> bySrc = new TreeMap<>();
    for (int i = 0; i < landings.size(); i++) {
      if (deliveries.isWithdrawn(i)) {
        withdrawn.add(landings.get(i).id());
      }
    }
    for (Landing landing : landings) {
      bySrc.put(LandingSchema.src(landing.id()), landing);
      read(landing);
      setAside(landing);
    }
    recounts.forEach(c -> recount(bySrc.get(c.src()), c));
    apart.forEach(a -> setApart(landings.get(a.record().landing()), a));
    taken.forEach(c -> taken(landings.get(c.record().landing()), c));
    fixes.forEach(this::fixes);
    panel.forEach(this::panel);
    periods(periods);
    InputException.throwIfAny(ExitCode.INTERNAL, book.breaks());
    return new Ledger(
        book.frame(this::unit),
        book.stages(this::unit),
        reasons.frame(this::unit),
        book.json(digests(landings), redelivered));
  }

  /** The left side: what the parser counted before any rule. */
  private void read(Landing landing) {
    Tally tally = landing.tally();
    LedgerBook.Entry rows = entry(landing, LedgerRow.ROWS);
    rows.add(Place.READ, tally.rows(Tally.Place.READ));
    rows.add(Place.BLANK, tally.rows(Tally.Place.BLANK));
    tally.amounts(Tally.Place.READ).forEach((id, sum) -> entry(landing, id).add(Place.READ, sum));
    tally
        .amounts(Tally.Place.ACCEPTED)
        .forEach((id, sum) -> book.stage(label(landing), id, Stage.LANDING, sum.value()));
    stage(landing, LedgerRow.ROWS, Stage.LANDING, tally.rows(Tally.Place.ACCEPTED));
  }

  private void setAside(Landing landing) {
    for (LandingPart part : landing.parts()) {
      if (part.aside()) {
        setAside(landing, store.file(landing, part, LandingPart.ASIDE));
      }
    }
  }

  private void setAside(Landing landing, Path file) {
    try (TableFile.Rows rows = TableFile.rows(file)) {
      for (Object[] row = rows.next(); row != null; row = rows.next()) {
        setAside(landing, row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void setAside(Landing landing, Object[] row) {
    Place place = Place.valueOf(text(row, SetAsideRow.PLACE).toUpperCase(Locale.ROOT));
    String codes = text(row, SetAsideRow.CODES);
    if (withdrawn.contains(landing.id()) && place != Place.CONTROL_TOTAL) {
      place = Place.SUPERSEDED;
      codes = Reason.SUPERSEDED.name();
    }
    if ((Integer) row[SetAsideRow.ITEM.ordinal()] == 0) {
      add(landing, place, codes, LedgerRow.ROWS, 1);
    }
    Long amount = (Long) row[SetAsideRow.AMOUNT.ordinal()];
    if (amount != null) {
      add(landing, place, codes, text(row, SetAsideRow.INDICATOR), amount);
    }
  }

  private static String text(Object[] row, SetAsideRow field) {
    return (String) row[field.ordinal()];
  }

  /** To the ledger, and where there is a reason to its count. */
  private void add(Landing landing, Place place, String codes, String measure, long value) {
    entry(landing, measure).add(place, value);
    if (codes != null && !codes.isEmpty()) {
      reasons.add(label(landing), place, codes, measure, value);
    }
  }

  private void recount(Landing landing, Recount.Count c) {
    boolean gone = withdrawn.contains(landing.id());
    Place place = gone ? Place.SUPERSEDED : c.inScope() ? Place.ACCEPTED : Place.OUT_OF_SCOPE;
    String code = gone ? Reason.SUPERSEDED.name() : "";
    add(landing, place, code, LedgerRow.ROWS, c.rows());
    add(landing, place, code, c.indicator(), c.amount());
    stage(landing, LedgerRow.ROWS, Stage.RECORDS, c.rows());
    stage(landing, c.indicator(), Stage.RECORDS, c.amount());
    if (!gone && c.inScope() && Input.isFlow(landing.table())) {
      stage(landing, LedgerRow.ROWS, Stage.GEOGRAPHY, c.rows());
      stage(landing, c.indicator(), Stage.GEOGRAPHY, c.amount());
    }
  }

  private void stage(Landing landing, String measure, Stage stage, long value) {
    book.stage(label(landing), measure, stage, BigInteger.valueOf(value));
  }

  private void setApart(Landing landing, SetApart a) {
    Place place = Place.valueOf(a.place().name());
    if (a.record().item() == 0) {
      add(landing, place, a.reason().name(), LedgerRow.ROWS, 1);
      entry(landing, LedgerRow.ROWS).add(Place.ACCEPTED, -1);
    }
    String indicator = a.record().indicator();
    add(landing, place, a.reason().name(), indicator, a.record().amount());
    entry(landing, indicator).add(Place.ACCEPTED, -a.record().amount());
    if (Input.isFlow(landing.table())) {
      stage(landing, LedgerRow.ROWS, Stage.GEOGRAPHY, a.record().item() == 0 ? -1 : 0);
      stage(landing, indicator, Stage.GEOGRAPHY, -a.record().amount());
    }
  }

  /** Stays read, but counts in other records. */
  private void taken(Landing landing, Taken c) {
    String indicator = c.record().indicator();
    add(landing, Place.valueOf(c.place().name()), c.reason().name(), indicator, c.amount());
    entry(landing, indicator).add(Place.ACCEPTED, -c.amount());
    stage(landing, indicator, Stage.GEOGRAPHY, -c.amount());
  }

  /** A mended list is an input with rows of its own. */
  private void fixes(Fixes.Count list) {
    LedgerBook.Entry rows = book.entry(label(list.name(), list.sha256()), LedgerRow.ROWS);
    rows.add(Place.READ, list.read());
    rows.add(Place.ACCEPTED, list.used());
    rows.add(Place.REJECTED, list.stale());
    rows.add(Place.BLANK, list.open());
    if (list.stale() > 0) {
      reasons.add(
          label(list.name(), list.sha256()),
          Place.REJECTED,
          Reason.FIX_STALE.name(),
          LedgerRow.ROWS,
          list.stale());
    }
  }

  private void panel(PanelFacts year) {
    year.sums()
        .forEach((indicator, sum) -> book.stage(indicator, Stage.PANEL, BigInteger.valueOf(sum)));
  }

  private void periods(Frame periods) {
    for (int row = 0; row < periods.size(); row++) {
      book.stage(
          periods.text(row, PeriodTotalRow.INDICATOR),
          Stage.PANEL,
          BigInteger.valueOf((Long) periods.value(row, PeriodTotalRow.AMOUNT)));
    }
  }

  private LedgerBook.Entry entry(Landing landing, String measure) {
    return book.entry(label(landing), measure);
  }

  /** Two files of one name are told apart by their content. */
  private String label(Landing landing) {
    return label(landing.name(), landing.sha256());
  }

  private String label(String name, String sha256) {
    return names.get(name) == 1 ? name : LedgerRow.file(name, sha256);
  }

  private String unit(String measure) {
    return request
        .indicators()
        .find(measure)
        .map(i -> i.minorPerUnit() == 1 ? i.unit().zh() : i.unit().zh() + "/" + i.minorPerUnit())
        .orElse("行");
  }

  private Map<String, Object> digests(List<Landing> landings) {
    Map<String, Object> digests = new LinkedHashMap<>();
    landings.forEach(l -> digests.put(label(l), l.sha256()));
    return digests;
  }
}
