package org.jiedui.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** Reads values of assessment indicators of pairs from a CSV file. */
public final class ScoreFile {
  private static final List<String> COLUMNS =
      List.of("year", "donor_code", "recipient_code", "indicator", "value", "source", "note");

  private final List<Scorecard> cards;
  private final PairCodes codes;
  private final Set<String> seen = new HashSet<>();

  private ScoreFile(List<Scorecard> cards, Geography geography) {
    this.cards = cards;
    this.codes = new PairCodes(geography);
  }

  /**
   * Rows with an empty value are missing values. All problems end in one {@link InputException}
   * (exit 2); a value beyond its scale is none of them, it is told with the score.
   */
  public static List<ScoreValue> load(Path file, List<Scorecard> cards, Geography geography) {
    List<Problem> problems = new ArrayList<>();
    ScoreFile reading = new ScoreFile(cards, geography);
    List<ScoreValue> values =
        CsvFile.read(file, COLUMNS, problems).stream()
            .flatMap(row -> reading.value(row).stream())
            .toList();
    InputException.throwIfAny(ExitCode.USAGE, problems);
    return values;
  }

  private Optional<ScoreValue> value(CsvRow row) {
    codes.check(row);
    int year = row.year("year");
    row.required("source");
    Optional<Scorecard> card = cards.stream().filter(c -> c.holds(year)).findFirst();
    if (card.isEmpty()) {
      row.wrong("year", "有指标体系的年份", "a year that an indicator set covers");
    } else {
      row.word("indicator", card.get().items().stream().map(Scorecard.Item::id).toList());
    }
    String key =
        String.join(
            " ",
            row.text("year"),
            row.text("donor_code"),
            row.text("recipient_code"),
            row.text("indicator"));
    if (!seen.add(key)) {
      row.problems()
          .add(
              row.problem("indicator", Text.of("同一指标出现两次", "the same indicator twice"))
                  .fix("删去多余的一行", "remove the row that is too much"));
    }
    return number(row)
        .map(
            value ->
                new ScoreValue(
                    year,
                    row.text("donor_code"),
                    row.text("recipient_code"),
                    row.text("indicator"),
                    value));
  }

  private static Optional<Double> number(CsvRow row) {
    String text = row.text("value");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?")) {
      row.wrong("value", "一个数,或留空", "a number, or nothing");
      return Optional.empty();
    }
    return Optional.of(Double.valueOf(text));
  }
}
