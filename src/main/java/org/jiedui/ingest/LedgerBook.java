package org.jiedui.ingest;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jiedui.ingest.file.ExactSum;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.Json;
import org.jiedui.table.Frame;
import org.jiedui.table.LedgerRow;
import org.jiedui.table.LedgerStageRow;

/** The numbers of the ledger: places by file and measure, sums by measure and stage. */
final class LedgerBook {
  private final Map<String, Map<String, Entry>> files = new TreeMap<>();

  /** File, or all of them together, → measure → stage. */
  private final Map<String, Map<String, Map<Stage, BigInteger>>> stages = new TreeMap<>();

  /** Columns of the ledger that hold numbers. */
  enum Place {
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

  /** On the way from the files to the panel; out of one is into the next. */
  enum Stage {
    /** As the parser accepted it. */
    LANDING,
    /** As Spark counts it from the landed files. */
    RECORDS,
    /** With codes, without duplicates and years out of scope. */
    GEOGRAPHY,
    /** As the panel sums it. */
    PANEL
  }

  /** One measure of one file. */
  static final class Entry {
    private final Map<Place, ExactSum> sums = new EnumMap<>(Place.class);

    Entry() {
      for (Place place : Place.values()) {
        sums.put(place, new ExactSum());
      }
    }

    void add(Place place, long value) {
      sums.get(place).add(value);
    }

    void add(Place place, ExactSum sum) {
      sums.get(place).add(sum);
    }

    private BigInteger value(Place place) {
      return sums.get(place).value();
    }

    private BigInteger ended() {
      BigInteger total = BigInteger.ZERO;
      for (Place place : Place.values()) {
        total = place == Place.READ ? total : total.add(value(place));
      }
      return total;
    }
  }

  Entry entry(String file, String measure) {
    return files
        .computeIfAbsent(file, f -> new TreeMap<>())
        .computeIfAbsent(measure, m -> new Entry());
  }

  /** What a file brings to a stage. */
  void stage(String file, String measure, Stage stage, BigInteger value) {
    add(file, measure, stage, value);
    stage(measure, stage, value);
  }

  /** What stands at a stage of which no file is known. */
  void stage(String measure, Stage stage, BigInteger value) {
    add(LedgerRow.TOTAL, measure, stage, value);
  }

  private void add(String file, String measure, Stage stage, BigInteger value) {
    stages
        .computeIfAbsent(file, f -> new TreeMap<>())
        .computeIfAbsent(measure, m -> new EnumMap<>(Stage.class))
        .merge(stage, value, BigInteger::add);
  }

  private Map<String, Map<Stage, BigInteger>> totals() {
    return stages.getOrDefault(LedgerRow.TOTAL, Map.of());
  }

  /** Where the two sides of the ledger differ. */
  List<Problem> breaks() {
    List<Problem> breaks = new ArrayList<>();
    files.forEach(
        (file, entries) ->
            entries.forEach(
                (measure, entry) ->
                    same(file + ", " + measure, entry.value(Place.READ), entry.ended(), breaks)));
    stages.forEach(
        (file, measures) -> {
          if (!file.equals(LedgerRow.TOTAL)) {
            measures.forEach(
                (measure, sums) ->
                    same(file + ", " + measure, sums, Stage.LANDING, Stage.RECORDS, breaks));
          }
        });
    totals()
        .forEach(
            (measure, sums) -> {
              if (!measure.equals(LedgerRow.ROWS)) {
                same(measure, sums, Stage.GEOGRAPHY, Stage.PANEL, breaks);
              }
            });
    return breaks;
  }

  private static void same(
      String measure, Map<Stage, BigInteger> sums, Stage from, Stage to, List<Problem> breaks) {
    String where = measure + ", " + name(from) + " → " + name(to);
    same(where, value(sums, from), value(sums, to), breaks);
  }

  private static void same(String where, BigInteger left, BigInteger right, List<Problem> breaks) {
    if (!left.equals(right)) {
      breaks.add(broken(where, left, right));
    }
  }

  private static BigInteger value(Map<Stage, BigInteger> sums, Stage stage) {
    return sums.getOrDefault(stage, BigInteger.ZERO);
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

  /**
   * @param unit of a measure, for people
   */
  Frame frame(UnaryOperator<String> unit) {
    List<Object[]> rows = new ArrayList<>();
    Map<String, Entry> totals = new TreeMap<>();
    files.forEach(
        (file, entries) ->
            entries.forEach(
                (measure, entry) -> {
                  rows.add(row(file, measure, unit, entry));
                  Entry total = totals.computeIfAbsent(measure, m -> new Entry());
                  entry.sums.forEach(total::add);
                }));
    totals.forEach((measure, entry) -> rows.add(row(LedgerRow.TOTAL, measure, unit, entry)));
    return Frame.of("ledger", LedgerRow.values(), rows);
  }

  private static Object[] row(
      String file, String measure, UnaryOperator<String> unit, Entry entry) {
    Object[] row = new Object[LedgerRow.values().length];
    row[LedgerRow.FILE.ordinal()] = file;
    row[LedgerRow.MEASURE.ordinal()] = measure;
    row[LedgerRow.UNIT.ordinal()] = unit.apply(measure);
    for (Place place : Place.values()) {
      row[LedgerRow.READ.ordinal() + place.ordinal()] = entry.value(place).longValueExact();
    }
    return row;
  }

  /**
   * @param unit of a measure, for people
   */
  Frame stages(UnaryOperator<String> unit) {
    List<Object[]> rows = new ArrayList<>();
    stages.forEach(
        (file, measures) ->
            measures.forEach((measure, sums) -> rows.add(row(file, measure, unit, sums))));
    return Frame.of("ledger_stage", LedgerStageRow.values(), rows);
  }

  private static Object[] row(
      String file, String measure, UnaryOperator<String> unit, Map<Stage, BigInteger> sums) {
    Object[] row = new Object[LedgerStageRow.values().length];
    row[LedgerStageRow.FILE.ordinal()] = file;
    row[LedgerStageRow.MEASURE.ordinal()] = measure;
    row[LedgerStageRow.UNIT.ordinal()] = unit.apply(measure);
    sums.forEach(
        (stage, sum) ->
            row[LedgerStageRow.LANDING.ordinal() + stage.ordinal()] = sum.longValueExact());
    return row;
  }

  /** The same numbers for programs. */
  String json(Map<String, Object> sha256, List<String> redelivered) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(
        "identity",
        "read = accepted + rejected + duplicate + superseded + out_of_scope + control_total + blank"
            + " + carried");
    Map<String, Object> perFile = new LinkedHashMap<>();
    files.forEach((file, entries) -> perFile.put(file, measures(entries)));
    tree.put("files", perFile);
    Map<String, Object> stageSums = new LinkedHashMap<>();
    totals()
        .forEach(
            (measure, sums) -> {
              Map<String, Object> numbers = new TreeMap<>();
              sums.forEach((stage, value) -> numbers.put(name(stage), value.longValueExact()));
              stageSums.put(measure, numbers);
            });
    tree.put("stages", stageSums);
    tree.put("sha256", sha256);
    tree.put("redelivered", redelivered);
    tree.put("closes", true);
    return Json.pretty(tree);
  }

  private static Map<String, Object> measures(Map<String, Entry> entries) {
    Map<String, Object> tree = new LinkedHashMap<>();
    entries.forEach(
        (measure, entry) -> {
          Map<String, Object> places = new LinkedHashMap<>();
          entry.sums.forEach((place, sum) -> places.put(name(place), sum.value().longValueExact()));
          tree.put(measure, places);
        });
    return tree;
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
