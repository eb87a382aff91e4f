package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.jiedui.message.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedPlacesTest {
  private static final String CSV =
      """
      年份,省,市州,县名,财政资金(万元)
      2016,贵州省,安顺市,镇宁县,1
      2016,贵州省,安顺市,镇宁县,2
      2017,贵州省,安顺市,镇宁县,x
      2017,,,城关区,4
      合计,,,,7
      """;

  private static final String FOUND = "{城关区={2017=1}, 贵州省 / 安顺市 / 镇宁县={2016=2, 2017=1}}";

  @TempDir Path dir;

  private static String places(Path file) {
    RawFile raw = RawFile.open(file, Contracts.SHIPPED, "cooperation_record");
    return NamedPlaces.of(file, raw.scan(), raw.drafts()).rows().toString();
  }

  @Test
  void everyFormatGivesTheSamePathsYearsAndCounts() {
    String sheet = CSV.strip().replace(",", "|");
    Path xlsx = Books.xlsx().sheet("资金").rows(sheet).write(dir.resolve("a.xlsx"));
    Path xls = Books.xls().sheet("资金").rows(sheet).write(dir.resolve("a.xls"));
    Path gb = Contracts.write(dir, "gb.csv", CSV, Charset.forName("GB18030"));
    Path tsv = Contracts.write(dir, "a.tsv", CSV.replace(',', '\t'));

    for (Path file : List.of(Contracts.write(dir, "a.csv", CSV), tsv, gb, xlsx, xls)) {
      assertThat(places(file)).as(file.toString()).isEqualTo(FOUND);
    }
  }

  @Test
  void mergedNamesCountForEveryRowBelow() {
    Path file =
        Books.xlsx()
            .sheet("资金")
            .rows("年份|省|县名|财政资金(万元)\n2016|贵州省|镇宁县|1\n2016||平坝区|2")
            .merge(1, 2, 1, 1)
            .write(dir.resolve("merged.xlsx"));

    assertThat(places(file)).isEqualTo("{贵州省 / 平坝区={2016=1}, 贵州省 / 镇宁县={2016=1}}");
  }

  @Test
  void rowsWithACodeAreNotAskedFor() {
    Path file =
        Contracts.write(dir, "b.csv", "年份,县代码,县名,财政资金(万元)\n2016,520423,镇宁县,1\n2016,,平坝区,2\n");

    assertThat(places(file)).isEqualTo("{平坝区={2016=1}}");
  }

  @Test
  void unitsThatAreMissingDoNotHideTheNames() {
    Path file = Contracts.write(dir, "c.csv", "年份,县名,财政资金\n2016,镇宁县,1\n");

    assertThat(places(file)).isEqualTo("{镇宁县={2016=1}}");
  }

  @Test
  void aCodeHeaderThatIsNearlyRightIsStillMissedAndNotReadByNames() {
    Path file = Contracts.write(dir, "d.csv", "年份,受援县代玛,县名,财政资金(万元)\n2016,520423,镇宁县,1\n");

    assertThatThrownBy(() -> Contracts.readAll(file))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> assertThat(e.problems()).extracting(p -> p.code()).contains("COL_MISSING"));
  }
}
