package org.jiedui.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jiedui.ingest.IngestResult;
import org.jiedui.ingest.Leftovers;
import org.jiedui.ingest.UsedRecords;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.History;
import org.jiedui.publish.Json;
import org.jiedui.publish.Report;
import org.jiedui.publish.Storage;
import org.jiedui.publish.Version;
import org.jiedui.run.Study;

/**
 * What a version was made from, file by file: content, landing, and whether it counts.
 *
 * @param deliveries which deliveries were used
 * @param apart name of the list of records that were set apart
 * @param panel files of the panel, a year each, below its folder
 */
record InputList(
    String deliveries,
    int fromYear,
    int toYear,
    String apart,
    List<String> panel,
    List<Entry> entries) {
  static final String NAME = "inputs.json";

  /** The records that the version used. */
  UsedRecords records(Path root) {
    return UsedRecords.of(root, apart, fromYear, toYear);
  }

  /** What its night says of late files, see {@link Night}. */
  String late() {
    return deliveries.startsWith("all") ? Night.LATE_FILES : "";
  }

  /** Files whose records count. */
  List<Entry> counting() {
    return entries.stream()
        .filter(e -> e.counts().equals("yes") && !e.landing().isEmpty())
        .toList();
  }

  /** One file. */
  record Entry(
      String name, String table, String source, String sha256, String landing, String counts) {
    /** A copy of the archived bytes under their name: a mended list or a map is read by it. */
    Path named(Path archived, Path folder) {
      return Storage.call(
          () -> {
            Path own = Files.createDirectories(folder.resolve(sha256));
            return Files.copy(archived, own.resolve(name), StandardCopyOption.REPLACE_EXISTING);
          });
    }
  }

  static InputList of(IngestResult records, Study study, String deliveries) {
    return new InputList(
        deliveries,
        study.firstYear(),
        study.lastYear(),
        records.apart(),
        records.panelFiles().values().stream().map(InputList::below).toList(),
        records.inputs().stream()
            .map(
                i -> new Entry(i.name(), i.table(), i.source(), i.sha256(), i.landing(), counts(i)))
            .toList());
  }

  /** Year, digest and name. */
  private static String below(Path panel) {
    Path digest = panel.getParent();
    return digest.getParent().getFileName()
        + "/"
        + digest.getFileName()
        + "/"
        + panel.getFileName();
  }

  private static String counts(IngestResult.InputFact input) {
    return input.redelivered() ? "redelivered" : input.withdrawn() ? "withdrawn" : "yes";
  }

  String json() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("deliveries", deliveries);
    tree.put("fromYear", fromYear);
    tree.put("toYear", toYear);
    tree.put("apart", apart);
    tree.put("panel", panel);
    tree.put("inputs", entries.stream().map(InputList::tree).toList());
    return Json.pretty(tree);
  }

  private static Map<String, Object> tree(Entry e) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", e.name());
    tree.put("table", e.table());
    tree.put("source", e.source());
    tree.put("sha256", e.sha256());
    tree.put("landing", e.landing());
    tree.put("counts", e.counts());
    return tree;
  }

  /** The list of a published version; none for one that has no records of its own. */
  static Optional<InputList> of(Version version) {
    return version.manifest().file(NAME).map(file -> parse(version.text(NAME)));
  }

  /** What the versions of these reports are explained with, by its names in {@link Leftovers}. */
  static Set<String> named(List<Report> reports) {
    Set<String> named = new TreeSet<>();
    for (Report report : reports) {
      History history = report.history();
      history.commits().stream()
          .filter(commit -> !history.isCollected(commit))
          .flatMap(commit -> report.version(commit.seq()).stream())
          .flatMap(version -> of(version).stream())
          .forEach(list -> list.name(named));
    }
    return named;
  }

  private void name(Set<String> named) {
    named.add(Leftovers.apart(apart));
    panel.forEach(file -> named.add(Leftovers.panel(file)));
    entries.forEach(e -> named.add(Leftovers.landing(e.landing())));
  }

  /** The same where there has to be one. */
  static InputList required(Version version) {
    return of(version)
        .orElseThrow(
            () ->
                new InputException(
                    ExitCode.USAGE,
                    Problem.error(
                        "RECORDS_UNKNOWN",
                        Text.of("该版本没有登记其输入", "the version does not say what it was made from"))));
  }

  /** The list as a text; one of a version that did not tell its panel has none. */
  static InputList parse(String text) {
    return Storage.call(
        () -> {
          Map<String, Object> tree = Json.object(text);
          List<Entry> entries =
              ((List<?>) tree.get("inputs")).stream().map(i -> entry((Map<?, ?>) i)).toList();
          return new InputList(
              (String) tree.get("deliveries"),
              Math.toIntExact((Long) tree.get("fromYear")),
              Math.toIntExact((Long) tree.get("toYear")),
              (String) tree.get("apart"),
              tree.get("panel") instanceof List<?> files
                  ? files.stream().map(String::valueOf).toList()
                  : List.of(),
              entries);
        });
  }

  private static Entry entry(Map<?, ?> tree) {
    return new Entry(
        (String) tree.get("name"),
        (String) tree.get("table"),
        (String) tree.get("source"),
        (String) tree.get("sha256"),
        (String) tree.get("landing"),
        (String) tree.get("counts"));
  }
}
