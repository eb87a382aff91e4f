package org.jiedui.ingest.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.reference.Indicator;
import org.jiedui.reference.Indicators;
import org.jiedui.settings.Settings;

/** Reads conf/schema.conf and joins its measure columns with the declared indicators. */
final class ContractReader {
  private static final Map<String, Role> TYPES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("source", Role.SOURCE),
              Map.entry("record", Role.RECORD_ID),
              Map.entry("year", Role.YEAR),
              Map.entry("period", Role.PERIOD),
              Map.entry("period-from", Role.PERIOD_FROM),
              Map.entry("period-to", Role.PERIOD_TO),
              Map.entry("county", Role.RECIPIENT),
              Map.entry("region", Role.RECIPIENT),
              Map.entry("province", Role.DONOR),
              Map.entry("donor-name", Role.DONOR_NAME),
              Map.entry("name", Role.RECIPIENT_NAME),
              Map.entry("province-name", Role.PROVINCE_NAME),
              Map.entry("prefecture-name", Role.PREFECTURE_NAME),
              Map.entry("direction", Role.DIRECTION),
              Map.entry("indicator", Role.INDICATOR),
              Map.entry("form", Role.FORM),
              Map.entry("status", Role.STATUS),
              Map.entry("amount", Role.AMOUNT),
              Map.entry("unit", Role.UNIT),
              Map.entry("vintage", Role.CODE_VINTAGE),
              Map.entry("revision", Role.REVISION),
              Map.entry("person", Role.PERSON),
              Map.entry("post", Role.POST),
              Map.entry("from", Role.FROM),
              Map.entry("to", Role.TO),
              Map.entry("money", Role.MEASURE),
              Map.entry("count", Role.MEASURE),
              Map.entry("real", Role.MEASURE)));

  private final Indicators indicators;

  private ContractReader(Indicators indicators) {
    this.indicators = indicators;
  }

  static Contract read(Path schema, Indicators indicators) {
    Settings file = Settings.load(schema);
    var reader = new ContractReader(indicators);
    Map<String, Contract.Table> tables = new TreeMap<>();
    file.children("tables").forEach((id, table) -> tables.put(id, reader.table(id, table)));
    List<Problem> problems = new ArrayList<>(file.problems());
    Set<String> columns = new TreeSet<>();
    tables.values().forEach(t -> t.columns().forEach(c -> columns.add(c.id())));
    IngestSettings settings = settings(schema.resolveSibling("ingest.conf"), columns, problems);
    InputException.throwIfAny(ExitCode.USAGE, problems);
    return new Contract(tables, settings);
  }

  private static IngestSettings settings(Path file, Set<String> columns, List<Problem> problems) {
    return Files.exists(file)
        ? IngestSettingsReader.read(file, columns, problems)
        : IngestSettings.DEFAULT;
  }

  private Contract.Table table(String id, Settings table) {
    List<Contract.Column> columns = new ArrayList<>();
    Map<Role, Map<String, String>> words = new TreeMap<>();
    table
        .children("columns")
        .forEach((name, column) -> columns.add(column(id, name, column, words)));
    columns.addAll(undeclared(id, columns));
    List<String> key = table.texts("key");
    if (key.stream().noneMatch(k -> isYear(columns, k))) {
      table.bad("key", "包含年份列", "a key that contains the year column", Optional.of("year"));
    }
    key.stream()
        .filter(k -> columns.stream().noneMatch(c -> c.id().equals(k)))
        .forEach(k -> table.bad("key", "本表的列", "columns of this table", Optional.empty()));
    return new Contract.Table(
        id,
        table.word("grain", new TreeSet<>(List.of("event", "summary", "roster")), "event"),
        key,
        List.copyOf(columns),
        columns.stream().map(Contract.Column::measure).filter(m -> m != null).toList(),
        new ContractWords(indicators).of(id, columns, words, table),
        table.texts("missing").stream().map(String::strip).toList());
  }

  private static boolean isYear(List<Contract.Column> columns, String id) {
    return columns.stream().anyMatch(c -> c.id().equals(id) && c.role() == Role.YEAR);
  }

  private Contract.Column column(
      String table, String id, Settings s, Map<Role, Map<String, String>> words) {
    Role typed = TYPES.getOrDefault(s.word("type", TYPES.keySet(), "name"), Role.RECIPIENT_NAME);
    Role role = s.flag("pii", false) ? personal(typed, s) : typed;
    List<Integer> range = s.integers("range");
    Map<String, String> values = values(s.child("values"));
    words.computeIfAbsent(role, key -> new TreeMap<>()).putAll(values);
    Measure measure = role == Role.MEASURE ? measure(table, id, s) : null;
    if (range.size() == 1 || range.size() > 2) {
      s.bad("range", "[最小, 最大]", "[lowest, highest]", Optional.empty());
    }
    long min = measure != null ? measure.min() : range.size() == 2 ? range.get(0) : 0;
    long max = measure != null ? measure.max() : range.size() == 2 ? range.get(1) : Long.MAX_VALUE;
    return new Contract.Column(
        id,
        s.texts("aliases"),
        role,
        s.flag("required", false),
        measure,
        unit(s),
        min,
        max,
        s.has("flow") ? s.word("flow", Set.of("year", "cumulative"), "year") : "",
        s.text("default", ""));
  }

  /** Only a column that is not computed with can be covered. */
  private static Role personal(Role typed, Settings s) {
    if (typed != Role.RECIPIENT_NAME) {
      s.bad("pii", "只用于 type = name 的列", "only with type = name", Optional.empty());
    }
    return Role.PII;
  }

  private static String unit(Settings s) {
    String unit = s.text("unit", "");
    if (!unit.isEmpty() && !unit.equals("required") && Units.of(unit).isEmpty()) {
      s.bad("unit", "已知单位或 required", "a known unit or required", Optional.empty());
    }
    return unit;
  }

  private static Map<String, String> values(Settings values) {
    Map<String, String> words = new TreeMap<>();
    for (String id : List.of("E2W", "W2E", "cash", "kind", "none", "agreed", "arrived", "paid")) {
      word(values, id, words);
    }
    List.of("spent", "registered", "resident").forEach(id -> word(values, id, words));
    return words;
  }

  private static void word(Settings values, String id, Map<String, String> words) {
    if (values.has(id)) {
      words.put(Headers.normal(id), id);
      values.texts(id).forEach(alias -> words.put(Headers.normal(alias), id));
    }
  }

  private Measure measure(String table, String column, Settings s) {
    Optional<Indicator> owner =
        indicators.of(table).stream().filter(i -> i.columns().containsKey(column)).findFirst();
    if (owner.isEmpty()) {
      bound(s, "min", 0, 0);
      bound(s, "max", 0, 0);
      s.bad(
          "type",
          "由 conf/indicators 中的某个指标使用的列",
          "a column that an indicator of conf/indicators uses",
          Optional.empty());
      return null;
    }
    Measure whole = measure(owner.get(), owner.get().columns().get(column));
    return new Measure(
        whole.indicator(),
        whole.kind(),
        whole.decimals(),
        whole.form(),
        stage(s),
        whole.unit(),
        whole.times(),
        bound(s, "min", whole.decimals(), whole.min()),
        bound(s, "max", whole.decimals(), whole.max()));
  }

  private static String stage(Settings s) {
    Set<String> stages = new TreeSet<>(List.of("agreed", "arrived", "paid", "spent"));
    return s.has("status") ? s.word("status", stages, "") : "";
  }

  private static long bound(Settings s, String key, int decimals, long fallback) {
    return s.optionalText(key)
        .map(
            text -> {
              try {
                return new BigDecimal(text)
                    .movePointRight(decimals)
                    .setScale(0, RoundingMode.UNNECESSARY)
                    .longValueExact();
              } catch (ArithmeticException | NumberFormatException e) {
                s.bad(key, "该单位下的数值", "a number in the unit of the column", Optional.empty());
                return fallback;
              }
            })
        .orElse(fallback);
  }

  /** What an indicator counts in a form, without bounds. */
  static Measure measure(Indicator indicator, String form) {
    return new Measure(
        indicator.id(),
        Measure.Kind.valueOf(indicator.kind().name()),
        indicator.decimals(),
        form,
        "",
        indicator.unit().zh(),
        indicator.measure() == Indicator.Measure.NONE
            ? ""
            : indicator.measure().name().toLowerCase(Locale.ROOT),
        -Long.MAX_VALUE,
        Long.MAX_VALUE);
  }

  /** Measures of indicators whose columns the contract does not list: id, labels and aliases. */
  private List<Contract.Column> undeclared(String table, List<Contract.Column> declared) {
    List<Contract.Column> columns = new ArrayList<>();
    for (Indicator indicator : indicators.of(table)) {
      Map<String, String> own =
          indicator.columns().isEmpty() ? Map.of(indicator.id(), "none") : indicator.columns();
      own.forEach(
          (id, form) -> {
            if (declared.stream().noneMatch(c -> c.id().equals(id))) {
              columns.add(undeclared(indicator, id, form, own.size() == 1));
            }
          });
    }
    return columns;
  }

  private static Contract.Column undeclared(
      Indicator indicator, String id, String form, boolean whole) {
    List<String> aliases = new ArrayList<>();
    if (whole) {
      aliases.addAll(indicator.aliases());
      aliases.add(indicator.label().zh());
      aliases.add(indicator.label().en());
    }
    Measure measure = measure(indicator, form);
    String unit = measure.kind() == Measure.Kind.MONEY ? "required" : "";
    return new Contract.Column(
        id, aliases, Role.MEASURE, false, measure, unit, measure.min(), measure.max(), "", "");
  }
}
