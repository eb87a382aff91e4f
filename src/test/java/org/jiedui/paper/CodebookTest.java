package org.jiedui.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiedui.message.Text;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.GapIndexRow;
import org.jiedui.table.PublishedTable;
import org.jiedui.table.Status;
import org.junit.jupiter.api.Test;

class CodebookTest {
  /** Kept beside the landings, never in a version. */
  private static final Set<String> NOT_PUBLISHED = Set.of("SetAsideRow");

  @Test
  void everyTableSaysWhatARowIs() {
    Set<String> rows =
        new ClassFileImporter()
            .importPackagesOf(PublishedTable.class).stream()
                .filter(c -> c.isEnum() && c.isAssignableTo(Field.class))
                .map(JavaClass::getSimpleName)
                .filter(name -> !NOT_PUBLISHED.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    Set<String> listed =
        Arrays.stream(PublishedTable.values())
            .map(t -> t.fields().get(0).getClass().getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(listed).isEqualTo(rows);
    for (PublishedTable table : PublishedTable.values()) {
      assertThat(table.row().zh()).as(table.table()).matches(".*\\p{IsHan}.*");
      assertThat(table.row().en())
          .as(table.table())
          .isNotBlank()
          .doesNotContainPattern("\\p{IsHan}");
    }
  }

  @Test
  void everyColumnThatAFormulaNamesExists() {
    for (PublishedTable table : PublishedTable.values()) {
      for (Field field : table.fields()) {
        field
            .formula()
            .lines()
            .flatMap(line -> Arrays.stream(line.split("[^a-z0-9_.]+")))
            .filter(word -> word.matches("[a-z_]+\\.[a-z_]+"))
            .forEach(
                word ->
                    assertThat(columns(word.split("\\.")[0]))
                        .as(table + " " + field.column())
                        .contains(word.split("\\.")[1]));
      }
    }
  }

  private static List<String> columns(String table) {
    return PublishedTable.named(table).orElseThrow().fields().stream().map(Field::column).toList();
  }

  @Test
  void aColumnTellsItsFormulaItsSourcesAndTheCodesBesideItsGaps() {
    TableFacts facts = TableFacts.of(ratios(null, "ZERO_BASE"));

    ColumnFacts ratio = column(facts, EffectRatioRow.RATIO);
    assertThat(ratio.sources()).containsExactly("after", "before");
    assertThat(ratio.status()).isEqualTo("ratio_status");
    assertThat(ratio.missing()).containsExactly(Status.ZERO_BASE);
    assertThat(column(facts, EffectRatioRow.BEFORE).sources()).containsExactly("panel.amount");
    assertThat(column(facts, EffectRatioRow.STD_ERROR_LOG).status()).isEqualTo("ci_status");
    assertThat(column(facts, EffectRatioRow.RATIO_STATUS).codes())
        .containsExactly(Status.ZERO_BASE);
  }

  @Test
  void aColumnWithoutGapsNamesNoCode() {
    ColumnFacts ratio = column(TableFacts.of(ratios(3.0, "OK")), EffectRatioRow.RATIO);

    assertThat(ratio.status()).isEmpty();
    assertThat(ratio.missing()).isEmpty();
  }

  @Test
  void theJsonHoldsEveryTableAndWhatItsCodesMean() {
    String json =
        new Codebook(
                List.of(
                    TableFacts.of(ratios(null, "ZERO_BASE")),
                    TableFacts.of("claim", PublishedTable.CLAIM.fields())))
            .json();

    assertThat(json)
        .contains(
            "\"format\" : \"jiedui.codebook/1\"",
            "\"domain\" : \"cash|kind|none|all\"",
            "\"formula\" : \"after / before\"",
            "\"code\" : \"ZERO_BASE\"",
            Status.ZERO_BASE.meaning().zh(),
            "\"since\" : \"0.1.0\"");
    assertThat(json.indexOf("\"claim\"")).isLessThan(json.indexOf("\"effect_ratio\""));
  }

  @Test
  void aDoFileKeepsCodesAsTextAndLabelsEveryColumnInEightyCharacters() {
    String file = StataLabels.of(TableFacts.of(ratios(null, "ZERO_BASE")));

    assertThat(file)
        .contains(
            "import delimited using \"effect_ratio.csv\"",
            "stringcols(1 2 3 4 5 6 7 8 9 10 19 23 24 26)",
            "label variable ratio \"Ratio / 倍数\"",
            "notes ratio: after / before",
            "if upper(ratio_status) == \"ZERO_BASE\"",
            "label values ratio_status_n ratio_status_n");
    for (EffectRatioRow field : EffectRatioRow.values()) {
      assertThat(file).contains("label variable " + field.column() + " \"");
    }
    assertThat(file.lines().filter(l -> l.startsWith("label variable")))
        .allSatisfy(
            l -> assertThat(l.replaceAll("^[^\"]*\"|\"$", "")).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void everyNameOfADoFileFitsStata() {
    for (PublishedTable table : PublishedTable.values()) {
      for (String line :
          StataLabels.of(TableFacts.of(table.table(), table.fields())).lines().toList()) {
        assertThat(line.split(" ")[0])
            .isIn("*", "version", "clear", "import", "label", "notes", "gen", "format");
        assertThat(line.replaceAll("^label \\w+ (\\w* )?\"|\"$", "")).doesNotContain("\"`");
      }
    }
    assertThat(StataLabels.plain("a \"b\" `c' $d")).isEqualTo("a 'b' 'c' 'd");
  }

  private static ColumnFacts column(TableFacts facts, Field field) {
    return facts.columns().stream()
        .filter(c -> c.field().column().equals(field.column()))
        .findFirst()
        .orElseThrow();
  }

  private static Frame ratios(Double ratio, String status) {
    Object[] row = new Object[EffectRatioRow.values().length];
    for (EffectRatioRow field : EffectRatioRow.values()) {
      row[field.ordinal()] = field.isKey() ? "x" : null;
    }
    row[EffectRatioRow.BEFORE.ordinal()] = 1.0;
    row[EffectRatioRow.RATIO.ordinal()] = ratio;
    row[EffectRatioRow.RATIO_STATUS.ordinal()] = status;
    row[EffectRatioRow.CI_STATUS.ordinal()] = status;
    return Frame.of("effect_ratio", EffectRatioRow.values(), List.<Object[]>of(row));
  }

  @Test
  void aTableOfALaterProgramHasNoWordsForItsRows() {
    assertThat(TableFacts.of("later", List.of(GapIndexRow.values())).row()).isEqualTo(Text.NONE);
  }
}
