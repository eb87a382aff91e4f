package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks as offices send them: each row is counted or listed with its reason. */
class WorkbookTest {
  private static final String HEADER = "来源|记录号|年份|县代码|财政资金(万元)|干部人数\n";

  @TempDir Path dir;

  private Contracts.Kept read(Books book) {
    Contracts.Kept kept = Contracts.readAll(book.write(dir.resolve("book.xlsx")));
    assertThat(kept.tally.closes()).isTrue();
    return kept;
  }

  private static List<String> values(Contracts.Kept kept) {
    return kept.records.stream()
        .map(
            r -> r.line + " " + r.year + " " + r.recipientCode + " " + r.indicator + " " + r.amount)
        .toList();
  }

  @Test
  void titlesUnitLinesNotesAndTotalsStandAroundTheData() {
    Contracts.Kept kept =
        read(
            Books.xlsx()
                .sheet("资金")
                .rows(
                    """
                    2016年东西部协作资金情况表
                    |||单位:万元
                    县代码|县名|年份|财政资金|干部人数
                    |||万元|人
                    '710101'|一县|2016|12.5|3
                    '710102'|二县|2016|7.5|4
                    |合 计||20|7
                    注:含省级统筹资金
                    1. 数据截至年底
                    数据来源:某省统计年鉴
                    """)
                .merge(0, 0, 0, 4));

    assertThat(values(kept))
        .containsExactly(
            "5 2016 710101 fiscal 12500000",
            "5 2016 710101 cadres 3",
            "6 2016 710102 fiscal 7500000",
            "6 2016 710102 cadres 4");
    assertThat(kept.totals).containsExactly(7L);
    assertThat(kept.blanks).containsExactly(8L, 9L, 10L);
  }

  @Test
  void namesOfColumnsMayStandInTwoRowsUnderMergedCells() {
    Contracts.Kept kept =
        read(
            Books.xlsx()
                .sheet("表")
                .rows(
                    """
                    县代码|年份|资金(万元)||干部人数
                    ||财政资金|捐款|
                    ||万元|万元|人
                    '710101'|2016|12.5|1|3
                    """)
                .merge(0, 1, 0, 0)
                .merge(0, 1, 1, 1)
                .merge(0, 0, 2, 3)
                .merge(0, 1, 4, 4));

    assertThat(values(kept))
        .containsExactly(
            "4 2016 710101 fiscal 12500000",
            "4 2016 710101 donation 1000000",
            "4 2016 710101 cadres 3");
  }

  @Test
  void everySheetWithAHeaderIsReadAndRowsKeepTheirSheet() {
    Contracts.Kept kept =
        read(
            Books.xlsx()
                .sheet("说明")
                .rows("本工作簿由各县填报\n")
                .sheet("甲")
                .rows(HEADER + "A|'1'|2016|'710101'|1|2\n")
                .sheet("乙")
                .rows("年份|县代码|干部人数\n2017|'710102'|5\n2017|x|5\n"));

    assertThat(values(kept))
        .containsExactly(
            "2 2016 710101 fiscal 1000000",
            "2 2016 710101 cadres 2",
            "10000002 2017 710102 cadres 5");
    assertThat(kept.rejects).hasSize(1);
    assertThat(kept.rejects.get(0).sheet()).isEqualTo("乙");
    assertThat(kept.rejects.get(0).row()).isEqualTo(3);
    assertThat(kept.rejects.get(0).rawLine()).isEqualTo("2017\tx\t5");
  }

  @Test
  void cellsAreReadByTypeAndFormatNeverByTheTextShown() {
    Books book =
        Books.xlsx()
            .sheet("表")
            .rows(
                HEADER
                    + """
                    A|'1'|2016|710101|1234.5599999999999|2
                    A|'2'|42430|'710102'|'1,200'|3
                    A|'3'|2016|'710103'|45356|4
                    A|'4'|2016|'710104'|1|45356
                    A|'5'|2016|520423|0.5|6
                    A|1234567890123456|2016|'710105'|1|6
                    """)
            .format(2, 2, "yyyy\"年\"m\"月\"")
            .format(3, 4, "0.00E+00")
            .format(4, 5, "m\"月\"d\"日\"")
            .format(5, 3, "0.0E+00");

    Contracts.Kept kept = read(book);

    assertThat(values(kept))
        .containsExactly(
            "2 2016 710101 fiscal 1234560000",
            "2 2016 710101 cadres 2",
            "3 2016 710102 fiscal 1200000000",
            "3 2016 710102 cadres 3",
            "4 2016 710103 fiscal 45356000000",
            "4 2016 710103 cadres 4",
            "6 2016 520423 fiscal 500000",
            "6 2016 520423 cadres 6",
            "7 2016 710105 fiscal 1000000",
            "7 2016 710105 cadres 6");
    assertThat(kept.flags)
        .containsExactly(
            "CODE_FLOAT@2",
            "YEAR_FROM_DATE@3",
            "XLS_TEXT_NUMBER@3",
            "CODE_FLOAT@6",
            "XLS_PRECISION@7");
    assertThat(kept.codes()).containsExactly("5:XLS_DATE");
    assertThat(kept.rejects.get(0).value()).isEqualTo("2024-03-05");
    assertThat(kept.rejects.get(0).suggestion().en()).contains("45356");
  }

  @Test
  void datesOfTheEpochOf1904AreReadAsTheSameDays() {
    Books book = Books.xlsx().sheet("表").rows(HEADER + "A|'1'|40968|'710101'|1|2\n");
    ((XSSFWorkbook) book.poi()).getCTWorkbook().addNewWorkbookPr().setDate1904(true);

    assertThat(values(read(book.format(1, 2, "yyyy-mm-dd"))).get(0)).startsWith("2 2016 ");
  }

  @Test
  void keysAreFilledDownAndMergedAmountsAreRefused() {
    Contracts.Kept kept =
        read(
            Books.xlsx()
                .sheet("表")
                .rows(
                    HEADER
                        + """
                        A|'1'|2016|'710101'|1|2
                        A|'2'||'710102'|1|2
                        A|'3'|2017|'710103'|10|2
                        A|'4'|2017|'710104'||2
                        合计||||12|8
                        """)
                .merge(1, 2, 2, 2)
                .merge(3, 4, 4, 4)
                .merge(5, 5, 0, 3));

    assertThat(values(kept))
        .filteredOn(v -> v.startsWith("3 "))
        .first()
        .asString()
        .startsWith("3 2016 710102");
    assertThat(kept.flags).containsExactly("XLS_FILLED@3");
    assertThat(kept.codes()).containsExactly("4:XLS_MERGED", "5:XLS_MERGED");
    assertThat(kept.rejects.get(0).amounts()).contains(new Amount("fiscal", 10_000_000));
    assertThat(kept.totals).containsExactly(6L);
  }

  @Test
  void formulasGiveTheirCachedValueOrNone() {
    Books book =
        Books.xlsx()
            .sheet("表")
            .rows(HEADER + "A|'1'|2016|'710101'|=1+1|=2*3\nA|'2'|2016|'710102'|=1/0|1\n")
            .calculate();
    book.rows("A|'3'|2016|'710103'|=2+2|1\n");

    Contracts.Kept kept = read(book);

    assertThat(values(kept))
        .containsExactly("2 2016 710101 fiscal 2000000", "2 2016 710101 cadres 6");
    assertThat(kept.codes()).containsExactly("3:XLS_ERROR_CELL", "4:XLS_NO_CACHE");
  }

  @Test
  void aWorkbookThatAsksForCalculationHasNoValuesOfFormulas() {
    Books book = Books.xlsx().sheet("表").rows(HEADER + "A|'1'|2016|'710101'|=1+1|1\n").calculate();
    book.poi().setForceFormulaRecalculation(true);

    assertThat(read(book).codes()).containsExactly("2:XLS_NO_CACHE");
  }

  @Test
  void hiddenRowsAndSheetsAreReadAndCounted() {
    Books book =
        Books.xlsx()
            .sheet("表")
            .rows(HEADER + "A|'1'|2016|'710101'|1|1\nA|'2'|2016|'710102'|1|1\n")
            .hide(2)
            .sheet("藏")
            .rows(HEADER + "A|'3'|2016|'710103'|1|1\n");
    book.poi().setSheetHidden(1, true);
    Path file = book.write(dir.resolve("book.xlsx"));

    Contracts.Kept kept = Contracts.readAll(file);
    assertThat(kept.records).hasSize(6);
    assertThat(kept.flags).containsExactly("XLS_HIDDEN@3", "XLS_HIDDEN@10000002");

    Contract skip = Contracts.withSettings(dir, "files { \"book.xlsx\" { hidden = skip } }\n");
    Contracts.Kept seen = Contracts.readAll(file, skip);
    assertThat(seen.records).hasSize(2);
    assertThat(seen.tally.rows(Tally.Place.BLANK)).isEqualTo(2);
  }

  @Test
  void aYearbookWithOneColumnAYearIsReshaped() {
    Contract wide =
        Contracts.withSettings(
            dir, "files { \"book.xlsx\" { layout = wide-years, indicator = cadres } }\n");
    Path file =
        Books.xlsx()
            .sheet("表")
            .rows(
                """
                县代码|财政资金(万元)||2016年
                |2016|2017|
                '710101'|1|2|7
                '710102'|3|-|8
                """)
            .merge(0, 1, 0, 0)
            .merge(0, 0, 1, 2)
            .merge(0, 1, 3, 3)
            .write(dir.resolve("book.xlsx"));

    assertThat(values(Contracts.readAll(file, wide)))
        .containsExactly(
            "3 2016 710101 fiscal 1000000",
            "3 2017 710101 fiscal 2000000",
            "3 2016 710101 cadres 7",
            "4 2016 710102 fiscal 3000000",
            "4 2016 710102 cadres 8");
  }

  @Test
  void yearsMayStandAboveTheIndicatorsAndUnitsBelowThem() {
    Contract wide =
        Contracts.withSettings(dir, "files { \"book.xlsx\" { layout = wide-years } }\n");
    Path file =
        Books.xlsx()
            .sheet("表")
            .rows(
                """
                县代码|2016年||2017年|
                |财政资金|干部|财政资金|干部
                |(万元)|(人)|(万元)|(人)
                '710101'|1|7|2|8
                """)
            .merge(0, 1, 0, 0)
            .merge(0, 0, 1, 2)
            .merge(0, 0, 3, 4)
            .write(dir.resolve("book.xlsx"));

    assertThat(values(Contracts.readAll(file, wide)))
        .containsExactly(
            "4 2016 710101 fiscal 1000000",
            "4 2016 710101 cadres 7",
            "4 2017 710101 fiscal 2000000",
            "4 2017 710101 cadres 8");
  }

  @Test
  void inTextANameSpansTheEmptyCellsToItsRight() {
    Contract wide = Contracts.withSettings(dir, "files { \"w.csv\" { layout = wide-years } }\n");
    Path file =
        Contracts.write(dir, "w.csv", "县代码,财政资金(万元),,干部,\n,2016,2017,2016,2017\n710101,1,2,7,8\n");

    assertThat(values(Contracts.readAll(file, wide)))
        .containsExactly(
            "3 2016 710101 fiscal 1000000",
            "3 2017 710101 fiscal 2000000",
            "3 2016 710101 cadres 7",
            "3 2017 710101 cadres 8");
  }

  @Test
  void titlesAndYearColumnsAreReadFromTextToo() {
    Contract wide = Contracts.withSettings(dir, "files { \"w.csv\" { layout = wide-years } }\n");
    Path file =
        Contracts.write(
            dir,
            "w.csv",
            "某表,,,\n单位:万元,,,\n县代码,指标,2016,2017年\n710101,财政援助资金,1,2\n710101,捐款,3,4\n合计,,4,6\n注:略,,,\n");

    Contracts.Kept kept = Contracts.readAll(file, wide);

    assertThat(kept.rejects).isEmpty();
    assertThat(values(kept))
        .containsExactly(
            "4 2016 710101 fiscal 1000000",
            "4 2017 710101 fiscal 2000000",
            "5 2016 710101 donation 3000000",
            "5 2017 710101 donation 4000000");
  }

  @Test
  void oldWorkbooksAreReadAsNewOnes() {
    String rows = HEADER + "A|'1'|2016|710101|1234.56|=1+1\nA|'2'|42430|'710102'|'1,200'|3\n";
    Path old =
        Books.xls()
            .sheet("表")
            .rows(rows)
            .format(2, 2, "yyyy-mm-dd")
            .calculate()
            .write(dir.resolve("o.xls"));
    Path now =
        Books.xlsx()
            .sheet("表")
            .rows(rows)
            .format(2, 2, "yyyy-mm-dd")
            .calculate()
            .write(dir.resolve("n.xlsx"));

    assertThat(values(Contracts.readAll(old))).hasSize(4).isEqualTo(values(Contracts.readAll(now)));
    assertThat(Contracts.readAll(old).flags).isEqualTo(Contracts.readAll(now).flags);
  }

  @Test
  void aMendedCellOfASheetIsReadAsText() {
    Path file =
        Books.xlsx()
            .sheet("甲")
            .rows(HEADER + "A|'1'|2016|'710101'|1|2\n")
            .sheet("乙")
            .rows(HEADER + "A|'2'|2016|'710102'|45356|2\nA|'3'|x|'710103'|3|\"2\n")
            .format(1, 4, "m\"月\"d\"日\"")
            .write(dir.resolve("mend.xlsx"));
    RawFile raw = RawFile.open(file, Contracts.SHIPPED, "cooperation_record");
    Layout second = raw.layouts().get(1);
    var mends = new java.util.TreeMap<Long, Mends.Mend>();
    mends.put(
        second.lineOf(2),
        new Mends.Mend(null, new java.util.TreeMap<>(java.util.Map.of(4, "3.5")), false));
    mends.put(
        second.lineOf(3),
        new Mends.Mend("A\t3\t2017\t710103\t3\t2", new java.util.TreeMap<>(), false));
    var kept = new Contracts.Kept();
    kept.tally = FileCheck.read(file, raw.scan(), second.mended(new Mends(mends)), kept);

    assertThat(kept.rejects).isEmpty();
    assertThat(values(kept))
        .containsExactly(
            "10000002 2016 710102 fiscal 3500000",
            "10000002 2016 710102 cadres 2",
            "10000003 2017 710103 fiscal 3000000",
            "10000003 2017 710103 cadres 2");
    assertThat(SourceRows.layout(raw.layouts(), 10_000_002).place(10_000_002))
        .isEqualTo("mend.xlsx, sheet 乙, row 2");
  }
}
