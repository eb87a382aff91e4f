package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of totals are held against their details wherever a file is split. */
class TotalsRangesTest {
  private static final String HEADER = "记录号,年份,县代码,县名,财政资金(万元),干部人数\n";
  private static final FileScanner WHOLE = new FileScanner(IngestSettings.Limits.DEFAULT);
  private static final FileScanner SPLIT = new FileScanner(IngestSettings.Limits.DEFAULT, 128, 128);

  @TempDir Path dir;

  /** Forty rows of 1.5 and 2, one of which is rejected when it is told so. */
  private static String rows(int from, String first) {
    var rows = new StringBuilder();
    for (int i = from; i < from + 40; i++) {
      rows.append(i).append(",2016,520123,某县,").append(i == from ? first : "1.5").append(",2\n");
    }
    return rows.toString();
  }

  private static String total(String funds, String cadres) {
    return ",,,合计," + funds + "," + cadres + "\n";
  }

  private List<TotalGap> gaps(FileScanner scanner, String text, int leastRanges) {
    Path file = Contracts.write(dir, "totals.csv", HEADER + text);
    FileScan scan = scanner.scan(file);
    assertThat(scan.ranges()).isGreaterThanOrEqualTo(leastRanges);
    List<PartTask.Done> done = new ArrayList<>();
    for (int range = 0; range < scan.ranges(); range++) {
      done.add(task(file, scan, range).run());
    }
    List<LandingPart> parts = PartTask.Done.parts(done);
    return parts.stream().flatMap(p -> p.gaps().stream()).toList();
  }

  private PartTask task(Path file, FileScan scan, int range) {
    return new PartTask(
        file.toString(),
        scan,
        Layout.of(scan, Contracts.SHIPPED, "cooperation_record"),
        RecordKey.of(Contracts.SHIPPED.table("cooperation_record")),
        "0123456789abcdef",
        folder(),
        range,
        PartTask.Parser.FAST);
  }

  private String folder() {
    try {
      return Files.createTempDirectory(dir, "parts").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<TotalGap> same(String text) {
    List<TotalGap> split = gaps(SPLIT, text, 4);
    assertThat(split).isEqualTo(gaps(WHOLE, text, 1));
    return split;
  }

  @Test
  void totalsOfBlocksThatReachOverSeveralRangesAreRight() {
    assertThat(same(rows(0, "1.5") + total("60", "80") + rows(40, "2") + total("60.5", "80")))
        .isEmpty();
    assertThat(same(total("120", "160") + rows(0, "1.5") + rows(40, "1.5"))).isEmpty();
  }

  @Test
  void aWrongTotalIsFoundOnItsLine() {
    assertThat(same(rows(0, "1.5") + rows(40, "1.5") + total("130", "161")))
        .extracting(g -> g.line() + " " + g.indicator() + " " + g.stated() + " " + g.found())
        .containsExactly("82 cadres 161 160", "82 fiscal 130000000 120000000");
  }

  @Test
  void aGapThatIsExactlyTheRejectedRowsOfAnotherRangeSaysSo() {
    String text = rows(0, "1.5").replace("\n7,2016,520123", "\n7,16,520123");

    assertThat(same(text + total("60", "80")))
        .isNotEmpty()
        .allSatisfy(gap -> assertThat(gap.rejected()).isTrue());
  }

  @Test
  void aTaskThatIsTriedAgainWritesTheSamePart() {
    Path file = Contracts.write(dir, "again.csv", HEADER + rows(0, "约") + total("60", "80"));
    PartTask task = task(file, WHOLE.scan(file), 0);

    assertThat(task.run().part().digests())
        .isEqualTo(task.run().part().digests())
        .hasSizeGreaterThan(3);
  }
}
