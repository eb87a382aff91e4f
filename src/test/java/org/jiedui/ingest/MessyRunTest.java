package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.ingest.IngestFixture.lines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.jiedui.ingest.file.Contract;
import org.jiedui.ingest.file.IngestSettings;
import org.jiedui.reference.Geography;
import org.jiedui.reference.Indicators;
import org.jiedui.reference.Pairings;
import org.jiedui.spark.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Bad files whose traps show only when records are added up. */
@ExtendWith(SharedSpark.class)
class MessyRunTest {
  private static final Path MESSY = Path.of("sample-data/messy");

  @TempDir Path dir;

  @Test
  void everyNoteOfARunIsMadeAsOftenAsItsFileWasMadeFor(SparkSession spark) throws IOException {
    Map<String, Long> expected = new TreeMap<>();
    List<Input> inputs =
        Files.readAllLines(MESSY.resolve("truth/expected_run.csv")).stream()
            .skip(1)
            .map(line -> line.split(","))
            .peek(cells -> expected.put(cells[1], Long.parseLong(cells[2])))
            .map(MessyRunTest::input)
            .toList();

    IngestResult result = Ingest.run(spark, request(inputs));

    Map<String, Long> found = new TreeMap<>();
    result.flags().forEach((reason, rows) -> found.put(reason.name(), rows));
    assertThat(found).isEqualTo(expected);
    assertThat(result.rejects().size()).isZero();
    assertThat(lines(result.ledger(), 0, 1, 3, 4))
        .contains(
            "(total) donation 38000 15000",
            "(total) cadres 3 2",
            "(total) cadre_postings 3 3",
            "(total) professionals 2 2");
  }

  private static Input input(String[] cells) {
    String table = cells[0].startsWith("roster_") ? Input.ROSTER : Input.FLOWS;
    return new Input(MESSY.resolve(cells[0]), table, "");
  }

  private IngestRequest request(List<Input> inputs) {
    Indicators indicators = Indicators.load(Path.of("conf/indicators"));
    Geography geography = Geography.load(MESSY.resolve("geography"));
    return new IngestRequest(
        inputs,
        Contract.load(MESSY.resolve("schema.conf"), indicators),
        indicators,
        geography,
        Pairings.load(MESSY.resolve("pairings"), geography),
        1996,
        2020,
        dir,
        new IngestSettings.Gates(1, 5),
        IngestRequest.Archive.KEEP);
  }
}
