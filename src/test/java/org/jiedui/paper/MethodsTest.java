package org.jiedui.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiedui.message.Lang;
import org.jiedui.table.ClusterKProfileRow;
import org.jiedui.table.EffectEventRow;
import org.jiedui.table.EffectIntervalRow;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.GapCouplingRow;
import org.jiedui.table.GapIndexRow;
import org.jiedui.table.LedgerRow;
import org.jiedui.table.PublishedTable;
import org.junit.jupiter.api.Test;

/** Every sentence comes from a setting or a table, and changes with it. */
class MethodsTest {
  private static final String SETTINGS =
      """
      {"title": {"zh": "研究", "en": "Study"}, "seed": 42, "geography": "union", "absent": "zero",
       "windows": {"before": [1996, 2015], "after": [2016, 2020]}, "prices": {"base-year": 2020},
       "effects": {"indicators": ["fiscal"], "confidence": 0.95, "reference": "t"},
       "gap": {"level": "county", "indicators": ["income", "gdp"], "weights": "equal", "missing": "available",
               "min-share": 0.65, "aggregation": "arithmetic", "floor": 0.01, "treat": "none", "draws": 1000},
       "clusters": {"year": 2020, "k": null, "starts": 50, "scale": "z", "bootstraps": 100, "neighbours": ""},
       "inequality": {"indicators": ["income"], "classes": 4},
       "pairing": {"strength": "gdp", "need": "income", "draws": 9999},
       "targeting": {"aid": "fiscal", "need": "income", "band": 0.1}}
      """;

  private final Map<String, Frame> tables = new HashMap<>();

  @Test
  void aSettingThatChangesChangesItsSentence() {
    allTables();
    String[][] changes = {
      {"[1996, 2015]", "[2001, 2015]", "1996–2015", "2001–2015"},
      {"\"zero\"", "\"missing\"", "counts as zero", "counts as missing"},
      {"\"base-year\": 2020", "\"base-year\": 2015", "prices of 2020", "prices of 2015"},
      {"0.95", "0.9", "level 95%", "level 90%"},
      {"\"reference\": \"t\"", "\"reference\": \"normal\"", "Student's t", "normal distribution"},
      {"\"county\"", "\"prefecture\"", "index of counties", "index of prefectures"},
      {"\"equal\"", "\"entropy\"", "have equal weights", "entropy method (Shannon, 1948)"},
      {"\"equal\"", "\"critic\"", "have equal weights", "CRITIC (Diakoulaki et al., 1995)"},
      {"\"equal\"", "\"fixed\"", "have equal weights", "set by the authors"},
      {"\"available\"", "\"refuse\"", "below 65%", "any indicator is missing"},
      {"\"arithmetic\"", "\"geometric\"", "arithmetic mean", "geometric mean"},
      {"\"treat\": \"none\"", "\"treat\": \"winsorise\"", "left as they are", "winsorised"},
      {"\"draws\": 1000", "\"draws\": 0", "1000 other choices", ""},
      {"\"starts\": 50", "\"starts\": 7", "best of 50 starts", "best of 7 starts"},
      {"\"scale\": \"z\"", "\"scale\": \"none\"", "standardised variables", "unscaled variables"},
      {"\"k\": null", "\"k\": 3", "chosen from a profile", "Their number, 3, was given"},
      {"\"bootstraps\": 100", "\"bootstraps\": 0", "100 resamples", ""},
      {"\"neighbours\": \"\"", "\"neighbours\": \"n.csv\"", "", "list of neighbours"},
      {"\"union\"", "\"weights\"", "union of its parts", "shared out"},
      {"9999", "77", "9999 permutations", "77 permutations"},
      {"0.1}", "0.2}", "within ±0.1", "within ±0.2"},
      {"\"classes\": 4", "\"classes\": 5", "between 4 classes", "between 5 classes"},
      {"\"seed\": 42", "\"seed\": 7", "seed 42", "seed 7"},
    };
    String before = markdown(SETTINGS);
    for (String[] change : changes) {
      String after = markdown(SETTINGS.replace(change[0], change[1]));
      assertThat(before).as(change[0]).contains(change[2]);
      assertThat(after).as(change[1]).contains(change[3]);
      if (!change[2].isEmpty()) {
        assertThat(after).as(change[1]).doesNotContain(change[2]);
      }
      if (!change[3].isEmpty()) {
        assertThat(before).as(change[0]).doesNotContain(change[3]);
      }
    }
  }

  @Test
  void aMethodThatWasNotUsedIsNotNamedNorIsItsSource() {
    put("effect_ratio", EffectRatioRow.values(), ratio());
    Methods methods = methods(SETTINGS);

    assertThat(methods.references())
        .containsExactly(Reference.COCHRAN_1977, Reference.ZAHARIA_2016);
    assertThat(methods.markdown(Lang.EN))
        .doesNotContain("constant prices", "Bootstrap", "k-means", "Gini", "TOPSIS");
    assertThat(methods.bibtex()).contains("@book{cochran1977,").doesNotContain("lloyd");
  }

  @Test
  void everySourceIsCitedBySomeMethodAndListedOnce() {
    allTables();
    Set<Reference> cited = EnumSet.noneOf(Reference.class);
    for (String weights : List.of("equal", "entropy", "critic")) {
      cited.addAll(methods(SETTINGS.replace("\"equal\"", "\"" + weights + "\"")).references());
    }
    cited.addAll(
        methods(SETTINGS.replace("\"neighbours\": \"\"", "\"neighbours\": \"n\"")).references());

    assertThat(cited).containsExactlyInAnyOrder(Reference.values());
    assertThat(Arrays.stream(Reference.values()).map(Reference::key)).doesNotHaveDuplicates();
  }

  @Test
  void everyEntryOfTheBibliographyIsWhole() {
    for (Reference work : Reference.values()) {
      String entry = work.bibtex();
      assertThat(entry)
          .as(work.name())
          .matches("(?s)@(article|book|inproceedings)\\{[a-z0-9]+,\n.*\n}\n");
      assertThat(entry.chars().filter(c -> c == '{').count())
          .isEqualTo(entry.chars().filter(c -> c == '}').count());
      assertThat(entry).contains("author = ", "title = ", "year = ");
      assertThat(work.cited()).matches(".+, [12]\\d{3}");
    }
    assertThat(Reference.COCHRAN_1977.cited()).isEqualTo("Cochran, 1977");
    assertThat(Reference.HWANG_1981.cited()).isEqualTo("Hwang & Yoon, 1981");
    assertThat(Reference.WANG_2021.cited()).isEqualTo("王淑佳等, 2021");
  }

  @Test
  void bothLanguagesSayTheSameSentences() {
    allTables();
    for (Paragraph paragraph : methods(SETTINGS).paragraphs()) {
      for (Sentence sentence : paragraph.sentences()) {
        assertThat(sentence.words().zh()).endsWith("。").matches("(?s).*\\p{IsHan}.*");
        assertThat(sentence.words().en()).endsWith(".").doesNotContainPattern("\\p{IsHan}");
        assertThat(digits(sentence.words().zh())).isEqualTo(digits(sentence.words().en()));
      }
    }
  }

  /** Numbers of a sentence, sorted: an order may differ between languages, a number may not. */
  private static List<String> digits(String sentence) {
    List<String> digits = new ArrayList<>();
    var number = java.util.regex.Pattern.compile("\\d+(\\.\\d+)?").matcher(sentence);
    while (number.find()) {
      digits.add(number.group());
    }
    return digits.stream().filter(d -> !d.equals("0") && !d.equals("1")).sorted().toList();
  }

  private String markdown(String settings) {
    return methods(settings).markdown(Lang.EN).replaceAll("(?s)## References.*", "");
  }

  private Methods methods(String settings) {
    return Methods.of(new Made(Settings.parse(settings), tables.keySet(), tables::get));
  }

  private void allTables() {
    for (PublishedTable table : PublishedTable.values()) {
      Field[] fields = table.fields().toArray(Field[]::new);
      tables.put(table.table(), Frame.of(table.table(), fields, List.of()));
    }
    tables.remove("indicator");
    Object[] real = ratio();
    real[EffectRatioRow.CONVENTION.ordinal()] = "real";
    put("effect_ratio", EffectRatioRow.values(), ratio(), real);
    put(
        "effect_interval",
        EffectIntervalRow.values(),
        interval("fieller"),
        interval("jackknife"),
        interval("bca B=9"));
    put(
        "effect_event",
        EffectEventRow.values(),
        row(EffectEventRow.values(), Map.of(EffectEventRow.CI_METHOD, "ppml CR1")));
    put(
        "gap_index",
        GapIndexRow.values(),
        row(GapIndexRow.values(), Map.of(GapIndexRow.TOPSIS, .5)));
    put(
        "gap_coupling",
        GapCouplingRow.values(),
        row(GapCouplingRow.values(), Map.of(GapCouplingRow.SYSTEMS, "a;b")));
    put(
        "cluster_k_profile",
        ClusterKProfileRow.values(),
        row(
            ClusterKProfileRow.values(),
            Map.of(
                ClusterKProfileRow.K,
                4,
                ClusterKProfileRow.N,
                30,
                ClusterKProfileRow.VARIABLES,
                5,
                ClusterKProfileRow.CHOSEN,
                1)));
    put(
        "ledger",
        LedgerRow.values(),
        row(
            LedgerRow.values(),
            Map.of(
                LedgerRow.FILE,
                LedgerRow.TOTAL,
                LedgerRow.MEASURE,
                LedgerRow.ROWS,
                LedgerRow.READ,
                9L,
                LedgerRow.ACCEPTED,
                6L,
                LedgerRow.REJECTED,
                2L,
                LedgerRow.DUPLICATE,
                1L)));
  }

  private static Object[] ratio() {
    return row(
        EffectRatioRow.values(),
        Map.of(
            EffectRatioRow.LEVEL,
            "nation",
            EffectRatioRow.CONVENTION,
            "total",
            EffectRatioRow.CLUSTERS,
            24,
            EffectRatioRow.CI_LOW,
            1.5));
  }

  private static Object[] interval(String method) {
    return row(EffectIntervalRow.values(), Map.of(EffectIntervalRow.METHOD, method));
  }

  private static Object[] row(Field[] fields, Map<? extends Field, ?> values) {
    Object[] row = new Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      row[i] = values.get(fields[i]);
    }
    return row;
  }

  private void put(String table, Field[] fields, Object[]... rows) {
    tables.put(table, Frame.of(table, fields, List.of(rows)));
  }
}
