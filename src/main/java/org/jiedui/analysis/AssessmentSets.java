package org.jiedui.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiedui.message.Text;
import org.jiedui.reference.Scorecard;
import org.jiedui.table.Frame;
import org.jiedui.table.ScorecardSetRow;

/** Table {@code scorecard_set}: by which indicators, weights and bounds a study assesses. */
public final class AssessmentSets {
  public static final String TABLE = "scorecard_set";

  private AssessmentSets() {}

  public static Frame of(List<Scorecard> cards) {
    List<Object[]> rows = new ArrayList<>();
    for (Scorecard card : cards) {
      card.items().forEach(item -> rows.add(row(card, item)));
    }
    return Frame.of(TABLE, ScorecardSetRow.values(), rows);
  }

  private static Object[] row(Scorecard card, Scorecard.Item item) {
    Text dimension = card.dimensions().get(item.dimension());
    return new Object[] {
      card.version(),
      item.id(),
      card.title().zh(),
      card.title().en(),
      card.from(),
      card.to(),
      item.dimension(),
      dimension.zh(),
      dimension.en(),
      item.label().zh(),
      item.label().en(),
      item.polarity().name().toLowerCase(Locale.ROOT),
      item.low(),
      item.high(),
      item.weight(),
      card.minShare(),
      grades(card, Text::zh, ";"),
      grades(card, Text::en, "; ")
    };
  }

  private static String grades(Scorecard card, Function<Text, String> words, String between) {
    return card.grades().stream()
        .map(grade -> words.apply(grade.label()) + " ≥ " + plain(grade.from()))
        .collect(Collectors.joining(between));
  }

  private static String plain(double bound) {
    return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
  }
}
