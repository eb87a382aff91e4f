package org.jiedui.reference;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiedui.message.Closest;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.reference.Indicator.GapPart;
import org.jiedui.reference.Indicator.Kind;
import org.jiedui.reference.Indicator.Measure;
import org.jiedui.reference.Indicator.Polarity;
import org.jiedui.settings.Settings;

/** Reads one indicator file; what is wrong is added to the list of problems. */
final class IndicatorFile {
  static final String FLOWS = "cooperation_record";
  static final String LEVELS = "region_year";
  private static final Set<String> FORMS = Set.of("none", "cash", "kind");

  private final Settings file;

  private IndicatorFile(Settings file) {
    this.file = file;
  }

  static Optional<Indicator> read(Path path, Map<String, Text> dimensions, List<Problem> problems) {
    return FactProblems.read(path, s -> new IndicatorFile(s).indicator(dimensions), problems);
  }

  /** Labels of dimensions, in the order of their names. */
  static Map<String, Text> dimensions(Path path, List<Problem> problems) {
    return FactProblems.read(path, IndicatorFile::labels, problems).orElse(Map.of());
  }

  private static Map<String, Text> labels(Settings file) {
    Map<String, Text> labels = new LinkedHashMap<>();
    file.children("dimensions")
        .forEach((id, label) -> labels.put(id, Text.of(label.text("zh"), label.text("en"))));
    return labels;
  }

  private Indicator indicator(Map<String, Text> dimensions) {
    Kind kind = choice(file, "kind", Kind.REAL);
    return new Indicator(
        id(),
        file.label("label"),
        kind,
        decimals(kind),
        measure(kind),
        file.label("unit"),
        word(file, "table", Set.of(FLOWS, LEVELS), FLOWS),
        columns(),
        file.texts("aliases"),
        file.flag("additive"),
        file.optionalText("per"),
        gap(dimensions));
  }

  private String id() {
    String id = file.text("id");
    String name = file.file().getFileName().toString().replace(".conf", "");
    if (file.has("id") && !(id.equals(name) && id.matches("[a-z][a-z0-9_]{0,31}"))) {
      bad(file, "id", "与文件名相同的标识:" + name, "the name of the file: " + name);
    }
    return id;
  }

  private int decimals(Kind kind) {
    if (kind != Kind.REAL) {
      if (file.has("decimals")) {
        bad(file, "decimals", "仅用于 kind = real", "only with kind = real");
      }
      return kind == Kind.MONEY ? 2 : 0;
    }
    int decimals = file.integer("decimals");
    if (decimals < 0 || decimals > 6) {
      bad(file, "decimals", "0 至 6", "0 to 6");
    }
    return decimals;
  }

  private Measure measure(Kind kind) {
    if (!file.has("measure")) {
      return Measure.NONE;
    }
    Measure measure = choice(file, "measure", Measure.NONE);
    if (measure == Measure.PERSON_YEAR && kind != Kind.REAL) {
      bad(file, "measure", "person_year 仅用于 kind = real", "person_year only with kind = real");
    }
    if (measure.isCount() && kind != Kind.COUNT) {
      bad(file, "measure", "仅用于 kind = count", "only with kind = count");
    }
    return measure;
  }

  private Map<String, String> columns() {
    Map<String, String> forms = new LinkedHashMap<>();
    file.children("columns")
        .forEach((name, column) -> forms.put(name, word(column, "form", FORMS, "none")));
    return forms;
  }

  private Optional<GapPart> gap(Map<String, Text> dimensions) {
    if (!file.has("gap")) {
      return Optional.empty();
    }
    Settings gap = file.child("gap");
    List<Double> posts = gap.reals("goalposts");
    if (posts.size() != 2 || posts.get(0) >= posts.get(1)) {
      bad(gap, "goalposts", "[下限, 上限],下限小于上限", "[low, high] with low < high");
      posts = List.of(0.0, 1.0);
    }
    double weight = gap.real("weight", 1.0);
    if (weight < 0) {
      bad(gap, "weight", "不小于 0", "0 or more");
    }
    return Optional.of(
        new GapPart(
            choice(gap, "polarity", Polarity.BENEFIT),
            posts.get(0),
            posts.get(1),
            weight,
            word(gap, "dimension", dimensions.keySet(), "")));
  }

  private static <E extends Enum<E>> E choice(Settings group, String key, E standIn) {
    Map<String, E> known =
        Arrays.stream(standIn.getDeclaringClass().getEnumConstants())
            .collect(Collectors.toMap(e -> e.name().toLowerCase(Locale.ROOT), e -> e));
    String fallback = standIn.name().toLowerCase(Locale.ROOT);
    return known.get(word(group, key, known.keySet(), fallback));
  }

  /** A word that must be there and of the list; the fallback once the problem is noted. */
  private static String word(Settings group, String key, Set<String> known, String fallback) {
    String found = group.text(key);
    if (group.has(key) && !known.contains(found)) {
      Set<String> sorted = new TreeSet<>(known);
      group.bad(key, "下列之一:" + sorted, "one of " + sorted, Closest.to(found, sorted));
    }
    return known.contains(found) ? found : fallback;
  }

  private static void bad(Settings group, String key, String zh, String en) {
    group.bad(key, zh, en, Optional.empty());
  }
}
