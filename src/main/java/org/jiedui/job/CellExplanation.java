package org.jiedui.job;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiedui.ingest.TracedRecords;
import org.jiedui.ingest.TracedRecords.Traced;
import org.jiedui.message.Text;
import org.jiedui.publish.Version;
import org.jiedui.report.Labels;
import org.jiedui.run.Study;
import org.jiedui.table.Frame;
import org.jiedui.table.RegionRow;

/**
 * What one published row is made of, computed again from its records.
 *
 * @param records behind the row, without their text
 * @param found what the records give for each total of the lineage
 */
record CellExplanation(
    Background behind,
    TableRow row,
    Lineage lineage,
    List<Traced> records,
    List<BigDecimal> found) {

  static CellExplanation of(
      Version version, Path root, Study study, Facts facts, String table, List<String> words) {
    Frame frame = version.read(table);
    var row = new TableRow(frame, new CellChoice(frame, labels(version)).row(words));
    Background behind = Background.of(version, root, study, facts);
    Lineage lineage = Lineages.of(behind, row);
    return of(
        behind, row, lineage, lineage.hasRecords() ? behind.records(lineage.records()) : List.of());
  }

  /** With the records of the lineage already read. */
  static CellExplanation of(
      Background behind, TableRow row, Lineage lineage, List<Traced> records) {
    List<BigDecimal> found =
        lineage.totals().stream().map(total -> found(behind.traced(), records, total)).toList();
    return new CellExplanation(behind, row, lineage, records, found);
  }

  private static BigDecimal found(TracedRecords traced, List<Traced> records, Lineage.Total total) {
    List<Traced> own = records.stream().filter(total.which()).toList();
    return total.kind() == Lineage.Kind.RECORDS
        ? BigDecimal.valueOf(own.size())
        : BigDecimal.valueOf(traced.sum(own), total.decimals());
  }

  /** Names of indicators and places by the words that stand for them in tables. */
  private static Map<String, Text> labels(Version version) {
    Map<String, Text> labels = new HashMap<>(Labels.indicators(version));
    if (version.tables().contains("region")) {
      Frame regions = version.read("region");
      for (int i = 0; i < regions.size(); i++) {
        labels.put(
            regions.text(i, RegionRow.CODE),
            Text.of(regions.text(i, RegionRow.NAME), regions.text(i, RegionRow.NAME_EN)));
      }
    }
    return labels;
  }

  Text formula() {
    return lineage.formula().apply(found);
  }

  /** Some of the records with the text of their rows. */
  List<Traced> withText(List<Traced> some) {
    return behind.traced().withText(some);
  }

  /** Whether the records give the published numbers. */
  boolean holds() {
    return IntStream.range(0, found.size())
        .allMatch(i -> lineage.totals().get(i).holds(found.get(i)));
  }
}
