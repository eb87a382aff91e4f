package org.jiedui.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.jiedui.ingest.IngestResult;
import org.jiedui.ingest.Input;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.Fingerprint;
import org.jiedui.publish.Storage;
import org.jiedui.publish.TableFile;
import org.jiedui.publish.Version;
import org.jiedui.spark.Columns;
import org.jiedui.table.Frame;
import org.jiedui.table.FrameChanges;
import org.jiedui.table.PanelRow;

/** An unpacked package computed again: what every table differs in from the published one. */
record Reproduction(Path folder, PackageFacts facts) {
  /** Tables that only raw files tell, and the levels that stand in for them. */
  private static final Set<String> OF_RAW_FILES =
      Set.of(
          "coverage",
          "geography_split",
          "ledger",
          "ledger_stage",
          "region_year",
          "reject_reason",
          PaperFiles.REJECTS);

  static Reproduction of(Path folder) {
    return new Reproduction(folder, PackageFacts.read(folder));
  }

  /** Which of the tables of a package are computed again. */
  static List<String> compared(List<String> tables, PackagedData.Withheld withheld) {
    return withheld == PackagedData.Withheld.RAW
        ? tables.stream().filter(table -> !OF_RAW_FILES.contains(table)).toList()
        : tables;
  }

  List<String> compared() {
    return compared(facts.tables(), facts.withheld());
  }

  /** Files that are not there or not as they were packed, one problem each. */
  List<Problem> damage() {
    List<Problem> problems = new ArrayList<>();
    for (String line : Storage.call(() -> Files.readAllLines(folder.resolve(PackageFile.SUMS)))) {
      String[] parts = line.split("  ", 2);
      Path file = folder.resolve(parts[1]);
      if (!Files.isRegularFile(file)) {
        problems.add(
            Problem.warning("PACKAGE_FILE", Text.of("包中缺少文件", "a file of the package is missing"))
                .at(parts[1]));
      } else if (!Storage.call(() -> digest(file)).equals(parts[0])) {
        problems.add(
            Problem.warning("PACKAGE_FILE", Text.of("文件与打包时不同", "a file is not what was packed"))
                .at(parts[1]));
      }
    }
    return problems;
  }

  private static String digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Fingerprint.of(in);
    }
  }

  /** Computes and compares, table by table in the order of their names. */
  Map<String, FrameChanges> changes(Printer printer) {
    Path study = folder.resolve(facts.study());
    return facts.withheld() == PackagedData.Withheld.RAW
        ? new Recomputation(study, new Night(facts.asOf(), List.of(), List.of(), ""))
            .in(printer, run -> against(ofPanel(run)))
        : new Recomputation(study, night())
            .in(printer, run -> against(run.version(() -> RunJob.compute(run))));
  }

  private Night night() {
    InputList list =
        InputList.parse(Storage.call(() -> Files.readString(folder.resolve(InputList.NAME))));
    return Recomputation.night(facts.asOf(), list, entry -> input(list, entry));
  }

  /** Its digest is not taken from the package: what counts is what the file holds now. */
  private Input input(InputList list, InputList.Entry entry) {
    Path file = folder.resolve(PackagedData.raw(list, entry));
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          ExitCode.INPUT,
          Problem.error("PACKAGE_RAW", Text.of("包中缺少原始文件", "a raw file of the package is missing"))
              .at(file.toString()));
    }
    return new Input(file, entry.table(), entry.source(), entry.name(), "");
  }

  private Map<String, Frame> ofPanel(StudyRun run) {
    run.given(this::panel);
    Map<String, Frame> tables = new TreeMap<>();
    RunJob.compute(run).forEach(frame -> tables.put(frame.table(), frame));
    tables.put(run.indicators().table(), run.indicators());
    return tables;
  }

  private IngestResult panel(SparkSession spark) {
    String file = folder.resolve(PackagedData.PANEL).toUri().toString();
    var panel = spark.read().schema(Columns.schema(PanelRow.values())).parquet(file);
    return IngestResult.given(panel, published("region_year"));
  }

  private Map<String, FrameChanges> against(Version again) {
    Map<String, Frame> tables = new TreeMap<>();
    compared().stream()
        .filter(again.tables()::contains)
        .forEach(table -> tables.put(table, again.read(table)));
    return against(tables);
  }

  private Map<String, FrameChanges> against(Map<String, Frame> again) {
    Map<String, FrameChanges> changes = new LinkedHashMap<>();
    for (String table : compared()) {
      Frame frame = published(table);
      Frame none = frame.where(row -> false);
      changes.put(table, FrameChanges.between(frame, again.getOrDefault(table, none)));
    }
    return changes;
  }

  private Frame published(String table) {
    Path file = folder.resolve(PackagedData.TABLES + table + ".parquet");
    return Storage.call(() -> TableFile.read(file));
  }
}
