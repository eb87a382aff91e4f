package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiedui.publish.Json;
import org.jiedui.publish.TableFile;
import org.jiedui.table.Frame;
import org.jiedui.table.PanelRow;

/**
 * What one file of the panel holds, counted from the file itself: once, after it was written, so
 * that the years which nothing touched are not read again.
 *
 * @param file size and time of the counted file; where they differ it is counted again
 * @param sums amounts in minor units by indicator
 * @param records by recipient
 */
record PanelFacts(int year, String file, Map<String, Long> sums, Map<String, Long> records) {
  private static final String FORM = "jiedui.panel-facts/1";

  /** The facts of every file of a year. */
  static List<PanelFacts> of(IngestRequest request, Map<Integer, Path> files) {
    Kept kept = Kept.records(request.root(), "panel");
    return files.entrySet().parallelStream()
        .map(year -> of(kept, year.getKey(), year.getValue()))
        .toList();
  }

  private static PanelFacts of(Kept kept, int year, Path file) {
    String name = year + "/" + file.getParent().getFileName() + ".json";
    return kept.find(name)
        .flatMap(PanelFacts::read)
        .filter(facts -> facts.file().equals(stamp(file)))
        .orElseGet(
            () -> {
              PanelFacts facts = counted(year, file);
              kept.replace(name, draft -> Files.writeString(draft, facts.json()));
              return facts;
            });
  }

  private static String stamp(Path file) {
    FileStamp stamp = FileStamp.of(file);
    return stamp.size() + "@" + stamp.modified();
  }

  private static PanelFacts counted(int year, Path file) {
    Frame panel = frame(file);
    Map<String, Long> sums = new TreeMap<>();
    Map<String, Long> records = new TreeMap<>();
    for (int row = 0; row < panel.size(); row++) {
      sums.merge(
          panel.text(row, PanelRow.INDICATOR),
          (Long) panel.value(row, PanelRow.AMOUNT),
          Math::addExact);
      records.merge(
          panel.text(row, PanelRow.RECIPIENT_CODE),
          (Long) panel.value(row, PanelRow.RECORDS),
          Math::addExact);
    }
    return new PanelFacts(year, stamp(file), sums, records);
  }

  private static Frame frame(Path file) {
    try {
      return TableFile.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String json() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("format", FORM);
    tree.put("year", year);
    tree.put("file", file);
    tree.put("sums", sums);
    tree.put("records", records);
    return Json.pretty(tree);
  }

  /** Empty for a file in a form of another program. */
  private static Optional<PanelFacts> read(Path file) {
    try {
      Map<String, Object> tree = Json.object(Files.readString(file));
      return FORM.equals(tree.get("format"))
          ? Optional.of(
              new PanelFacts(
                  Math.toIntExact((Long) tree.get("year")),
                  (String) tree.get("file"),
                  numbers(tree.get("sums")),
                  numbers(tree.get("records"))))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Long> numbers(Object tree) {
    Map<String, Long> numbers = new TreeMap<>();
    ((Map<?, ?>) tree).forEach((key, value) -> numbers.put((String) key, (Long) value));
    return numbers;
  }
}
