package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.ingest.file.ExactSum;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.LandingPart;
import org.jiedui.ingest.file.LandingSchema;
import org.jiedui.ingest.file.LandingStore;
import org.jiedui.ingest.file.Reason;
import org.jiedui.ingest.file.Tally;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.Json;
import org.jiedui.publish.TableFile;
import org.jiedui.table.Frame;
import org.jiedui.table.LedgerRow;
import org.jiedui.table.PanelRow;
import org.jiedui.table.SetAsideRow;

/**
 * Balances rows and amounts of every file: what the parser read against what the files hold when
 * they are read back, and landing against panel. Any difference ends the run.
 */
final class LedgerStage {
  private final IngestRequest request;
  private final LandingStore store;
  private final Map<String, Map<String, Entry>> files = new TreeMap<>();
  private final Map<String, Map<String, BigInteger>> stages = new TreeMap<>();
  private final Map<String, Integer> names = new TreeMap<>();
  private final Set<String> withdrawn = new TreeSet<>();
  private final ReasonCounts reasons = new ReasonCounts();
  private final List<Problem> breaks = new ArrayList<>();

  LedgerStage(IngestRequest request, LandingStore store) {
    this.request = request;
    this.store = store;
  }

  /** Columns of the ledger that hold numbers. */
  private enum Place {
    READ,
    ACCEPTED,
    REJECTED,
    DUPLICATE,
    SUPERSEDED,
    OUT_OF_SCOPE,
    CONTROL_TOTAL,
    BLANK,
    /** What running totals repeat of earlier years. */
    CARRIED
  }

  /** One measure of one file. */
  private static final class Entry {
    private final Map<Place, ExactSum> sums = new EnumMap<>(Place.class);

    Entry() {
      for (Place place : Place.values()) {
        sums.put(place, new ExactSum());
      }
    }

    void add(Place place, long value) {
      sums.get(place).add(value);
    }

    BigInteger value(Place place) {
      return sums.get(place).value();
    }

    BigInteger ended() {
      BigInteger total = BigInteger.ZERO;
      for (Place place : Place.values()) {
        total = place == Place.READ ? total : total.add(value(place));
      }
      return total;
    }
  }

  /** What the ledger says; only made when it closes. */
  record Ledger(Frame frame, Frame reasons, String json) {}

  Ledger close(
      List<Landing> landings,
      List<Recount.Count> recounts,
      List<SetApart> apart,
      List<Taken> taken,
      Collection<Path> panelFiles,
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
    panel(panelFiles);
    check();
    InputException.throwIfAny(ExitCode.INTERNAL, breaks);
    return new Ledger(frame(), reasons.frame(this::unit), json(landings, redelivered));
  }

  /** The left side: what the parser counted before any rule. */
  private void read(Landing landing) {
    Tally tally = landing.tally();
    Entry rows = entry(landing, LedgerRow.ROWS);
    rows.add(Place.READ, tally.rows(Tally.Place.READ));
    rows.add(Place.BLANK, tally.rows(Tally.Place.BLANK));
    tally
        .amounts(Tally.Place.READ)
        .forEach((id, sum) -> entry(landing, id).sums.get(Place.READ).add(sum));
    tally.amounts(Tally.Place.ACCEPTED).forEach((id, sum) -> stage(id, "landing", sum.value()));
  }

  private void setAside(Landing landing) {
    for (LandingPart part : landing.parts()) {
      if (part.aside()) {
        Frame aside = frame(store.file(landing, part, LandingPart.ASIDE));
        for (int row = 0; row < aside.size(); row++) {
          setAside(landing, aside, row);
        }
      }
    }
  }

  private void setAside(Landing landing, Frame aside, int row) {
    Place place = Place.valueOf(aside.text(row, SetAsideRow.PLACE).toUpperCase(Locale.ROOT));
    String codes = aside.text(row, SetAsideRow.CODES);
    if (withdrawn.contains(landing.id()) && place != Place.CONTROL_TOTAL) {
      place = Place.SUPERSEDED;
      codes = Reason.SUPERSEDED.name();
    }
    if ((Integer) aside.value(row, SetAsideRow.ITEM) == 0) {
      add(landing, place, codes, LedgerRow.ROWS, 1);
    }
    if (aside.value(row, SetAsideRow.AMOUNT) != null) {
      String indicator = aside.text(row, SetAsideRow.INDICATOR);
      add(landing, place, codes, indicator, (Long) aside.value(row, SetAsideRow.AMOUNT));
    }
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
    stage(c.indicator(), "records", BigInteger.valueOf(c.amount()));
    if (!gone && c.inScope() && Input.isFlow(landing.table())) {
      stage(c.indicator(), "geography", BigInteger.valueOf(c.amount()));
    }
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
      stage(a.record().indicator(), "geography", BigInteger.valueOf(-a.record().amount()));
    }
  }

  /** Stays read, but counts in other records. */
  private void taken(Landing landing, Taken c) {
    String indicator = c.record().indicator();
    add(landing, Place.valueOf(c.place().name()), c.reason().name(), indicator, c.amount());
    entry(landing, indicator).add(Place.ACCEPTED, -c.amount());
    stage(indicator, "geography", BigInteger.valueOf(-c.amount()));
  }

  /** A mended list is an input with rows of its own. */
  private void fixes(Fixes.Count list) {
    Entry rows =
        files
            .computeIfAbsent(label(list.name(), list.sha256()), f -> new TreeMap<>())
            .computeIfAbsent(LedgerRow.ROWS, m -> new Entry());
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

  private void panel(Collection<Path> files) {
    for (Frame panel : files.parallelStream().map(LedgerStage::frame).toList()) {
      for (int row = 0; row < panel.size(); row++) {
        stage(
            panel.text(row, PanelRow.INDICATOR),
            "panel",
            BigInteger.valueOf((Long) panel.value(row, PanelRow.AMOUNT)));
      }
    }
  }

  private void check() {
    files.forEach(
        (file, entries) ->
            entries.forEach(
                (measure, entry) -> {
                  if (!entry.value(Place.READ).equals(entry.ended())) {
                    breaks.add(
                        broken(file + ", " + measure, entry.value(Place.READ), entry.ended()));
                  }
                }));
    stages.forEach(
        (measure, sums) -> {
          same(measure, sums, "landing", "records");
          same(measure, sums, "geography", "panel");
        });
  }

  private void same(String measure, Map<String, BigInteger> sums, String from, String to) {
    BigInteger left = sums.getOrDefault(from, BigInteger.ZERO);
    BigInteger right = sums.getOrDefault(to, BigInteger.ZERO);
    if (!left.equals(right)) {
      breaks.add(broken(measure + ", " + from + " → " + to, left, right));
    }
  }

  private static Problem broken(String where, BigInteger left, BigInteger right) {
    return Problem.error(
            "NOT_CONSERVED", Text.of("账目不平:" + where, "rows or amounts do not add up: " + where))
        .showing(left + " ≠ " + right + " (" + left.subtract(right) + ")")
        .because("有数据丢失或重复计算,未发布任何内容", "something was lost or counted twice; nothing was published")
        .fix(
            "删除 landing/ 与 panel/ 后重新运行;如仍出现请报告",
            "delete landing/ and panel/ and run again; report it if it comes back");
  }

  private Entry entry(Landing landing, String measure) {
    return files
        .computeIfAbsent(label(landing), f -> new TreeMap<>())
        .computeIfAbsent(measure, m -> new Entry());
  }

  private void stage(String measure, String stage, BigInteger value) {
    stages.computeIfAbsent(measure, m -> new TreeMap<>()).merge(stage, value, BigInteger::add);
  }

  /** Two files of one name are told apart by their content. */
  private String label(Landing landing) {
    return label(landing.name(), landing.sha256());
  }

  private String label(String name, String sha256) {
    return names.get(name) == 1 ? name : name + " (" + sha256.substring(0, 8) + ")";
  }

  private Frame frame() {
    List<Object[]> rows = new ArrayList<>();
    Map<String, Entry> totals = new TreeMap<>();
    files.forEach(
        (file, entries) ->
            entries.forEach(
                (measure, entry) -> {
                  rows.add(row(file, measure, entry));
                  Entry total = totals.computeIfAbsent(measure, m -> new Entry());
                  for (Place place : Place.values()) {
                    total.sums.get(place).add(entry.sums.get(place));
                  }
                }));
    totals.forEach((measure, entry) -> rows.add(row(LedgerRow.TOTAL, measure, entry)));
    return Frame.of("ledger", LedgerRow.values(), rows);
  }

  private Object[] row(String file, String measure, Entry entry) {
    Object[] row = new Object[LedgerRow.values().length];
    row[0] = file;
    row[1] = measure;
    row[2] = unit(measure);
    for (Place place : Place.values()) {
      row[3 + place.ordinal()] = entry.value(place).longValueExact();
    }
    return row;
  }

  private String unit(String measure) {
    return request
        .indicators()
        .find(measure)
        .map(i -> i.minorPerUnit() == 1 ? i.unit().zh() : i.unit().zh() + "/" + i.minorPerUnit())
        .orElse("行");
  }

  private String json(List<Landing> landings, List<String> redelivered) {
    Map<String, Object> tree = new LinkedHashMap<>();
    Map<String, Object> perFile = new LinkedHashMap<>();
    files.forEach((file, entries) -> perFile.put(file, measures(entries)));
    tree.put(
        "identity",
        "read = accepted + rejected + duplicate + superseded + out_of_scope + control_total + blank"
            + " + carried");
    tree.put("files", perFile);
    Map<String, Object> stageSums = new LinkedHashMap<>();
    stages.forEach(
        (measure, sums) -> {
          Map<String, Object> numbers = new LinkedHashMap<>();
          sums.forEach((stage, value) -> numbers.put(stage, value.longValueExact()));
          stageSums.put(measure, numbers);
        });
    tree.put("stages", stageSums);
    Map<String, Object> digests = new LinkedHashMap<>();
    landings.forEach(l -> digests.put(label(l), l.sha256()));
    tree.put("sha256", digests);
    tree.put("redelivered", redelivered);
    tree.put("closes", true);
    return Json.pretty(tree);
  }

  private static Map<String, Object> measures(Map<String, Entry> entries) {
    Map<String, Object> tree = new LinkedHashMap<>();
    entries.forEach(
        (measure, entry) -> {
          Map<String, Object> places = new LinkedHashMap<>();
          for (Place place : Place.values()) {
            places.put(place.name().toLowerCase(Locale.ROOT), entry.value(place).longValueExact());
          }
          tree.put(measure, places);
        });
    return tree;
  }

  private static Frame frame(Path file) {
    try {
      return TableFile.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
