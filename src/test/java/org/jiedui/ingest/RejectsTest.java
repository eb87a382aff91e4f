package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.jiedui.publish.TableFile;
import org.jiedui.spark.SharedSpark;
import org.jiedui.table.Frame;
import org.jiedui.table.RejectRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rejects are merged from their files, in key order, and none is held. */
@ExtendWith(SharedSpark.class)
class RejectsTest {
  @TempDir Path dir;

  private IngestResult landed(SparkSession spark) {
    var files = new IngestFixture(dir);
    String ok = "s,%d,2016,,760121,fiscal,paid,100,元\n";
    String bad = "s,%d,2016,,760121,fiscal,paid,约100,元\n";
    String unknown = "s,%d,2016,,769999,fiscal,paid,100,元\n";
    files.flows("b.csv", rows(1, bad, ok, unknown, bad, unknown, bad));
    files.flows("x/a.csv", rows(100, unknown, bad, ok, bad, unknown));
    files.flows("y/a.csv", rows(200, bad, unknown, ok, unknown, bad, bad));
    return Ingest.run(spark, files.request("root"));
  }

  private static String rows(int from, String... rows) {
    var text = new StringBuilder();
    for (int i = 0; i < rows.length; i++) {
      text.append(rows[i].formatted(from + i));
    }
    return text.toString();
  }

  @Test
  void rowsOfFilesOfOneNameAndOfBothKindsComeInKeyOrder(SparkSession spark) {
    IngestResult result = landed(spark);
    List<Object[]> rows = new ArrayList<>();

    result.rejectRows().forEach(rows::add);

    assertThat(rows).hasSize(14).isSortedAccordingTo(Frame.order(Rejects.fields()));
    assertThat(rows)
        .extracting(r -> r[RejectRow.FILE.ordinal()] + ":" + r[RejectRow.ROW.ordinal()])
        .startsWith("a.csv:2", "a.csv:2", "a.csv:3", "a.csv:3")
        .endsWith("b.csv:5", "b.csv:6", "b.csv:7");
    assertThat(IngestFixture.lines(result.rejects(), RejectRow.REJECT_ID.ordinal()))
        .containsExactlyElementsOf(
            rows.stream().map(r -> (String) r[RejectRow.REJECT_ID.ordinal()]).toList());
  }

  @Test
  void aRowThatWasHandedOverIsHeldByNobody(SparkSession spark) throws IOException {
    IngestResult result = landed(spark);
    List<WeakReference<Object[]>> given = new ArrayList<>();
    Path file = dir.resolve("rejects.parquet");

    try (var writer = TableFile.writer(file, Rejects.TABLE, Rejects.fields(), java.util.Map.of())) {
      result
          .rejectRows()
          .forEach(
              row -> {
                given.add(new WeakReference<>(row));
                writer.append(row);
                if (given.size() == 14) {
                  System.gc();
                  assertThat(given.stream().filter(r -> r.get() != null).count())
                      .as("the row itself, the one before it, and one of each file of the name")
                      .isLessThanOrEqualTo(5);
                }
              });
    }
    assertThat(TableFile.read(file).rows()).hasSize(14);
    assertThat(Files.size(file)).isPositive();
  }
}
