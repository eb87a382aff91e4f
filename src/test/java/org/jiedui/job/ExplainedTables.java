package org.jiedui.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jiedui.ingest.TracedRecords.Traced;
import org.jiedui.message.Text;
import org.jiedui.publish.Version;
import org.jiedui.run.Study;
import org.jiedui.table.Frame;
import org.jiedui.table.PublishedTable;
import org.jiedui.table.Status;
import org.jiedui.table.Type;

/** Explains the first, the last and the row in the middle of every table of a version. */
public final class ExplainedTables {
  private record Explained(TableRow row, Lineage lineage) {}

  private ExplainedTables() {}

  /** Every table that the program knows is in the version or said to be outside of any. */
  public static void check(Path root, Version version, Path study) {
    Study of = Study.load(study);
    Background behind = Background.of(version, root, of, Facts.load(of));
    List<Explained> all = new ArrayList<>();
    for (PublishedTable table : PublishedTable.values()) {
      String name = table.table();
      assertThat(Lineages.knows(name)).as(name).isTrue();
      if (version.tables().contains(name)) {
        rows(version.read(name)).forEach(r -> all.add(new Explained(r, Lineages.of(behind, r))));
      }
    }
    assertThat(version.tables()).allMatch(Lineages.tables()::contains);
    Predicate<Traced> any = t -> all.stream().anyMatch(e -> e.lineage().records().test(t));
    List<Traced> records = behind.records(any);
    all.forEach(e -> check(behind, e, records));
  }

  private static List<TableRow> rows(Frame frame) {
    int n = frame.size();
    return IntStream.of(0, n / 2, n - 1)
        .filter(i -> 0 <= i && i < n)
        .distinct()
        .mapToObj(i -> new TableRow(frame, frame.rows().get(i)))
        .toList();
  }

  private static void check(Background behind, Explained e, List<Traced> records) {
    String name = e.row().name();
    List<Traced> own = records.stream().filter(e.lineage().records()).toList();
    CellExplanation cell = CellExplanation.of(behind, e.row(), e.lineage(), own);
    Text formula = cell.formula();
    assertThat(cell.holds()).as("%s: %s", name, cell.found()).isTrue();
    assertThat(formula.zh()).as(name).isNotBlank().isNotEqualTo(formula.en());
    assertThat(formula.zh() + formula.en()).as(name).doesNotContain("null", "Optional");
    if (saysSomething(e.row()) && e.lineage().hasRecords() && !isOfOtherRows(e)) {
      assertThat(own).as("%s goes back to no record: %s", name, formula.en()).isNotEmpty();
    }
    new CellTables(cell).sources().forEach(table -> assertThat(table.rows()).isNotEmpty());
  }

  /** A row that other rows of its own table make, as a merge of earlier merges. */
  private static boolean isOfOtherRows(Explained e) {
    return e.lineage().sources().stream()
        .anyMatch(source -> source.table().equals(e.row().frame().table()) && source.size() > 0);
  }

  /** A row of which every number is absent or 0, with the reason, may have nothing behind it. */
  private static boolean saysSomething(TableRow row) {
    return row.frame().fields().stream().noneMatch(field -> isReason(row.value(field)))
        && row.frame().fields().stream()
            .filter(
                field -> !field.isKey() && Set.of(Type.DOUBLE, Type.LONG).contains(field.type()))
            .anyMatch(field -> row.value(field) instanceof Number n && n.doubleValue() != 0);
  }

  private static boolean isReason(Object value) {
    return value instanceof String word
        && Status.of(word).filter(status -> status != Status.OK).isPresent();
  }
}
