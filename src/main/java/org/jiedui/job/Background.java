package org.jiedui.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jiedui.analysis.GapChoices;
import org.jiedui.analysis.GapParams;
import org.jiedui.analysis.PeriodTotal;
import org.jiedui.ingest.TracedRecords;
import org.jiedui.ingest.TracedRecords.Traced;
import org.jiedui.publish.Version;
import org.jiedui.run.Study;
import org.jiedui.table.Frame;

/** What is needed to say where a row comes from: its version, the study and its facts. */
record Background(Version version, Study study, Facts facts, TracedRecords traced) {
  private static final String ERA = "era ";

  /** Rows of another published table; none where the version has no such table. */
  Frame rows(String table, Predicate<TableRow> test) {
    if (!version.tables().contains(table)) {
      return Frame.view(table, List.of(), List.of());
    }
    Frame frame = version.read(table);
    return frame.where(row -> test.test(new TableRow(frame, row)));
  }

  /** Totals over several years that the version holds. */
  List<PeriodTotal> periods() {
    return PeriodTotal.of(rows("period_total", row -> true));
  }

  GapParams gap() {
    return GapSettings.of(study, facts);
  }

  int decimals(String indicator) {
    return facts.indicators().find(indicator).map(i -> i.decimals()).orElse(0);
  }

  /** The years of a period as tables name it: a year, before, after, change, or an era. */
  IntPredicate years(String period) {
    Study.Windows w = study.windows();
    IntPredicate before = year -> w.beforeFrom() <= year && year <= w.beforeTo();
    IntPredicate after = year -> w.afterFrom() <= year && year <= w.afterTo();
    if (period.startsWith(ERA)) {
      return era(Integer.parseInt(period.substring(ERA.length())));
    }
    return switch (period) {
      case "before" -> before;
      case "after" -> after;
      case "change" -> before.or(after);
      default -> period.matches("\\d{4}") ? year -> year == Integer.parseInt(period) : year -> true;
    };
  }

  /** The years of an era of pairing, by its first. */
  IntPredicate era(int first) {
    return gap().choices().eras().stream()
        .map(GapChoices.Era::years)
        .filter(years -> years.from() == first)
        .<IntPredicate>map(years -> years::contains)
        .findFirst()
        .orElse(year -> false);
  }

  /** Levels of regions: their own, or those of their counties where they are means of those. */
  Predicate<Traced> levels(Set<String> regions) {
    boolean ofCounties = gap().regions() == GapParams.Regions.PREFECTURES_FROM_COUNTIES;
    return t ->
        !t.isFlow()
            && (regions.contains(t.unit())
                || ofCounties && regions.contains(facts.geography().prefectureOf(t.unit())));
  }

  /** Indicators that the development index is made of, and the population they are weighted by. */
  List<String> indexIndicators() {
    List<String> ids = new ArrayList<>(gap().parts().stream().map(GapParams.Part::id).toList());
    if (gap().regions() == GapParams.Regions.PREFECTURES_FROM_COUNTIES) {
      ids.add(GapSettings.POPULATION);
    }
    return ids;
  }
}
