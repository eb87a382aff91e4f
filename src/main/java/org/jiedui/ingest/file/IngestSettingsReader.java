package org.jiedui.ingest.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.message.Closest;
import org.jiedui.message.Problem;
import org.jiedui.settings.Settings;

/** Reads conf/ingest.conf; units may be declared for the columns of the contract. */
final class IngestSettingsReader {
  private IngestSettingsReader() {}

  static IngestSettings read(Path path, Set<String> columns, List<Problem> problems) {
    Settings file = Settings.load(path);
    Map<String, IngestSettings.Declaration> files = new TreeMap<>();
    file.children("files").forEach((name, s) -> files.put(name, declaration(s, columns)));
    Settings gates = file.child("gates");
    var settings =
        new IngestSettings(
            files,
            sources(file),
            new IngestSettings.Gates(
                gates.real("reject-warn", 1),
                gates.real("reject-stop", 5),
                gates.real("rows-warn", 30),
                gates.real("lost-stop", 5)),
            limits(file.child("limits")),
            file.word("on-bad-file", Set.of("stop", "set-aside"), "stop").equals("set-aside"));
    problems.addAll(file.problems());
    return settings;
  }

  private static IngestSettings.Declaration declaration(Settings s, Set<String> columns) {
    Map<String, String> units = new TreeMap<>();
    Settings declared = s.child("units");
    columns.stream()
        .filter(declared::has)
        .forEach(column -> units.put(column, unit(declared, column)));
    return new IngestSettings.Declaration(
        s.text("table", ""),
        units,
        s.has("unit") ? unit(s, "unit") : "",
        s.integer("code-vintage", 0),
        s.text("source", ""),
        s.text("replaces", ""),
        s.has("layout") ? s.word("layout", Set.of("wide-years"), "") : "",
        s.text("indicator", ""),
        s.word("hidden", Set.of("read", "skip"), "read"),
        s.has("definition") ? s.word("definition", Set.of("registered", "resident"), "") : "",
        cumulative(s, columns));
  }

  private static IngestSettings.Cumulative cumulative(Settings s, Set<String> columns) {
    Settings declared = s.child("cumulative");
    String flow = s.has("flow") ? s.word("flow", Set.of("year", "cumulative"), "") : "";
    if (flow.equals("year") && s.has("cumulative")) {
      s.bad("flow", "cumulative", "cumulative", Optional.of("cumulative"));
    }
    List<String> named = declared.texts("columns");
    named.stream()
        .filter(c -> !columns.contains(c))
        .forEach(
            c ->
                declared.bad(
                    "columns", "合同中的列", "columns of the contract", Closest.to(c, columns)));
    return new IngestSettings.Cumulative(
        flow.isEmpty() && s.has("cumulative") ? "cumulative" : flow,
        new TreeSet<>(named),
        declared.integer("since", 0),
        declared.word("falls", Set.of("reject", "correction"), "reject"));
  }

  private static Map<String, IngestSettings.Delivery> sources(Settings file) {
    Map<String, IngestSettings.Delivery> sources = new TreeMap<>();
    file.children("sources")
        .forEach(
            (id, s) ->
                sources.put(
                    id,
                    IngestSettings.Delivery.valueOf(
                        s.word("delivery", Set.of("append", "snapshot", "amend"), "append")
                            .toUpperCase(Locale.ROOT))));
    return sources;
  }

  private static String unit(Settings s, String key) {
    String word = s.text(key);
    if (Units.of(word).isEmpty()) {
      s.bad(key, "元 千元 万元 百万元 亿元 人 万人 人次", "one of 元 千元 万元 百万元 亿元 人 万人 人次", Optional.empty());
    }
    return word;
  }

  private static IngestSettings.Limits limits(Settings s) {
    var standard = IngestSettings.Limits.DEFAULT;
    return new IngestSettings.Limits(
        s.number64("file-bytes", standard.fileBytes()),
        s.integer("line-bytes", standard.lineBytes()),
        s.integer("columns", standard.columns()),
        s.number64("inflated-bytes", standard.inflatedBytes()),
        s.real("ratio", standard.ratio()),
        s.number64("cells", standard.cells()),
        s.integer("sheets", standard.sheets()));
  }
}
