package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jiedui.ingest.LedgerBook.Place;
import org.jiedui.ingest.LedgerBook.Stage;
import org.jiedui.message.Lang;
import org.junit.jupiter.api.Test;

/** A ledger closes when every row and every fen has ended in one place. */
class LedgerBookTest {
  private final LedgerBook book = new LedgerBook();

  private void stage(String measure, Stage stage, long value) {
    book.stage("a.csv", measure, stage, BigInteger.valueOf(value));
  }

  @Test
  void whatIsReadMustEndSomewhere() {
    book.entry("a.csv", "rows").add(Place.READ, 3);
    book.entry("a.csv", "rows").add(Place.ACCEPTED, 2);

    assertThat(book.breaks()).hasSize(1);
    assertThat(book.breaks().get(0).in(Lang.EN)).contains("a.csv, rows");

    book.entry("a.csv", "rows").add(Place.REJECTED, 1);
    assertThat(book.breaks()).isEmpty();
  }

  @Test
  void aFenThatIsAddedBetweenTwoStagesIsABreak() {
    stage("fiscal", Stage.LANDING, 500);
    stage("fiscal", Stage.RECORDS, 500);
    stage("fiscal", Stage.GEOGRAPHY, 400);
    stage("fiscal", Stage.PANEL, 401);

    assertThat(book.breaks()).hasSize(1);
    assertThat(book.breaks().get(0).in(Lang.EN)).contains("fiscal, geography → panel");

    stage("fiscal", Stage.PANEL, -1);
    assertThat(book.breaks()).isEmpty();
  }

  @Test
  void totalsOfAllFilesAndEveryStageAreTables() {
    book.entry("b.csv", "rows").add(Place.READ, 2);
    book.entry("a.csv", "rows").add(Place.READ, 3);
    book.entry("a.csv", "rows").add(Place.DUPLICATE, 1);
    stage("population", Stage.LANDING, 7);
    stage("population", Stage.RECORDS, 7);

    assertThat(IngestFixture.lines(book.frame(m -> "行"), 0, 1, 2, 3, 6))
        .containsExactly("(total) rows 行 5 1", "a.csv rows 行 3 1", "b.csv rows 行 2 0");
    assertThat(IngestFixture.lines(book.stages(m -> "人"), 0, 1, 2, 3, 4, 5, 6))
        .containsExactly("(total) population 人 7 7 null null", "a.csv population 人 7 7 null null");
    assertThat(book.json(Map.of(), List.of("c.csv")))
        .contains("\"duplicate\" : 1", "\"redelivered\" : [ \"c.csv\" ]");
  }
}
