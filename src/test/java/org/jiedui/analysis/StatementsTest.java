package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jiedui.analysis.Claims.Coverage;
import org.jiedui.reference.Claim;
import org.jiedui.reference.Geography;
import org.jiedui.reference.NationalTotals;
import org.jiedui.reference.Pairings;
import org.jiedui.reference.Statement;
import org.jiedui.table.ContentRow;
import org.jiedui.table.Frame;
import org.jiedui.table.ScorecardSetRow;
import org.jiedui.table.StatementRow;
import org.jiedui.table.Status;
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

  /** 10 named, 9 by their province; 6 of Qinghai and 5 of Xinjiang by counterpart support. */
  @Test
  void theThirtyAutonomousPrefecturesAreCoveredOnlyWithCounterpartSupport() {
    Frame found = statements(Map.of(), Coverage.SYNTHETIC);
    assertThat(computed(found, "P4", "this programme")).isEqualTo(19);
    assertThat(computed(found, "P4", "counterpart support")).isEqualTo(11);
    assertThat(computed(found, "P4", "together")).isEqualTo(30);
    assertThat(text(found, "P4", "together", StatementRow.OUTCOME)).isEqualTo("REPRODUCED");
  }

  /** The sentence's own 11,000 confirms nothing: it is no sourced figure. */
  @Test
  void firmsAndTheirInvestmentHaveAFloorOfSourcedFigures() {
    Frame found = statements(Map.of(), Coverage.SYNTHETIC);
    assertThat(row(found, "T2", "firms")[StatementRow.FLOOR.ordinal()]).isEqualTo(20000.0);
    assertThat(row(found, "T2", "investment")[StatementRow.FLOOR.ordinal()]).isEqualTo(7234.0);
    assertThat(text(found, "T2", "investment", StatementRow.OUTCOME)).isEqualTo("BOUNDED");
    assertThat(text(found, "T2", "investment", StatementRow.REASON_EN)).contains("compatible");
  }

  @Test
  void figuresThatComeToMoreThanThePrintedOneContradictIt() {
    Frame found =
        Statements.of(
            ALL.stream().filter(s -> s.id().equals("T1")).map(s -> printed(s, 800)).toList(),
            TOTALS.all(),
            Map.of(),
            Map.of(),
            Coverage.SYNTHETIC);
    assertThat(text(found, "T1", "", StatementRow.REASON_EN)).contains("more than the published");
  }

  /** Every sentence of the paper has a row: a value, a bound, or the reason why there is none. */
  @Test
  void everySentenceOfThePaperIsToldOf() {
    Set<String> told = new TreeSet<>();
    ALL.forEach(s -> told.add(s.id()));
    Claim.load(CLAIMS).forEach(claim -> told.add(claim.id()));
    assertThat(told)
        .containsExactly(
            "A1", "A2", "A3", "A4", "E1", "E2", "E3", "E4", "G1", "G2", "G3", "L1", "L2", "L3",
            "L4", "M1", "M2", "O1", "O2", "O3", "O4", "P1", "P2", "P3", "P4", "P5", "P6", "R1",
            "R2", "R3", "R4", "R5", "T1", "T2", "T3", "T4", "T5");
    Frame found = statements(Map.of(), Coverage.WHOLE);
    for (int row = 0; row < found.size(); row++) {
      assertThat(found.text(row, StatementRow.REASON_ZH)).isNotBlank();
      assertThat(found.text(row, StatementRow.REASON_EN)).isNotBlank();
      assertThat(found.text(row, StatementRow.DEFINITION_ZH)).isNotBlank();
      assertThat(Status.of(found.text(row, StatementRow.OUTCOME))).isPresent();
    }
    assertThat(text(found, "T3", "donor counties", StatementRow.OUTCOME)).isEqualTo("NO_DATA");
    assertThat(text(found, "R5", "", StatementRow.OUTCOME)).isEqualTo("OVERLAPPING_WINDOWS");
  }

  /** Two versions, one of them with two dimensions; the six areas less those without a record. */
  @Test
  void valuesOfAColumnAreCounted() {
    List<Object[]> rows = new ArrayList<>();
    for (String dimension : List.of("a", "a", "b")) {
      rows.add(set("2021", "i" + rows.size(), dimension));
    }
    rows.add(set("2017", "i", "a"));
    Map<String, Frame> records =
        Map.of("scorecard_set", Frame.of("scorecard_set", ScorecardSetRow.values(), rows));
    Frame found = statements(records, Coverage.WHOLE);
    assertThat(computed(found, "A1", "")).isEqualTo(2);
    assertThat(text(found, "A1", "", StatementRow.OUTCOME)).isEqualTo("NOT_MATCHED");
    assertThat(computed(found, "A2", "")).isEqualTo(2);
  }

  private static Object[] set(String version, String indicator, String dimension) {
    Object[] row = new Object[ScorecardSetRow.values().length];
    row[ScorecardSetRow.VERSION.ordinal()] = version;
    row[ScorecardSetRow.INDICATOR.ordinal()] = indicator;
    row[ScorecardSetRow.DIMENSION.ordinal()] = dimension;
    return row;
  }

  private static Statement printed(Statement s, double value) {
    return new Statement(
        s.id(),
        s.part(),
        s.page(),
        s.quote(),
        s.definition(),
        OptionalDouble.of(value),
        s.tolerance(),
        s.basis(),
        s.table(),
        s.where(),
        s.column(),
        s.taken(),
        s.outcome(),
        s.reason());
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
    Geography geography = Geography.load(lists.geography());
    Frame eras =
        PairingNetwork.ofLists(
            Pairings.load(lists.pairings(), geography),
            lists.others().map(others -> Pairings.load(others, geography)),
            geography);
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
