package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiedui.ingest.IngestFixture.lines;
import static org.jiedui.ingest.IngestFixture.panel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.jiedui.ingest.file.Reason;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.spark.SharedSpark;
import org.jiedui.table.Frame;
import org.jiedui.table.RejectRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rejects go out, come back mended, and count. */
@ExtendWith(SharedSpark.class)
class FixesTest {
  private static final String TRUTH =
      """
      s,1,2016,,760121,fiscal,paid,100,元
      s,2,2016,,760122,fiscal,paid,200,元
      s,3,2016,,760123,fiscal,paid,300,元
      s,4,2016,,760121,fiscal,paid,400,元
      s,5,2016,,760121,fiscal,paid,500,元
      s,6,2016,,760121,fiscal,paid,1234,元
      """;

  private static final String DELIVERED =
      """
      s,1,2016,,760121,fiscal,paid,100,元
      s,2,2016,,7.6E+05,fiscal,paid,200,元
      s,3,2016,,760193,fiscal,paid,300,元
      s,4,2016,,760121,fiscal,paid,约400,元
      s,5,2016,,760121,fiscal,paid,500,元
      s,5,2016,,760121,fiscal,paid,550,元
      s,6,2016,,760121,fiscal,paid,1,234,元
      """;

  @TempDir Path dir;
  private IngestFixture files;

  @BeforeEach
  void country() {
    files = new IngestFixture(dir);
  }

  private Path mended(String name, Frame rejects, Map<String, String> answers) {
    return mended(files, name, rejects, answers);
  }

  /** The list as somebody fills it in: a cell by the code and column of its reject. */
  static Path mended(IngestFixture files, String name, Frame rejects, Map<String, String> answers) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Arrays.stream(RejectRow.values()).map(RejectRow::column).collect(Collectors.joining(",")));
    for (int i = 0; i < rejects.size(); i++) {
      Object[] row = rejects.rows().get(i).clone();
      String answer =
          answers.getOrDefault(
              rejects.value(i, RejectRow.ROW) + " " + rejects.text(i, RejectRow.CODES), "");
      boolean drop = answer.equals("drop");
      row[RejectRow.FIXED_VALUE.ordinal()] = drop ? "" : answer;
      row[RejectRow.DECISION.ordinal()] = drop ? "drop" : answer.isEmpty() ? "" : "fix";
      lines.add(
          Arrays.stream(row)
              .map(c -> c == null ? "" : '"' + c.toString().replace("\"", "\"\"") + '"')
              .collect(Collectors.joining(",")));
    }
    return files.write(name, String.join("\n", lines) + "\n");
  }

  private static List<String> ledger(IngestResult result, String start) {
    return lines(result.ledger(), 0, 1, 3, 4, 5, 6, 10).stream()
        .filter(l -> l.startsWith(start))
        .toList();
  }

  @Test
  void theListShowsEveryCellAsDeliveredWithWhatItMayStandFor(SparkSession spark) {
    files.flows("a.csv", DELIVERED);

    Frame rejects = Ingest.run(spark, files.request("root")).rejects();

    assertThat(lines(rejects, 1, 2, 5, 6))
        .containsExactly(
            "3 recipient_code CODE_SCI 7.6E+05",
            "4 recipient_code CODE_UNKNOWN 760193",
            "5 amount NUM_SYNTAX 约400",
            "6 amount DUP_CONFLICT 500",
            "7 amount DUP_CONFLICT 550",
            "8  CELL_EXTRA ");
    assertThat(rejects.text(0, RejectRow.SUGGESTION)).contains("760121", "760122", "760123");
    assertThat(rejects.text(1, RejectRow.SUGGESTION)).contains("760123 三县");
    assertThat(rejects.text(1, RejectRow.EXPECTED)).contains("2016");
    assertThat(rejects.text(3, RejectRow.EXPECTED)).isNotEmpty();
    assertThat(rejects.text(3, RejectRow.RAW_LINE)).isEqualTo("s,5,2016,,760121,fiscal,paid,500,元");
    assertThat(rejects.text(3, RejectRow.AMOUNTS)).isEqualTo("fiscal=50000");
  }

  @Test
  void mendedRowsCountAndTheResultEqualsTheTruth(SparkSession spark) {
    files.flows("a.csv", DELIVERED);
    IngestRequest request = files.request("root");
    IngestResult before = Ingest.run(spark, request);
    Path list =
        mended(
            "rejects.csv",
            before.rejects(),
            Map.of(
                "3 CODE_SCI", "760122",
                "4 CODE_UNKNOWN", "760123",
                "5 NUM_SYNTAX", "400",
                "7 DUP_CONFLICT", "drop",
                "8 CELL_EXTRA", "s,6,2016,,760121,fiscal,paid,1234,元"));

    IngestResult after = Ingest.run(spark, request.fixedBy(List.of(list)));

    IngestFixture truth = new IngestFixture(dir.resolve("truth")).flows("a.csv", TRUTH);
    assertThat(panel(after)).isEqualTo(panel(Ingest.run(spark, truth.request("root"))));
    assertThat(lines(after.rejects(), 0, 1, 5)).containsExactly("a.csv 7 FIX_DROPPED");
    assertThat(ledger(after, "a.csv rows")).containsExactly("a.csv rows 7 6 1 0 0");
    assertThat(ledger(after, "rejects.csv")).containsExactly("rejects.csv rows 6 5 0 0 1");
    assertThat(after.flags()).containsEntry(Reason.FIX_APPLIED, 4L);
    assertThat(after.inputs()).extracting(IngestResult.InputFact::name).contains("rejects.csv");
    String sha256 = after.inputs().get(after.inputs().size() - 1).sha256();
    assertThat(dir.resolve("root/archive").resolve(sha256)).hasSameBinaryContentAs(list);
  }

  @Test
  void withoutTheListTheRowsAreRejectsAgain(SparkSession spark) {
    files.flows("a.csv", DELIVERED);
    IngestRequest request = files.request("root");
    IngestResult before = Ingest.run(spark, request);
    Path list = mended("r.csv", before.rejects(), Map.of("5 NUM_SYNTAX", "400"));

    assertThat(Ingest.run(spark, request.fixedBy(List.of(list))).rejects().size()).isEqualTo(5);
    assertThat(lines(Ingest.run(spark, request).rejects(), 1, 5, 6))
        .isEqualTo(lines(before.rejects(), 1, 5, 6));
  }

  @Test
  void aFixOfAReplacedFileIsStaleAndChangesNothing(SparkSession spark) throws Exception {
    files.flows("a.csv", DELIVERED);
    IngestRequest request = files.request("root");
    Path list =
        mended(
            "r.csv",
            Ingest.run(spark, request).rejects(),
            Map.of("5 NUM_SYNTAX", "400", "7 DUP_CONFLICT", "drop"));
    Files.writeString(dir.resolve("a.csv"), IngestFixture.HEADER + DELIVERED.replace("100", "101"));

    IngestResult after = Ingest.run(spark, request.fixedBy(List.of(list)));

    assertThat(after.warnings()).extracting(p -> p.code()).contains("FIX_STALE");
    assertThat(lines(after.rejects(), 0, 5)).contains("r.csv FIX_STALE", "a.csv NUM_SYNTAX");
    assertThat(ledger(after, "r.csv")).containsExactly("r.csv rows 6 0 2 0 4");
  }

  @Test
  void listsThatContradictEachOtherAndUnknownWordsAreRefusedTogether(SparkSession spark) {
    files.flows("a.csv", DELIVERED);
    IngestRequest request = files.request("root");
    Frame rejects = Ingest.run(spark, request).rejects();
    Path one = mended("one.csv", rejects, Map.of("5 NUM_SYNTAX", "400"));
    Path two = mended("two.csv", rejects, Map.of("5 NUM_SYNTAX", "500"));

    assertThatThrownBy(() -> Ingest.scan(request.fixedBy(List.of(one, two))))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.exit()).isEqualTo(ExitCode.INPUT);
              assertThat(e.getMessage()).contains("two.csv:4");
            });
    Path bad = files.write("bad.csv", "reject_id,file\n");
    assertThatThrownBy(() -> Ingest.scan(request.fixedBy(List.of(bad))))
        .isInstanceOf(InputException.class);
  }
}
