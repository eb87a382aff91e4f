package org.jiedui.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jiedui.ingest.file.Contract;
import org.jiedui.ingest.file.FixList;
import org.jiedui.ingest.file.LandedRecord;
import org.jiedui.ingest.file.SourceRows;
import org.jiedui.reference.Geography;
import org.jiedui.reference.Pairings;
import org.jiedui.reference.Share;

/**
 * The records behind a number, on base-year units, down to the line of the file they stand on and
 * of the list that mended them.
 */
public final class TracedRecords {
  private final Path root;
  private final List<FixList> fixes;
  private final Contract contract;
  private final Geography geography;
  private final Codes codes;

  /**
   * @param fixes mended lists of rejects that the version used
   */
  public TracedRecords(
      Path root, Contract contract, Geography geography, Pairings pairings, List<FixList> fixes) {
    this.root = root;
    this.fixes = List.copyOf(fixes);
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
   * One record, or the part of it that one unit of the base year gets.
   *
   * @param unit code of the base year
   * @param donor donor province, given or paired; empty for a level
   * @param share of a divided unit's amounts that the unit gets; 1 for a unit that is whole
   * @param place file and line, or file, sheet and row
   * @param text the row as it was delivered
   * @param mended line of a mended list and what it put in place; empty for a row as delivered
   */
  public record Traced(
      File file,
      LandedRecord record,
      String unit,
      String donor,
      double share,
      String place,
      String text,
      String mended) {
    private Traced saying(String words, String mend) {
      return new Traced(file, record, unit, donor, share, place, words, mend);
    }

    public boolean isFlow() {
      return Input.isFlow(file.table());
    }

    /** Whether it is of one year, not a total over several. */
    public boolean isYearly() {
      return record.yearFrom == 0;
    }
  }

  /** Records whose codes, year and kind are the same are shared out together, as one amount. */
  private record Group(
      String table,
      int recipient,
      int donor,
      int vintage,
      int yearFrom,
      int year,
      String indicator,
      String direction,
      String form,
      String status,
      int revision,
      String unit) {
    private static Group of(Traced t) {
      LandedRecord r = t.record();
      return new Group(
          t.file().table(),
          r.recipientCode,
          r.donorCode,
          r.codeVintage,
          r.yearFrom,
          r.year,
          r.indicator,
          r.direction,
          r.form,
          r.status,
          r.revision,
          t.unit());
    }
  }

  /** Used records that pass, in the order of files and lines, without their text. */
  public List<Traced> where(UsedRecords records, List<File> files, Predicate<Traced> test) {
    List<Traced> found = new ArrayList<>();
    for (File file : files) {
      records.forEach(
          file.landing(),
          (landing, record, item, reason) -> {
            if (reason.isEmpty()) {
              for (Share share : shares(file, record)) {
                Traced traced = traced(file, record, share, "");
                if (test.test(traced)) {
                  String place = landing.named(file.name()).place(record.line);
                  found.add(traced(file, record.copy(), share, place));
                }
              }
            }
          });
    }
    return found;
  }

  private List<Share> shares(File file, LandedRecord r) {
    int vintage = Codes.vintage(r.codeVintage, r.year);
    return codes.recipient(file.table(), r.recipientCode, vintage).shares();
  }

  private Traced traced(File file, LandedRecord r, Share share, String place) {
    int vintage = Codes.vintage(r.codeVintage, r.year);
    int from = r.yearFrom == 0 ? r.year : r.yearFrom;
    String donor =
        Input.isFlow(file.table())
            ? codes.donor(share.unit(), r.donorCode, vintage, from, r.year)
            : "";
    return new Traced(file, r, share.unit(), donor, share.weight(), place, "", "");
  }

  /**
   * Exact sum in minor units as tables hold it: what records of a divided unit give to one part is
   * shared out of their sum, so that the parts add up.
   *
   * @param records all that such a sum is made of
   */
  public long sum(List<Traced> records) {
    Map<Group, Long> groups = new LinkedHashMap<>();
    Map<Group, List<Share>> shares = new HashMap<>();
    for (Traced t : records) {
      Group group = Group.of(t);
      groups.merge(group, t.record().amount, Math::addExact);
      shares.computeIfAbsent(group, g -> shares(t.file(), t.record()));
    }
    long sum = 0;
    for (Map.Entry<Group, Long> group : groups.entrySet()) {
      Map<String, Long> parts = Share.of(group.getValue(), shares.get(group.getKey()));
      sum = Math.addExact(sum, parts.get(group.getKey().unit()));
    }
    return sum;
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
    Path bytes = Archive.file(root, file.sha256());
    var input = new Input(bytes, file.table(), file.source(), file.name(), file.sha256());
    Opened opened = Opened.now(contract, file.table(), input, bytes);
    try (SourceRows rows = new SourceRows(bytes, opened.layouts())) {
      TreeSet<Long> lines = new TreeSet<>();
      records.forEach(t -> lines.add(t.record().line));
      rows.announce(() -> lines);
      Map<Long, String> mended = Fixes.told(fixes, opened.layouts());
      return records.stream()
          .map(
              t ->
                  t.saying(
                      rows.at(t.record().line, t.record().offset).text(),
                      mended.getOrDefault(t.record().line, "")))
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
