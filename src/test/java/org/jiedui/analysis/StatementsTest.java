package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jiedui.analysis.Claims.Coverage;
import org.jiedui.reference.Geography;
import org.jiedui.reference.NationalTotals;
import org.jiedui.reference.Pairings;
import org.jiedui.reference.Statement;
import org.jiedui.table.ContentRow;
import org.jiedui.table.Frame;
import org.jiedui.table.StatementRow;
import org.junit.jupiter.api.Test;

/** Published sentences that are no multiples, on the lists and figures that ship. */
class StatementsTest {
  private static final Path CLAIMS = Path.of("conf/claims.conf");
  private static final List<Statement> ALL = Statement.load(CLAIMS);
  private static final NationalTotals TOTALS =
      NationalTotals.load(Path.of("sample-data/national/totals.csv"));

  @Test
  void theNetworksOf2016And2021AreReproducedFromTheirLists() {
    Frame found = statements(Map.of(), Coverage.SYNTHETIC);
    for (int row = 0; row < found.size(); row++) {
      if (List.of("P1", "P5", "T4").contains(found.text(row, StatementRow.CLAIM_ID))) {
        assertThat(found.text(row, StatementRow.OUTCOME))
            .as(found.text(row, StatementRow.CLAIM_ID) + found.text(row, StatementRow.PART))
            .isEqualTo("REPRODUCED");
      }
    }
    assertThat(computed(found, "P2", "")).isEqualTo(8 / 9.0);
    assertThat(computed(found, "P3", "")).isEqualTo(5 / 14.0);
    assertThat(computed(found, "P6", "2016")).isEqualTo(9 / 14.0);
    assertThat(computed(found, "P6", "2021")).isEqualTo(9 / 10.0);
    assertThat(text(found, "P6", "2021", StatementRow.OUTCOME)).isEqualTo("OK");
  }

  @Test
  void contradictoryFiguresAreBothKeptAndSaidTo() {
    Frame found = statements(Map.of(), Coverage.SYNTHETIC);
    String part = "fiscal E2W 2011–2015: 56.9 / 60.7";
    assertThat(text(found, "conflict", part, StatementRow.OUTCOME)).isEqualTo("NOT_MATCHED");
    assertThat(text(found, "conflict", part, StatementRow.SOURCE))
        .contains("56.9", "白皮书", "60.7", "光明日报");
    assertThat(text(found, "conflict", part, StatementRow.REASON_EN)).contains("both are kept");
  }

  /** 265.7 of 2016-2018, 229 of 2019, at least 248.2 of 2020, and donations of 65 in 2019. */
  @Test
  void theTotalOf2015To2020HasAFloorOfSourcedFigures() {
    Frame found = statements(Map.of(), Coverage.SYNTHETIC);
    Object[] row = row(found, "T1", "");
    assertThat(row[StatementRow.OUTCOME.ordinal()]).isEqualTo("BOUNDED");
    assertThat((Double) row[StatementRow.FLOOR.ordinal()]).isCloseTo(807.9, within(1e-9));
    assertThat((Double) row[StatementRow.FLOOR.ordinal()]).isLessThan(1005);
  }

  @Test
  void whatNeedsRecordsIsNotComputableWithoutThem() {
    Frame found = statements(Map.of(), Coverage.PARTIAL);
    assertThat(text(found, "E3", "", StatementRow.OUTCOME)).isEqualTo("NOT_COMPUTABLE");
    assertThat(text(found, "E3", "", StatementRow.DEFINITION_EN)).contains("development");
  }

  @Test
  void recordsThatDoNotCoverTheNationAreComputedAndNotCompared() {
    Frame shares =
        Frame.of(
            "content_share",
            ContentRow.values(),
            List.<Object[]>of(
                new Object[] {
                  "nation",
                  "all",
                  "all",
                  "change",
                  "area",
                  "development",
                  "",
                  "",
                  null,
                  null,
                  .3,
                  "OK",
                  null,
                  null,
                  null,
                  "OK",
                  "",
                  12,
                  null,
                  ""
                }));
    Map<String, Frame> records = Map.of("content_share", shares);
    Frame partial = statements(records, Coverage.PARTIAL);
    assertThat(text(partial, "E3", "", StatementRow.OUTCOME)).isEqualTo("NOT_COMPARABLE");
    assertThat(computed(partial, "E3", "")).isEqualTo(.3);
    assertThat(text(statements(records, Coverage.WHOLE), "E3", "", StatementRow.OUTCOME))
        .isEqualTo("OK");
    assertThat(text(statements(records, Coverage.SYNTHETIC), "E3", "", StatementRow.REASON_EN))
        .contains("synthetic");
  }

  private static Frame statements(Map<String, Frame> records, Coverage coverage) {
    Statement.Lists lists = Statement.lists(CLAIMS).orElseThrow();
    Pairings pairings = Pairings.load(lists.pairings(), Geography.load(lists.geography()));
    Frame eras =
        PairingNetwork.of(PairingEra.of(pairings), List.of(), List.of(), PairingParams.ofLinks(0))
            .eras();
    return Statements.of(ALL, TOTALS.all(), Map.of("pairing_era", eras), records, coverage);
  }

  private static Double computed(Frame frame, String id, String part) {
    return (Double) row(frame, id, part)[StatementRow.COMPUTED.ordinal()];
  }

  private static String text(Frame frame, String id, String part, StatementRow field) {
    return (String) row(frame, id, part)[field.ordinal()];
  }

  private static Object[] row(Frame frame, String id, String part) {
    return frame.rows().stream()
        .filter(row -> row[StatementRow.CLAIM_ID.ordinal()].equals(id))
        .filter(row -> row[StatementRow.PART.ordinal()].equals(part))
        .findFirst()
        .orElseThrow();
  }
}
