package org.jiedui.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** Reads and checks pairing files, one CSV an era, against a geography. */
final class PairingFiles {
  private static final List<String> COLUMNS =
      List.of(
          "era",
          "programme",
          "valid_from",
          "valid_to",
          "donor_level",
          "donor_code",
          "donor_name",
          "recipient_level",
          "recipient_code",
          "recipient_name",
          "code_vintage",
          "source",
          "confidence",
          "note");
  private static final List<String> LEVELS =
      List.of(Level.PROVINCE.word(), Level.PREFECTURE.word(), Level.COUNTY.word());

  /** The list of 2016-12-07 replaces earlier rows: those that end in 2016 count to 2015. */
  private static final int REPLACING_ERA = 2016;

  private final Path dir;
  private final Geography geography;
  private final List<Problem> problems = new ArrayList<>();

  private PairingFiles(Path dir, Geography geography) {
    this.dir = dir;
    this.geography = geography;
  }

  static Pairings load(Path dir, Geography geography) {
    return new PairingFiles(dir, geography).load();
  }

  private Pairings load() {
    List<Path> files = files();
    TreeSet<Integer> eras = new TreeSet<>();
    files.forEach(file -> eras.add(eraOf(file)));
    Map<Pair, CsvRow> pairs = new LinkedHashMap<>();
    for (Path file : files) {
      for (CsvRow row : CsvFile.read(file, COLUMNS, problems)) {
        pairs.put(pair(row, eraOf(file), eras), row);
      }
    }
    PairOverlaps.check(pairs);
    if (files.isEmpty()) {
      problems.add(
          Problem.error("CONF_EMPTY", Text.of("目录中没有结对文件", "the folder holds no pairing file"))
              .at(dir.toString())
              .expected("每个时期一个文件,如 2016.csv", "one file an era, such as 2016.csv"));
    }
    InputException.throwIfAny(ExitCode.USAGE, problems);
    return new PairingTable(List.copyOf(pairs.keySet()), geography, Digest.of(files));
  }

  private List<Path> files() {
    if (!Files.isDirectory(dir)) {
      throw new InputException(ExitCode.USAGE, FactProblems.missing(dir));
    }
    try (Stream<Path> list = Files.list(dir)) {
      return list.filter(p -> p.toString().endsWith(".csv")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int eraOf(Path file) {
    String name = file.getFileName().toString().replace(".csv", "");
    return name.matches("\\d{4}") ? Integer.parseInt(name) : 0;
  }

  private Pair pair(CsvRow row, int era, TreeSet<Integer> eras) {
    if (row.year("era") != era) {
      row.wrong("era", "与文件名相同的年份", "the year in the name of the file");
    }
    int from = row.year("valid_from");
    int to = row.text("valid_to").isEmpty() ? Pair.OPEN : row.year("valid_to");
    checkYears(row, era, eras, from, to);
    row.word("donor_level", LEVELS);
    row.word("recipient_level", LEVELS);
    row.word("confidence", CsvRow.CONFIDENCE);
    int vintage = row.year("code_vintage");
    String donor = unit(row, "donor", vintage);
    String recipient = unit(row, "recipient", vintage);
    if (!donor.isEmpty() && donor.equals(recipient)) {
      row.problems()
          .add(
              row.problem(
                  "recipient_code",
                  Text.of("支援方与受援方是同一地区", "donor and recipient are the same region")));
    }
    boolean replaced = era < REPLACING_ERA && to == REPLACING_ERA && eras.contains(REPLACING_ERA);
    return new Pair(
        era,
        row.required("programme"),
        from,
        replaced ? REPLACING_ERA - 1 : to,
        level(row, "donor_level"),
        row.text("donor_code"),
        row.required("donor_name"),
        donor,
        level(row, "recipient_level"),
        row.text("recipient_code"),
        row.required("recipient_name"),
        recipient,
        row.required("source"),
        row.text("confidence"),
        row.text("note"));
  }

  private void checkYears(CsvRow row, int era, TreeSet<Integer> eras, int from, int to) {
    Integer next = eras.higher(era);
    if (from != 0 && (from < era || next != null && from >= next)) {
      String last = next == null ? "…" : String.valueOf(next - 1);
      row.wrong("valid_from", "该时期之内:" + era + "–" + last, "within its era: " + era + "–" + last);
    }
    if (to != 0 && to < from) {
      row.wrong("valid_to", "不早于 valid_from", "not before valid_from");
    }
  }

  private String unit(CsvRow row, String side, int vintage) {
    String column = side + "_code";
    String code = row.code(column);
    if (!CsvRow.isCode(code) || vintage == 0) {
      return "";
    }
    if (!Level.ofCode(code).word().equals(row.text(side + "_level"))) {
      row.wrong(side + "_level", Level.ofCode(code).word(), Level.ofCode(code).word());
    }
    Resolution found = geography.resolveAny(Integer.parseInt(code), vintage);
    if (!found.accepted()) {
      Text history = found.history();
      Problem problem =
          row.problem(
              column,
              Text.of(
                  "代码 " + code + " 在 " + vintage + " 年的行政区划中不存在",
                  "code " + code + " is not in the geography of " + vintage));
      row.problems()
          .add(
              found.spells().isEmpty()
                  ? problem.fix("核对代码", "check the code")
                  : problem.expected(history.zh(), history.en()));
    }
    return found.unit();
  }

  private static Level level(CsvRow row, String column) {
    return Level.of(row.text(column)).orElse(Level.PROVINCE);
  }
}
