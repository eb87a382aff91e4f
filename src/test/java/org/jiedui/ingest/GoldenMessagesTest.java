package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.jiedui.Golden;
import org.jiedui.ingest.file.Contract;
import org.jiedui.message.Problem;
import org.jiedui.reference.Geography;
import org.jiedui.reference.Indicators;
import org.jiedui.reference.Pairings;
import org.jiedui.spark.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The words of what is wrong between files, in both languages. */
@ExtendWith(SharedSpark.class)
class GoldenMessagesTest {
  private static final Path MESSY = Path.of("sample-data/messy");

  @TempDir Path dir;

  /** Seven counties a year; the last year is in yuan under a header that says 万元. */
  private IngestFixture years() {
    var files = new IngestFixture(dir);
    for (int year = 2015; year <= 2020; year++) {
      var rows = new StringBuilder("记录号,年份,县代码,支援省代码,财政资金(万元)\n");
      for (int i = 0; i < 10; i++) {
        String county = List.of("760121", "760122", "760123", "760131", "760132").get(i % 5);
        String donor = i < 5 ? "710000" : "720000";
        long amount = (300 + 11 * i + year - 2015) * (year == 2020 ? 10_000L : 1);
        rows.append("%d-%d,%d,%s,%s,%d\n".formatted(year, i, year, county, donor, amount));
      }
      files.input("funds_" + year + ".csv", rows.toString(), Input.FLOWS);
    }
    return files;
  }

  private static List<Problem> shifts(IngestResult result) {
    return result.warnings().stream().filter(p -> p.code().equals("UNIT_SHIFT")).toList();
  }

  @Test
  void aUnitThatIsProbablyWrongAndItsWayOut(SparkSession spark) {
    IngestFixture files = years();
    List<Problem> said = shifts(Ingest.run(spark, files.request("root")));
    Golden.assertSaid("unit_shift", said);

    String fix = said.get(0).fix().en();
    String declared = fix.substring(fix.indexOf("files {"), fix.lastIndexOf('}') + 1);
    Path last = files.inputs().get(5).path();
    files.write(last.getFileName().toString(), read(last).replace("(万元)", ""));
    files.settings(declared + "\n");
    assertThat(shifts(Ingest.run(spark, files.request("mended")))).isEmpty();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void twoRecordsThatDisagree() throws Exception {
    String header = "编号,年份,县代码,县名,财政资金(万元)\n";
    Path one = Files.writeString(dir.resolve("batch1.csv"), header + "7,2017,710102,青岩县,1500.00\n");
    Path two =
        Files.writeString(dir.resolve("batch3.csv"), header + "7,2017,710102,青岩县,\"1,050.00\"\n");
    var indicators = Indicators.load(Path.of("conf/indicators"));
    var geography = Geography.load(MESSY.resolve("geography"));
    Check.Result result =
        Check.of(
            new Check.Request(
                List.of(new Input(one, "", "s"), new Input(two, "", "s")),
                Contract.load(Path.of("conf/schema.conf"), indicators),
                geography,
                Pairings.load(MESSY.resolve("pairings"), geography),
                1996,
                2020));

    Golden.assertSaid(
        "dup_conflict",
        result.causes().stream()
            .filter(c -> c.code().equals("DUP_CONFLICT"))
            .flatMap(c -> c.shown().stream())
            .toList());
  }
}
