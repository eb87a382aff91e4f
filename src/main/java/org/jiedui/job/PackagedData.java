package org.jiedui.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiedui.analysis.Link;
import org.jiedui.export.CsvFormat;
import org.jiedui.ingest.Archive;
import org.jiedui.ingest.IngestResult;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.paper.Codebook;
import org.jiedui.paper.StataLabels;
import org.jiedui.paper.TableFacts;
import org.jiedui.publish.Storage;
import org.jiedui.publish.TableFile;
import org.jiedui.publish.Version;
import org.jiedui.report.TableReport;
import org.jiedui.run.Study;
import org.jiedui.table.Frame;
import org.jiedui.table.PanelRow;

/**
 * The data of a package: published tables as expected results, the panel behind them, what a check
 * needs to know of the study, and the raw files unless they are withheld.
 *
 * @param root where archive and panel are
 */
record PackagedData(Version version, InputList inputs, Path root, Withheld withheld) {
  static final String PANEL = "panel/panel.parquet";
  static final String TABLES = "tables/";

  /** What stays with the authors. */
  enum Withheld {
    NOTHING,
    /** Raw files, and the rows of them that were rejected. */
    RAW;

    /** Whether a table of a version is left out with it. */
    boolean leavesOut(String table) {
      return this == RAW && table.equals(PaperFiles.REJECTS);
    }
  }

  /** Where the raw file of an input stands in a package: by its table and name, once each. */
  static String raw(InputList inputs, InputList.Entry entry) {
    boolean twice =
        inputs.entries().stream()
                .filter(e -> e.table().equals(entry.table()) && e.name().equals(entry.name()))
                .map(InputList.Entry::sha256)
                .distinct()
                .count()
            > 1;
    String apart = twice ? entry.sha256().substring(0, 8) + "/" : "";
    return "raw/" + entry.table() + "/" + apart + entry.name();
  }

  /** Published tables that go along. */
  List<String> tables() {
    return version.tables().stream().filter(table -> !withheld.leavesOut(table)).toList();
  }

  void addTo(PackageFile packed, PackagedStudy study, Path work) {
    packed.text(InputList.NAME, version.text(InputList.NAME));
    Codebook codebook = Codebook.of(version);
    tables().forEach(table -> table(packed, table));
    codebook.tables().stream()
        .filter(facts -> !facts.table().equals(PaperFiles.REJECTS))
        .forEach(facts -> packed.text(TABLES + facts.table() + ".do", StataLabels.of(facts)));
    panel(packed, work);
    packed.text("panel/links.csv", links(study));
    packed.text("panel/prices.csv", prices(study));
    packed.text("panel/settings.csv", settings(study.study()));
    if (withheld == Withheld.NOTHING) {
      raw(packed);
    }
  }

  private void table(PackageFile packed, String table) {
    packed.file(TABLES + table + ".parquet", version.path().resolve(table + ".parquet"));
    if (!table.equals(PaperFiles.REJECTS)) {
      packed.text(TABLES + table + ".csv", csv(version.read(table)));
    }
  }

  private static String csv(Frame frame) {
    return CsvFormat.of(TableReport.of(frame, List.of()));
  }

  private void raw(PackageFile packed) {
    Map<String, Path> files = new TreeMap<>();
    for (InputList.Entry entry : inputs.entries()) {
      if (!entry.table().equals(IngestResult.SET_ASIDE)) {
        files.put(raw(inputs, entry), Archive.file(root, entry.sha256()));
      }
    }
    refuseMissing(files.values(), "PACKAGE_RAW");
    files.forEach(packed::file);
  }

  private void panel(PackageFile packed, Path work) {
    List<Path> files = inputs.panel().stream().map(root.resolve("panel")::resolve).toList();
    refuseMissing(files.isEmpty() ? List.of(root.resolve("panel")) : files, "PACKAGE_PANEL");
    Frame panel =
        Storage.call(
            () -> {
              List<Object[]> rows = new ArrayList<>();
              for (Path file : files) {
                rows.addAll(TableFile.read(file).rows());
              }
              return Frame.of("panel", PanelRow.values(), rows);
            });
    Path parquet = work.resolve("panel.parquet");
    Storage.call(
        () -> {
          TableFile.write(parquet, panel, Map.of());
          return null;
        });
    packed.file(PANEL, parquet);
    packed.text("panel/panel.csv", csv(panel));
    packed.text("panel/panel.do", StataLabels.of(TableFacts.of(panel)));
  }

  private void refuseMissing(Iterable<Path> files, String code) {
    List<String> missing = new ArrayList<>();
    files.forEach(
        file -> {
          if (!Files.isRegularFile(file)) {
            missing.add(file.toString());
          }
        });
    if (!missing.isEmpty()) {
      throw new InputException(
          ExitCode.INPUT,
          Problem.error(
                  code, Text.of("版本所用的文件已不在", "files that the version was made from are not there"))
              .showing(missing.get(0) + (missing.size() > 1 ? " … (" + missing.size() + ")" : ""))
              .fix("重新运行研究后再打包", "run the study again, then package"));
    }
  }

  /** Donors and recipients that were paired in some year of the windows. */
  private static String links(PackagedStudy packaged) {
    Study study = packaged.study();
    StringBuilder csv = new StringBuilder("donor_code,recipient_code\n");
    for (Link link : packaged.facts().links(study.firstYear(), study.lastYear())) {
      csv.append(link.donor()).append(',').append(link.recipient()).append('\n');
    }
    return csv.toString();
  }

  private static String prices(PackagedStudy packaged) {
    StringBuilder csv = new StringBuilder("year,deflator\n");
    var prices = packaged.facts().prices();
    for (int year : prices.years()) {
      csv.append(year).append(',').append(prices.deflator(year).orElseThrow()).append('\n');
    }
    return csv.toString();
  }

  private static String settings(Study study) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("before_from", study.windows().beforeFrom());
    values.put("before_to", study.windows().beforeTo());
    values.put("after_from", study.windows().afterFrom());
    values.put("after_to", study.windows().afterTo());
    values.put("absent", study.absent());
    values.put("confidence", study.effects().confidence());
    values.put("reference", study.effects().reference());
    values.put("gap_level", study.gap().level());
    values.put("gap_aggregation", study.gap().aggregation());
    values.put("gap_missing", study.gap().missing());
    values.put("gap_min_share", study.gap().minShare());
    values.put("gap_floor", study.gap().floor());
    values.put("gap_treat", study.gap().treat());
    StringBuilder csv = new StringBuilder("key,value\n");
    values.forEach((key, value) -> csv.append(key).append(',').append(value).append('\n'));
    return csv.toString();
  }
}
