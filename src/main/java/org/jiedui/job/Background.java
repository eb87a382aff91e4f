package org.jiedui.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jiedui.analysis.FundStage;
import org.jiedui.analysis.GapChoices;
import org.jiedui.analysis.GapParams;
import org.jiedui.analysis.PeriodTotal;
import org.jiedui.ingest.Archive;
import org.jiedui.ingest.Input;
import org.jiedui.ingest.TracedRecords;
import org.jiedui.ingest.TracedRecords.Traced;
import org.jiedui.ingest.file.FixList;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.CleanStop;
import org.jiedui.publish.Storage;
import org.jiedui.publish.Version;
import org.jiedui.run.Study;
import org.jiedui.table.EraName;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.GapComponentRow;
import org.jiedui.table.PairYearRow;

/**
 * What is needed to say where a row comes from: its version, the study and its facts.
 *
 * @param tables of the version, as far as they have been read
 */
record Background(
    Version version,
    Study study,
    Facts facts,
    TracedRecords traced,
    Path root,
    InputList inputs,
    Map<String, Frame> tables) {
  static final String LEVELS = "region_year";
  static final String COMPONENT = "gap_component";
  static final String OUTWARD = "E2W";

  static Background of(Version version, Path root, Study study, Facts facts) {
    InputList inputs =
        InputList.of(version).orElseThrow(() -> new InputException(ExitCode.USAGE, noRecords()));
    var traced =
        new TracedRecords(
            root,
            facts.contract(),
            facts.geography(),
            facts.pairings(),
            fixes(root, inputs, facts));
    return new Background(version, study, facts, traced, root, inputs, new HashMap<>());
  }

  /** The mended lists that the version used. */
  private static List<FixList> fixes(Path root, InputList inputs, Facts facts) {
    List<InputList.Entry> lists =
        inputs.entries().stream().filter(e -> e.table().equals(Input.FIXES)).toList();
    if (lists.isEmpty()) {
      return List.of();
    }
    Path folder = Storage.call(() -> Files.createTempDirectory("jiedui-explain-"));
    try (CleanStop unfinished = CleanStop.removing(folder)) {
      return lists.stream()
          .map(e -> e.named(Archive.file(root, e.sha256()), folder))
          .map(list -> FixList.read(list, facts.contract().settings().limits()))
          .toList();
    } finally {
      CleanStop.remove(folder);
    }
  }

  private static Problem noRecords() {
    return Problem.error(
            "RECORDS_UNKNOWN",
            Text.of("该版本没有登记其输入", "the version does not say what it was made from"))
        .fix("用 run 或 nightly 重新发布", "publish it again with run or nightly");
  }

  /** The records of the version that pass, without their text. */
  List<Traced> records(Predicate<Traced> test) {
    List<TracedRecords.File> files =
        inputs.counting().stream()
            .map(
                e ->
                    new TracedRecords.File(
                        e.name(), e.table(), e.source(), e.sha256(), e.landing()))
            .toList();
    return traced.where(inputs.records(root), files, test);
  }

  /** Rows of another published table; none where the version has no such table. */
  Frame rows(String table, Predicate<TableRow> test) {
    if (!version.tables().contains(table)) {
      return Frame.view(table, List.of(), List.of());
    }
    Frame frame = tables.computeIfAbsent(table, version::read);
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
    OptionalInt era = EraName.firstYear(period);
    if (era.isPresent()) {
      return era(era.getAsInt());
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

  /** Levels of some indicators in some years, of regions as {@link #levels(Set)}. */
  Predicate<Traced> levels(Set<String> regions, IntPredicate years, Set<String> wanted) {
    return levels(regions)
        .and(t -> years.test(t.record().year) && wanted.contains(t.record().indicator));
  }

  /** What some indicators add to the index of a region in a year. */
  Frame components(String region, int year, Set<String> indicators) {
    return rows(
        COMPONENT,
        r ->
            r.text(GapComponentRow.UNIT_CODE).equals(region)
                && r.year(GapComponentRow.YEAR) == year
                && indicators.contains(r.text(GapComponentRow.INDICATOR)));
  }

  /** The different codes of a column. */
  static Set<String> codes(Frame frame, Field field) {
    return frame.rows().stream()
        .map(r -> new TableRow(frame, r).text(field))
        .collect(Collectors.toSet());
  }

  /** The stage of funds that stands for the flow of an indicator. */
  String stage(String indicator) {
    Set<String> known = new HashSet<>();
    Frame pairs = rows("pair_year", r -> r.text(PairYearRow.INDICATOR).equals(indicator));
    pairs.rows().forEach(r -> known.add(new TableRow(pairs, r).text(PairYearRow.STATUS)));
    return FundStage.nearestToPayment(known);
  }

  /** Yearly records of what went from east to west. */
  Predicate<Traced> outward(String indicator, String stage) {
    return t ->
        t.isFlow()
            && t.isYearly()
            && t.record().indicator.equals(indicator)
            && t.record().direction.equals(OUTWARD)
            && t.record().status.equals(stage);
  }
}
