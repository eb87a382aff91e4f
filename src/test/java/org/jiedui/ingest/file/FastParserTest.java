package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jiedui.publish.TableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both ways of reading a row must land the same, whatever the row. */
class FastParserTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String LONG = "来源,记录号,年份,支援省代码,受援县代码,县名,方向,指标,形式,阶段,金额,单位,备注\n";
  private static final String WIDE = "记录号,年份,支援省代码,受援县代码,县名,财政资金(万元),捐款(元),干部人数\n";

  private static final String LANDING = "0123456789abcdef";

  @TempDir Path dir;

  @Test
  void plainRowsOfALongFile() {
    same(
        LONG
            + "a,1,2016,310000,520123,某县,E2W,fiscal,,paid,12.50,万元,x\n".repeat(3)
            + "a,2,2017,310000,520123,某县,E2W,fiscal,,paid,0.07,万元,\n"
            + "a,3,2017,,520124,某县,W2E,cadres,,paid,7,人,\n"
            + "b,4,2018,,520124,某县,W2E,cadres,,paid,8,人,\n");
  }

  @Test
  void onlyTheFirstRowOfEachWordingGoesTheStrictWay() throws IOException {
    String row = "a,%d,2016,310000,520123,%s,%s,fiscal,,paid,12.50,万元,x\n";
    StringBuilder text = new StringBuilder(LONG);
    for (int i = 0; i < 1_000; i++) {
      text.append(row.formatted(i, i % 3 == 0 ? "某县" : "甲县", i % 2 == 0 ? "E2W" : "东→西"));
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    Path file = Contracts.write(dir, "records.csv", bytes);
    FileScan scan = FileScanner.scan(file, Contracts.SHIPPED);
    Layout layout = Layout.of(scan, Contracts.SHIPPED, "cooperation_record");
    RecordKey key = RecordKey.of(Contracts.SHIPPED.table("cooperation_record"));
    int from = (int) scan.dataOffset();
    byte[] data = java.util.Arrays.copyOfRange(bytes, from, bytes.length + 16);

    try (var out = new PartBuilder(dir.resolve("part"), LANDING, key, layout)) {
      var parser = new FastParser(FastPlan.of(layout).orElseThrow(), layout, out);
      Tally tally = parser.read(data, bytes.length - from, from, 2);

      assertThat(tally.rows(Tally.Place.ACCEPTED)).isEqualTo(1_000);
      assertThat(parser.fastRows()).isEqualTo(998);
    }
  }

  @Test
  void everyRowThatIsNotPlainGoesTheStrictWay() {
    String ok = "a,1,2016,310000,520123,某县,E2W,fiscal,,paid,12.50,万元,x\n";
    same(
        LONG
            + ok.repeat(4)
            + "a,\"2\",2016,310000,520123,\"某\n县\",E2W,fiscal,,paid,\"1,234.50\",万元,\"x\"\"y\"\n"
            + ok
            + "a,3,16,310000,520123,某县,E2W,fiscal,,paid,12.50,万元,x\n"
            + "a,4,2016,310000,5.2E+05,某县,E2W,fiscal,,paid,12.50,万元,x\n"
            + "a,5,2016,310000,520123,某县,E2W,nothing,,paid,12.50,万元,x\n"
            + "a,6,2016,310000,520123,某县,E2W,fiscal,,paid,12.503456789,万元,x\n"
            + "a,7,2016,310000,520123,某县,E2W,fiscal,,paid,-12.5,万元,x\n"
            + "a,8,2016,310000,520123,某县,E2W,fiscal,,paid,12.5万,元,x\n"
            + "a,9,2016,310000,520123,某县,E2W,fiscal,,paid,—,万元,x\n"
            + "a,10,2016,310000,520123,某县,E2W,fiscal,,paid,12.5,万元,x,surplus\n"
            + "a,11,2016,310000,520123,某县,E2W,fiscal,,paid\n"
            + "\n"
            + "合计,,,,,合计,,fiscal,,,99,万元,\n"
            + "a,12,2016,310000,520123,合计,E2W,fiscal,,paid,12.50,万元,x\n"
            + ",,,,,,,,,,,,\n"
            + ok);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  void randomRowsOfBothLayoutsLandTheSame(String charset) {
    for (int seed = 1; seed <= 12; seed++) {
      Random random = new Random(seed);
      boolean wide = seed % 2 == 0;
      StringBuilder text = new StringBuilder(wide ? WIDE : LONG);
      for (int row = 0; row < 400; row++) {
        text.append(wide ? wideRow(random, row) : longRow(random, row));
        text.append(seed % 3 == 0 ? "\r\n" : "\n");
      }
      if (seed % 4 == 0) {
        text.setLength(text.length() - 1);
      }
      same(text.toString(), Charset.forName(charset), "seed " + seed);
    }
  }

  @Test
  void aFileFullOfQuotesIsReadTheSameWay() {
    StringBuilder text = new StringBuilder(LONG);
    for (int i = 0; i < 20_000; i++) {
      text.append("a,").append(i).append(",2016,310000,520123,某县,E2W,fiscal,,paid,\"1,000\",元,\n");
    }
    same(text.toString());
  }

  @Test
  void aBadByteRejectsOneRow() throws IOException {
    byte[] text =
        (LONG + "a,1,2016,310000,520123,某县,E2W,fiscal,,paid,12.50,万元,x\n".repeat(50))
            .getBytes(GB18030);
    text[text.length - 200] = (byte) 0xFF;
    same(text, "bad byte");
  }

  private static String longRow(Random random, int row) {
    return String.join(
        ",",
        pick(random, "a", "a", "b", "", "—"),
        pick(
            random,
            Integer.toString(row),
            Integer.toString(row),
            "R-" + row,
            "",
            "\"q" + row + "\""),
        pick(random, "2016", "2017", "2016", "1896", "2016年", "16", " 2016"),
        pick(random, "310000", "", "110000", "31", "/"),
        pick(random, "520123", "520124", "520123", "000000", "520123.0", "合计", "5201231"),
        pick(random, "某县", "某县", "甲县", "", "合计", "\"某,县\""),
        pick(random, "E2W", "W2E", "东→西", "", "N2S"),
        pick(random, "fiscal", "cadres", "财政资金", "捐款", "gold", ""),
        pick(random, "", "", "cash", "现金", "none"),
        pick(random, "paid", "", "拨付", "支出", "eaten"),
        number(random),
        pick(random, "元", "万元", "人", "", "两"),
        pick(random, "", "x", "备注", "a b"));
  }

  private static String wideRow(Random random, int row) {
    return String.join(
        ",",
        pick(random, Integer.toString(row), Integer.toString(row / 2), ""),
        pick(random, "2016", "2017", "2018", "199"),
        pick(random, "310000", "", "x"),
        pick(random, "520123", "520124", "合 计"),
        pick(random, "某县", "甲县", ""),
        number(random),
        number(random),
        pick(random, "1", "12", "", "100001", "1.5"));
  }

  private static String number(Random random) {
    return pick(
        random,
        "12",
        "0.5",
        "1000.25",
        "0",
        "",
        "00012.30",
        "12.",
        ".5",
        "1e5",
        "约12",
        "１２",
        "12.345",
        "123456789012345678",
        "—",
        "7",
        "8",
        "9.1",
        "(5)",
        "-5",
        "1 000");
  }

  private static String pick(Random random, String... words) {
    return words[
        random.nextInt(3) > 0
            ? random.nextInt(Math.min(2, words.length))
            : random.nextInt(words.length)];
  }

  private void same(String text) {
    same(text, StandardCharsets.UTF_8, "text");
  }

  private void same(String text, Charset charset, String what) {
    same(text.getBytes(charset), what);
  }

  private void same(byte[] text, String what) {
    Path file = Contracts.write(dir, "records.csv", text);
    FileScan scan = new FileScanner(IngestSettings.Limits.DEFAULT, 1 << 16, 4_000).scan(file);
    Layout layout = Layout.of(scan, Contracts.SHIPPED, "cooperation_record");
    assertThat(FastPlan.of(layout)).as("the file has a fast way").isPresent();
    RecordKey key = RecordKey.of(Contracts.SHIPPED.table("cooperation_record"));
    List<String> fast = new ArrayList<>();
    List<String> strict = new ArrayList<>();
    for (int range = 0; range < scan.ranges(); range++) {
      fast.addAll(land(file, scan, layout, key, range, PartTask.Parser.FAST));
      strict.addAll(land(file, scan, layout, key, range, PartTask.Parser.STRICT));
    }
    assertThat(fast).as(what).isEqualTo(strict);
    assertThat(strict).as(what).anyMatch(line -> line.startsWith("record"));
  }

  private List<String> land(
      Path file, FileScan scan, Layout layout, RecordKey key, int range, PartTask.Parser parser) {
    try {
      Path folder = Files.createTempDirectory(dir, "part");
      LandingPart part =
          new PartTask(
                  file.toString(), scan, layout, key, LANDING, folder.toString(), range, parser)
              .run()
              .part();
      List<String> all = new ArrayList<>();
      LandingReader.readAll(
          folder.resolve(part.name() + LandingPart.RECORDS),
          (number, item, record) -> all.add("record " + number + " " + item + " " + record));
      all.add(tally(part.tally()));
      all.add("flags " + new TreeMap<>(part.flags()));
      GroupFile.read(
          folder.resolve(part.name() + LandingPart.SUMS),
          (year, kind, recipient, donor, sum, records, rows) ->
              all.add(
                  "group " + year + kind + recipient + "<" + donor + sum + "/" + records + rows));
      all.subList(all.indexOf(tally(part.tally())), all.size()).sort(null);
      if (part.aside()) {
        TableFile.read(folder.resolve(part.name() + LandingPart.REJECTS))
            .rows()
            .forEach(row -> all.add("reject " + java.util.Arrays.toString(row)));
      }
      return all;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String tally(Tally tally) {
    StringBuilder text = new StringBuilder("tally ");
    for (Tally.Place place : Tally.Place.values()) {
      text.append(place).append(tally.rows(place)).append(tally.amounts(place));
    }
    return text.append(tally.codes()).append(tally.closes()).toString();
  }
}
