package org.jiedui.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jiedui.ingest.file.Contract;
import org.jiedui.ingest.file.LandedRecord;
import org.jiedui.ingest.file.SourceRows;
import org.jiedui.reference.Geography;
import org.jiedui.reference.Pairings;

/** The records behind a number, on base-year units, down to the line of the file they stand on. */
public final class TracedRecords {
  private final Path root;
  private final Contract contract;
  private final Geography geography;
  private final Codes codes;

  public TracedRecords(Path root, Contract contract, Geography geography, Pairings pairings) {
    this.root = root;
    this.contract = contract;
    this.geography = geography;
    this.codes = new Codes(geography, pairings);
  }

  /**
   * A file whose records count.
   *
   * @param name what it is called in the version
   */
  public record File(String name, String table, String source, String sha256, String landing) {}

  /**
   * One record.
   *
   * @param unit code of the base year
   * @param donor donor province, given or paired
   * @param place file and line, or file, sheet and row
   * @param text the row as it was delivered
   */
  public record Traced(
      File file, LandedRecord record, String unit, String donor, String place, String text) {
    private Traced saying(String words) {
      return new Traced(file, record, unit, donor, place, words);
    }
  }

  /** Used records of flows that pass, in the order of files and lines, without their text. */
  public List<Traced> where(UsedRecords records, List<File> files, Predicate<Traced> test) {
    List<Traced> found = new ArrayList<>();
    for (File file : files) {
      if (Input.isFlow(file.table())) {
        records.forEach(
            file.landing(),
            (landing, record, item, reason) -> {
              if (reason.isEmpty()) {
                String place = landing.named(file.name()).place(record.line);
                Traced traced = traced(file, record.copy(), place);
                if (test.test(traced)) {
                  found.add(traced);
                }
              }
            });
      }
    }
    return found;
  }

  private Traced traced(File file, LandedRecord r, String place) {
    int vintage = Codes.vintage(r.codeVintage, r.year);
    String unit = codes.recipient(file.table(), r.recipientCode, vintage).unit();
    int from = r.yearFrom == 0 ? r.year : r.yearFrom;
    String donor =
        Input.isFlow(file.table()) ? codes.donor(unit, r.donorCode, vintage, from, r.year) : "";
    return new Traced(file, r, unit, donor, place, "");
  }

  /** The same with the text of their rows, read from the archive. */
  public List<Traced> withText(List<Traced> records) {
    Map<File, List<Traced>> byFile = new LinkedHashMap<>();
    records.forEach(t -> byFile.computeIfAbsent(t.file(), f -> new ArrayList<>()).add(t));
    List<Traced> all = new ArrayList<>();
    byFile.forEach((file, ofFile) -> all.addAll(withText(file, ofFile)));
    return all;
  }

  private List<Traced> withText(File file, List<Traced> records) {
    Path bytes = root.resolve("archive").resolve(file.sha256());
    var input = new Input(bytes, file.table(), file.source(), file.name(), file.sha256());
    Opened opened = Opened.now(contract, file.table(), input, bytes);
    try (SourceRows rows = new SourceRows(bytes, opened.layouts())) {
      TreeSet<Long> lines = new TreeSet<>();
      records.forEach(t -> lines.add(t.record().line));
      rows.announce(lines);
      return records.stream()
          .map(t -> t.saying(rows.at(t.record().line, t.record().offset).text()))
          .toList();
    }
  }

  /** Whether a base-year unit lies in a unit of a level. */
  public boolean lies(String unit, String level, String code) {
    return switch (level) {
      case "recipient_province", "pair" -> geography.provinceOf(unit).equals(code);
      case "prefecture" -> geography.prefectureOf(unit).equals(code);
      case "county" -> unit.equals(code);
      default -> true;
    };
  }
}
