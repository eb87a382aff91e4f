package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {
  @TempDir Path dir;

  private LayoutBuilder build(String header, Contract contract, String table) {
    Path file = Contracts.write(dir, "a.csv", header + "\n1\n");
    return LayoutBuilder.of(FileScanner.scan(file, contract), contract, table);
  }

  private LayoutBuilder build(String header) {
    return build(header, Contracts.SHIPPED, "cooperation_record");
  }

  private List<String> codes(String header) {
    return build(header).problems().stream().map(Problem::code).toList();
  }

  private Slot only(String header, Role role) {
    return build(header).orThrow().slot(role).orElseThrow();
  }

  @Test
  void headersMatchByIdOrAliasWhateverTheirWidthCaseAndBlanks() {
    Layout layout = build("Ｙｅａｒ, 县 代 码 ,CADRES,财政 资金（ 万元 ）").orThrow();

    assertThat(layout.slots())
        .extracting(Slot::role)
        .containsExactly(Role.YEAR, Role.RECIPIENT, Role.MEASURE, Role.MEASURE);
    assertThat(layout.slots().get(3).pow10()).isEqualTo(6);
    assertThat(layout.slots().get(3).scale()).isEqualTo(1_000_000);
    assertThat(layout.slots().get(2).pow10()).isEqualTo(0);
  }

  @Test
  void everyUnitHasItsScale() {
    for (String[] pair :
        new String[][] {{"元", "2"}, {"千元", "5"}, {"万元", "6"}, {"百万元", "8"}, {"亿元", "10"}}) {
      assertThat(only("年份,县代码,捐款(" + pair[0] + ")", Role.MEASURE).pow10())
          .as(pair[0])
          .isEqualTo(Integer.parseInt(pair[1]));
    }
    assertThat(only("年份,县代码,干部(万人)", Role.MEASURE).pow10()).isEqualTo(4);
  }

  @Test
  void allProblemsOfAHeaderAreToldAtOnce() {
    assertThat(codes("年份,年度,行政区划,捐款,捐物折款(美元),干部(人次),备注"))
        .containsExactly(
            "COL_NEW",
            "COL_NEW",
            "COL_AMBIGUOUS",
            "COL_MISSING",
            "UNIT_MISSING",
            "UNIT_UNKNOWN",
            "MEASURE_CONFLICT");
    var refused = catchThrowableOfType(InputException.class, () -> build("年份,捐款").orThrow());
    assertThat(refused.exit()).isEqualTo(ExitCode.INPUT);
    assertThat(refused.problems()).hasSize(2);
  }

  @Test
  void aColumnOfNoContractIsKeptAndNamed() {
    LayoutBuilder builder = build("年份,县代码,捐款(元),干布");

    assertThat(builder.orThrow().slots().get(3).role()).isEqualTo(Role.EXTRA);
    assertThat(builder.problems().get(0).level()).isEqualTo(Problem.Level.WARNING);
    assertThat(builder.problems().get(0).fix().zh()).contains("干部");
  }

  @Test
  void aLongFileNeedsIndicatorAndUnit() {
    assertThat(codes("年份,县代码,金额")).containsExactly("COL_MISSING", "UNIT_MISSING");
    assertThat(codes("年份,县代码,指标,金额,单位")).isEmpty();
    assertThat(build("年份,县代码,指标,金额(万元)").orThrow().defaults().rowUnit()).isEqualTo("万元");
    assertThat(codes("年份,县代码")).containsExactly("COL_MISSING");
  }

  @Test
  void aDeclaredUnitMustAgreeWithTheHeader() {
    Contract contract =
        Contracts.withSettings(
            dir, "files { \"*.csv\" { unit = 万元, code-vintage = 2020, source = 年报 } }");

    LayoutBuilder declared = build("年份,县代码,捐款", contract, "cooperation_record");
    assertThat(declared.orThrow().slot(Role.MEASURE).orElseThrow().pow10()).isEqualTo(6);
    assertThat(declared.orThrow().defaults())
        .isEqualTo(new Layout.Defaults("年报", "E2W", "paid", 2020, "", "", "none"));
    assertThat(build("年份,县代码,捐款(元)", contract, "cooperation_record").problems())
        .extracting(Problem::code)
        .containsExactly("UNIT_CONFLICT");
    assertThat(contract.digest("a.csv")).isNotEqualTo(contract.digest("a.txt"));
  }

  @Test
  void levelsOfARegionAreFoundByIndicator() {
    Layout layout =
        build("地区代码,年份,人口(万人),人均可支配收入,城镇化率", Contracts.SHIPPED, "region_year").orThrow();

    assertThat(layout.measures())
        .extracting(s -> s.measure().indicator() + " " + s.pow10())
        .containsExactly("population 4", "income_pc 2", "urban_rate 2");
    assertThat(layout.defaults().direction()).isEqualTo("none");
    assertThat(layout.defaults().status()).isEqualTo("none");
  }

  @Test
  void aLayoutTravelsToATask() throws Exception {
    Layout layout = build("年份,县代码,指标,金额,单位").orThrow();
    var bytes = new java.io.ByteArrayOutputStream();
    try (var out = new java.io.ObjectOutputStream(bytes)) {
      out.writeObject(layout);
      out.writeObject(Contracts.SHIPPED);
    }
    try (var in =
        new java.io.ObjectInputStream(new java.io.ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(layout);
      assertThat(in.readObject()).isEqualTo(Contracts.SHIPPED);
    }
  }
}
