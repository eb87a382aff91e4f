package org.jiedui.reference;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jiedui.message.Text;

/**
 * One version of an assessment: which indicators count, how, and from which score on a grade is
 * given. Official weights and cut-offs are not public, so that none of this has a default.
 *
 * @param from first year it was used in, included
 * @param to last year, included
 * @param dimensions labels by id
 * @param minShare share of the weight that must be there for a score
 * @param grades from the highest lower bound down to 0
 */
public record Scorecard(
    String version,
    Text title,
    int from,
    int to,
    SortedMap<String, Text> dimensions,
    List<Item> items,
    double minShare,
    List<Grade> grades) {

  /**
   * One indicator; beyond its goalposts a value is capped.
   *
   * @param weight not negative
   */
  public record Item(
      String id,
      Text label,
      String dimension,
      Indicator.Polarity polarity,
      double low,
      double high,
      double weight) {}

  /**
   * @param from lower bound, included
   */
  public record Grade(String id, Text label, double from) {}

  public Scorecard {
    items = List.copyOf(items);
    grades = List.copyOf(grades);
  }

  public boolean holds(int year) {
    return from <= year && year <= to;
  }

  public Optional<Item> item(String id) {
    return items.stream().filter(item -> item.id().equals(id)).findFirst();
  }

  /** The first grade whose lower bound the score reaches; scores are never rounded before. */
  public Grade grade(double score) {
    return grades.stream()
        .filter(grade -> score >= grade.from())
        .findFirst()
        .orElse(grades.get(grades.size() - 1));
  }
}
