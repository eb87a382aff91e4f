package org.jiedui.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndicatorsTest {
  private static final Path SHIPPED = Path.of("conf/indicators");

  @TempDir Path dir;

  @Test
  void theShippedIndicatorsLoad() {
    Indicators indicators = Indicators.load(SHIPPED);

    assertThat(indicators.ids())
        .containsExactly(
            "cadre_postings",
            "cadre_years",
            "cadres",
            "consumption",
            "donation",
            "fiscal",
            "fiscal_self_sufficiency",
            "gdp_pc",
            "hospital_beds",
            "income_pc",
            "investment",
            "jobs",
            "population",
            "poverty_rate",
            "professional_postings",
            "professional_years",
            "professionals",
            "urban_rate",
            "use_consumption",
            "use_education",
            "use_industry",
            "use_labour",
            "use_other",
            "use_support",
            "use_talent");
    assertThat(indicators.of("cooperation_record")).hasSize(18);
    assertThat(indicators.development()).hasSize(6).allMatch(i -> i.gap().get().weight() == 1);
  }

  @Test
  void donationsKeepCashAndGoodsApart() {
    Indicator donation = Indicators.load(SHIPPED).find("donation").orElseThrow();

    assertThat(donation.columns())
        .isEqualTo(Map.of("donation_cash", "cash", "donation_kind", "kind"));
    assertThat(donation.minorPerUnit()).isEqualTo(100);
    assertThat(donation.measure()).isEqualTo(Indicator.Measure.NONE);
  }

  @Test
  void dimensionsHaveLabelsInBothLanguages() {
    Indicators indicators = Indicators.load(SHIPPED);

    assertThat(indicators.dimensions()).containsExactly("fiscal", "income", "services");
    assertThat(indicators.dimension("services")).isEqualTo(Text.of("公共服务", "Public services"));
  }

  @Test
  void povertyIsACostAndItsGoalpostsAreFrozen() {
    Indicator.GapPart gap =
        Indicators.load(SHIPPED).find("poverty_rate").orElseThrow().gap().orElseThrow();

    assertThat(gap.polarity()).isEqualTo(Indicator.Polarity.COST);
    assertThat(gap.low()).isZero();
    assertThat(gap.high()).isEqualTo(60);
  }

  @Test
  void allProblemsOfAllFilesAreToldAtOnceWithTheNearestKey() throws IOException {
    write("dimensions.conf", "dimensions { income { zh = 收入, en = Income } }");
    write(
        "roads.conf",
        """
        id = roads
        label { zh = 公路, en = Roads }
        kindd = real
        kind = real
        decimals = many
        unit { zh = 公里, en = km }
        table = region_years
        additive = true
        gap { polarity = benefit, goalposts = [9, 1], dimension = incom }
        """);
    write("schools.conf", "id = school\n");

    InputException e = problemsOf();

    assertThat(e.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(e.getMessage())
        .contains("unknown setting kindd")
        .contains("roads.conf:3")
        .contains("did you mean kind")
        .contains("setting decimals cannot be many")
        .contains("did you mean region_year")
        .contains("[low, high] with low < high")
        .contains("did you mean income")
        .contains("the name of the file: schools")
        .contains("missing setting label.zh");
    assertThat(e.problems().stream().map(p -> p.in(Lang.ZH)))
        .anyMatch(line -> line.contains("未知设置项 kindd") && line.contains("是否应为 kind"));
  }

  @Test
  void aColumnBelongsToOneIndicatorOnly() throws IOException {
    write("dimensions.conf", "dimensions {}");
    for (String id : new String[] {"a", "b"}) {
      write(
          id + ".conf",
          """
          id = %s
          label { zh = 甲, en = A }
          kind = count
          unit { zh = 人, en = persons }
          table = cooperation_record
          columns { heads { form = none } }
          additive = true
          """
              .formatted(id));
    }

    assertThat(problemsOf().getMessage()).contains("column heads belongs to both a and b");
  }

  @Test
  void aRateNamesAKnownDenominator() throws IOException {
    write("dimensions.conf", "dimensions {}");
    write(
        "beds.conf",
        """
        id = beds
        label { zh = 床位, en = Beds }
        kind = count
        unit { zh = 张, en = beds }
        table = region_year
        additive = true
        per = bads
        """);

    assertThat(problemsOf().getMessage()).contains("did you mean beds?");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    InputException e =
        catchThrowableOfType(
            InputException.class, () -> Indicators.load(dir.resolve("indicatorss")));

    assertThat(e.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(e.getMessage()).contains("cannot find indicatorss");
  }

  @Test
  void brokenSyntaxIsReportedWithItsLine() throws IOException {
    write("dimensions.conf", "dimensions {}");
    write("x.conf", "id = x\nlabel { zh = 甲\n");

    assertThat(problemsOf().getMessage()).contains("CONF_SYNTAX").contains("x.conf:");
  }

  private InputException problemsOf() {
    return catchThrowableOfType(InputException.class, () -> Indicators.load(dir));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(dir.resolve(name), text);
  }
}
