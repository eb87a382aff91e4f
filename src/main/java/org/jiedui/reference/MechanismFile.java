package org.jiedui.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** Reads agreements, joint meetings, work teams, plans and assessments of pairs from a CSV file. */
public final class MechanismFile {
  private static final List<String> COLUMNS =
      List.of(
          "year",
          "donor_code",
          "recipient_code",
          "level",
          "unit_code",
          "item",
          "number",
          "source",
          "note");
  private static final List<String> LEVELS =
      Arrays.stream(Level.values()).map(Level::word).toList();

  private final PairCodes codes;
  private final Set<MechanismRecord> seen = new HashSet<>();

  private MechanismFile(Geography geography) {
    this.codes = new PairCodes(geography);
  }

  /** All problems of the file end in one {@link InputException} (exit 2). */
  public static List<MechanismRecord> load(Path file, Geography geography) {
    List<Problem> problems = new ArrayList<>();
    MechanismFile reading = new MechanismFile(geography);
    List<MechanismRecord> records =
        CsvFile.read(file, COLUMNS, problems).stream().map(reading::record).toList();
    InputException.throwIfAny(ExitCode.USAGE, problems);
    return records;
  }

  private MechanismRecord record(CsvRow row) {
    codes.check(row);
    String item = row.word("item", MechanismRecord.ITEMS);
    row.required("source");
    MechanismRecord record =
        new MechanismRecord(
            row.year("year"),
            row.text("donor_code"),
            row.text("recipient_code"),
            row.word("level", LEVELS),
            row.text("unit_code"),
            item,
            number(row));
    if (!seen.add(key(record))) {
      row.problems()
          .add(
              row.problem("item", Text.of("同一事项出现两次", "the same item twice"))
                  .fix("删去多余的一行", "remove the row that is too much"));
    }
    return record;
  }

  private static OptionalLong number(CsvRow row) {
    String text = row.text("number");
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!text.matches("[0-9]{1,6}")) {
      row.wrong("number", "不小于 0 的整数,或留空", "a whole number of 0 or more, or nothing");
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  private static MechanismRecord key(MechanismRecord r) {
    return new MechanismRecord(
        r.year(), r.donor(), r.recipient(), r.level(), r.unit(), r.item(), OptionalLong.empty());
  }
}
