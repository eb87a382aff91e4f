package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReaderTest {
  @TempDir Path dir;

  private Contracts.Kept read(String text) {
    Contracts.Kept kept = Contracts.readAll(Contracts.write(dir, "a.csv", text));
    assertThat(kept.tally.closes()).as("ledger").isTrue();
    return kept;
  }

  @Test
  void aWideRowGivesOneRecordForEachValue() {
    Contracts.Kept kept =
        read(
            """
            编号,年度,支援省代码,受援县代码,县名,财政资金（万元）,捐款(元),干部
            r1,2017,720000,710101,甲县,12.5,"1,200.50",3
            r2,2017年,,710102,乙县,—,,0
            """);

    assertThat(kept.shown())
        .containsExactly(
            "2@97||r1|2017/0|710101<720000|E2W|fiscal|none|paid|12500000",
            "2@97||r1|2017/0|710101<720000|E2W|donation|cash|paid|120050",
            "2@97||r1|2017/0|710101<720000|E2W|cadres|none|paid|3",
            "3@144||r2|2017/0|710102<0|E2W|cadres|none|paid|0");
    assertThat(kept.tally.rows(Tally.Place.ACCEPTED)).isEqualTo(2);
  }

  @Test
  void aLongRowIsReadByItsIndicatorFormStageAndUnit() {
    Contracts.Kept kept =
        read(
            """
            来源,编号,年份,县代码,方向,指标,形式,阶段,金额,单位,代码年份
            s,1,2017,710101,东→西,社会捐赠,现金,到位,3.5,万元,2020
            s,2,2017,710101,W2E,捐物折款,,,3.5,元,
            s,3,2017,710101,,干部,,,7,人,
            """);

    assertThat(kept.rejects).isEmpty();
    assertThat(kept.shown())
        .extracting(row -> row.substring(row.indexOf('|')))
        .containsExactly(
            "|s|1|2017/2020|710101<0|E2W|donation|cash|arrived|3500000",
            "|s|2|2017/0|710101<0|W2E|donation|kind|paid|350",
            "|s|3|2017/0|710101<0|E2W|cadres|none|paid|7");
  }

  @Test
  void everyReasonOfARowIsToldInOneReject() {
    Contracts.Kept kept =
        read(
            """
            编号,年份,支援省代码,县代码,捐款(元),干部
            1,16,7.2E+05,71010,1.2.3,2.5
            2,2017,720000,710101,5,-1
            """);

    assertThat(kept.codes())
        .containsExactly(
            "2:YEAR_RANGE;CODE_SCI;CODE_SYNTAX;NUM_AMBIGUOUS;NUM_FRACTION", "3:NUM_RANGE");
    Reject second = kept.rejects.get(1);
    assertThat(second.amounts())
        .containsExactly(new Amount("donation", 500), new Amount("cadres", -1));
    assertThat(second.value()).isEqualTo("-1");
    assertThat(second.rawLine()).isEqualTo("2,2017,720000,710101,5,-1");
    assertThat(second.id()).matches("[0-9a-f]{16}");
    assertThat(kept.tally.codes()).containsEntry(Reason.CODE_SCI, 1L);
  }

  @Test
  void wordsCellsAndTotalsHaveTheirReasons() {
    Contracts.Kept kept =
        read(
            """
            年份,县代码,县名,指标,形式,阶段,金额,单位
            2017,710101,甲县,扶贫,,,5,元
            2017,710101,甲县,捐款,支票,,5,元
            2017,710101,甲县,捐款,,已付,5,元
            2017,,甲县,捐款,,,5,元
            2017,710101,甲县,捐款,,,5,美元
            2017,710101,甲县,捐款,,,5,人
            2017,710101,甲县,干部,,,5,人次
            2017,710101,甲县,捐款,,,5,
            2017,710101,甲县,捐款,,,5,元,多
            2017,710101,甲县,捐款
            ,,合 计,捐款,,,35,元

            ,,,,,,,
            2017,710101,"甲"县,捐款,,,5,元
            2017,710101,甲"县,捐款,,,5,元
            2017,710101,锟斤拷,捐款,,,5,元
            2017,710101,甲县,捐款,实物,,5,元
            """);

    assertThat(kept.codes())
        .containsExactly(
            "2:WORD_UNKNOWN",
            "3:WORD_UNKNOWN",
            "4:WORD_UNKNOWN",
            "5:CODE_NAME_ONLY",
            "6:UNIT_UNKNOWN",
            "7:UNIT_CONFLICT",
            "8:MEASURE_CONFLICT",
            "9:UNIT_MISSING",
            "10:CELL_EXTRA",
            "11:CELL_MISSING",
            "15:TXT_QUOTE",
            "16:TXT_QUOTE",
            "17:ENC_DAMAGED",
            "18:WORD_UNKNOWN");
    assertThat(kept.totals).containsExactly(12L);
    assertThat(kept.blanks).containsExactly(13L, 14L);
    assertThat(kept.records).isEmpty();
  }

  @Test
  void aCommaThatCutANumberInTwoIsSaid() {
    Contracts.Kept kept =
        read(
            """
            县代码,年份,捐款(元)
            710101,2016,1,23
            710101,2016,1,234
            """);

    assertThat(kept.codes()).containsExactly("2:NUM_AMBIGUOUS;CELL_EXTRA", "3:CELL_EXTRA");
    assertThat(kept.rejects.get(0).value()).isEqualTo("1,23");
    assertThat(kept.rejects.get(1).suggestion().en()).contains("\"1,234\"");
  }

  @Test
  void oneBadByteRejectsOneRow() {
    String text = "县代码,年份,县名,捐款(元)\n" + "710101,2016,甲县,1\n".repeat(50);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 6] = (byte) 0xFF;

    Contracts.Kept kept = Contracts.readAll(Contracts.write(dir, "a.csv", bytes));

    assertThat(kept.records).hasSize(49);
    assertThat(kept.codes()).containsExactly("51:ENC_DAMAGED");
    assertThat(kept.rejects.get(0).rawLine()).contains("\\xFF");
    assertThat(kept.tally.closes()).isTrue();
  }

  @Test
  void encodingLineEndAndSeparatorDoNotChangeTheRecords() {
    String text = FileScannerTest.text(new Random(1), 60);
    List<String> plain = values(text.getBytes(StandardCharsets.UTF_8));

    assertThat(plain).hasSize(60);
    assertThat(values(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))).isEqualTo(plain);
    assertThat(values(text.getBytes(Charset.forName("GB18030")))).isEqualTo(plain);
    assertThat(values(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(plain);
    assertThat(values(text.replace(",", "\t").getBytes(StandardCharsets.UTF_8))).isEqualTo(plain);
  }

  private List<String> values(byte[] bytes) {
    Contracts.Kept kept = Contracts.readAll(Contracts.write(dir, "v.csv", bytes));
    assertThat(kept.tally.closes()).isTrue();
    return kept.records.stream()
        .map(LandedRecord::toString)
        .map(row -> row.substring(row.indexOf('|')))
        .toList();
  }

  @Test
  void aSplitReadEqualsTheWholeReadAtEveryBorder() {
    String text = FileScannerTest.text(new Random(3), 40).replace("2012", "12").stripTrailing();
    Path file = Contracts.write(dir, "s.csv", text);
    FileScan scan = FileScanner.scan(file, Contracts.SHIPPED);
    Layout layout = Layout.of(scan, Contracts.SHIPPED, "cooperation_record");
    Contracts.Kept whole = Contracts.readAll(file);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (long[] border : borders(bytes, scan)) {
      var parts = new Contracts.Kept();
      Tally tally =
          FileReader.read(file, scan, layout, scan.dataOffset(), border[0], scan.dataLine(), parts);
      tally.add(FileReader.read(file, scan, layout, border[0], scan.size(), border[1], parts));

      assertThat(parts.shown()).isEqualTo(whole.shown());
      assertThat(parts.rejects).isEqualTo(whole.rejects);
      assertThat(parts.flags).isEqualTo(whole.flags);
      assertThat(tally.amounts(Tally.Place.READ)).isEqualTo(whole.tally.amounts(Tally.Place.READ));
      assertThat(tally.closes()).isTrue();
    }
    assertThat(whole.rejects).isNotEmpty();
  }

  /** Every row start, found by another rule than the reader's: an even number of quotes before. */
  private static List<long[]> borders(byte[] bytes, FileScan scan) {
    List<long[]> borders = new ArrayList<>();
    boolean open = false;
    long line = scan.dataLine();
    for (int i = (int) scan.dataOffset(); i < bytes.length; i++) {
      open ^= bytes[i] == '"';
      line += bytes[i] == '\n' ? 1 : 0;
      if (bytes[i] == '\n' && !open) {
        borders.add(new long[] {i + 1, line});
      }
    }
    assertThat(borders).hasSizeGreaterThan(30);
    return borders;
  }

  @Test
  void scannedRangesReadAsTheWhole() {
    Path file = Contracts.write(dir, "r.csv", FileScannerTest.text(new Random(5), 300));
    FileScan scan = new FileScanner(IngestSettings.Limits.DEFAULT, 256, 512).scan(file);
    Layout layout = Layout.of(scan, Contracts.SHIPPED, "cooperation_record");
    var parts = new Contracts.Kept();
    for (int i = 0; i < scan.ranges(); i++) {
      FileReader.read(
          file, scan, layout, scan.starts()[i], scan.end(i), scan.startLines()[i], parts);
    }

    assertThat(scan.ranges()).isGreaterThan(10);
    assertThat(parts.shown()).isEqualTo(Contracts.readAll(file).shown());
  }

  @Test
  void roundingIsFlaggedAndItsResidueSummed() {
    Contracts.Kept kept = read("县代码,年份,捐款(元)\n710101,2016,1.234\n710101,2016,1.001\n");

    assertThat(kept.flags).containsExactly("NUM_ROUNDED@2", "NUM_ROUNDED@3");
    assertThat(kept.tally.residues())
        .isEqualTo(Map.of("donation", new java.math.BigDecimal("0.5")));
  }

  @Test
  void sumsAreExactBeyondSixtyFourBits() {
    var sum = new ExactSum();
    sum.add(Long.MAX_VALUE);
    sum.add(Long.MAX_VALUE);
    sum.add(-5);

    assertThat(sum.value()).isEqualTo(new java.math.BigInteger("18446744073709551609"));
  }
}
